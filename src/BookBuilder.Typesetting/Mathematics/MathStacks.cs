using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>Parts of a formula above, below and beside each other.</summary>
/// <remarks>"The TeXbook", appendix G, rules 11 to 18.</remarks>
internal static class MathStacks
{
    /// <summary>Scripts beside their base.</summary>
    public static MathBox Scripts(MathBox nucleus, MathBox? super, MathBox? sub, MathStyle at, MathMeasures measures)
    {
        Length em = at.Size(measures), up = Length.Zero, down = Length.Zero;
        if (super is not null)
        {
            up = em * (at.IsCramped ? measures.SuperscriptUpCramped : measures.SuperscriptUp);
            if (!nucleus.IsLetter) up = Length.Max(up, nucleus.Ascent - em * measures.SuperscriptDrop);
            up = Length.Max(up, super.Descent + em * measures.SuperscriptBottomMin);
        }
        if (sub is not null)
        {
            down = em * measures.SubscriptDown;
            if (!nucleus.IsLetter) down = Length.Max(down, nucleus.Descent + em * measures.SubscriptDrop);
            down = Length.Max(down, sub.Ascent - em * measures.SubscriptTopMax);
        }
        if (super is not null && sub is not null)
        {
            Length missing = em * measures.ScriptGap - ((up - super.Descent) - (sub.Ascent - down));
            if (missing > Length.Zero)
            {
                Length lift = Length.Min(missing, Length.Max(Length.Zero, em * measures.SuperscriptBottomMax - (up - super.Descent)));
                up += lift;
                down += missing - lift;
            }
        }
        // A superscript clears the lean of a slanted letter; a subscript tucks in below it.
        Length right = nucleus.Width + nucleus.Lean;
        Length width = Length.Max(super is null ? Length.Zero : right + super.Width + super.Lean, sub is null ? Length.Zero : nucleus.Width + sub.Width + sub.Lean);
        return new MathBox
        {
            Width = width + em * measures.AfterScript, Kind = nucleus.Kind,
            Ascent = Length.Max(nucleus.Ascent, super is null ? nucleus.Ascent : super.Ascent + up),
            Descent = Length.Max(nucleus.Descent, sub is null ? nucleus.Descent : sub.Descent + down),
            Items = [.. nucleus.Items, .. sub?.At(nucleus.Width, down) ?? [], .. super?.At(right, -up) ?? []],
        };
    }

    /// <summary>Limits above and below their operator.</summary>
    public static MathBox Limits(MathBox nucleus, MathBox? above, MathBox? below, MathStyle at, MathMeasures measures)
    {
        Length em = at.Size(measures);
        Length width = Length.Max(nucleus.Width, Length.Max(above?.Width ?? Length.Zero, below?.Width ?? Length.Zero));
        Length up = nucleus.Ascent + em * measures.UpperGap + (above?.Descent ?? Length.Zero);
        Length down = nucleus.Descent + em * measures.LowerGap + (below?.Ascent ?? Length.Zero);
        return new MathBox
        {
            Width = width, Kind = nucleus.Kind,
            Ascent = above is null ? nucleus.Ascent : up + above.Ascent,
            Descent = below is null ? nucleus.Descent : down + below.Descent,
            Items =
            [
                .. nucleus.At((width - nucleus.Width) / 2, Length.Zero),
                .. below?.At((width - below.Width) / 2, down) ?? [],
                .. above?.At((width - above.Width) / 2, -up) ?? [],
            ],
        };
    }

    /// <summary>A numerator over a rule over a denominator.</summary>
    public static MathBox Fraction(MathBox over, MathBox under, MathStyle at, MathMeasures measures, MathGlyphs glyphs)
    {
        Length em = at.Size(measures), axis = em * measures.Axis, rule = em * measures.Rule, edge = em * 0.1;
        Length gap = em * (at.IsDisplay ? measures.FractionDisplayGap : measures.FractionGap);
        Length up = Length.Max(em * (at.IsDisplay ? measures.NumeratorDisplayUp : measures.NumeratorUp), axis + rule / 2 + gap + over.Descent);
        Length down = Length.Max(em * (at.IsDisplay ? measures.DenominatorDisplayDown : measures.DenominatorDown), under.Ascent + gap + rule / 2 - axis);
        Length overWidth = over.Width + over.Lean, underWidth = under.Width + under.Lean, width = Length.Max(overWidth, underWidth);
        BoxItem line = Rule(edge, -axis - rule / 2, width, rule, glyphs);
        return new MathBox
        {
            Width = width + edge * 2, Kind = AtomKind.Inner, Ascent = up + over.Ascent, Descent = down + under.Descent,
            Items = [.. over.At(edge + (width - overWidth) / 2, -up), line, .. under.At(edge + (width - underWidth) / 2, down)],
        };
    }

    /// <summary>A root over what it is taken of.</summary>
    public static MathBox Root(MathBox radicand, MathBox? degree, MathStyle at, MathMeasures measures, MathGlyphs glyphs)
    {
        Length em = at.Size(measures), rule = em * measures.RootRule;
        Length gap = em * (at.IsDisplay ? measures.RootDisplayGap : measures.RootGap);
        Length top = Length.Max(radicand.Ascent, Length.Zero) + gap + rule, bottom = Length.Max(radicand.Descent, Length.Zero);
        MathBox usual = glyphs.Set("√", "√", em);
        double growth = Math.Max(1, (top + bottom) / Length.Max(usual.Ascent + usual.Descent, em * 0.1));
        MathBox sign = growth > 1 ? glyphs.Set("√", "√", em * growth, (1 + growth) / (2 * growth)) : usual;
        // The sign hangs from the rule; what it is longer than the radicand is shared out above and below.
        Length spare = (sign.Ascent + sign.Descent - top - bottom) / 2;
        if (spare > Length.Zero) top += spare;
        Length down = sign.Ascent - top, left = Length.Zero;
        // The hook of a grown sign is higher and wider: the degree stands higher and less far in.
        Length inside = em * (growth < 1.3 ? measures.AfterDegree : measures.AfterDegree * 0.4);
        if (degree is not null) left = Length.Max(Length.Zero, em * measures.BeforeDegree + degree.Width + inside);
        Length raise = (sign.Ascent + sign.Descent) * measures.DegreeRaise - (sign.Descent + down);
        Length signRight = left + sign.Width + sign.Lean, width = radicand.Width + radicand.Lean;
        return new MathBox
        {
            Width = left + sign.Width + width + em * 0.05,
            Ascent = Length.Max(top + rule, degree is null ? Length.Zero : raise + degree.Ascent), Descent = Length.Max(sign.Descent + down, bottom),
            Items =
            [
                .. degree?.At(Length.Max(Length.Zero, left - degree.Width - inside), -raise) ?? [],
                .. sign.At(left, down),
                Rule(signRight - rule / 2, -top, left + sign.Width + width - signRight + rule / 2, rule, glyphs),
                .. radicand.At(left + sign.Width, Length.Zero),
            ],
        };
    }

    /// <summary>A bar, a hat or the like over a base.</summary>
    public static MathBox Accent(MathBox nucleus, string accent, MathStyle at, MathMeasures measures, MathGlyphs glyphs)
    {
        Length em = at.Size(measures);
        if (accent is "¯" or "‾" or "\u0304" or "\u0305" or "_")
        {
            Length rule = em * measures.Rule, gap = em * measures.BarGap / 2, bar = nucleus.Ascent + gap + rule;
            Length left = nucleus.IsLetter ? nucleus.Lean : Length.Zero;
            return nucleus with
            {
                Ascent = bar + rule, IsLetter = false, Items = [.. nucleus.Items, Rule(left, -bar, nucleus.Width, rule, glyphs)],
            };
        }
        MathBox mark = glyphs.Set(accent, accent, accent is "→" or "←" or "↔" ? em * 0.7 : em);
        Length up = nucleus.Ascent + em * 0.06 + mark.Descent;
        Length shift = (nucleus.Width - mark.Width) / 2 + nucleus.Lean;
        return nucleus with { Ascent = up + mark.Ascent, Items = [.. nucleus.Items, .. mark.At(shift, -up)] };
    }

    private static BoxItem Rule(Length x, Length y, Length width, Length thickness, MathGlyphs glyphs) =>
        new(new Rectangle(x, y, width, thickness), glyphs.Color, null, Length.Zero) { Source = glyphs.Source };
}
