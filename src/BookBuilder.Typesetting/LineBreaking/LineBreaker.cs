using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>Chooses the line breaks of a paragraph so that its lines, taken together, are the least bad.</summary>
/// <remarks>The total-fit method of D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981), with the refinements of TeX
/// ("The TeXbook", chapter 14; "TeX: The Program", part 38).</remarks>
internal static class LineBreaker
{
    /// <summary>Breaks a paragraph.</summary>
    /// <param name="items">The paragraph; its last item is a forced break.</param>
    /// <param name="measures">The widths its lines are to fill.</param>
    /// <param name="costs">What is thought bad.</param>
    /// <returns>One break a line, in order; nothing when no breaking keeps within <see cref="LineBreakCosts.MaxRatio"/>:
    /// the caller retries with hyphens, then with more stretch (see <see cref="BreakingPasses"/>).</returns>
    /// <exception cref="ArgumentException">The paragraph does not end in a forced break.</exception>
    public static BrokenParagraph Break(ReadOnlySpan<ParagraphItem> items, LineMeasures measures, LineBreakCosts costs)
    {
        if (items.IsEmpty || items[^1] is not { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced })
            throw new ArgumentException("A paragraph must end in a forced break.", nameof(items));
        Search search = new(items.Length, measures, costs);
        search.Open();
        for (int i = 0; i < items.Length; i++)
        {
            if (search.IsLegal(items, i)) search.TryBreak(items, i, isLast: i == items.Length - 1);
            if (search.HasFailed) return BrokenParagraph.Impossible;
            search.Pass(items[i]);
        }
        return search.Choose();
    }

    /// <summary>How bad a line is whose white takes so much of its stretch or shrink. 100 where it is as wide or as narrow as a good line may be.</summary>
    /// <remarks>TeX's cube hardly tells a line a quarter too wide from a perfect one. Evenness is made of just these: the square counts them,
    /// the fourth power keeps the extremes away; beyond a good line every bit costs as much as a divided word.</remarks>
    private static double Badness(double ratio)
    {
        // Spaces three quarters as wide as usual look as bad as those half as wide again, so shrinking counts for more than stretching.
        double r = ratio < 0 ? -ratio * NarrowestGood : ratio;
        return r <= 1 ? 50 * r * r * (1 + r * r) : Math.Min(100 + 600 * (r - 1), 1e9);
    }

    /// <summary>A shrinking line is still good when its white has given up so much of what it may, turned upside down.</summary>
    private const double NarrowestGood = 1.4;

    /// <summary>0 tight, 1 decent, 2 loose, 3 very loose.</summary>
    private static int FitnessOf(double ratio) => ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;

    /// <summary>A way to set the paragraph up to a break.</summary>
    private sealed record Node
    {
        public required int Item { get; init; }
        public required int Line { get; init; }
        public required int Fitness { get; init; }
        /// <summary>How many hyphenated lines, one below the other, end here.</summary>
        public required int Hyphens { get; init; }
        public required double Demerits { get; init; }
        public required Node? Before { get; init; }
        public required BreakPoint Break { get; init; }
        /// <summary>The sums before the first box of the next line.</summary>
        public required Sums After { get; init; }
    }

    private readonly record struct Sums(long Width, long Stretch, long Shrink, long Give, int Fills)
    {
        public Sums With(ParagraphItem item) => new(Width + item.Width.ScaledPoints, Stretch + item.Stretch.ScaledPoints,
            Shrink + item.Shrink.ScaledPoints, Give + item.Give.ScaledPoints, Fills + (item.Fills ? 1 : 0));
    }

    /// <summary>The breaks that may still begin a line, and the sums so far.</summary>
    private sealed class Search(int count, LineMeasures measures, LineBreakCosts costs)
    {
        private readonly List<Node> _active = [];
        private readonly List<Node> _candidates = [];
        private readonly bool _countsLines = costs.Lines is not null;
        private Sums _sums;
        private bool _afterBox;

        public bool HasFailed => _active.Count == 0;

        public void Open() => _active.Add(new Node
        {
            Item = -1, Line = 0, Fitness = 1, Hyphens = 0, Demerits = 0, Before = null, Break = default, After = default,
        });

        public bool IsLegal(ReadOnlySpan<ParagraphItem> items, int i) => items[i].Kind switch
        {
            ItemKind.Glue => _afterBox,
            ItemKind.Penalty => items[i].Cost < ParagraphItem.Never && (costs.Hyphens || !items[i].IsDivision),
            _ => false,
        };

        public void Pass(ParagraphItem item)
        {
            _afterBox = item.Kind == ItemKind.Box;
            if (item.Kind != ItemKind.Penalty) _sums = _sums.With(item);
        }

        public void TryBreak(ReadOnlySpan<ParagraphItem> items, int at, bool isLast)
        {
            ParagraphItem item = items[at];
            bool forced = item is { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced };
            _candidates.Clear();
            (Node From, BreakPoint Line)? rescue = null;
            Sums after = default;
            int kept = 0;
            for (int a = 0; a < _active.Count; a++)
            {
                Node from = _active[a];
                BreakPoint line = Fit(items, from, at);
                bool tooLong = line.Overrun > Length.Zero;
                if (!tooLong && line.Ratio <= costs.MaxRatio)
                {
                    if (_candidates.Count == 0) after = SumsAfter(items, at);
                    Consider(from, line, item, after, isLast);
                }
                if (tooLong && costs.Overfull && (rescue is null || line.Overrun < rescue.Value.Line.Overrun))
                    rescue = (from, line);
                // A line that is too long here is too long at every later place as well.
                if (!tooLong && !forced) _active[kept++] = from;
            }
            CollectionsMarshal.SetCount(_active, kept);
            if (kept == 0 && _candidates.Count == 0 && rescue is { } last)
            {
                BreakPoint line = last.Line with { Ratio = -1 };
                double cost = last.From.Demerits + 1e10 + line.Overrun.Points;
                _candidates.Add(Make(last.From, line, item, 0, cost, SumsAfter(items, at)));
            }
            _active.AddRange(_candidates);
        }

        public BrokenParagraph Choose()
        {
            Node? best = null;
            foreach (Node node in _active)
                if (best is null || node.Demerits < best.Demerits) best = node;
            if (best is null) return BrokenParagraph.Impossible;
            int wanted = costs.Lines ?? best.Line;
            Node chosen = best;
            foreach (Node node in _active)
            {
                int distance = Math.Abs(node.Line - wanted), known = Math.Abs(chosen.Line - wanted);
                if (distance < known || (distance == known && node.Demerits < chosen.Demerits)) chosen = node;
            }
            BreakPoint[] breaks = new BreakPoint[chosen.Line];
            for (Node node = chosen; node.Before is not null; node = node.Before) breaks[node.Line - 1] = node.Break;
            return new BrokenParagraph(ImmutableCollectionsMarshal.AsImmutableArray(breaks), chosen.Demerits, best.Line);
        }

        /// <summary>How the line from one break to another would be set.</summary>
        private BreakPoint Fit(ReadOnlySpan<ParagraphItem> items, Node from, int at)
        {
            ParagraphItem end = items[at];
            long measure = (from.Line == 0 ? measures.First : measures.Others).ScaledPoints + end.HangBefore.ScaledPoints;
            long width = _sums.Width - from.After.Width;
            if (end.Kind == ItemKind.Penalty) width += end.Width.ScaledPoints;
            if (from.Item >= 0)
            {
                measure += items[from.Item].HangAfter.ScaledPoints;
                width += items[from.Item].WidthAfter.ScaledPoints;
            }
            Length shortfall = new(measure - width);
            if (shortfall > Length.Zero && _sums.Fills > from.After.Fills) return new(at, 0, 0, shortfall, Length.Zero);
            Length stretch = new Length(_sums.Stretch - from.After.Stretch) + end.EndStretch + costs.ExtraStretch;
            Justification set = Justification.Of(shortfall, new(_sums.Give - from.After.Give), stretch, new(_sums.Shrink - from.After.Shrink));
            return new(at, set.White, set.Letters, shortfall, set.Overrun);
        }

        /// <summary>The sums where the next line's first box will stand: white and penalties after a break vanish.</summary>
        private Sums SumsAfter(ReadOnlySpan<ParagraphItem> items, int at)
        {
            Sums sums = _sums;
            for (int i = at; i < count; i++)
            {
                ParagraphItem item = items[i];
                if (item.Kind == ItemKind.Box || (i > at && item is { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced })) break;
                if (item.Kind == ItemKind.Glue) sums = sums.With(item);
            }
            return sums;
        }

        private void Consider(Node from, BreakPoint line, ParagraphItem item, Sums after, bool isLast)
        {
            if (from.Line >= costs.Lines) return;                      // more lines than asked for
            double badness = costs.Line + Badness(line.Ratio);
            double demerits = badness * badness;
            int cost = item.Kind == ItemKind.Penalty ? item.Cost : 0;
            if (cost > 0) demerits += (double)cost * cost;
            else if (cost > ParagraphItem.Forced) demerits -= (double)cost * cost;
            int fitness = FitnessOf(line.Ratio);
            if (from.Item >= 0 && Math.Abs(fitness - from.Fitness) > 1) demerits += costs.Adjacent;
            if (item.IsHyphen && from.Hyphens > 0) demerits += from.Hyphens > 1 ? costs.TripleHyphen : costs.DoubleHyphen;
            if (isLast && from.Hyphens > 0) demerits += costs.FinalHyphen;
            if (isLast && from.Item >= 0 && measures.Others - line.Shortfall < costs.RuntWidth) demerits += costs.Runt;
            demerits += from.Demerits;

            // One way is kept for each fitness; with a looseness to find, for each number of lines too; hyphens in a stack as well.
            int hyphens = item.IsHyphen ? Math.Min(from.Hyphens + 1, 2) : 0;
            for (int c = 0; c < _candidates.Count; c++)
            {
                Node known = _candidates[c];
                if (known.Fitness != fitness || known.Hyphens != hyphens || (_countsLines && known.Line != from.Line + 1)) continue;
                if (demerits < known.Demerits) _candidates[c] = Make(from, line, item, fitness, demerits, after);
                return;
            }
            _candidates.Add(Make(from, line, item, fitness, demerits, after));
        }

        private static Node Make(Node from, BreakPoint line, ParagraphItem item, int fitness, double demerits, Sums after) => new()
        {
            Item = line.Item, Line = from.Line + 1, Fitness = fitness, Demerits = demerits, Before = from, Break = line, After = after,
            Hyphens = item.IsHyphen ? Math.Min(from.Hyphens + 1, 2) : 0,
        };
    }
}
