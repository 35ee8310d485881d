using System.Collections.Immutable;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>How much nearer or farther two glyphs stand where stretches of different type meet, which no face knows of.</summary>
internal static class Seams
{
    /// <summary>The least white between the boxes of a slanted letter and the upright sign after it, as a share of the size.</summary>
    private const double LeastGap = 0.025;
    /// <summary>A slanted letter may reach so far below the upright sign before it: their boxes overlap long before they touch.</summary>
    private const double LeastGapBefore = -0.08;

    /// <summary>What is added to the advance of the last glyph of a stretch.</summary>
    /// <param name="shaper">For kerning across a change of language.</param>
    /// <param name="text">The paragraph.</param>
    /// <param name="last">The last glyph before the seam.</param>
    /// <param name="before">Its type.</param>
    /// <param name="next">The first glyph after it.</param>
    /// <param name="after">Its type.</param>
    public static Length Between(IShaper shaper, ParagraphText text, TextGlyph last, RunStyle before, TextGlyph next, RunStyle after)
    {
        if (last.Face is null || next.Face is null || last.Level != 0 || next.Level != 0) return Length.Zero;
        char left = text.Characters[last.Glyph.Cluster], right = text.Characters[next.Glyph.Cluster];
        if (char.IsWhiteSpace(left) || char.IsWhiteSpace(right)) return Length.Zero;
        if (before.Request != after.Request && before.Request with { Language = after.Request.Language } == after.Request
            && before.Shift == after.Shift && before.Capitals == after.Capitals) return Kerning(shaper, left, right, last, next, before.Request);
        return before.Request.Italic != after.Request.Italic ? Clearance(last, before, next, after) : Length.Zero;
    }

    /// <summary>Two stretches that differ in their language only kern as if they were one, as long as the pair keeps its glyphs.</summary>
    private static Length Kerning(IShaper shaper, char left, char right, TextGlyph last, TextGlyph next, FontRequest request)
    {
        ImmutableArray<ShapedRun> pair = shaper.Shape([left, right], request, 0), alone = shaper.Shape([left], request, 0);
        return pair is [{ Glyphs: [var a, var b] }] && alone is [{ Glyphs: [var single] }] && a.Id == last.Glyph.Id && b.Id == next.Glyph.Id && single.Id == a.Id
            ? a.Advance - single.Advance : Length.Zero;
    }

    /// <summary>A slanted letter leans into an upright bracket or exclamation mark, and an upright bracket into a slanted letter that reaches back.</summary>
    private static Length Clearance(TextGlyph last, RunStyle before, TextGlyph next, RunStyle after)
    {
        if (last.Face is not OpenTypeFace left || next.Face is not OpenTypeFace right) return Length.Zero;
        if (left.BoundsOf(last.Glyph.Id) is not { } ink || right.BoundsOf(next.Glyph.Id) is not { } other) return Length.Zero;
        Length size = before.Request.Size, otherSize = after.Request.Size;
        // A full stop or a comma stands below what leans over it.
        double height = otherSize.Points * other.MaxY / right.UnitsPerEm - after.Shift.Points;
        if (height < size.Points * left.XHeight / left.UnitsPerEm) return Length.Zero;
        Length gap = size * ((left.AdvanceOf(last.Glyph.Id) - ink.MaxX) / (double)left.UnitsPerEm) + otherSize * (other.MinX / (double)right.UnitsPerEm);
        Length least = size * (before.Request.Italic ? LeastGap : LeastGapBefore);
        return gap < least ? least - gap : Length.Zero;
    }
}
