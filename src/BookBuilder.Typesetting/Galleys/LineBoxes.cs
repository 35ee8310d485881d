using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>Gives lines their room: as high as their leading, so that baselines fall into a grid, higher only where something in them would touch its neighbours.</summary>
internal static class LineBoxes
{
    /// <summary>Where the baseline lies below the top of a line's box.</summary>
    public static Length Baseline(TextStyle style) => style.Leading / 2 + style.Size * 0.32;

    /// <summary>A line as a box.</summary>
    /// <param name="line">The line.</param>
    /// <param name="style">Its type.</param>
    /// <param name="left">Its left edge within the text block.</param>
    /// <param name="breakBefore">What it costs to begin a page with it.</param>
    /// <param name="span">Where the author wrote it; none by default.</param>
    /// <param name="paragraph">The number of its paragraph; none by default.</param>
    public static GalleyBox Of(Line line, TextStyle style, Length left, int breakBefore = 0, SourceSpan? span = null, int paragraph = 0)
    {
        Length baseline = Baseline(style);
        Length tolerance = style.Size * 0.22;                         // what may reach into the white of the neighbouring lines
        Length above = Length.Max(Length.Zero, line.Ascent - baseline - tolerance);
        Length below = Length.Max(Length.Zero, line.Descent - (style.Leading - baseline) - tolerance);
        return new GalleyBox
        {
            Height = style.Leading + above + below,
            Items = Moved(line.Items, left, baseline + above),
            Notes = line.Notes,
            Marks = line.Anchors.IsEmpty ? [] : [.. line.Anchors.Select(a => new Destination(a.Node, new(left + a.X, Length.Zero)))],
            Start = line.Start,
            IsHyphenated = line.IsHyphenated,
            Said = line.Said, Leading = style.Leading, Above = above,
            Fill = new(line.SpaceRatio, line.LetterGrowth),
            BreakBefore = breakBefore, Span = span ?? SourceSpan.None, Paragraph = paragraph,
        };
    }

    private static ImmutableArray<FrameItem> Moved(ImmutableArray<FrameItem> items, Length right, Length down)
    {
        var moved = new FrameItem[items.Length];
        for (int i = 0; i < moved.Length; i++) moved[i] = items[i].MovedBy(right, down);
        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }

    /// <summary>The lines of a paragraph as boxes, with the costs of breaking a page between them.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="style">Its type.</param>
    /// <param name="left">Its left edge within the text block.</param>
    /// <param name="span">Where the author wrote it; none by default.</param>
    /// <param name="number">Its number; none by default.</param>
    public static ImmutableArray<GalleyBox> Of(ComposedParagraph paragraph, TextStyle style, Length left, SourceSpan? span = null, int number = 0)
    {
        var boxes = ImmutableArray.CreateBuilder<GalleyBox>(paragraph.Lines.Length);
        int last = paragraph.Lines.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            int cost = 0;
            if (i == 1) cost += BreakCost.Orphan;
            if (i == last && i > 0) cost += BreakCost.Widow;
            if (i > 0 && paragraph.Lines[i - 1].IsHyphenated) cost += BreakCost.Hyphen;
            boxes.Add(Of(paragraph.Lines[i], style, left, cost, span, number));
        }
        return boxes.MoveToImmutable();
    }
}
