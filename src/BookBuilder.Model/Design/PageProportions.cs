using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>How type and margins follow from a page: a measure of some 65 to 70 characters, and margins that leave the page room.</summary>
public sealed record PageProportions
{
    /// <summary>The longest measure, in ems.</summary>
    /// <remarks>Source Serif sets 2.13 characters to the em: 32.4 em are some 69 characters; longer lines are hard to follow (R. Bringhurst,
    /// "The Elements of Typographic Style", 2.1.2).</remarks>
    public double LongestMeasure { get; init; } = 32.4;
    /// <summary>The inner margin as a share of the page's width.</summary>
    public double Inner { get; init; } = 57.0 / 432;
    /// <summary>The outer margin as a share of the page's width.</summary>
    public double Outer { get; init; } = 51.0 / 432;
    /// <summary>The upper margin as a share of the page's height.</summary>
    public double Top { get; init; } = 63.0 / 648;
    /// <summary>The lower margin as a share of the page's height.</summary>
    public double Bottom { get; init; } = 63.0 / 648;
    /// <summary>The share of the inner margin in what a wide page has to spare. The wider a margin is, the less the binding hides of it.</summary>
    public double InnerShareOfRest { get; init; } = 0.46;
    /// <summary>The text's size on pages from 7 in wide.</summary>
    public Length Large { get; init; } = 11.Pt;
    /// <summary>The text's size on pages from 5.2 in wide.</summary>
    public Length Medium { get; init; } = 10.Pt;
    /// <summary>The text's size on narrower pages.</summary>
    public Length Small { get; init; } = 9.Pt;
    /// <summary>The distance of baselines, in ems.</summary>
    public double Leading { get; init; } = 1.35;
    /// <summary>The size of notes, in ems.</summary>
    public double NoteSize { get; init; } = 0.8;
    /// <summary>The distance of baselines in notes, in ems of their own.</summary>
    public double NoteLeading { get; init; } = 1.3125;
    /// <summary>The indent of paragraphs, in ems.</summary>
    public double Indent { get; init; } = 1.4;

    /// <summary>The design on a page.</summary>
    internal BookDesign Fit(BookDesign design, PageSize page, Length? size)
    {
        Length body = size ?? (page.Width >= 7.In ? Large : page.Width >= 5.2.In ? Medium : Small);
        Length note = Rounded(body * NoteSize);
        return design with
        {
            Page = page,
            Margins = Margins(page, body),
            BodySize = body,
            Leading = Rounded(body * Leading),
            NoteSize = note,
            NoteLeading = NoteLeadingOf(note),
            ParagraphIndent = body * Indent,
        };
    }

    /// <summary>The distance of baselines that suits a size of notes.</summary>
    public Length NoteLeadingOf(Length noteSize) => Rounded(noteSize * NoteLeading);

    private PageMargins Margins(PageSize page, Length body)
    {
        // The same shares of every sheet, until the lines would grow too long.
        Length inner = page.Width * Inner, outer = page.Width * Outer;
        Length top = page.Height * Top, bottom = page.Height * Bottom;
        Length rest = page.Width - inner - outer - body * LongestMeasure;
        if (rest > Length.Zero)
        {
            inner += rest * InnerShareOfRest;
            outer += rest * (1 - InnerShareOfRest);
        }
        return new PageMargins(Rounded(top), Rounded(bottom), Rounded(inner), Rounded(outer));
    }

    /// <summary>To half points: sizes that people would choose.</summary>
    private static Length Rounded(Length length) => Length.FromPoints(Math.Round(length.Points * 2, MidpointRounding.AwayFromZero) / 2);
}
