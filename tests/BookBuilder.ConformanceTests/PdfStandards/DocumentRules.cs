using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>What the document as a whole must say: suspects (01), metadata (06), title (07), language (11), layers (20), files (21), forms (25), security (26).</summary>
internal static class DocumentRules
{
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/", Accessible = "http://www.aiim.org/pdfua/ns/id/";

    public static IEnumerable<Finding> Check(InspectedPdf pdf, TagTree tree)
    {
        if (pdf.Find(pdf.Catalog, "MarkInfo", "Suspects") is BooleanToken { Data: true }) yield return new("UA 01-007", "Suspects is true");
        if (pdf.Find(pdf.Catalog, "MarkInfo", "Marked") is not BooleanToken { Data: true }) yield return new("A 6.7.2", "Marked is not true");
        if (tree.Root is null || tree.Tops.Count == 0) yield return new("A 6.7.3", "there is no structure tree");

        XDocument? metadata = Packet(pdf);
        if (metadata is null) yield return new("UA 06-001", "there is no metadata stream of XML");
        else
        {
            if (metadata.Descendants(Accessible + "part").FirstOrDefault()?.Value != "1") yield return new("UA 06-002", "the metadata does not name PDF/UA-1");
            if (string.IsNullOrWhiteSpace(metadata.Descendants(Dublin + "title").FirstOrDefault()?.Value)) yield return new("UA 06-003", "the metadata has no title");
        }
        IToken? shown = pdf.Find(pdf.Catalog, "ViewerPreferences", "DisplayDocTitle");
        if (shown is null) yield return new("UA 07-001", "nobody says whether the title is shown");
        else if (shown is not BooleanToken { Data: true }) yield return new("UA 07-002", "the title is not shown");

        string? language = pdf.Text(pdf.Find(pdf.Catalog, "Lang"));
        if (language is null || !StructureRules.IsLanguage(language))
        {
            yield return new("UA 11-001", $"the document's language is '{language}'");
            yield return new("UA 11-006", "the metadata has no language");
            if (pdf.Find(pdf.Catalog, "Outlines") is not null) yield return new("UA 11-003", "the outline has no language");
            if (tree.All.Any(e => e.Dictionary.Data.ContainsKey("Alt") || e.Dictionary.Data.ContainsKey("ActualText"))) yield return new("UA 11-002", "alternative texts have no language");
            if (pdf.Pages.Any(p => p.Page.Data.ContainsKey("Annots"))) yield return new("UA 11-004", "annotations have no language");
        }
        foreach (IToken settings in pdf.Items(pdf.Find(pdf.Catalog, "OCProperties", "Configs")))
            if (string.IsNullOrEmpty(pdf.Text(pdf.Find(settings, "Name")))) yield return new("UA 20-001", "settings of layers have no name");
        if (pdf.Find(pdf.Catalog, "OCProperties", "D") is { } usual)
        {
            if (string.IsNullOrEmpty(pdf.Text(pdf.Find(usual, "Name")))) yield return new("UA 20-002", "the usual settings of layers have no name");
            if (pdf.Find(usual, "AS") is not null) yield return new("UA 20-003", "layers are switched by events");
        }
        foreach ((long number, DictionaryToken file) in pdf.Dictionaries)
            if (file.Data.ContainsKey("EF") && (pdf.Find(file, "F") is null || pdf.Find(file, "UF") is null))
                yield return new("UA 21-001", $"the embedded file {number} has not both names");
        if (pdf.Items(pdf.Find(pdf.Catalog, "AcroForm", "XFA")).Any(part => pdf.Resolve(part) is StreamToken stream && Encoding.UTF8.GetString(pdf.Data(stream)).Contains("<dynamicRender>required", StringComparison.Ordinal)))
            yield return new("UA 25-001", "a dynamic form");
        // Without P no key can be made and no text be read (26-001): such a file cannot be opened at all.
        if (pdf.Encryption is { } encryption && ((long)(pdf.Number(pdf.Find(encryption, "P")) ?? 0) & 512) == 0) yield return new("UA 26-002", "assistive technology may not read the text");
    }

    /// <summary>The XMP packet; null when there is none that can be read.</summary>
    public static XDocument? Packet(InspectedPdf pdf)
    {
        if (pdf.Find(pdf.Catalog, "Metadata") is not StreamToken stream) return null;
        string text = Encoding.UTF8.GetString(pdf.Data(stream));
        int start = text.IndexOf("?>", StringComparison.Ordinal), end = text.LastIndexOf("<?xpacket", StringComparison.Ordinal);
        if (start < 0 || end < start) return null;
        try { return XDocument.Parse(text[(start + 2)..end]); }
        catch (System.Xml.XmlException) { return null; }
    }
}
