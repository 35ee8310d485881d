using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>What the metadata stream of a PDF says (XMP, ISO 16684-1).</summary>
/// <param name="Title">Its title; null when it gives none.</param>
/// <param name="Authors">Its authors.</param>
/// <param name="Claims">The standards it claims.</param>
internal sealed record PdfMetadata(string? Title, ImmutableArray<string> Authors, ImmutableArray<string> Claims)
{
    private const int MostBytes = 4 << 20;

    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        Archive = "http://www.aiim.org/pdfa/ns/id/", Accessible = "http://www.aiim.org/pdfua/ns/id/";

    private static PdfMetadata None { get; } = new(null, [], []);

    /// <summary>Reads it; nothing when there is none or it cannot be read.</summary>
    public static PdfMetadata Of(OpenedPdf pdf)
    {
        if (pdf.Resolve(pdf.Catalog.Data.GetValueOrDefault("Metadata")) is not StreamToken stream) return None;
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(Bytes(pdf, stream)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            XElement[] all = [.. XDocument.Load(reader).Descendants()];
            return new(
                all.Where(static e => e.Name == Dublin + "title").SelectMany(static e => e.Descendants(Rdf + "li")).FirstOrDefault()?.Value,
                [.. all.Where(static e => e.Name == Dublin + "creator").SelectMany(static e => e.Descendants(Rdf + "li")).Select(static e => e.Value)],
                [.. Claimed(all)]);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException) { return None; }
    }

    private static IEnumerable<string> Claimed(XElement[] all)
    {
        if (Value(all, Archive + "part") is { } part) yield return $"PDF/A-{part}{Value(all, Archive + "conformance")?.ToLowerInvariant()}";
        if (Value(all, Accessible + "part") is { } accessible) yield return $"PDF/UA-{accessible}";
    }

    // A property is an element or an attribute of the description.
    private static string? Value(XElement[] all, XName name) =>
        all.FirstOrDefault(e => e.Name == name)?.Value.Trim() ?? all.Select(e => (string?)e.Attribute(name)).FirstOrDefault(static v => v is not null);

    // A few bytes can be made to grow without end: no more are restored than a description has.
    private static byte[] Bytes(OpenedPdf pdf, StreamToken stream)
    {
        ReadOnlyMemory<byte> data = stream.Data;
        if (pdf.Text(pdf.Items(stream.StreamDictionary.Data.GetValueOrDefault("Filter")).FirstOrDefault()) != "FlateDecode") return data[..Math.Min(data.Length, MostBytes)].ToArray();
        using ZLibStream restored = new(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        byte[] most = new byte[MostBytes];
        return most[..restored.ReadAtLeast(most, MostBytes, throwOnEndOfStream: false)];
    }
}
