using System.Collections.Immutable;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Document;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf;

/// <summary>How the PDF is written.</summary>
public sealed record PdfOptions
{
    /// <summary>The date of creation and modification; null for the book's own date, else 1980-01-01.</summary>
    public DateTimeOffset? Timestamp { get; init; }
    /// <summary>The standards the document says it keeps. Default: none. The writer does all they want of it in any case; whether the
    /// book lets it keep them is for <see cref="PdfClaims.Settle"/> to say.</summary>
    public ImmutableArray<PdfStandard> Standards { get; init; } = [];
    /// <summary>The program's name and version, for the document's information.</summary>
    public string Producer { get; init; } = "BookBuilder";
    /// <summary>Whether streams are compressed; off only to look at a file. Default: they are.</summary>
    public bool Compressed { get; init; } = true;
    /// <summary>How many pages are painted at the same time; -1 for as many as the machine likes. The bytes do not depend on it.</summary>
    public int MaxParallelism { get; init; } = -1;
}

/// <summary>Writes pages as a tagged PDF.</summary>
public static class PdfDocument
{
    /// <summary>Writes the whole document: PDF 1.7 (ISO 32000-1), its structure tree taken from the book, its content from the pages.</summary>
    /// <param name="pages">The pages; at least one.</param>
    /// <param name="book">The book the pages were made of.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="output">Is written from its present position on and not closed; it need not be seekable.</param>
    /// <param name="stop">Cancels; what was written until then is no document.</param>
    /// <param name="memory">What the last document left, to be used in this one and by the next; null for none. The bytes do not depend on it.</param>
    /// <exception cref="InvalidOperationException">A page shows something that the book does not hold.</exception>
    public static void Write(PagedBook pages, ResolvedBook book, PdfOptions options, Stream output, CancellationToken stop = default, PdfMemory? memory = null)
    {
        memory ??= PdfMemory.None;
        memory.Begin(book);
        using PdfFile file = new(output, options.Compressed, memory.Streams);
        new BookWriter(pages, book, options, file, memory, stop).Write();
    }

    /// <summary>Writes a book on a printer's sheets. The document is not tagged, has neither links nor an outline, and claims no standard whatever the options say.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <param name="book">The book the pages were made of.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="output">Is written from its present position on and not closed; it need not be seekable.</param>
    /// <param name="stop">Cancels; what was written until then is no document.</param>
    public static void Write(ImposedBook sheets, ResolvedBook book, PdfOptions options, Stream output, CancellationToken stop = default)
    {
        using PdfFile file = new(output, options.Compressed);
        new SheetWriter(sheets, book, options, file, stop).Write();
    }
}
