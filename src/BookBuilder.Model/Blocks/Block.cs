using System.Collections.Immutable;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Model.Blocks;

/// <summary>A piece of the book that stands for itself. A closed set: every output has a case for each.</summary>
public abstract record Block : Node
{
    private protected Block() { }
}

/// <summary>A heading. Level 1 is the chapter's title; a chapter file has exactly one.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Content">What is printed, without its number.</param>
public sealed record Heading(int Level, ImmutableArray<Inline> Content) : Block
{
    /// <summary>Whether it takes a number (<c>{.unnumbered}</c> and <c>{-}</c> do not).</summary>
    public bool IsNumbered { get; init; } = true;
    /// <summary>A shorter form for running heads (<c>{short="…"}</c>); null when not given.</summary>
    public string? ShortTitle => Attributes["short"];
}

/// <summary>A paragraph.</summary>
public sealed record Paragraph(ImmutableArray<Inline> Content) : Block;

/// <summary>How a list counts.</summary>
public enum ListStyle
{
    /// <summary>Not at all: bullets.</summary>
    Bullet,
    /// <summary>1. 2. 3.</summary>
    Decimal,
    /// <summary>a. b. c.</summary>
    LowerAlpha,
    /// <summary>A. B. C.</summary>
    UpperAlpha,
    /// <summary>i. ii. iii.</summary>
    LowerRoman,
    /// <summary>I. II. III.</summary>
    UpperRoman,
}

/// <summary>A list.</summary>
/// <param name="Style">How it counts.</param>
/// <param name="Start">The first number; 1 for bullets.</param>
/// <param name="IsTight">Whether items follow each other without space.</param>
/// <param name="Items">The items; never empty.</param>
public sealed record ListBlock(ListStyle Style, int Start, bool IsTight, ImmutableArray<ListItem> Items) : Block;

/// <summary>One item of a list.</summary>
/// <param name="Content">Its blocks; may be empty.</param>
/// <param name="IsDone">For a task: whether it is ticked. Null when the item is no task.</param>
public sealed record ListItem(ImmutableArray<Block> Content, bool? IsDone = null) : Node;

/// <summary>Terms and what they mean.</summary>
public sealed record DefinitionList(ImmutableArray<DefinitionItem> Items) : Block;

/// <summary>One or more terms with one or more definitions.</summary>
public sealed record DefinitionItem(ImmutableArray<DefinitionTerm> Terms, ImmutableArray<Definition> Definitions) : Node;

/// <summary>A term that is defined.</summary>
public sealed record DefinitionTerm(ImmutableArray<Inline> Content) : Node;

/// <summary>What a term means.</summary>
public sealed record Definition(ImmutableArray<Block> Content) : Node;

/// <summary>A quotation set off from the text.</summary>
/// <param name="Content">Its blocks.</param>
/// <param name="Attribution">Who said it, without the dash; empty when not said.</param>
public sealed record BlockQuote(ImmutableArray<Block> Content, ImmutableArray<Inline> Attribution) : Block;

/// <summary>Lines of code, printed as written.</summary>
/// <param name="Code">The lines, separated by U+000A, without a last line end.</param>
/// <param name="Language">The language's name in lower case; null when not said.</param>
public sealed record CodeBlock(string Code, string? Language) : Block
{
    /// <summary>Its caption, without "Listing 3.1"; empty when there is none. With a caption or a label of its own it takes a number.</summary>
    public ImmutableArray<Inline> Caption { get; init; } = [];
}

/// <summary>A formula on a line of its own; numbered when it has a label.</summary>
public sealed record MathBlock(MathExpression Math) : Block;

/// <summary>Where a figure or table may stand in print (<c>place=top</c>). The EPUB sets each at its place in the text.</summary>
public enum Placement
{
    /// <summary>At its place in the text, else at the top of the next page: what is not said.</summary>
    Near,
    /// <summary>At its place in the text, wherever the page ends.</summary>
    Here,
    /// <summary>At the top of its page or of the next one.</summary>
    Top,
    /// <summary>On a page of its own.</summary>
    Page,
}

/// <summary>A picture with its caption. It takes a number when it has a caption or a label.</summary>
/// <param name="Source">The picture's file, relative to the book's root with forward slashes.</param>
/// <param name="AlternativeText">What it says to those who do not see it; empty only when it is declared decorative.</param>
/// <param name="Caption">Its caption, without "Figure 3.2"; empty when there is none.</param>
/// <param name="Notes">Source and remarks set smaller under the caption; usually empty.</param>
public sealed record Figure(string Source, string AlternativeText, ImmutableArray<Inline> Caption, ImmutableArray<Block> Notes) : Block
{
    /// <summary>The width the author asked for; null when not said.</summary>
    public RelativeWidth? Width { get; init; }
    /// <summary>Where the author wants it in print.</summary>
    public Placement Placement { get; init; }
}

/// <summary>A width: a share of the measure (0 to 1), or a fixed one.</summary>
/// <param name="Share">The share of the measure; null when fixed.</param>
/// <param name="Fixed">The fixed width; null when a share.</param>
public sealed record RelativeWidth(double? Share, Units.Length? Fixed);

/// <summary>Where cells stand in their column.</summary>
public enum ColumnAlignment
{
    /// <summary>As usual: left, or on the decimal when most cells are numbers.</summary>
    Default,
    /// <summary>Left.</summary>
    Left,
    /// <summary>Centred.</summary>
    Center,
    /// <summary>Right.</summary>
    Right,
}

/// <summary>A table. It takes a number when it has a caption or a label.</summary>
/// <param name="Columns">One for each column; never empty.</param>
/// <param name="Head">The head's rows; may be empty.</param>
/// <param name="Body">The body's rows.</param>
/// <param name="Caption">Its caption, without "Table 4.1"; empty when there is none.</param>
/// <param name="Notes">Source and remarks under it; usually empty.</param>
public sealed record Table(
    ImmutableArray<TableColumn> Columns,
    ImmutableArray<TableRow> Head,
    ImmutableArray<TableRow> Body,
    ImmutableArray<Inline> Caption,
    ImmutableArray<Block> Notes) : Block
{
    /// <summary>In print, set the body in so many parts side by side (<c>fold=2</c>). Default: 1.</summary>
    public int Fold { get; init; } = 1;
    /// <summary>Where the author wants it in print.</summary>
    public Placement Placement { get; init; }
    /// <summary>In print, what is done when the table is wider than the text (<c>fit=landscape</c>). Default: whatever disturbs least.</summary>
    public WideTableFit Fit { get; init; } = WideTableFit.Automatic;
}

/// <summary>What is done in print with a table that is wider than the text.</summary>
public enum WideTableFit
{
    /// <summary>Smaller type, else a turned page, else several tables.</summary>
    Automatic,
    /// <summary>Smaller type and nothing else.</summary>
    Shrink,
    /// <summary>A page of its own, turned by a quarter, whether it is too wide or not.</summary>
    Landscape,
    /// <summary>Several tables below each other, the first column in each, in type of the usual size.</summary>
    Split,
    /// <summary>Nothing: it sticks out.</summary>
    None,
}

/// <summary>A column of a table.</summary>
/// <param name="Alignment">Where its cells stand.</param>
/// <param name="Share">The share of the width the author asked for, 0 to 1; null when not said.</param>
public sealed record TableColumn(ColumnAlignment Alignment, double? Share = null);

/// <summary>A row of a table. Cells covered by a span from above or from the left are not repeated.</summary>
public sealed record TableRow(ImmutableArray<TableCell> Cells) : Node;

/// <summary>A cell of a table.</summary>
/// <param name="Content">Its blocks; may be empty.</param>
public sealed record TableCell(ImmutableArray<Block> Content) : Node
{
    /// <summary>How many columns it covers; at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;
    /// <summary>How many rows it covers; at least 1.</summary>
    public int RowSpan { get; init; } = 1;
}

/// <summary>A break in the thought: a small ornament or a gap.</summary>
public sealed record ThematicBreak : Block;

/// <summary>A deliberate new page in print; nothing in the EPUB.</summary>
public sealed record PageBreak : Block;

/// <summary>The kinds of callout.</summary>
public enum CalloutKind
{
    /// <summary>A remark.</summary>
    Note,
    /// <summary>Advice.</summary>
    Tip,
    /// <summary>Something not to miss.</summary>
    Important,
    /// <summary>Something that may go wrong.</summary>
    Warning,
    /// <summary>Something that may do harm.</summary>
    Caution,
}

/// <summary>A box beside the argument.</summary>
/// <param name="Kind">Its kind; it gives the title when none is written.</param>
/// <param name="Title">The author's title; empty for the kind's own word.</param>
/// <param name="Content">Its blocks.</param>
public sealed record Callout(CalloutKind Kind, ImmutableArray<Inline> Title, ImmutableArray<Block> Content) : Block;

/// <summary>A stretch of blocks with a class or a language (<c>::: {.epigraph}</c>). Known in print: "epigraph", "center", "verse"; others pass through.</summary>
public sealed record Division(ImmutableArray<Block> Content) : Block;

/// <summary>The kinds of statement that mathematics sets apart. Those before <see cref="Proof"/> are numbered, each kind by itself.</summary>
public enum StatementKind
{
    /// <summary>A theorem.</summary>
    Theorem,
    /// <summary>A lemma.</summary>
    Lemma,
    /// <summary>A corollary.</summary>
    Corollary,
    /// <summary>A proposition.</summary>
    Proposition,
    /// <summary>A conjecture.</summary>
    Conjecture,
    /// <summary>A definition.</summary>
    Definition,
    /// <summary>An example.</summary>
    Example,
    /// <summary>An exercise.</summary>
    Exercise,
    /// <summary>A hypothesis.</summary>
    Hypothesis,
    /// <summary>A proof; not numbered.</summary>
    Proof,
    /// <summary>A remark; not numbered.</summary>
    Remark,
    /// <summary>A solution; not numbered.</summary>
    Solution,
}

/// <summary>A statement set apart, with its number: "Theorem 2.1 (Pythagoras)" (<c>::: {.theorem #thm-x name="Pythagoras"}</c>). Resolution replaces it by a
/// <see cref="Division"/> that begins with those words.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">What it is called by; empty when it has no name.</param>
/// <param name="Content">Its blocks.</param>
public sealed record Statement(StatementKind Kind, ImmutableArray<Inline> Name, ImmutableArray<Block> Content) : Block;

/// <summary>The place where the list of sources is to stand (<c>::: {.sources}</c>); resolution replaces it by ordinary blocks.</summary>
public sealed record SourcesPlaceholder : Block;

/// <summary>The part a line plays on a page of the front matter.</summary>
public enum DisplayRole
{
    /// <summary>The title on the half-title page.</summary>
    HalfTitle,
    /// <summary>The title.</summary>
    Title,
    /// <summary>The subtitle.</summary>
    Subtitle,
    /// <summary>An author.</summary>
    Author,
    /// <summary>Where the authors work or study.</summary>
    Affiliation,
    /// <summary>The date.</summary>
    Date,
    /// <summary>The publisher.</summary>
    Publisher,
    /// <summary>A line of the copyright page.</summary>
    Imprint,
    /// <summary>"Part I".</summary>
    PartLabel,
    /// <summary>The title of a part.</summary>
    PartTitle,
}

/// <summary>A line of the half-title, title, copyright or part page. Made by resolution.</summary>
public sealed record DisplayLine(DisplayRole Role, ImmutableArray<Inline> Content) : Block;

/// <summary>The entries of the contents, or of a list of figures or tables. Made by resolution; the page numbers are the typesetter's.</summary>
public sealed record ContentsList(ImmutableArray<ContentsEntry> Entries) : Block;

/// <summary>One line of the contents.</summary>
/// <param name="Level">1 chapters (and parts), 2 sections … ; 1 in lists of figures and tables.</param>
/// <param name="Number">"3.2", "A", "4.1"; empty when the thing is not numbered.</param>
/// <param name="Title">Heading or caption without note marks.</param>
/// <param name="Target">Where it leads.</param>
public sealed record ContentsEntry(int Level, string Number, ImmutableArray<Inline> Title, NodeId Target) : Node
{
    /// <summary>Whether the entry is a part, set off from the chapters.</summary>
    public bool IsPart { get; init; }
}
