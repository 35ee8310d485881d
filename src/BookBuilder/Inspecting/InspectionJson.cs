using System.Collections.Immutable;
using System.Text.Json;
using BookBuilder.Parity.Epub;
using BookBuilder.Parity.Pdf;
using BookBuilder.Reporting;

namespace BookBuilder.Inspecting;

/// <summary>Writes what a book, a PDF or an EPUB holds as JSON, for scripts.</summary>
/// <remarks>
/// Each form begins with <c>schemaVersion</c> (1) and <c>kind</c> ("book", "pdf" or "epub"). The keys that follow are the properties of <see cref="BookFacts"/>, <see cref="PdfFacts"/>
/// and <see cref="EpubFacts"/> in their order, in small letters at the beginning; what is not known is null. Keys may be added under the same version; none changes its meaning.
/// </remarks>
public static class InspectionJson
{
    /// <summary>The version of the forms.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes what a book holds in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="book">What it holds.</param>
    public static void Write(Stream stream, BookFacts book) => ReportJson.Write(stream, json =>
    {
        Begin(json, "book");
        json.WriteString("title", book.Title);
        json.WriteTexts("authors", book.Authors);
        json.WriteString("language", book.Language);
        json.WriteString("identifier", book.Identifier);
        json.WriteString("dialect", book.Dialect.ToString().ToLowerInvariant());
        List(json, "chapters", book.Chapters, chapter =>
        {
            json.WriteString("role", InspectionText.Spoken(chapter.Role));
            json.WriteString("number", chapter.Number);
            json.WriteString("title", chapter.Title);
            json.WriteString("file", chapter.File);
            json.WriteNumber("words", chapter.Counts.Words);
            json.WriteNumber("headings", chapter.Counts.Headings);
            json.WriteNumber("figures", chapter.Counts.Figures);
            json.WriteNumber("tables", chapter.Counts.Tables);
            json.WriteNumber("notes", chapter.Counts.Notes);
            json.WriteNumber("formulas", chapter.Counts.Formulas);
        });
        List(json, "labels", book.Labels, label =>
        {
            json.WriteString("label", label.Label);
            json.WriteString("printed", label.Printed);
            json.WriteString("file", label.File);
            json.WriteNumber("line", label.Line);
        });
        List(json, "pictures", book.Pictures, picture =>
        {
            json.WriteString("path", picture.Path);
            Whole(json, "width", picture.Width);
            Whole(json, "height", picture.Height);
            json.WriteNumber("size", picture.Size);
        });
        json.WriteTexts("fonts", book.Fonts);
    });

    /// <summary>Writes what a PDF holds in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="pdf">What it holds.</param>
    public static void Write(Stream stream, PdfFacts pdf) => ReportJson.Write(stream, json =>
    {
        Begin(json, "pdf");
        json.WriteString("version", pdf.Version);
        json.WriteNumber("size", pdf.Size);
        json.WriteString("title", pdf.Title);
        json.WriteTexts("authors", pdf.Authors);
        json.WriteString("language", pdf.Language);
        json.WriteTexts("claims", pdf.Claims);
        json.WriteBoolean("isEncrypted", pdf.IsEncrypted);
        json.WriteBoolean("isTagged", pdf.IsTagged);
        json.WriteStartObject("structure");
        foreach ((string tag, int count) in pdf.Structure) json.WriteNumber(tag, count);
        json.WriteEndObject();
        List(json, "pages", pdf.Pages, page =>
        {
            json.WriteString("label", page.Label);
            json.WriteNumber("width", page.Width);
            json.WriteNumber("height", page.Height);
        });
        Outline(json, "outline", pdf.Outline);
        List(json, "fonts", pdf.Fonts, font =>
        {
            json.WriteString("name", font.Name);
            json.WriteString("type", font.Type);
            json.WriteBoolean("isEmbedded", font.IsEmbedded);
            json.WriteBoolean("isSubset", font.IsSubset);
        });
        List(json, "pictures", pdf.Pictures, picture =>
        {
            json.WriteNumber("width", picture.Width);
            json.WriteNumber("height", picture.Height);
            json.WriteNumber("size", picture.Size);
        });
        json.WriteNumber("outerLinks", pdf.OuterLinks);
        json.WriteNumber("innerLinks", pdf.InnerLinks);
        json.WriteTexts("attachments", pdf.Attachments);
    });

    /// <summary>Writes what an EPUB holds in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="epub">What it holds.</param>
    public static void Write(Stream stream, EpubFacts epub) => ReportJson.Write(stream, json =>
    {
        Begin(json, "epub");
        json.WriteString("version", epub.Version);
        json.WriteNumber("size", epub.Size);
        json.WriteNumber("unpackedSize", epub.UnpackedSize);
        json.WriteString("title", epub.Title);
        json.WriteTexts("authors", epub.Authors);
        json.WriteTexts("languages", epub.Languages);
        json.WriteTexts("identifiers", epub.Identifiers);
        json.WriteString("publisher", epub.Publisher);
        json.WriteString("modified", epub.Modified);
        List(json, "accessibility", epub.Accessibility, said =>
        {
            json.WriteString("property", said.Key);
            json.WriteString("value", said.Value);
        });
        Files(json, "spine", epub.Spine);
        Outline(json, "contents", epub.Contents);
        json.WriteNumber("pageListEntries", epub.PageListEntries);
        json.WriteNumber("notes", epub.Notes);
        Files(json, "fonts", epub.Fonts);
        Files(json, "pictures", epub.Pictures);
        json.WriteTexts("encrypted", epub.Encrypted);
    });

    private static void Begin(Utf8JsonWriter json, string kind)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("kind", kind);
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Outline(Utf8JsonWriter json, string name, ImmutableArray<OutlineFact> entries) => List(json, name, entries, entry =>
    {
        json.WriteNumber("level", entry.Level);
        json.WriteString("title", entry.Title);
    });

    private static void Files(Utf8JsonWriter json, string name, ImmutableArray<EpubFileFacts> files) => List(json, name, files, file =>
    {
        json.WriteString("path", file.Path);
        json.WriteString("mediaType", file.MediaType);
        json.WriteNumber("size", file.Size);
    });

    private static void Whole(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }
}
