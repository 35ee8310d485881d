using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;
using BookBuilder.Translation;

namespace BookBuilder.Inspecting;

/// <summary>Says what a book, a PDF or an EPUB holds in lines for people.</summary>
public static class InspectionText
{
    /// <summary>What a book holds.</summary>
    public static ImmutableArray<string> Of(BookFacts book) =>
    [
        book.Title,
        .. Facts(("authors", string.Join(", ", book.Authors)), ("language", book.Language), ("identifier", book.Identifier),
            ("written as", book.Dialect == SourceDialect.Native ? "a book of BookBuilder's own" : book.Dialect.ToString()), ("fonts", string.Join(", ", book.Fonts))),
        $"chapters ({book.Chapters.Length})",
        .. book.Chapters.Select(static c => $"  {$"{Spoken(c.Role)} {c.Number}".TrimEnd()}: {c.Title}{(c.File.Length == 0 ? "" : $" ({c.File})")}: {Counts(c.Counts)}"),
        .. Listed("labels", book.Labels, static l => $"{l.Label}{(l.Printed.Length == 0 ? "" : $" = {l.Printed}")}  {Line(l)}"),
        .. Listed("pictures", book.Pictures, static p => $"{p.Path}  {(p.Width is null ? "drawing" : $"{p.Width} x {p.Height} pixels")}, {Bytes(p.Size)}"),
    ];

    /// <summary>What a PDF holds.</summary>
    public static ImmutableArray<string> Of(PdfFacts pdf) =>
    [
        $"PDF {pdf.Version}, {Count(pdf.Pages.Length, "page")}, {Bytes(pdf.Size)}{(pdf.IsEncrypted ? ", encrypted" : "")}",
        .. Facts(("title", pdf.Title), ("authors", string.Join(", ", pdf.Authors)), ("language", pdf.Language), ("claims", string.Join(", ", pdf.Claims)),
            ("pages", Pages(pdf.Pages)), ("tagged", pdf.IsTagged ? string.Join(", ", pdf.Structure.Select(static s => $"{s.Value} {s.Key}")) : "no"),
            ("links", $"{Count(pdf.InnerLinks, "link")} within it, {Count(pdf.OuterLinks, "link")} out of it"), ("attachments", string.Join(", ", pdf.Attachments))),
        .. Listed("fonts", pdf.Fonts, static f => $"{f.Name} ({f.Type}){(f.IsEmbedded ? f.IsSubset ? ", embedded in part" : ", embedded" : ", not embedded")}"),
        .. Listed("pictures", pdf.Pictures, static p => $"{p.Width} x {p.Height} pixels, {Bytes(p.Size)}"),
        .. Listed("outline", pdf.Outline, Entry),
    ];

    /// <summary>What an EPUB holds.</summary>
    public static ImmutableArray<string> Of(EpubFacts epub) =>
    [
        $"EPUB {epub.Version}, {Count(epub.Spine.Length, "document")}, {Bytes(epub.Size)}, {Bytes(epub.UnpackedSize)} unpacked",
        .. Facts(("title", epub.Title), ("authors", string.Join(", ", epub.Authors)), ("languages", string.Join(", ", epub.Languages)), ("identifiers", string.Join(", ", epub.Identifiers)),
            ("publisher", epub.Publisher), ("modified", epub.Modified), ("page list", Count(epub.PageListEntries, "page")), ("notes", Count(epub.Notes, "note")),
            ("encrypted", string.Join(", ", epub.Encrypted))),
        .. Listed("accessibility", epub.Accessibility, static a => $"{a.Key}: {a.Value}"),
        .. Listed("spine", epub.Spine, File),
        .. Listed("fonts", epub.Fonts, File),
        .. Listed("pictures", epub.Pictures, File),
        .. Listed("contents", epub.Contents, Entry),
    ];

    /// <summary>"front matter", "chapter".</summary>
    internal static string Spoken(SectionRole role) => role switch
    {
        SectionRole.FrontMatter => "front matter",
        SectionRole.BackMatter => "back matter",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<string> Facts(params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        List<string> lines = [];
        foreach ((string name, string? value) in facts)
            if (!string.IsNullOrEmpty(value)) lines.Add($"  {name}: {value}");
        return lines;
    }

    private static IEnumerable<string> Listed<T>(string title, ImmutableArray<T> items, Func<T, string> line) =>
        items.IsEmpty ? [] : items.Select(i => "  " + line(i)).Prepend($"{title} ({items.Length.ToString(CultureInfo.InvariantCulture)})");

    // Pages of one size that follow each other are told together: "i-xii, 1-240: 432 x 648 pt".
    private static string Pages(ImmutableArray<PdfPageFacts> pages)
    {
        List<string> runs = [];
        for (int i = 0, first = 0; i < pages.Length; i++)
        {
            if (i + 1 < pages.Length && (pages[i + 1].Width, pages[i + 1].Height) == (pages[i].Width, pages[i].Height)) continue;
            string labels = first == i ? pages[i].Label : $"{pages[first].Label} to {pages[i].Label}";
            runs.Add(string.Create(CultureInfo.InvariantCulture, $"{labels}: {pages[i].Width:0.##} x {pages[i].Height:0.##} pt"));
            first = i + 1;
        }
        return string.Join("; ", runs.Count > 10 ? [.. runs[..10], "…"] : runs);
    }

    private static string Counts(ContentCounts counts) => string.Join(", ",
        new[] { (counts.Words, "word"), (counts.Headings, "heading"), (counts.Figures, "figure"), (counts.Tables, "table"), (counts.Notes, "note"), (counts.Formulas, "formula") }
            .Where(static c => c.Item1 > 0).Select(static c => Count(c.Item1, c.Item2)).DefaultIfEmpty("nothing"));

    private static string Line(LabelFact label) => string.Create(CultureInfo.InvariantCulture, $"{label.File}:{label.Line}");

    private static string Entry(OutlineFact entry) => new string(' ', 2 * Math.Clamp(entry.Level - 1, 0, 20)) + entry.Title;

    private static string File(EpubFileFacts file) => $"{file.Path}  {Bytes(file.Size)}";

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}s");

    private static string Bytes(long size) => size < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{size:N0} bytes") : string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.0} MB");
}
