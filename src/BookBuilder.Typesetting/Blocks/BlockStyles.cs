using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>The style sheet of the printed book: its design with every extent measured and every face named.</summary>
internal sealed record BlockStyles
{
    private readonly TextStyle _ragged;

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
            Expansion = design.Expansion, Protruding = design.Protruding,
            Alignment = design.Justified ? LineAlignment.Justified : LineAlignment.Left,
            Features = design.Figures == FigureStyle.OldStyle ? FontFeatures.OldStyleFigures : FontFeatures.None,
        };
        _ragged = Body with { Alignment = LineAlignment.Left, Hyphenated = false, Features = FontFeatures.None };
        ChapterLabel = Of(design.Chapter.Label);
        ChapterTitle = Aligned(Of(design.Chapter.Title), design.Chapter.Centered);
        Section = Of(design.Section.Type);
        Subsection = Of(design.Subsection.Type);
        Minor = Of(design.Minor.Type);
        Quote = Body with { Size = design.Of(design.Quotes.Size), Italic = design.Quotes.Italic };
        Code = Of(new TypeStyle { Face = DesignFace.Mono, Size = design.Code.Size, Leading = design.Code.Leading }) with { Features = FontFeatures.NoLigatures };
        Note = Body with { Size = design.NoteSize, Leading = design.NoteLeading };
        Caption = Aligned(Of(design.Captions.Type), design.Captions.Centered);
        CaptionLabel = Of(design.Captions.Label);
        Remark = Aligned(Of(design.Captions.Remark), design.Captions.Centered);
        TableText = Of(design.TableText);
        CalloutTitle = Of(design.Callouts.Title);
        Head = Of(design.Heads.Type);
        Folio = Head with { Features = Head.Features | FontFeatures.LiningFigures };
        ContentsPart = Of(design.Contents.Part);
        ContentsChapter = Of(design.Contents.Chapter);
        ContentsSection = Of(design.Contents.Section);
        NumberRoom = design.Of(design.NumberRoom);
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
    /// <summary>Parts in the contents.</summary>
    public TextStyle ContentsPart { get; }
    /// <summary>Chapters in the contents.</summary>
    public TextStyle ContentsChapter { get; }
    /// <summary>What stands below chapters in the contents.</summary>
    public TextStyle ContentsSection { get; }
    /// <summary>The room in the margin for the numbers of headings.</summary>
    public Length NumberRoom { get; }

    /// <summary>Whether the numbers of headings stand in the margin: the design wants it, and the margin left of the text is wide enough on every page.</summary>
    public bool NumbersInMargin => Design.Numbers == NumberPlace.Margin && LeftMargin >= NumberRoom + Size(1.5);
    /// <summary>The space between paragraphs.</summary>
    public Flex ParagraphSpace => Design.ParagraphSpace == Extent.Zero ? Flex.None : Flex.Around(Design.Of(Design.ParagraphSpace));
    /// <summary>The space around lists, quotations and other things set off: half a line, so that above and below make a whole one.</summary>
    public Flex SetOff => Flex.Around(Line / 2);
    /// <summary>The space around figures and tables.</summary>
    public Flex AroundFloat => new(Line, Line * 0.6, Line * 0.2);
    /// <summary>The least space between text and notes; the rule stands in it.</summary>
    public Length NoteGap => Line * 0.9;
    /// <summary>The space between notes.</summary>
    public Length BetweenNotes => Note.Leading * 0.15;
    /// <summary>The room for text on a page: as many whole lines as the text block holds.</summary>
    public Length PageHeight => Line * (int)(Design.TextHeight / Line);
    /// <summary>A share of the body's size.</summary>
    public Length Size(double share) => Design.BodySize * share;

    /// <summary>The type of headings of a level below the chapter's, and the white around them.</summary>
    public (TextStyle Style, Length Above, Length Below) HeadingOf(int level)
    {
        (HeadingDesign heading, TextStyle style) = level switch
        {
            <= 2 => (Design.Section, Section),
            3 => (Design.Subsection, Subsection),
            _ => (Design.Minor, Minor),
        };
        return (style, Design.Of(heading.Above), Design.Of(heading.Below));
    }

    /// <summary>A type of the design, ragged and undivided as all display is.</summary>
    public TextStyle Of(TypeStyle type)
    {
        Length size = Design.Of(type.Size);
        return _ragged with
        {
            Family = type.Face switch
            {
                DesignFace.Body => Design.BodyFont,
                DesignFace.Sans => Design.SansFont,
                DesignFace.Mono => Design.MonoFont,
                _ => throw new ArgumentOutOfRangeException(nameof(type)),
            },
            Features = type.Face == DesignFace.Sans ? FontFeatures.LiningFigures : _ragged.Features,
            Size = size, Leading = type.Leading.In(size, Line), Weight = type.Weight, Italic = type.Italic,
            Color = type.Ink.In(Design.Accent), Tracking = size * type.Tracking,
        };
    }

    /// <summary>A style in the middle of its measure, or at the left.</summary>
    public static TextStyle Aligned(TextStyle style, bool isCentered) => isCentered ? style with { Alignment = LineAlignment.Center } : style;

    private Length LeftMargin => Design.Sides == PrintedSides.One ? Design.Margins.Inner : Length.Min(Design.Margins.Inner, Design.Margins.Outer);
}
