using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Prepares pages for the knife: grounds go on beyond the trimmed edge, marks outside show where to cut.</summary>
internal static class Trimming
{
    private static Length MarkLength => 15.Pt;
    private static Length MarkWidth => 0.25.Pt;
    /// <summary>Marks keep off the page, so that none is left on it by a careless cut.</summary>
    private static Length LeastGap => 3.Mm;

    /// <summary>The page with its surround, as the design has it.</summary>
    public static Page Prepare(BookDesign design, Page page)
    {
        if (design.Bleed == Length.Zero && !design.CropMarks) return page;
        Length gap = Length.Max(design.Bleed, LeastGap);
        Length around = design.CropMarks ? gap + MarkLength + LeastGap : design.Bleed;
        return (page with
        {
            Surround = new(design.Bleed, around),
            Furniture = [.. page.Furniture.Select(i => Bleeding(i, page.Size, design.Bleed))],
            Marks = design.CropMarks ? Marks(page.Size, gap) : [],
        }).WithBody(() => [.. page.Body.Select(i => Bleeding(i, page.IsTurned ? new(page.Size.Height, page.Size.Width) : page.Size, design.Bleed))]);
    }

    /// <summary>A ground that reaches an edge of the page goes on beyond it.</summary>
    private static FrameItem Bleeding(FrameItem item, PageSize page, Length bleed)
    {
        if (item is not BoxItem { Fill: not null, Stroke: null } box) return item;
        Length left = box.Box.X <= Length.Zero ? -bleed : box.Box.X, top = box.Box.Y <= Length.Zero ? -bleed : box.Box.Y;
        Length right = box.Box.Right >= page.Width ? page.Width + bleed : box.Box.Right;
        Length bottom = box.Box.Bottom >= page.Height ? page.Height + bleed : box.Box.Bottom;
        return box with { Box = new(left, top, right - left, bottom - top) };
    }

    /// <summary>Two hair lines at each corner.</summary>
    private static ImmutableArray<FrameItem> Marks(PageSize page, Length gap)
    {
        var marks = ImmutableArray.CreateBuilder<FrameItem>(8);
        Length half = MarkWidth / 2;
        foreach (Length y in (ReadOnlySpan<Length>)[Length.Zero, page.Height])
        foreach (Length x in (ReadOnlySpan<Length>)[-gap - MarkLength, page.Width + gap])
            marks.Add(Line(new(x, y - half, MarkLength, MarkWidth)));
        foreach (Length x in (ReadOnlySpan<Length>)[Length.Zero, page.Width])
        foreach (Length y in (ReadOnlySpan<Length>)[-gap - MarkLength, page.Height + gap])
            marks.Add(Line(new(x - half, y, MarkWidth, MarkLength)));
        return marks.MoveToImmutable();
    }

    private static BoxItem Line(Rectangle box) => new(box, Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };
}
