using System.Globalization;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Pdf.Document;

/// <summary>The date a document bears: the one it is told, else the book's own, else 1980-01-01. Never the clock's.</summary>
internal static class DocumentDates
{
    /// <summary>The date of creation and of modification.</summary>
    public static DateTimeOffset Of(BookMetadata metadata, PdfOptions options) => options.Timestamp
        ?? new DateTimeOffset((metadata.Date ?? new DateOnly(1980, 1, 1)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>As an information dictionary has it (ISO 32000-1, 7.9.4).</summary>
    public static string InDictionary(DateTimeOffset date) =>
        date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + (date.Offset == TimeSpan.Zero ? "Z"
            : date.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'') + "'");

    /// <summary>As XMP has it (ISO 8601).</summary>
    public static string InMetadata(DateTimeOffset date) =>
        date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (date.Offset == TimeSpan.Zero ? "Z"
            : date.ToString("zzz", CultureInfo.InvariantCulture));
}
