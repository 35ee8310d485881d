using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf;

/// <summary>How the PDF is written.</summary>
public sealed record PdfOptions
{
    /// <summary>The date of creation and modification; null for the book's own date, else 1980-01-01.</summary>
    public DateTimeOffset? Timestamp { get; init; }
    /// <summary>The program's name and version, for the document's information.</summary>
    public string Producer { get; init; } = "BookBuilder";
    /// <summary>Whether streams are compressed; off only to look at a file. Default: they are.</summary>
    public bool Compressed { get; init; } = true;
}

/// <summary>Writes pages as a tagged PDF.</summary>
public static class PdfDocument
{
    /// <summary>Writes the whole document.</summary>
    public static void Write(PagedBook pages, ResolvedBook book, PdfOptions options, Stream output) => throw new NotImplementedException();
}
