using System.Globalization;
using System.Text;
using BookBuilder.Model.Metadata;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Document;

/// <summary>What the document says of itself, in the information dictionary and, the same, as XMP (ISO 32000-1, 14.3).</summary>
internal static class DocumentInformation
{
    /// <summary>Writes the information dictionary.</summary>
    public static ObjectRef WriteDictionary(PdfFile file, BookMetadata metadata, PdfOptions options)
    {
        string date = DocumentDates.InDictionary(DocumentDates.Of(metadata, options));
        Syntax to = new Syntax().OpenDictionary().Name("Title").Text(Line(metadata.Title));
        if (!metadata.Authors.IsEmpty) to.Name("Author").Text(Line(string.Join("; ", metadata.Authors.Select(author => author.Name))));
        if (metadata.Description is { } description) to.Name("Subject").Text(Line(description));
        if (!metadata.Subjects.IsEmpty) to.Name("Keywords").Text(Line(Keywords(metadata)));
        return file.Add(to.Name("Creator").Text(options.Producer).Name("Producer").Text(options.Producer)
            .Name("CreationDate").Text(date).Name("ModDate").Text(date).CloseDictionary());
    }

    /// <summary>Writes the XMP packet, uncompressed, so that programs that know no PDF can find it.</summary>
    public static ObjectRef WriteMetadata(PdfFile file, BookMetadata metadata, PdfOptions options)
    {
        byte[] packet = Encoding.UTF8.GetBytes(Packet(metadata, options));
        return file.AddStream(new Syntax().Name("Type").Name("Metadata").Name("Subtype").Name("XML"), EncodedStream.Plain(packet));
    }

    private static string Packet(BookMetadata metadata, PdfOptions options)
    {
        string date = DocumentDates.InMetadata(DocumentDates.Of(metadata, options));
        StringBuilder xml = new();
        xml.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
            .Append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\"")
            .Append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
        Plain(xml, "dc:format", "application/pdf");
        Alternatives(xml, "dc:title", metadata.Title);
        Many(xml, "dc:creator", "Seq", metadata.Authors.Select(author => author.Name));
        if (metadata.Description is { } description) Alternatives(xml, "dc:description", description);
        Many(xml, "dc:subject", "Bag", metadata.Subjects.Select(subject => subject.Name));
        if (metadata.Publisher is { } publisher) Many(xml, "dc:publisher", "Bag", [publisher]);
        if (metadata.Rights is { } rights) Alternatives(xml, "dc:rights", rights);
        Many(xml, "dc:language", "Bag", [metadata.Language]);
        if (metadata.Date is { } published) Many(xml, "dc:date", "Seq", [published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        if (!metadata.Identifiers.IsEmpty) Plain(xml, "dc:identifier", NameOf(metadata.Identifiers[0]));
        Plain(xml, "xmp:CreatorTool", options.Producer);
        Plain(xml, "xmp:CreateDate", date);
        Plain(xml, "xmp:ModifyDate", date);
        Plain(xml, "xmp:MetadataDate", date);
        Plain(xml, "pdf:Producer", options.Producer);
        if (!metadata.Subjects.IsEmpty) Plain(xml, "pdf:Keywords", Keywords(metadata));
        xml.Append("</rdf:Description>\n").Append(StandardsMetadata.Of(options.Standards));
        return xml.Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n").ToString();
    }

    /// <summary>A book's unique name, with its scheme where it does not say it itself.</summary>
    public static string NameOf(BookIdentifier identifier) => identifier.Scheme is "uri" || identifier.Value.Contains(':')
        ? identifier.Value
        : identifier.Scheme is "uuid" or "isbn" ? $"urn:{identifier.Scheme}:{identifier.Value}" : $"{identifier.Scheme}:{identifier.Value}";

    private static string Keywords(BookMetadata metadata) => string.Join(", ", metadata.Subjects.Select(subject => subject.Name));

    private static void Plain(StringBuilder xml, string name, string value) => xml.Append($"<{name}>{Escaped(value)}</{name}>\n");

    private static void Alternatives(StringBuilder xml, string name, string value) =>
        xml.Append($"<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escaped(value)}</rdf:li></rdf:Alt></{name}>\n");

    private static void Many(StringBuilder xml, string name, string kind, IEnumerable<string> values)
    {
        string items = string.Concat(values.Select(value => $"<rdf:li>{Escaped(value)}</rdf:li>"));
        if (items.Length > 0) xml.Append($"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>\n");
    }

    private static string Escaped(string value)
    {
        StringBuilder safe = new(value.Length);
        foreach (char c in Line(value))
            safe.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => c.ToString() });
        return safe.ToString();
    }

    // Dictionary and packet say the same, character by character (ISO 19005-2, 6.6.3): what XML cannot say stands in neither.
    private static string Line(string value)
    {
        StringBuilder line = new(value.Length);
        foreach (char c in value)
            if (c is '\t' or '\n') line.Append(' ');
            else if (c is >= ' ' and not '\ufffe' and not '\uffff') line.Append(c);
        return line.ToString();
    }
}
