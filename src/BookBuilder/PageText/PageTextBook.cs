using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>A book made of the text of its pages, in the dialect of this program, with all that was decided on the way.</summary>
public sealed record PageTextBook
{
    /// <summary>What its title page says.</summary>
    public required PageTextMetadata Metadata { get; init; }
    /// <summary>Its parts, chapters, appendices and what stands before and after them, in reading order.</summary>
    public required ImmutableArray<PageTextChapter> Chapters { get; init; }
    /// <summary>The placeholders of pictures that the source has lost.</summary>
    public required ImmutableArray<PlaceholderPicture> Pictures { get; init; }
    /// <summary>The numbers that were printed, in reading order, to be held against those the book will have.</summary>
    public required ImmutableArray<TypedNumber> TypedNumbers { get; init; }
    /// <summary>The deepest level of heading whose numbers were printed; 0 when none were.</summary>
    public int NumberedDepth { get; init; }
    /// <summary>Whether notes are numbered through the book.</summary>
    public bool NotesRunThrough { get; init; }
    /// <summary>Every decision, in the order of the lines.</summary>
    public required ImmutableArray<PageTextDecision> Decisions { get; init; }
    /// <summary>What was found.</summary>
    public required PageTextCounts Counts { get; init; }
    /// <summary>What the author should know, in the order of the lines.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}

/// <summary>What a title page says.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Subtitle">Null when there is none.</param>
/// <param name="Authors">In their order; may be empty.</param>
/// <param name="Date">Null when none is given or it can be read in two ways.</param>
/// <param name="Language">A BCP 47 tag.</param>
public sealed record PageTextMetadata(string Title, string? Subtitle, ImmutableArray<string> Authors, DateOnly? Date, string Language);

/// <summary>A part, a chapter or the like.</summary>
/// <param name="Path">Its file in the new book; empty for a part, which is a title only.</param>
/// <param name="Role">What it is to the book.</param>
/// <param name="Title">Its title as Markdown.</param>
/// <param name="Markdown">The file's text; empty for a part.</param>
public sealed record PageTextChapter(string Path, ChapterRole Role, string Title, string Markdown);

/// <summary>A picture that stands in for one that the source has lost.</summary>
/// <param name="Path">Its file in the new book.</param>
/// <param name="Line">Where the picture stood, or where the text speaks of it.</param>
/// <param name="Caption">The caption as plain text; null when it has none.</param>
public sealed record PlaceholderPicture(string Path, int Line, string? Caption);

/// <summary>A number as the source printed it.</summary>
/// <param name="Line">Where.</param>
/// <param name="Kind">What has it.</param>
/// <param name="Number">"3.2", "A", "4.1".</param>
/// <param name="Words">The title or caption.</param>
public sealed record TypedNumber(int Line, TypedNumberKind Kind, string Number, string Words);

/// <summary>What a printed number belongs to.</summary>
public enum TypedNumberKind
{
    /// <summary>A chapter, section or appendix.</summary>
    Heading,
    /// <summary>A figure.</summary>
    Figure,
    /// <summary>A table.</summary>
    Table,
}

/// <summary>What the import found.</summary>
public sealed record PageTextCounts
{
    /// <summary>Chapters, without parts, appendices and what stands before and after them.</summary>
    public int Chapters { get; init; }
    /// <summary>Headings of level 2.</summary>
    public int Sections { get; init; }
    /// <summary>Headings of level 3.</summary>
    public int Subsections { get; init; }
    /// <summary>Notes that are marked in the text.</summary>
    public int Notes { get; init; }
    /// <summary>Marks of notes.</summary>
    public int Marks { get; init; }
    /// <summary>Notes that had lost their text in the source.</summary>
    public int CollidedNotes { get; init; }
    /// <summary>Paragraphs and list items joined across page breaks.</summary>
    public int Joined { get; init; }
    /// <summary>Paragraphs without an end that were not joined.</summary>
    public int OpenEnds { get; init; }
    /// <summary>Tables.</summary>
    public int Tables { get; init; }
    /// <summary>Captions that stand at a figure or table.</summary>
    public int Captions { get; init; }
    /// <summary>Placeholders of lost pictures.</summary>
    public int MissingPictures { get; init; }
    /// <summary>Rows of the printed contents.</summary>
    public int ContentsRows { get; init; }
    /// <summary>Differences between the printed contents and the headings.</summary>
    public int ContentsDifferences { get; init; }
    /// <summary>Printed numbers of headings, figures and tables that the new book will not give.</summary>
    public int NumberDifferences { get; init; }
    /// <summary>Paragraphs, without the remarks under figures.</summary>
    public int Paragraphs { get; init; }
    /// <summary>List items.</summary>
    public int Items { get; init; }
}
