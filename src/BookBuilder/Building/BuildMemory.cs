using System.Collections.Immutable;
using BookBuilder.Epub;
using BookBuilder.Files;
using BookBuilder.Graphics;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Building;

/// <summary>What the passes of a build leave for those of the next, each for its own. One build has it at a time.</summary>
/// <remarks>Whatever comes again unchanged is the very same object again: the chapter that was read of the same bytes, the resolved chapter of the same chapter, its
/// pages, their streams. So each pass sees by identity what it need not do once more.</remarks>
/// <param name="options">How the book is built: limits and drafts change what is made of the same files.</param>
/// <param name="keeps">Whether anything is kept; false for a build that nothing will follow.</param>
internal sealed class BuildMemory(BuildOptions options, bool keeps) : IDisposable
{
    private BookFonts? _fonts;

    /// <summary>The memory of a build that nothing goes before and nothing follows.</summary>
    public static BuildMemory None => new(new BuildOptions(), keeps: false);

    /// <summary>Whether what it holds was made as these options ask.</summary>
    public bool Serves(BuildOptions other) => other.Limits == options.Limits && other.Draft == options.Draft;

    /// <summary>What builds of other processes left; null when nothing is taken from them.</summary>
    public BuildShelf? Shelf { get; set; }

    /// <summary>book.yml as it was read.</summary>
    public Latest<SourceFile, Reported<BookManifest?>> Manifest { get; } = new(keeps);
    /// <summary>The metadata with a title and an identifier.</summary>
    public Latest<(BookMetadata Given, string Title), BookMetadata> Metadata { get; } = new(keeps);
    /// <summary>The design with the hyphenation that the book brings along.</summary>
    public Latest<(BookManifest, NamedFiles), Reported<BookDesign>> Design { get; } = new(keeps);
    /// <summary>The design as the caller leaves it.</summary>
    public Latest<(BookDesign Design, Func<BookDesign, BookDesign> Change), BookDesign> OwnDesign { get; } = new(keeps);
    /// <summary>Chapters as they were read.</summary>
    public Remembered<ChapterFile, ReadChapter> Chapters { get; } = new(keeps, EqualityComparer<ChapterFile>.Default);
    /// <summary>What the limits say of them.</summary>
    public Remembered<Chapter, ChapterMeasure> Measures { get; } = new(keeps);
    /// <summary>What they count.</summary>
    public Remembered<Chapter, BookCounts> Counts { get; } = new(keeps);
    /// <summary>Chapters with their pictures' paths settled.</summary>
    public Remembered<Chapter, SettledPaths> Paths { get; } = new(keeps);
    /// <summary>The files of the book when these were settled.</summary>
    public ImmutableArray<string> Listing { get; set; } = [];
    /// <summary>Pictures as they were read.</summary>
    public Remembered<SourceFile, ReadPicture> Pictures { get; } = new(keeps, EqualityComparer<SourceFile>.Default);
    /// <summary>The pictures of the last build together.</summary>
    public Pictures? AllPictures { get; set; }
    /// <summary>The author's cover.</summary>
    public Latest<(BookManifest, BookMetadata, SourceFile), Reported<BookCover?>> GivenCover { get; } = new(keeps);
    /// <summary>A cover that was made.</summary>
    public Latest<(BookMetadata Metadata, BookDesign Design, BookFonts Fonts), BookCover> MadeCover { get; } = new(keeps);
    /// <summary>The fonts, and what was said of them.</summary>
    public Latest<(BookManifest, NamedFiles), Reported<BookFonts>> Fonts { get; } = new(keeps);

    /// <summary>For the resolver.</summary>
    public ResolutionMemory Resolution { get; } = new(keeps);
    /// <summary>For the composer.</summary>
    public CompositionMemory Composition { get; private set; } = new(keeps);

    /// <summary>For the writer of the PDF.</summary>
    public PdfMemory Pdf { get; private set; } = new(keeps);

    /// <summary>For the writer of the EPUB.</summary>
    public EpubMemory Epub { get; } = new(keeps);

    /// <summary>Takes the faces that this build has: what was set in others is forgotten with them.</summary>
    public void Hold(BookFonts fonts)
    {
        if (ReferenceEquals(_fonts, fonts)) return;
        (Composition, Pdf) = (new(keeps), new(keeps));
        _fonts?.Dispose();
        _fonts = fonts;
    }

    /// <summary>Gives the passes that follow what builds of other processes left.</summary>
    public void Use(BookFonts fonts, Pictures pictures)
    {
        Resolution.Use(Shelf?.Place, Shelf?.Manifest ?? default);
        Composition.Use(Shelf is null ? null : new CompositionShelf(Shelf.Place, Shelf.Look, Shelf.Shown, fonts.Library));
        Pdf.Use(Shelf is null ? null : new PdfShelf(Shelf.Place, new FrameThings(fonts.Library, pictures)));
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Chapters.EndBuild();
        Measures.EndBuild();
        Counts.EndBuild();
        Paths.EndBuild();
        Pictures.EndBuild();
        Resolution.EndBuild();
        Composition.EndBuild();
        Pdf.EndBuild();
        Epub.EndBuild();
    }

    /// <inheritdoc/>
    public void Dispose() => _fonts?.Dispose();
}

/// <summary>A chapter's file, and all that its reading depends on.</summary>
internal sealed record ChapterFile(SourceFile File, ManifestChapter Listed, string Key, string Language);

/// <summary>A chapter as it was read.</summary>
/// <param name="Length">How many characters its text has.</param>
/// <param name="Chapter">The chapter, and what was said of it.</param>
internal sealed record ReadChapter(long Length, Reported<Chapter?> Chapter);

/// <summary>A picture as it was read.</summary>
/// <param name="Mention">Where the book names it.</param>
/// <param name="Picture">The picture, and what was said of it there.</param>
internal sealed record ReadPicture(SourceSpan Mention, Reported<Picture?> Picture);

/// <summary>Files that book.yml names, in its order: the same files in the same order are the same.</summary>
internal readonly record struct NamedFiles(ImmutableArray<SourceFile> Files)
{
    /// <summary>Reads them; one that cannot be read is reported and is without data.</summary>
    public static NamedFiles Read(IBookFiles files, ImmutableArray<ManifestFile> named, BookLimits limits, DiagnosticSink sink) =>
        new([.. named.Select(file => new SourceFile(file.Path, file.Span, FileReading.Bytes(files, file.Path, limits.FileBytes, file.Span, sink, "file-bytes")))]);

    public bool Equals(NamedFiles other) => Files.AsSpan().SequenceEqual(other.Files.AsSpan());

    public override int GetHashCode() => Files.Length;
}
