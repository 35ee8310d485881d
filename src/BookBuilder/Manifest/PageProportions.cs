using BookBuilder.Model.Design;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>A design for a page of any size: a measure of some 65 to 70 characters and margins that leave the page room.</summary>
internal static class PageProportions
{
    /// <summary>Source Serif sets some 69 characters in 32.4 em; longer lines are hard to follow (Bringhurst, "The Elements of Typographic Style", 2.1.2).</summary>
    private const double LongestMeasure = 32.4;

    /// <summary>The usual design of a page.</summary>
    /// <param name="page">The trimmed sheet.</param>
    /// <param name="size">The type size the author asks for; null for what suits the page.</param>
    public static BookDesign For(PageSize page, Length? size)
    {
        var usual = new BookDesign();
        if (page == usual.Page && size is null) return usual;
        Length body = size ?? (page.Width >= 7.In ? 11.Pt : page.Width >= 5.2.In ? 10.Pt : 9.Pt);
        Length note = Rounded(body * 0.8);
        return usual with
        {
            Page = page,
            Margins = page == usual.Page ? usual.Margins : Margins(page, body, usual),
            BodySize = body,
            Leading = Rounded(body * 1.35),
            NoteSize = note,
            NoteLeading = NoteLeading(note),
            ParagraphIndent = body * 1.4,
        };
    }

    /// <summary>The distance of baselines that suits a size of notes.</summary>
    public static Length NoteLeading(Length noteSize) => Rounded(noteSize * 1.3125);

    private static PageMargins Margins(PageSize page, Length body, BookDesign usual)
    {
        // The same shares of the sheet as on 6 x 9 in, until the lines would grow too long.
        Length inner = page.Width * (usual.Margins.Inner / usual.Page.Width);
        Length outer = page.Width * (usual.Margins.Outer / usual.Page.Width);
        Length top = page.Height * (usual.Margins.Top / usual.Page.Height);
        Length excess = page.Width - inner - outer - body * LongestMeasure;
        if (excess > Length.Zero)
        {
            // The wider a margin is, the less the binding hides of it: what is added goes mostly outside.
            inner += excess * 0.46;
            outer += excess * 0.54;
            top += page.Height * 0.012;
        }
        return new PageMargins(Rounded(top), Rounded(top), Rounded(inner), Rounded(outer));
    }

    /// <summary>To half points: sizes that people would choose.</summary>
    private static Length Rounded(Length length) => Length.FromPoints(Math.Round(length.Points * 2, MidpointRounding.AwayFromZero) / 2);
}
