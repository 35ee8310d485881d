using System.Collections.Immutable;
using System.Text;

namespace BookBuilder.Pdf.Document;

/// <summary>Says in the XMP packet which standards the document keeps.</summary>
internal static class StandardsMetadata
{
    /// <summary>The descriptions of the claims; nothing when there are none.</summary>
    /// <remarks>ISO 14289-1, 5; ISO 19005-2, 6.6.4. The first one's property is none of those PDF/A knows, so it is described beside (6.6.2.3.3).</remarks>
    public static string Of(ImmutableArray<PdfStandard> standards)
    {
        StringBuilder xml = new();
        if (standards.Contains(PdfStandard.Ua1))
            xml.Append("""
                <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>

                """);
        if (Identification(standards) is not var (part, conformance)) return xml.ToString();
        xml.Append($"""
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>{part}</pdfaid:part>
            <pdfaid:conformance>{conformance}</pdfaid:conformance>
            </rdf:Description>

            """);
        if (standards.Contains(PdfStandard.Ua1)) xml.Append(AccessibilitySchema);
        return xml.ToString();
    }

    private static (char Part, char Conformance)? Identification(ImmutableArray<PdfStandard> standards) =>
        standards.Contains(PdfStandard.A2a) ? ('2', 'A') : standards.Contains(PdfStandard.A3a) ? ('3', 'A') : standards.Contains(PdfStandard.A2u) ? ('2', 'U') : null;

    private const string AccessibilitySchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 that the document conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """;
}
