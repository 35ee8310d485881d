using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace BookBuilder.Parity.Epub;

/// <summary>The documents of a finished EPUB as its own package lists them.</summary>
/// <param name="Spine">What is read in turn: path and text.</param>
/// <param name="Navigation">The navigation document.</param>
internal sealed record EpubFiles(ImmutableArray<EpubDocument> Spine, EpubDocument Navigation)
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace Package = "http://www.idpf.org/2007/opf";

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">Something that must be there is not.</exception>
    /// <exception cref="XmlException">A document is not well-formed.</exception>
    public static EpubFiles Open(byte[] file)
    {
        using EpubArchive zip = new(file);
        string packagePath = (string?)zip.Xml("META-INF/container.xml").Descendants(Container + "rootfile").FirstOrDefault()?.Attribute("full-path")
            ?? throw new InvalidDataException("container.xml names no package");
        XDocument package = zip.Xml(packagePath);
        string folder = packagePath[..(packagePath.LastIndexOf('/') + 1)];
        Dictionary<string, XElement> items = package.Descendants(Package + "item").ToDictionary(static i => (string?)i.Attribute("id") ?? "");
        EpubDocument Of(XElement item) => Document(zip, folder, (string?)item.Attribute("href") ?? "");
        XElement navigation = items.Values.FirstOrDefault(static i => ((string?)i.Attribute("properties"))?.Split(' ').Contains("nav") == true)
            ?? throw new InvalidDataException("the package has no navigation document");
        return new(
            [.. package.Descendants(Package + "itemref").Select(r => items.GetValueOrDefault((string?)r.Attribute("idref") ?? "") ?? throw new InvalidDataException("the spine names a file that the package lacks")).Where(i => i != navigation).Select(Of)],
            Of(navigation));
    }

    // A document is held to be well-formed before it is read as HTML, which forgives everything.
    private static EpubDocument Document(EpubArchive zip, string folder, string href)
    {
        byte[] data = zip.Bytes(folder + Uri.UnescapeDataString(href));
        using XmlReader reader = XmlReader.Create(new MemoryStream(data), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        HashSet<string> ids = [];
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("id") is { } id) ids.Add(id);
        return new(Uri.UnescapeDataString(href), data, ids);
    }
}

/// <summary>A document of an EPUB.</summary>
/// <param name="Name">Its path from the package's folder: "sources.xhtml".</param>
/// <param name="Data">Its bytes.</param>
/// <param name="Ids">The ids in it.</param>
internal sealed record EpubDocument(string Name, byte[] Data, IReadOnlySet<string> Ids)
{
    /// <summary>Its name without extension: the section's key.</summary>
    public string Key => Path.GetFileNameWithoutExtension(Name);
}
