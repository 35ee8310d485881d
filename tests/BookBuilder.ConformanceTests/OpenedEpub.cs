using System.IO.Compression;
using System.Xml.Linq;

namespace BookBuilder.ConformanceTests;

/// <summary>What the files of an EPUB say, read with .NET's own zip and XML: the yardstick for what a judge says that it saw.</summary>
public sealed class OpenedEpub
{
    /// <summary>The namespace of XHTML.</summary>
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    /// <param name="path">The file.</param>
    public OpenedEpub(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        ZipArchiveEntry package = zip.Entries.Single(entry => entry.FullName.EndsWith(".opf", StringComparison.Ordinal));
        XDocument opf = Read(package);
        XNamespace ns = opf.Root!.Name.Namespace;
        string folder = package.FullName[..(package.FullName.LastIndexOf('/') + 1)];
        Dictionary<string, string> files = opf.Descendants(ns + "item").ToDictionary(item => (string)item.Attribute("id")!, item => (string)item.Attribute("href")!);
        Names = [.. opf.Descendants(ns + "itemref").Select(reference => files[(string)reference.Attribute("idref")!])];
        Spine = [.. Names.Select(name => Read(zip.GetEntry(folder + name)!))];
        string navigation = (string)opf.Descendants(ns + "item").Single(item => ((string?)item.Attribute("properties"))?.Split(' ').Contains("nav") == true).Attribute("href")!;
        Navigation = Read(zip.GetEntry(folder + navigation)!);
    }

    /// <summary>The documents of the spine, in order.</summary>
    public IReadOnlyList<XDocument> Spine { get; }
    /// <summary>Their files, from the package document.</summary>
    public IReadOnlyList<string> Names { get; }
    /// <summary>The navigation document.</summary>
    public XDocument Navigation { get; }

    /// <summary>The documents of the spine that hold chapters.</summary>
    public IEnumerable<XDocument> Chapters => Spine.Where(document => Typed(document, "chapter").Any());

    /// <summary>How many there are of each thing that a reading system must be able to reach.</summary>
    public SortedDictionary<string, int> Counts() => new(StringComparer.Ordinal)
    {
        ["documents"] = Spine.Count,
        ["contents"] = Entries("toc"),
        ["pages"] = Entries("page-list"),
        ["notes"] = Links.Count(link => IsTyped(link, "noteref")),
        ["backlinks"] = Links.Count(IsBackLink),
        ["references"] = Links.Count(link => !IsTyped(link, "noteref") && !IsBackLink(link)),
        ["pictures"] = Spine.Sum(document => document.Descendants(Html + "img").Count()),
    };

    /// <summary>The elements of a document with a word of the EPUB vocabulary.</summary>
    public static IEnumerable<XElement> Typed(XDocument document, string type) => document.Descendants().Where(element => IsTyped(element, type));

    /// <summary>Whether an element's types have a word of the EPUB vocabulary.</summary>
    public static bool IsTyped(XElement element, string type) => ((string?)element.Attribute(Ops + "type"))?.Split(' ').Contains(type) == true;

    /// <summary>Whether an element leads from a note back to its mark.</summary>
    public static bool IsBackLink(XElement element) => (string?)element.Attribute("role") == "doc-backlink";

    /// <summary>The links that stay in the book.</summary>
    private IEnumerable<XElement> Links => Spine.SelectMany(document => document.Descendants(Html + "a"))
        .Where(link => (string?)link.Attribute("href") is { } address && !Uri.TryCreate(address, UriKind.Absolute, out _));

    private int Entries(string list) => Navigation.Descendants(Html + "nav").Single(nav => IsTyped(nav, list)).Descendants(Html + "a").Count();

    private static XDocument Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
