using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Sheets;

/// <summary>Shows where to fold a booklet's sheets and where to cut it afterwards; only outside of the pages, and only where there is room.</summary>
internal static class FoldingMarks
{
    private static Length Longest => 14.Pt;
    private static Length Gap => 4.Pt;
    private static Length Least => 4.Pt;
    private static Length Hair => 0.25.Pt;

    /// <summary>The marks of every side: broken lines in the fold, hair lines at the outer corners.</summary>
    public static ImmutableArray<FrameItem> Of(SheetGrid grid, PageSize page)
    {
        Length width = page.Width * grid.Scale, height = page.Height * grid.Scale;
        Length middle = grid.Sheet.Width / 2;
        Length aside = middle - width, above = (grid.Sheet.Height - height) / 2;
        Length across = Length.Min(Longest, aside - Gap), along = Length.Min(Longest, above - Gap);
        var marks = ImmutableArray.CreateBuilder<FrameItem>();
        Length top = above, bottom = above + height;
        if (along >= Least)
        {
            Length dash = along / 4;
            foreach (Length start in (ReadOnlySpan<Length>)[top - Gap - along, bottom + Gap])
                for (int i = 0; i < 4; i += 2) Add(new(middle - Hair / 2, start + dash * i, Hair, dash));
            // Where pages reach the sheet's edge there is nothing to cut off at their sides.
            foreach (Length x in (ReadOnlySpan<Length>)(aside > Length.Zero ? [middle - width, middle + width] : []))
            foreach (Length y in (ReadOnlySpan<Length>)[top - Gap - along, bottom + Gap])
                Add(new(x - Hair / 2, y, Hair, along));
        }
        if (across >= Least)
            foreach (Length y in (ReadOnlySpan<Length>)[top, bottom])
            foreach (Length x in (ReadOnlySpan<Length>)[middle - width - Gap - across, middle + width + Gap])
                Add(new(x, y - Hair / 2, across, Hair));
        return marks.ToImmutable();

        void Add(Rectangle box) => marks.Add(new BoxItem(box, Color.Black, null, Length.Zero) { Source = FrameSource.Artifact });
    }
}
