using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Epub.Content;
using BookBuilder.Epub.Package;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Epub.Navigation;

/// <summary>Writes toc.ncx: the contents for readers of EPUB 2, and for one of EPUB 3 that shows none without it (OPF 2.0.1, section 2.4.1).</summary>
internal static class NcxDocument
{
    /// <summary>The file.</summary>
    public const string File = "toc.ncx";

    public static byte[] Write(BookMetadata book, ImmutableArray<NavigationEntry> tree, ImmutableArray<PlacedMark> pages)
    {
        if (tree.IsEmpty)
            tree = [new NavigationEntry(Places.CoverFile, "", [], book.Title, 1, Model.Blocks.NodeId.None, [])];
        var xml = new Markup("http://www.daisy.org/z3986/2005/ncx/");
        xml.Open("ncx", ("version", "2005-1"), ("xml:lang", Script.WellFormed(book.Language)));
        xml.Line();
        xml.Open("head");
        xml.Line();
        Meta(xml, "dtb:uid", BookIdentifiers.Of(book.Identifiers[0]));
        Meta(xml, "dtb:depth", Number(Depth(tree)));
        Meta(xml, "dtb:totalPageCount", Number(pages.Length));
        Meta(xml, "dtb:maxPageNumber", Number(pages.Select(static p => Folio(p.Mark.Label) ?? 0).DefaultIfEmpty(0).Max()));
        xml.CloseLine();
        Label(xml, "docTitle", book.Title);
        xml.Open("navMap");
        xml.Line();
        var order = new Order();
        foreach (NavigationEntry entry in tree)
            WritePoint(xml, entry, order);
        xml.CloseLine();
        WritePages(xml, pages, order);
        xml.Close();
        return xml.ToBytes();
    }

    private static void WritePoint(Markup xml, NavigationEntry entry, Order order)
    {
        string place = order.Of(entry.Href);
        xml.Open("navPoint", ("id", "point-" + Number(++order.Points)), ("playOrder", place));
        Label(xml, "navLabel", entry.PlainText);
        xml.Void("content", ("src", entry.Href));
        xml.Line();
        foreach (NavigationEntry child in entry.Children)
            WritePoint(xml, child, order);
        xml.CloseLine();
    }

    private static void WritePages(Markup xml, ImmutableArray<PlacedMark> pages, Order order)
    {
        if (pages.IsEmpty)
            return;
        xml.Open("pageList");
        xml.Line();
        foreach (PlacedMark page in pages)
        {
            int? folio = Folio(page.Mark.Label);
            xml.Open("pageTarget", ("id", "page-" + page.Mark.Id), ("type", folio is null ? "front" : "normal"), ("value", folio is { } number ? Number(number) : null),
                ("playOrder", order.Of(page.Href)));
            Label(xml, "navLabel", page.Mark.Label);
            xml.Void("content", ("src", page.Href));
            xml.CloseLine();
        }
        xml.CloseLine();
    }

    private static int Depth(ImmutableArray<NavigationEntry> tree) => tree.IsEmpty ? 0 : 1 + tree.Max(static e => Depth(e.Children));

    private static int? Folio(string label) => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int folio) && folio > 0 ? folio : null;

    private static void Label(Markup xml, string element, string text)
    {
        xml.Open(element);
        xml.Element("text", text);
        xml.CloseLine();
    }

    private static void Meta(Markup xml, string name, string content)
    {
        xml.Void("meta", ("name", name), ("content", content));
        xml.Line();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts places in the order they are first listed; the same place keeps its number.</summary>
    private sealed class Order
    {
        private readonly Dictionary<string, int> _places = [];

        /// <summary>How many points were written.</summary>
        public int Points { get; set; }

        public string Of(string href)
        {
            if (!_places.TryGetValue(href, out int place))
                _places.Add(href, place = _places.Count + 1);
            return Number(place);
        }
    }
}
