using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>Metadata (ISO 19005-2, 6.6): a packet that can be read, its claim, no property that nobody knows, and the same as the information dictionary says.</summary>
internal static partial class ArchiveMetadataRules
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Archive = "http://www.aiim.org/pdfa/ns/id/",
        Extension = "http://www.aiim.org/pdfa/ns/extension/", Schema = "http://www.aiim.org/pdfa/ns/schema#", Property = "http://www.aiim.org/pdfa/ns/property#",
        Dublin = "http://purl.org/dc/elements/1.1/", Xmp = "http://ns.adobe.com/xap/1.0/", Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly HashSet<XNamespace> Predefined =
        [Rdf, Archive, Extension, Schema, Property, Dublin, Xmp, Pdf, "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/", "adobe:ns:meta/"];

    public static IEnumerable<Finding> Check(InspectedPdf pdf)
    {
        if (pdf.Find(pdf.Catalog, "Metadata") is not StreamToken stream)
        {
            yield return new("A 6.6.2.1", "there are no metadata");
            yield break;
        }
        if (PacketHeader().IsMatch(Encoding.UTF8.GetString(pdf.Data(stream)))) yield return new("A 6.6.2.1", "the packet says its bytes or encoding");
        if (DocumentRules.Packet(pdf) is not { } packet)
        {
            yield return new("A 6.6.2.1", "the packet cannot be read");
            yield break;
        }
        (string? part, string? level) = (packet.Descendants(Archive + "part").FirstOrDefault()?.Value, packet.Descendants(Archive + "conformance").FirstOrDefault()?.Value);
        if ((part, level) is not ("2", "A") and not ("2", "U") and not ("3", "A")) yield return new("A 6.6.4", $"the packet claims part {part} level {level}");

        HashSet<XNamespace> described = [.. packet.Descendants(Schema + "namespaceURI").Select(uri => (XNamespace)uri.Value)];
        foreach (XElement property in packet.Descendants().Where(e => !Predefined.Contains(e.Name.Namespace)).DistinctBy(e => e.Name))
            if (!described.Contains(property.Name.Namespace) || packet.Descendants(Property + "name").All(name => name.Value != property.Name.LocalName))
                yield return new("A 6.6.2.3", $"nobody describes the property {property.Name.LocalName}");
        foreach (XElement one in packet.Descendants(Property + "name").Select(name => name.Parent!))
            if (((string[])["name", "valueType", "category", "description"]).Any(field => string.IsNullOrEmpty(one.Element(Property + field)?.Value)))
                yield return new("A 6.6.2.3", "a property is not wholly described");
        foreach (XElement one in packet.Descendants(Schema + "namespaceURI").Select(uri => uri.Parent!))
            if (((string[])["schema", "prefix", "property"]).Any(field => one.Element(Schema + field) is null)) yield return new("A 6.6.2.3", "a schema is not wholly described");

        foreach ((string key, string? said) in Analogues(packet))
            if (pdf.Find(pdf.Information, key) is { } value && Comparable(pdf.Text(value) ?? "") != Comparable(said ?? "")) yield return new("A 6.6.3", $"{key} is '{pdf.Text(value)}' here and '{said}' there");
    }

    private static IEnumerable<(string Key, string? Said)> Analogues(XDocument packet)
    {
        string? Of(XName name) => packet.Descendants(name).FirstOrDefault()?.Value;
        yield return ("Title", Of(Dublin + "title"));
        yield return ("Author", packet.Descendants(Dublin + "creator").FirstOrDefault() is { } creator ? string.Join("; ", creator.Descendants(Rdf + "li").Select(li => li.Value)) : null);
        yield return ("Subject", Of(Dublin + "description"));
        yield return ("Keywords", Of(Pdf + "Keywords"));
        yield return ("Creator", Of(Xmp + "CreatorTool"));
        yield return ("Producer", Of(Pdf + "Producer"));
        yield return ("CreationDate", Of(Xmp + "CreateDate"));
        yield return ("ModDate", Of(Xmp + "ModifyDate"));
    }

    // "D:20230816000000Z" and "2023-08-16T00:00:00Z" are one date.
    private static string Comparable(string text) => DateInfo().IsMatch(text) || DateXmp().IsMatch(text) ? string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '+' or 'Z')) : text;

    [GeneratedRegex(@"\AD:\d{14}")]
    private static partial Regex DateInfo();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:")]
    private static partial Regex DateXmp();

    [GeneratedRegex("""<\?xpacket[^?]*\s(bytes|encoding)\s*=""")]
    private static partial Regex PacketHeader();
}
