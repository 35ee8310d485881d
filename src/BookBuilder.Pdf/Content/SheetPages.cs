using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Puts pages on the sheets they are printed on. Here, and only here, a page's coordinates become its sheet's: everything on it moves at once, links and places to lead to with it.</summary>
internal static class SheetPages
{
    /// <summary>The page on its sheet; the same page when the sheet is no larger.</summary>
    public static Page Of(Page page)
    {
        Length around = page.Surround.Width;
        if (around == Length.Zero) return page;
        return (page with
        {
            Size = new(page.Size.Width + around * 2, page.Size.Height + around * 2),
            Furniture = [.. page.Furniture.Select(i => i.MovedBy(around, around))],
            Marks = [.. page.Marks.Select(i => i.MovedBy(around, around))],
            Destinations = [.. page.Destinations.Select(d => d with { At = new(d.At.X + around, d.At.Y + around) })],
        }).WithBody(() => [.. page.Body.Select(i => i.MovedBy(around, around))]);
    }
}
