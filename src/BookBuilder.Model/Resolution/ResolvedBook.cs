using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Model.Resolution;

/// <summary>The book with every number and word settled, except page numbers. Both outputs read it; neither counts.</summary>
public sealed record ResolvedBook
{
    /// <summary>What a catalogue says of it.</summary>
    public required BookMetadata Metadata { get; init; }
    /// <summary>How it is printed.</summary>
    public required BookDesign Design { get; init; }
    /// <summary>What is numbered and listed.</summary>
    public required BookPlan Plan { get; init; }
    /// <summary>The words the book itself says, in its language.</summary>
    public required BookTerms Terms { get; init; }
    /// <summary>All sections in reading order: half-title, title page, copyright page, contents, lists, front matter, parts, chapters, appendices, back matter.</summary>
    public required ImmutableArray<ResolvedChapter> Chapters { get; init; }
    /// <summary>The tree of headings, parts above chapters; what the PDF outline and the EPUB's navigation show, to all levels.</summary>
    public required ImmutableArray<OutlineEntry> Outline { get; init; }
    /// <summary>The figures that have a number, in order.</summary>
    public required ImmutableArray<ContentsEntry> Figures { get; init; }
    /// <summary>The tables that have a number, in order.</summary>
    public required ImmutableArray<ContentsEntry> Tables { get; init; }
    /// <summary>The number and name of each numbered node (headings, figures, tables, equations).</summary>
    public required FrozenDictionary<NodeId, NumberLabel> Labels { get; init; }
    /// <summary>The anchor of every node that something may lead to: unique in the book, letters, digits, hyphens. Headings, figures, tables, equations, notes, note marks, anything with a label.</summary>
    public required FrozenDictionary<NodeId, string> Anchors { get; init; }

    /// <summary>The keys of the sections with references that name the page of their target.</summary>
    public FrozenSet<string> ReferringToPages { get; init; } = [];

    /// <summary>The blocks that list the sources of the notes, made by resolution; usually none.</summary>
    public FrozenSet<NodeId> SourceLists { get; init; } = [];

    /// <summary>The number and name of a node, or null when it has none.</summary>
    public NumberLabel? LabelOf(Node node) => Labels.GetValueOrDefault(node.Id);
}

/// <summary>What a section of the resolved book is.</summary>
public enum SectionRole
{
    /// <summary>The half-title page.</summary>
    HalfTitle,
    /// <summary>The title page.</summary>
    TitlePage,
    /// <summary>The copyright page.</summary>
    Copyright,
    /// <summary>The table of contents.</summary>
    Contents,
    /// <summary>The list of figures.</summary>
    ListOfFigures,
    /// <summary>The list of tables.</summary>
    ListOfTables,
    /// <summary>A preface or the like.</summary>
    FrontMatter,
    /// <summary>The page of a part.</summary>
    Part,
    /// <summary>A chapter.</summary>
    Chapter,
    /// <summary>An appendix.</summary>
    Appendix,
    /// <summary>An afterword or the like.</summary>
    BackMatter,
}

/// <summary>One section of the resolved book: a chapter, or a page or list of the front matter.</summary>
public sealed record ResolvedChapter
{
    /// <summary>A name unique in the book; the EPUB's file is called by it.</summary>
    public required string Key { get; init; }
    /// <summary>What it is.</summary>
    public required SectionRole Role { get; init; }
    /// <summary>The id of the section as a whole (its Sect in the tag tree).</summary>
    public required NodeId Id { get; init; }
    /// <summary>Its title as plain text, without number and note marks: "Hardware".</summary>
    public required string Title { get; init; }
    /// <summary>A shorter title for running heads; equal to <see cref="Title"/> when the author gave none.</summary>
    public required string ShortTitle { get; init; }
    /// <summary>Its number and name ("Chapter", "3"); null when it is not numbered.</summary>
    public required NumberLabel? Label { get; init; }
    /// <summary>Its blocks, the title among them as a heading of level 1 (or display lines on title, copyright and part pages).</summary>
    public required ImmutableArray<Block> Content { get; init; }
    /// <summary>Its notes, in the order of their first marks.</summary>
    public required ImmutableArray<ResolvedNote> Notes { get; init; }
}

/// <summary>A numbered note.</summary>
/// <param name="Mark">Its number as printed: "3".</param>
/// <param name="Content">Its blocks.</param>
/// <param name="FirstMark">The <see cref="NoteMark"/> it belongs to; the way back.</param>
public sealed record ResolvedNote(string Mark, ImmutableArray<Block> Content, NodeId FirstMark) : Node;

/// <summary>A number with its name.</summary>
/// <param name="Name">"Figure", "Chapter", "Appendix"; empty for sections and equations.</param>
/// <param name="Number">"3.2", "A", "(4.1)" without the parentheses.</param>
public sealed record NumberLabel(string Name, string Number)
{
    /// <summary>"Figure 3.2", or the number alone.</summary>
    public string Text => Name.Length == 0 ? Number : $"{Name}\u00a0{Number}";
}

/// <summary>A heading in the tree of headings.</summary>
/// <param name="Number">"3.2"; empty when not numbered.</param>
/// <param name="Title">Plain text without note marks.</param>
/// <param name="Level">0 part, 1 chapter, 2 section …</param>
/// <param name="Target">The heading (or the part page's section id).</param>
/// <param name="Children">What stands below it.</param>
public sealed record OutlineEntry(string Number, string Title, int Level, NodeId Target, ImmutableArray<OutlineEntry> Children);
