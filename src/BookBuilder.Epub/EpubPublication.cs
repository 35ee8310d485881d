using System.Collections.Immutable;
using BookBuilder.Epub.Container;
using BookBuilder.Epub.Devices;
using BookBuilder.Epub.Package;
using BookBuilder.Epub.Publication;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub;

/// <summary>A font file to embed, unmodified.</summary>
/// <param name="FileName">"SourceSerif4-Regular.ttf".</param>
/// <param name="Family">The CSS family.</param>
/// <param name="Weight">400, 700 …</param>
/// <param name="Italic">Whether italic.</param>
/// <param name="Data">The file's bytes.</param>
public sealed record EpubFont(string FileName, string Family, int Weight, bool Italic, ReadOnlyMemory<byte> Data);

/// <summary>How the EPUB is written.</summary>
public sealed record EpubOptions
{
    /// <summary>When the book was last modified; null for the book's own date, else 1980-01-01Z.</summary>
    public DateTimeOffset? Modified { get; init; }
    /// <summary>The cover image's file: PNG, JPEG; always given (the front door makes one when the author has none).</summary>
    public required ReadOnlyMemory<byte> Cover { get; init; }
    /// <summary>"image/png" or "image/jpeg".</summary>
    public required string CoverMediaType { get; init; }
    /// <summary>What the cover shows, for those who do not see it.</summary>
    public required string CoverAlternativeText { get; init; }
    /// <summary>Fonts to embed; none by default.</summary>
    public IReadOnlyList<EpubFont> Fonts { get; init; } = [];
    /// <summary>The element that holds a note: "aside" (a pop-up only, in Apple Books) or "div". Default: aside.</summary>
    public string NoteElement { get; init; } = "aside";
    /// <summary>What its author says of its accessibility. Default: nothing.</summary>
    public EpubAccessibility Accessibility { get; init; } = new();
    /// <summary>Whether it says that it conforms to EPUB Accessibility 1.1, as <see cref="EpubClaims.Settle"/> found. Default: it does not.</summary>
    public bool Conforms { get; init; }
    /// <summary>The program's name and version, for the package's generator entry.</summary>
    public string Producer { get; init; } = "BookBuilder";
}

/// <summary>Writes a book as EPUB 3.3.</summary>
public static class EpubPublication
{
    /// <summary>Writes the whole publication as one OCF container.</summary>
    /// <param name="book">The book, every number settled.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="pages">Where the printed pages begin; null when there is no printed edition.</param>
    /// <param name="options">How.</param>
    /// <param name="output">Where; need not be seekable.</param>
    /// <param name="memory">What the last publication left, to be used in this one and by the next; null for none. The bytes do not depend on it.</param>
    /// <exception cref="ArgumentException">The book has no identifier, the cover is neither PNG nor JPEG, or the note element neither aside nor div.</exception>
    public static void Write(ResolvedBook book, Pictures pictures, PageMap? pages, EpubOptions options, Stream output, EpubMemory? memory = null)
    {
        memory ??= new(keeps: false);
        DateTimeOffset modified = ModifiedOf(book, options);
        PackageContent package = Package(book, pictures, pages, options, modified, memory);
        IEnumerable<OcfFile> files = package.Items.Select(static i => new OcfFile(PackageDocument.Folder + i.Href, i.Data));
        OcfContainer.Write(PackageDocument.Path, [new OcfFile(PackageDocument.Path, PackageDocument.Write(package)), .. files], modified, output, memory.Packed);
    }

    /// <summary>Says what readers of these kinds would make of the publication; nothing is written.</summary>
    /// <param name="book">The book, every number settled.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="pages">Where the printed pages begin; null when there is no printed edition.</param>
    /// <param name="options">How it would be written.</param>
    /// <param name="devices">The kinds of reader.</param>
    public static ImmutableArray<Diagnostic> Lint(ResolvedBook book, Pictures pictures, PageMap? pages, EpubOptions options, EpubDevice devices) =>
        DeviceLint.Check(book, pictures, Package(book, pictures, pages, options, ModifiedOf(book, options), new(keeps: false)), options.Cover, devices);

    private static DateTimeOffset ModifiedOf(ResolvedBook book, EpubOptions options) => options.Modified
        ?? new DateTimeOffset((book.Metadata.Date ?? new DateOnly(1980, 1, 1)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static PackageContent Package(ResolvedBook book, Pictures pictures, PageMap? pages, EpubOptions options, DateTimeOffset modified, EpubMemory memory)
    {
        if (book.Metadata.Identifiers.IsEmpty)
            throw new ArgumentException("An EPUB needs an identifier.", nameof(book));
        if (options.NoteElement is not ("aside" or "div"))
            throw new ArgumentException($"A note is an aside or a div, not '{options.NoteElement}'.", nameof(options));

        return PublicationFiles.Of(book, pictures, pages, options, modified, memory);
    }
}
