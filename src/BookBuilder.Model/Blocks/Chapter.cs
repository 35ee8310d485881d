using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Model.Blocks;

/// <summary>What a chapter is to the book.</summary>
public enum ChapterRole
{
    /// <summary>Before the body, on roman pages: a preface, a dedication.</summary>
    FrontMatter,
    /// <summary>The title page of a part.</summary>
    Part,
    /// <summary>A chapter of the body.</summary>
    Body,
    /// <summary>An appendix: lettered.</summary>
    Appendix,
    /// <summary>After the body, unnumbered: an afterword, sources.</summary>
    BackMatter,
}

/// <summary>The text of a note.</summary>
/// <param name="Label">Its label, unique within the chapter file.</param>
/// <param name="Content">Its blocks.</param>
public sealed record NoteDefinition(string Label, ImmutableArray<Block> Content) : Node;

/// <summary>One file of the book, as the author wrote it.</summary>
public sealed record Chapter
{
    /// <summary>A name unique in the book, made of the file's name: "03-hardware". Letters, digits, hyphens.</summary>
    public required string Key { get; init; }
    /// <summary>The file, relative to the book's root.</summary>
    public required string Path { get; init; }
    /// <summary>What it is to the book.</summary>
    public required ChapterRole Role { get; init; }
    /// <summary>Its blocks. The first heading of level 1 is its title.</summary>
    public required ImmutableArray<Block> Content { get; init; }
    /// <summary>Its notes, in the order of their definition; every <see cref="NoteReference"/> in the chapter has one.</summary>
    public required ImmutableArray<NoteDefinition> Notes { get; init; }
    /// <summary>The messages about it that its author does not want to be told; usually none.</summary>
    public ImmutableArray<Silence> Silences { get; init; } = [];
}

/// <summary>The whole book, as its author wrote it.</summary>
/// <param name="Metadata">What a catalogue says of it.</param>
/// <param name="Design">How it is printed.</param>
/// <param name="Plan">What is numbered and listed.</param>
/// <param name="Chapters">In reading order, parts among them.</param>
public sealed record Book(BookMetadata Metadata, BookDesign Design, BookPlan Plan, ImmutableArray<Chapter> Chapters);
