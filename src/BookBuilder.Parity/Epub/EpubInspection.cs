using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using BookBuilder.Parity.Pdf;

namespace BookBuilder.Parity.Epub;

/// <summary>Says what an EPUB holds, ours or anybody's. What a lenient reading system would pass over is passed over.</summary>
internal static partial class EpubInspection
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container", Package = "http://www.idpf.org/2007/opf",
        Dublin = "http://purl.org/dc/elements/1.1/", Encryption = "http://www.w3.org/2001/04/xmlenc#";

    private const string Epub = "http://www.idpf.org/2007/ops";

    /// <summary>Reads a file; it may throw what a damaged one makes its readers throw.</summary>
    /// <exception cref="InvalidDataException">Something that must be there is not.</exception>
    /// <exception cref="XmlException">Its package is not well-formed.</exception>
    public static EpubFacts Read(byte[] file)
    {
        using EpubArchive archive = new(file);
        string packagePath = (string?)archive.Xml("META-INF/container.xml").Descendants(Container + "rootfile").FirstOrDefault()?.Attribute("full-path")
            ?? throw new InvalidDataException("container.xml names no package");
        XElement package = archive.Xml(packagePath).Root!;
        string folder = packagePath[..(packagePath.LastIndexOf('/') + 1)];
        Dictionary<string, long> sizes = archive.Files.DistinctBy(static f => f.Path).ToDictionary(static f => f.Path, static f => f.Size, StringComparer.Ordinal);
        Dictionary<string, (XElement Element, EpubFileFacts File)> items = package.Descendants(Package + "item").Where(static i => i.Attribute("id") is not null && i.Attribute("href") is not null)
            .DistinctBy(static i => (string)i.Attribute("id")!).ToDictionary(static i => (string)i.Attribute("id")!, i => (i, FileOf(i, folder, sizes)), StringComparer.Ordinal);
        ImmutableArray<EpubFileFacts> spine = [.. package.Descendants(Package + "itemref").Select(r => items.GetValueOrDefault((string?)r.Attribute("idref") ?? "").File).OfType<EpubFileFacts>()];
        ImmutableArray<string> encrypted = archive.Has("META-INF/encryption.xml")
            ? [.. archive.Xml("META-INF/encryption.xml").Descendants(Encryption + "CipherReference").Select(static c => (string?)c.Attribute("URI")).OfType<string>()] : [];
        Navigation navigation = NavigationOf(archive, items.Values, encrypted);
        return new EpubFacts
        {
            Version = (string?)package.Attribute("version") ?? "",
            Size = file.LongLength,
            UnpackedSize = sizes.Values.Sum(),
            Title = Values(package, "title").FirstOrDefault(),
            Authors = [.. Values(package, "creator")],
            Languages = [.. Values(package, "language")],
            Identifiers = [.. Identifiers(package)],
            Publisher = Values(package, "publisher").FirstOrDefault(),
            Modified = Properties(package).FirstOrDefault(static p => p.Key == "dcterms:modified").Value,
            Accessibility = [.. Properties(package).Where(static p => p.Key.StartsWith("schema:access", StringComparison.Ordinal) || p.Key.StartsWith("a11y:", StringComparison.Ordinal) || p.Key == "dcterms:conformsTo")],
            Spine = spine,
            Contents = [.. navigation.Contents],
            PageListEntries = navigation.Pages,
            Notes = spine.Distinct().Where(d => sizes.ContainsKey(d.Path) && !encrypted.Contains(d.Path)).Sum(d => Notes(archive.Bytes(d.Path))),
            Fonts = [.. items.Values.Select(static i => i.File).Where(static f => IsFont(f.MediaType))],
            Pictures = [.. items.Values.Select(static i => i.File).Where(static f => f.MediaType.StartsWith("image/", StringComparison.Ordinal))],
            Encrypted = encrypted,
        };
    }

    private static EpubFileFacts FileOf(XElement item, string folder, Dictionary<string, long> sizes)
    {
        string path = PathOf(folder, (string)item.Attribute("href")!);
        return new(path, (string?)item.Attribute("media-type") ?? "", sizes.GetValueOrDefault(path));
    }

    // Paths go up from the package's folder at times: "../fonts/a.otf".
    private static string PathOf(string folder, string href)
    {
        List<string> parts = [];
        foreach (string part in (folder + Uri.UnescapeDataString(href)).Split('/'))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or "")) parts.Add(part);
        return string.Join('/', parts);
    }

    private static IEnumerable<string> Values(XElement package, string name) =>
        package.Descendants(Dublin + name).Select(static e => e.Value.Trim()).Where(static v => v.Length > 0);

    // The one that the package names as its own comes first.
    private static IEnumerable<string> Identifiers(XElement package)
    {
        string? own = (string?)package.Attribute("unique-identifier");
        return package.Descendants(Dublin + "identifier").OrderBy(i => (string?)i.Attribute("id") == own ? 0 : 1).Select(static i => i.Value.Trim()).Where(static v => v.Length > 0);
    }

    // A property of EPUB 3 has its value as text, one of EPUB 2 as an attribute; a conformance may be a link.
    private static IEnumerable<KeyValuePair<string, string>> Properties(XElement package) =>
        package.Descendants().Where(static e => e.Name == Package + "meta" || e.Name == Package + "link")
            .Select(static e => KeyValuePair.Create((string?)e.Attribute("property") ?? (string?)e.Attribute("rel") ?? (string?)e.Attribute("name") ?? "",
                e.Name == Package + "link" ? (string?)e.Attribute("href") ?? "" : (string?)e.Attribute("content") ?? e.Value.Trim()));

    private static bool IsFont(string type) =>
        type.StartsWith("font/", StringComparison.Ordinal) || type.StartsWith("application/font", StringComparison.Ordinal) || type.StartsWith("application/x-font", StringComparison.Ordinal)
        || type == "application/vnd.ms-opentype";

    /// <summary>What a publication's navigation lists.</summary>
    private sealed record Navigation(List<OutlineFact> Contents, int Pages);

    private static Navigation NavigationOf(EpubArchive archive, IEnumerable<(XElement Element, EpubFileFacts File)> items, ImmutableArray<string> encrypted)
    {
        (XElement Element, EpubFileFacts File)[] all = [.. items];
        EpubFileFacts? file = all.FirstOrDefault(static i => ((string?)i.Element.Attribute("properties"))?.Split(' ').Contains("nav") == true).File
            ?? all.FirstOrDefault(static i => i.File.MediaType == "application/x-dtbncx+xml").File;
        if (file is null || !archive.Has(file.Path) || encrypted.Contains(file.Path)) return new([], 0);
        List<OutlineFact> contents = [];
        int pages = 0;
        try
        {
            using XmlReader reader = archive.Reader(file.Path);
            pages = ReadNavigation(reader, contents);
        }
        // What was read up to there is told.
        catch (XmlException) { }
        return new(contents, pages);
    }

    // A list in a list is a level of the navigation document, a point in a point one of the older NCX.
    private static int ReadNavigation(XmlReader reader, List<OutlineFact> contents)
    {
        int level = 0, pages = 0, textDepth = -1;
        string list = "";
        StringBuilder text = new();
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "nav": list = reader.GetAttribute("type", Epub) ?? ""; break;
                case XmlNodeType.Element when reader.LocalName is "navMap": list = "toc"; break;
                case XmlNodeType.Element when reader.LocalName is "pageList": list = "page-list"; break;
                case XmlNodeType.Element when reader.LocalName is "ol" or "navPoint": level += reader.IsEmptyElement ? 0 : 1; break;
                case XmlNodeType.Element when reader.LocalName == "pageTarget": pages++; break;
                case XmlNodeType.Element when reader.LocalName is "a" or "text" or "span" && textDepth < 0 && level > 0 && !reader.IsEmptyElement:
                    textDepth = reader.Depth;
                    text.Clear();
                    break;
                case XmlNodeType.EndElement when reader.LocalName is "nav" or "navMap" or "pageList": (list, level) = ("", 0); break;
                case XmlNodeType.EndElement when reader.LocalName is "ol" or "navPoint": level--; break;
                case XmlNodeType.EndElement when reader.Depth == textDepth:
                    textDepth = -1;
                    if (list == "toc") contents.Add(new(level, Space().Replace(text.ToString(), " ").Trim()));
                    else if (list == "page-list" && reader.LocalName != "text") pages++;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when textDepth >= 0: text.Append(reader.Value); break;
            }
        return pages;
    }

    // Foreign documents are not always well-formed: their notes are counted tag by tag.
    private static int Notes(byte[] document)
    {
        string text = Encoding.UTF8.GetString(document);
        int count = 0;
        foreach (ValueMatch tag in Tag().EnumerateMatches(text))
            if (Note().IsMatch(text.AsSpan(tag.Index, tag.Length))) count++;
        return count;
    }

    [GeneratedRegex(@"<[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?:role\s*=\s*["'](?:[^"']*\s)?doc-(?:footnote|endnote)(?:\s[^"']*)?["']|epub:type\s*=\s*["'](?:[^"']*\s)?(?:footnote|endnote|rearnote)(?:\s[^"']*)?["'])""")]
    private static partial Regex Note();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
