using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Model.Design;

/// <summary>Where chapters may open.</summary>
public enum ChapterOpening
{
    /// <summary>On a right-hand page, after a blank page if need be.</summary>
    Right,
    /// <summary>On the next page, whichever side.</summary>
    Any,
    /// <summary>Right below the chapter before.</summary>
    RunOn,
}

/// <summary>How many sides of a sheet are printed.</summary>
public enum PrintedSides
{
    /// <summary>Both: inner and outer margins change sides on left-hand pages.</summary>
    Two,
    /// <summary>One: all pages are alike, the inner margin at the left.</summary>
    One,
}

/// <summary>The margins of a page; inner and outer change sides on left pages.</summary>
public sealed record PageMargins(Length Top, Length Bottom, Length Inner, Length Outer);

/// <summary>The shapes of figures in running text.</summary>
public enum FigureStyle
{
    /// <summary>As high as capitals.</summary>
    Lining,
    /// <summary>With ascenders and descenders, as small letters have them.</summary>
    OldStyle,
}

/// <summary>How the printed book looks: a complete set of measures. The default is the design "classic" on 6 x 9 in.</summary>
/// <remarks>The named designs are <see cref="NamedDesigns"/>; a design of one's own is one of them with some values changed.</remarks>
public sealed record BookDesign
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = NamedDesigns.ClassicName;

    /// <summary>The trimmed page. Default: 6 x 9 in.</summary>
    public PageSize Page { get; init; } = PageSize.Trade;
    /// <summary>Default: made for a measure of 324 pt on 6 x 9 in.</summary>
    public PageMargins Margins { get; init; } = new(Top: 63.Pt, Bottom: 63.Pt, Inner: 57.Pt, Outer: 51.Pt);
    /// <summary>How many sides of a sheet are printed. Default: both.</summary>
    public PrintedSides Sides { get; init; } = PrintedSides.Two;
    /// <summary>How far what reaches the trimmed edge goes on beyond it, so that no white shows where the knife errs. Default: nothing.</summary>
    public Length Bleed { get; init; }
    /// <summary>Whether marks outside the page show where to cut. Default: no.</summary>
    public bool CropMarks { get; init; }
    /// <summary>Whether lines of running text stand at the same heights on all pages: what stands between them takes whole lines. Default: no.</summary>
    public bool HasGrid { get; init; }
    /// <summary>Every so many lines of running text are numbered in the margin, anew on each page; 0 for none. Default: none.</summary>
    public int LineNumbers { get; init; }
    /// <summary>How measures follow from a page.</summary>
    public PageProportions Proportions { get; init; } = new();

    /// <summary>The family of the text. Default: Source Serif 4.</summary>
    public string BodyFont { get; init; } = "Source Serif 4";
    /// <summary>The family of headings' labels, tables and captions. Default: Source Sans 3.</summary>
    public string SansFont { get; init; } = "Source Sans 3";
    /// <summary>The family of code. Default: Source Code Pro.</summary>
    public string MonoFont { get; init; } = "Source Code Pro";
    /// <summary>The family of formulas. Default: STIX Two Math.</summary>
    public string MathFont { get; init; } = "STIX Two Math";

    /// <summary>The size of the text. Default: 10 pt.</summary>
    public Length BodySize { get; init; } = 10.Pt;
    /// <summary>The distance of baselines. Default: 13.5 pt.</summary>
    public Length Leading { get; init; } = 13.5.Pt;
    /// <summary>The size of notes. Default: 8 pt.</summary>
    public Length NoteSize { get; init; } = 8.Pt;
    /// <summary>The distance of baselines in notes. Default: 10.5 pt.</summary>
    public Length NoteLeading { get; init; } = 10.5.Pt;
    /// <summary>The first line's indent of a paragraph that follows another. Default: 14 pt.</summary>
    public Length ParagraphIndent { get; init; } = 14.Pt;
    /// <summary>The white between paragraphs. Default: none, they are indented.</summary>
    public Extent ParagraphSpace { get; init; }
    /// <summary>Whether text is justified; otherwise it is ragged right. Default: justified.</summary>
    public bool Justified { get; init; } = true;
    /// <summary>Whether words may be hyphenated. Default: they may.</summary>
    public bool Hyphenated { get; init; } = true;
    /// <summary>The figures of running text. Default: lining.</summary>
    public FigureStyle Figures { get; init; } = FigureStyle.Lining;
    /// <summary>Patterns and exceptions the book brings along for its hyphens. Default: none.</summary>
    public ImmutableArray<LanguagePatterns> Hyphenation { get; init; } = [];
    /// <summary>The share of themselves by which letters may grow or shrink so that word spaces stay even: 0 to 0.02. Default: 0.02.</summary>
    public double Expansion { get; init; } = 0.02;
    /// <summary>Whether punctuation and slanting letters hang a little out of the text block, so that its edges look even. Default: they do.</summary>
    public bool Protruding { get; init; } = true;
    /// <summary>The colour of links and of the design's accents. Default: a dark blue that prints as dark grey.</summary>
    public Color Accent { get; init; } = new(0x1f, 0x3f, 0x66);

    /// <summary>Where chapters open. Default: on right-hand pages.</summary>
    public ChapterOpening Opening { get; init; } = ChapterOpening.Right;
    /// <summary>Where the numbers of chapters and headings stand. Default: before their words.</summary>
    public NumberPlace Numbers { get; init; } = NumberPlace.Beside;
    /// <summary>The room in the margin for such numbers. Default: 4.5 em.</summary>
    public Extent NumberRoom { get; init; } = 4.5.Em;
    /// <summary>How a chapter opens.</summary>
    public OpeningDesign Chapter { get; init; } = ClassicParts.Chapter;
    /// <summary>Headings of level 2.</summary>
    public HeadingDesign Section { get; init; } = ClassicParts.Section;
    /// <summary>Headings of level 3.</summary>
    public HeadingDesign Subsection { get; init; } = ClassicParts.Subsection;
    /// <summary>Headings of level 4 and below.</summary>
    public HeadingDesign Minor { get; init; } = ClassicParts.Minor;
    /// <summary>Running heads and folios.</summary>
    public HeadsDesign Heads { get; init; } = ClassicParts.Heads;
    /// <summary>What stands before the text.</summary>
    public FrontDesign Front { get; init; } = ClassicParts.Front;
    /// <summary>Contents and lists.</summary>
    public ContentsDesign Contents { get; init; } = ClassicParts.Contents;
    /// <summary>Captions.</summary>
    public CaptionDesign Captions { get; init; } = ClassicParts.Captions;
    /// <summary>The cells of tables.</summary>
    public TypeStyle TableText { get; init; } = ClassicParts.TableText;
    /// <summary>Quotations.</summary>
    public QuoteDesign Quotes { get; init; } = new();
    /// <summary>Code.</summary>
    public CodeDesign Code { get; init; } = new();
    /// <summary>Callouts.</summary>
    public CalloutDesign Callouts { get; init; } = ClassicParts.Callouts;
    /// <summary>Lists.</summary>
    public ListDesign Lists { get; init; } = new();

    /// <summary>The width of the text block.</summary>
    public Length Measure => Page.Width - Margins.Inner - Margins.Outer;
    /// <summary>The height of the text block.</summary>
    public Length TextHeight => Page.Height - Margins.Top - Margins.Bottom;
    /// <summary>A distance of the design in its own type.</summary>
    public Length Of(Extent extent) => extent.In(BodySize, Leading);

    /// <summary>The same design on a page, its type and margins chosen for it.</summary>
    /// <param name="page">The trimmed page.</param>
    /// <param name="size">The size of the text; null for what suits the page.</param>
    public BookDesign On(PageSize page, Length? size = null) => Proportions.Fit(this, page, size);
}
