using System.Collections.Immutable;
using BookBuilder.Epub;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Pdf;

namespace BookBuilder.Manifest;

/// <summary>What book.yml says, checked, with every default in place.</summary>
public sealed record BookManifest
{
    /// <summary>What a catalogue says; its title is empty when none is given, its identifiers may be.</summary>
    public required BookMetadata Metadata { get; init; }
    /// <summary>How the book is printed.</summary>
    public BookDesign Design { get; init; } = new();
    /// <summary>What is numbered and listed.</summary>
    public BookPlan Plan { get; init; } = new();
    /// <summary>What is listed, in reading order: front matter, parts and chapters, appendices, back matter.</summary>
    public ImmutableArray<ManifestChapter> Chapters { get; init; } = [];
    /// <summary>Whether the body is listed. Otherwise it is the folder's Markdown files, but for those that are listed as something else.</summary>
    public bool ListsBody { get; init; }
    /// <summary>The cover's file; null when one is to be made.</summary>
    public ManifestFile? Cover { get; init; }
    /// <summary>What the cover shows; null when not said.</summary>
    public string? CoverAlternativeText { get; init; }
    /// <summary>Font files beside those that come with the program; usually empty.</summary>
    public ImmutableArray<ManifestFile> FontFiles { get; init; } = [];
    /// <summary>Files of hyphenation patterns and exceptions; usually empty.</summary>
    public ImmutableArray<ManifestFile> PatternFiles { get; init; } = [];
    /// <summary>The families the manifest asks for by name, to be held against the fonts there are: key ("pdf.fonts.body"), family, place.</summary>
    public ImmutableArray<ManifestFamily> Families { get; init; } = [];
    /// <summary>The standards the PDF is to keep; none when the author wants none.</summary>
    public ImmutableArray<PdfClaim> PdfStandards { get; init; } = PdfClaim.Usual;
    /// <summary>What concerns the EPUB only.</summary>
    public EpubSettings Epub { get; init; } = new();
    /// <summary>The handouts it names, in order; usually none.</summary>
    public ImmutableArray<ManifestHandout> Handouts { get; init; } = [];
    /// <summary>Which messages matter more, or not at all.</summary>
    public ManifestDiagnostics Diagnostics { get; init; } = new();
    /// <summary>The folder for outputs, below the book's root; null for "output" under the current folder.</summary>
    public string? OutputFolder { get; init; }
    /// <summary>The outputs' name without extension; null for one made of the title.</summary>
    public string? OutputName { get; init; }
}

/// <summary>A file that book.yml names.</summary>
/// <param name="Path">Normalized.</param>
/// <param name="Span">Where it is named.</param>
public sealed record ManifestFile(string Path, SourceSpan Span);

/// <summary>A family that book.yml names.</summary>
public sealed record ManifestFamily(string Key, string Family, SourceSpan Span);

/// <summary>A chapter that book.yml lists.</summary>
/// <param name="Role">What it is to the book.</param>
/// <param name="Path">Its file, normalized; null for a part that is only a title.</param>
/// <param name="Title">The title of a part without a file; else null.</param>
/// <param name="Span">Where it is listed.</param>
public sealed record ManifestChapter(ChapterRole Role, string? Path, string? Title, SourceSpan Span);

/// <summary>What concerns the EPUB only.</summary>
public sealed record EpubSettings
{
    /// <summary>Whether the book's fonts travel in it. Default: no, the reader's are used.</summary>
    public bool Fonts { get; init; }
    /// <summary>The element that holds a note: "aside" or "div". Default: aside.</summary>
    public string NoteElement { get; init; } = "aside";
    /// <summary>Whether it says where the printed pages begin. Default: it does.</summary>
    public bool PageList { get; init; } = true;
    /// <summary>What its author says of its accessibility.</summary>
    public EpubAccessibility Accessibility { get; init; } = new();
}

/// <summary>Which messages matter more, or not at all.</summary>
public sealed record ManifestDiagnostics
{
    /// <summary>Warnings that count as errors. Default: none.</summary>
    public ImmutableArray<CodePattern> Errors { get; init; } = [];
    /// <summary>Warnings and remarks that are not told, each with its place. Default: none.</summary>
    public ImmutableArray<Silence> Ignored { get; init; } = [];
}
