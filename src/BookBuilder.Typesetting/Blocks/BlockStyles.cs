using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>The style sheet of the printed book, made of its design. Every size follows the body's, every space its leading.</summary>
internal sealed record BlockStyles
{
    /// <summary>The style sheet of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="language">The book's language, a BCP 47 tag.</param>
    public static BlockStyles Of(BookDesign design, string language) => new(design, language);

    private BlockStyles(BookDesign design, string language)
    {
        Design = design;
        Line = design.Leading;
        Body = new TextStyle
        {
            Family = design.BodyFont, MonoFamily = design.MonoFont, MathFamily = design.MathFont,
            Size = design.BodySize, Leading = design.Leading, Language = language, Hyphenated = design.Hyphenated,
            Alignment = design.Justified ? LineAlignment.Justified : LineAlignment.Left,
        };
        TextStyle ragged = Body with { Alignment = LineAlignment.Left, Hyphenated = false };
        TextStyle sans = ragged with { Family = design.SansFont, Features = FontFeatures.LiningFigures };
        ChapterLabel = Sized(sans, 0.85, 1.35) with { Weight = 600, Color = design.Accent, Tracking = Size(0.065) };
        ChapterTitle = Sized(ragged, 2.4, 2.85);
        Section = Sized(ragged, 1.25, 1.6) with { Weight = 600 };
        Subsection = Sized(ragged, 1.05, 1.35) with { Weight = 600, Italic = true };
        Minor = Sized(sans, 0.95, 1.35) with { Weight = 600 };
        Quote = Body with { Size = Size(0.95) };
        Attribution = Quote with { Alignment = LineAlignment.Right, Hyphenated = false };
        Code = Sized(ragged, 0.83, 1.1) with { Family = design.MonoFont, Features = FontFeatures.NoLigatures };
        Note = Body with { Size = design.NoteSize, Leading = design.NoteLeading };
        Caption = Sized(sans, 0.85, 1.15);
        CaptionLabel = Caption with { Weight = 600 };
        Remark = Sized(sans, 0.78, 1.05);
        TableText = Sized(sans, 0.85, 1.15);
        CalloutTitle = Sized(sans, 0.9, 1.35) with { Weight = 600, Color = design.Accent };
        Head = Sized(sans, 0.8, 1.1);
        Folio = Head with { Features = FontFeatures.LiningFigures };
        ContentsChapter = ragged with { Weight = 600 };
        ContentsSection = ragged;
    }

    /// <summary>The design it is made of.</summary>
    public BookDesign Design { get; }
    /// <summary>One line of the grid.</summary>
    public Length Line { get; }
    /// <summary>Running text.</summary>
    public TextStyle Body { get; }
    /// <summary>"Chapter 3" above a chapter's title.</summary>
    public TextStyle ChapterLabel { get; }
    /// <summary>A chapter's title.</summary>
    public TextStyle ChapterTitle { get; }
    /// <summary>Headings of level 2.</summary>
    public TextStyle Section { get; }
    /// <summary>Headings of level 3.</summary>
    public TextStyle Subsection { get; }
    /// <summary>Headings of level 4 and below.</summary>
    public TextStyle Minor { get; }
    /// <summary>Quotations set off.</summary>
    public TextStyle Quote { get; }
    /// <summary>Who is quoted.</summary>
    public TextStyle Attribution { get; }
    /// <summary>Lines of code.</summary>
    public TextStyle Code { get; }
    /// <summary>Notes at the foot.</summary>
    public TextStyle Note { get; }
    /// <summary>Captions.</summary>
    public TextStyle Caption { get; }
    /// <summary>"Figure 3.1".</summary>
    public TextStyle CaptionLabel { get; }
    /// <summary>Sources and remarks under figures and tables.</summary>
    public TextStyle Remark { get; }
    /// <summary>The cells of tables.</summary>
    public TextStyle TableText { get; }
    /// <summary>The title of a callout.</summary>
    public TextStyle CalloutTitle { get; }
    /// <summary>Running heads.</summary>
    public TextStyle Head { get; }
    /// <summary>Page numbers.</summary>
    public TextStyle Folio { get; }
    /// <summary>Chapters in the contents.</summary>
    public TextStyle ContentsChapter { get; }
    /// <summary>What stands below chapters in the contents.</summary>
    public TextStyle ContentsSection { get; }

    /// <summary>The space around lists, quotations and other things set off: half a line, so that above and below make a whole one.</summary>
    public Flex SetOff => Flex.Around(Line / 2);
    /// <summary>The space around figures and tables.</summary>
    public Flex AroundFloat => new(Line, Line * 0.6, Line * 0.2);
    /// <summary>The room for text on a page: as many whole lines as the text block holds.</summary>
    public Length PageHeight => Line * (int)(Design.TextHeight / Line);
    /// <summary>A share of the body's size.</summary>
    public Length Size(double share) => Design.BodySize * share;

    private TextStyle Sized(TextStyle style, double size, double leading) =>
        style with { Size = Design.BodySize * size, Leading = Design.BodySize * leading };
}
