using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Tests.Sample;

/// <summary>"Turn to page 37" works on every device: each printed page begins in the EPUB where it begins on paper. Told from the two finished files alone.</summary>
public sealed class PageMarkerTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    private static readonly XNamespace Ncx = "http://www.daisy.org/z3986/2005/ncx/";

    [Theory]
    [InlineData("content", 40)]
    [InlineData("tests/books/torture", 50)]
    public async Task The_first_whole_words_after_a_marker_are_the_first_whole_words_of_its_page(string folder, int least)
    {
        (byte[] pdf, byte[] epub) = await Built(folder);
        List<Marker> markers = Markers(epub);
        IReadOnlyList<PrintedPage> pages = PrintedPage.ReadAll(pdf, Labels(pdf));

        List<string> wrong = [];
        int compared = 0;
        foreach (Marker marker in markers)
        {
            PrintedPage page = pages.Single(p => p.Label == marker.Label);
            // What is drawn or stands in cells is there, but not in the order of running text.
            if (marker.IsInFigure || marker.IsInTable)
            {
                string[] tags = marker.IsInFigure ? ["Figure", "Caption", "Lbl", "Span", "P"] : ["Table", "TH", "TD", "P", "Caption", "Lbl", "Span", "LBody"];
                if (!tags.Contains(page.Tag)) wrong.Add($"{marker.Label}: a marker in a figure or table, but the page begins with <{page.Tag}> {Begin(page.Words)}");
                if (marker.IsInTable && !Contains(page.Words, marker.After.Take(1))) wrong.Add($"{marker.Label}: '{Begin(marker.After)}' is not on its page");
                continue;
            }
            compared++;
            // The end of a word that began overleaf is no whole word.
            bool isDivided = page.Words.Length > 0 && marker.Before.EndsWith(page.Words[0], StringComparison.Ordinal) && marker.Before.Length > page.Words[0].Length;
            // A list's numbers are no text of the EPUB; the contents' page numbers are only printed.
            bool isCounted = page.Tag == "Lbl" && page.Words is [var number, ..] && marker.After is [var word, ..] && number != word;
            string[] printed = page.Words[(isDivided || isCounted ? 1 : 0)..];
            // Behind the number of an item the next number may follow soon.
            int most = isCounted ? 1 : marker.Href.StartsWith("nav.", StringComparison.Ordinal) ? 2 : 4;
            int few = Math.Min(most, Math.Min(printed.Length, marker.After.Length));
            if (few == 0 || !printed.Take(few).SequenceEqual(marker.After.Take(few)))
                wrong.Add($"{marker.Label}: printed '{Begin(page.Words)}', marked '…{marker.Before} | {Begin(marker.After)}'");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(compared >= least, $"only {compared} pages compared");
    }

    [Theory]
    [InlineData("content")]
    [InlineData("tests/books/torture")]
    public async Task Every_printed_page_with_text_is_listed_once_in_order_and_every_entry_leads_to_its_marker(string folder)
    {
        (byte[] pdf, byte[] epub) = await Built(folder);
        IReadOnlyList<PrintedPage> pages = PrintedPage.ReadAll(pdf, Labels(pdf));
        string[] reproduced = [.. pages.Where(p => p.Tag is not null).Select(p => p.Label)];
        List<Marker> markers = Markers(epub);

        XElement list = Document(epub, "EPUB/nav.xhtml").Descendants(Html + "nav").Single(n => (string?)n.Attribute(Ops + "type") == "page-list");
        (string Label, string Href)[] entries = [.. list.Descendants(Html + "a").Select(a => (a.Value, (string)a.Attribute("href")!))];
        Assert.Equal(reproduced, entries.Select(e => e.Label));
        // The half-title guards the title page of a bound book; the EPUB does not have it, and who looks for its page finds the title page.
        Assert.Equal([("i", "front-title-page.xhtml"), .. markers.Select(m => (m.Label, m.Href))], entries);
        Assert.Equal(entries, Document(epub, "EPUB/toc.ncx").Descendants(Ncx + "pageTarget")
            .Select(t => (t.Value.Trim(), (string)t.Element(Ncx + "content")!.Attribute("src")!)));
    }

    /// <param name="Label">The page.</param>
    /// <param name="Href">Its address.</param>
    /// <param name="Before">The word or half a word before it.</param>
    /// <param name="After">The words after it.</param>
    private sealed record Marker(string Label, string Href, string Before, string[] After, bool IsInFigure, bool IsInTable);

    /// <summary>The markers in reading order.</summary>
    private static List<Marker> Markers(byte[] epub)
    {
        List<Marker> markers = [];
        foreach ((string file, XDocument document) in Spine(epub))
        {
            XNode[] nodes = [.. document.Root!.Element(Html + "body")!.DescendantNodes()];
            for (int i = 0; i < nodes.Length; i++)
            {
                if (nodes[i] is not XElement mark || (string?)mark.Attribute(Ops + "type") != "pagebreak") continue;
                string before = Words(nodes[..i].TakeLast(40)), after = Words(nodes[i..].Take(60));
                string[] last = PrintedPage.WordsOf(Words(nodes[..i].TakeLast(40)));
                markers.Add(new((string)mark.Attribute("aria-label")!, $"{file}#{(string)mark.Attribute("id")!}", last is [.., var word] && before.Length > 0 ? word : "",
                    PrintedPage.WordsOf(after), mark.Ancestors(Html + "figure").Any(), mark.Ancestors().Any(a => a.Name == Html + "table" || ((string?)a.Attribute("class"))?.Split(' ').Contains("table") == true)));
            }
        }
        return markers;
    }

    private static string Words(IEnumerable<XNode> nodes)
    {
        StringBuilder text = new();
        foreach (XNode node in nodes)
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement { Name.LocalName: "br" or "p" or "h1" or "h2" or "h3" or "h4" or "li" or "dt" or "dd" or "td" or "th" or "div" or "aside" or "pre" or "blockquote" or "figure" }) text.Append(' ');
        return text.ToString();
    }

    private static bool Contains(string[] words, IEnumerable<string> some) => some.All(words.Contains);

    private static string Begin(string[] words) => string.Join(' ', words.Take(6));

    private static IEnumerable<(string File, XDocument Document)> Spine(byte[] epub)
    {
        XDocument package = Document(epub, "EPUB/package.opf");
        XNamespace opf = package.Root!.Name.Namespace;
        Dictionary<string, string> files = package.Descendants(opf + "item").ToDictionary(i => (string)i.Attribute("id")!, i => (string)i.Attribute("href")!);
        return package.Descendants(opf + "itemref").Select(r => files[(string)r.Attribute("idref")!]).Select(f => (f, Document(epub, "EPUB/" + f)));
    }

    private static XDocument Document(byte[] epub, string path)
    {
        using ZipArchive zip = new(new MemoryStream(epub));
        using Stream stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The labels of the pages, from the ranges in the catalog (ISO 32000-1, 12.4.2).</summary>
    private static IReadOnlyList<string> Labels(byte[] pdf)
    {
        using Pdf.PdfReading reading = new(pdf);
        var ranges = (UglyToad.PdfPig.Tokens.ArrayToken)reading.Find(reading.Catalog, "PageLabels", "Nums")!;
        List<string> labels = [];
        for (int page = 0, range = 0; page < reading.Pages.Length; page++)
        {
            while (range + 2 < ranges.Length && int.Parse(reading.Show(ranges[range + 2]), System.Globalization.CultureInfo.InvariantCulture) <= page) range += 2;
            int from = int.Parse(reading.Show(ranges[range]), System.Globalization.CultureInfo.InvariantCulture);
            string start = reading.Show(reading.Find(ranges[range + 1], "St"));
            int number = page - from + (start.Length == 0 ? 1 : int.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
            labels.Add(reading.Show(reading.Find(ranges[range + 1], "S")) == "r" ? Numerals.Roman(number) : Numerals.Arabic(number));
        }
        return labels;
    }

    private static readonly ConcurrentDictionary<string, Lazy<Task<(byte[] Pdf, byte[] Epub)>>> Books = [];

    /// <summary>Every book is built once for all that is held against it.</summary>
    private static Task<(byte[] Pdf, byte[] Epub)> Built(string folder) => Books.GetOrAdd(folder, f => new(() => Build(f))).Value;

    private static async Task<(byte[] Pdf, byte[] Epub)> Build(string folder)
    {
        Dictionary<string, MemoryStream> files = [];
        StreamOutputs outputs = new(name => files[Path.GetExtension(name)] = new MemoryStream());
        await BookCompiler.BuildAsync(BookProject.Open(Path.Combine(Repository.Root, folder)), new BuildOptions(), outputs);
        return (files[".pdf"].ToArray(), files[".epub"].ToArray());
    }
}
