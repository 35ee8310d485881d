using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>Breaks a paragraph with as little violence as it needs: first without hyphens, then with them, then with ever more white.</summary>
internal static class BreakingPasses
{
    /// <summary>Justified text at a type size.</summary>
    /// <param name="em">The type size.</param>
    /// <param name="hyphens">Whether words may be divided at all.</param>
    /// <param name="tolerance">How far a line may stretch before words are divided, and before spaces are torn apart: see <see cref="Tolerance"/>.</param>
    public static ReadOnlySpan<LineBreakCosts> Justified(Length em, bool hyphens, double tolerance = 1)
    {
        LineBreakCosts normal = new() { Hyphens = hyphens, RuntWidth = em * 2 };
        LineBreakCosts[] passes =
        [
            normal with { Hyphens = false, MaxRatio = tolerance },
            normal with { MaxRatio = tolerance },
            normal with { MaxRatio = 1.6 * tolerance },
            normal with { MaxRatio = 2.6 * tolerance },
            normal with { MaxRatio = double.MaxValue, ExtraStretch = em, Overfull = true },
        ];
        return hyphens ? passes : passes.AsSpan(1);
    }

    /// <summary>How far a line may stretch before words are divided: the fewer characters it has, the farther, or every other line of a
    /// narrow column would end in a hyphen.</summary>
    /// <param name="characters">How many characters a line of the measure holds.</param>
    public static double Tolerance(double characters)
    {
        const double comfortable = 77, more = 0.04, most = 0.5;
        return 1 + Math.Clamp((comfortable - characters) * more, 0, most);
    }

    /// <summary>Text whose lines end where they end: as even as may be, the ends free to fall short.</summary>
    /// <param name="em">The type size.</param>
    /// <param name="hyphens">Whether words may be divided at all.</param>
    public static ReadOnlySpan<LineBreakCosts> Ragged(Length em, bool hyphens)
    {
        LineBreakCosts normal = new() { Hyphens = hyphens, RuntWidth = em * 3, ExtraStretch = em * 3, Adjacent = 0 };
        LineBreakCosts[] passes =
        [
            normal with { Hyphens = false, MaxRatio = 1.5 },
            normal with { MaxRatio = double.MaxValue, Overfull = true },
        ];
        return hyphens ? passes : passes.AsSpan(1);
    }

    /// <summary>Text in a narrow column of a table: a word is divided only where it does not fit a line of its own.</summary>
    /// <inheritdoc cref="Ragged"/>
    public static ReadOnlySpan<LineBreakCosts> Narrow(Length em, bool hyphens)
    {
        LineBreakCosts whole = new() { Hyphens = false, RuntWidth = em * 3, ExtraStretch = em * 3, Adjacent = 0 };
        return new LineBreakCosts[]
        {
            whole with { MaxRatio = 1.5 },
            whole with { MaxRatio = double.MaxValue },
            whole with { MaxRatio = double.MaxValue, Hyphens = hyphens, Overfull = true },
        };
    }

    /// <summary>Breaks a paragraph by the first pass that can.</summary>
    /// <param name="items">The paragraph; its last item is a forced break.</param>
    /// <param name="measures">The widths its lines are to fill.</param>
    /// <param name="passes">The passes, mildest first; the last always succeeds because it lets lines stick out.</param>
    /// <param name="looseness">Asks for so many lines more or fewer than best; later passes but the last are tried for it.</param>
    public static BrokenParagraph Break(ReadOnlySpan<ParagraphItem> items, LineMeasures measures, ReadOnlySpan<LineBreakCosts> passes, int looseness = 0)
    {
        BrokenParagraph best = BrokenParagraph.Impossible;
        int wanted = 0;
        for (int p = 0; p < passes.Length; p++)
        {
            if (!best.IsPossible)
            {
                best = LineBreaker.Break(items, measures, passes[p]);
                wanted = best.BestLines + looseness;
            }
            if (best.IsPossible && looseness != 0 && (p < passes.Length - 1 || passes.Length == 1))
            {
                BrokenParagraph found = LineBreaker.Break(items, measures, passes[p] with { Lines = wanted });
                if (found.IsPossible && Math.Abs(found.Breaks.Length - wanted) < Math.Abs(best.Breaks.Length - wanted)) best = found;
            }
            if (best.IsPossible && (looseness == 0 || best.Breaks.Length == wanted)) break;
        }
        return best;
    }
}
