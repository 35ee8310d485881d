using System.Collections.Immutable;
using System.Text.Json;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Certifying;

/// <summary>What came of holding finished files against the book.</summary>
/// <param name="Title">The book's title.</param>
/// <param name="Outputs">The files that were read.</param>
public sealed record ParityCertificate(string Title, ImmutableArray<CertifiedOutput> Outputs)
{
    /// <summary>Whether every file says what the book says, no more and no less.</summary>
    public bool Agrees => Outputs.All(static o => o.Differences.IsEmpty);

    /// <summary>How many passages of a kind were compared in the file that has most of them; what the navigation says again does not count.</summary>
    public int Count(PassageKind kind) => Outputs.IsEmpty ? 0 : Outputs.Max(o => o.Sections.Where(static s => s.Expected.Key != "nav").Sum(s => s.Expected.Of(kind).Count()));

    /// <summary>Writes the certificate as JSON: the same book gives the same bytes.</summary>
    public void WriteTo(Stream stream)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("title", Title);
        json.WriteBoolean("agrees", Agrees);
        json.WriteStartArray("outputs");
        foreach (CertifiedOutput output in Outputs) output.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A file that was held against the book.</summary>
/// <param name="Name">"PDF" or "EPUB".</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Sections">The sections it must have.</param>
/// <param name="Differences">What it does not say as the book does.</param>
public sealed record CertifiedOutput(string Name, string Hash, ImmutableArray<CertifiedSection> Sections, ImmutableArray<Difference> Differences)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("output", Name);
        json.WriteString("sha256", Hash);
        json.WriteStartArray("sections");
        foreach (CertifiedSection section in Sections) section.WriteTo(json);
        json.WriteEndArray();
        json.WriteStartArray("differences");
        foreach (Difference difference in Differences)
        {
            json.WriteStartObject();
            json.WriteString("section", difference.Section);
            json.WriteString("kind", difference.Kind?.ToString().ToLowerInvariant() ?? "text");
            json.WriteString("book", difference.Expected);
            json.WriteString("file", difference.Found);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A section that was held against the book.</summary>
/// <param name="Expected">What the book says.</param>
/// <param name="Found">The hash of the text that was read; empty when there was none.</param>
public sealed record CertifiedSection(SectionReading Expected, string Found)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", Expected.Key);
        json.WriteString("text", Expected.Hash);
        json.WriteString("read", Found);
        foreach (PassageKind kind in Enum.GetValues<PassageKind>()) json.WriteNumber(kind.ToString().ToLowerInvariant() + "s", Expected.Of(kind).Count());
        json.WriteEndObject();
    }
}
