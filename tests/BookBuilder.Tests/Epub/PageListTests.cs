using System.Collections.Immutable;
using System.Xml.Linq;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>Where the printed pages begin, the EPUB says so, to the letter.</summary>
public sealed class PageListTests
{
    private static readonly ResolvedBook Sample = Resolve(Book(
        Chapter("one", Title("One"), Para("The sea comes in twice a day."), new CodeBlock("a\nb", null)),
        Chapter("two", Title("Two"))));

    [Fact]
    public void Marks_stand_at_their_letter_and_the_list_leads_to_each()
    {
        ResolvedChapter one = Sample.Chapters.Single(c => c.Key == "one"), two = Sample.Chapters.Single(c => c.Key == "two");
        NodeId half = Sample.Chapters[0].Content[0].Id, text = ((Paragraph)one.Content[1]).Content[0].Id, contents = ContentsEntry();
        byte[] epub = Write(Sample, pages: new PageMap(
        [
            new PageStart("i", half, 0), new PageStart("v", contents, 0),
            new PageStart("1", ((Heading)one.Content[0]).Content[0].Id, 0), new PageStart("2", text, 8), new PageStart("3", text, 14),
            new PageStart("4", one.Content[2].Id, 2), new PageStart("5", new NodeId("two", 99), 0),
        ]));

        string file = Text(epub, "EPUB/one.xhtml");
        Assert.Contains($"<p>The sea {Mark("2")}comes {Mark("3")}in twice a day.</p>", file, StringComparison.Ordinal);
        Assert.Contains($"<code>a\n{Mark("4")}b</code>", file, StringComparison.Ordinal);
        Assert.Contains($"{Mark("1")}One</h1>", file, StringComparison.Ordinal);

        XDocument nav = Xml(epub, "EPUB/nav.xhtml");
        XElement list = nav.Descendants(Html + "nav").Single(n => (string?)n.Attribute(Ops + "type") == "page-list");
        // The half-title is not written: its page is where the book goes on.
        Assert.Equal(["i front-title-page.xhtml", "v nav.xhtml#pg-v", "1 one.xhtml#pg-1", "2 one.xhtml#pg-2", "3 one.xhtml#pg-3", "4 one.xhtml#pg-4", "5 two.xhtml"],
            list.Descendants(Html + "a").Select(a => $"{a.Value} {(string?)a.Attribute("href")}"));
        Assert.NotNull(two);

        XDocument ncx = Xml(epub, "EPUB/toc.ncx");
        XNamespace ns = ncx.Root!.Name.Namespace;
        Assert.Equal(["front i front-title-page.xhtml", "front v nav.xhtml#pg-v", "normal 1 one.xhtml#pg-1"], ncx.Descendants(ns + "pageTarget").Take(3)
            .Select(p => $"{(string?)p.Attribute("type")} {p.Value.Trim()} {(string?)p.Element(ns + "content")!.Attribute("src")}"));
        string package = Text(epub, "EPUB/package.opf");
        Assert.Contains("<meta property=\"pageBreakSource\">Tides &amp; Harbours. PDF edition</meta>", package, StringComparison.Ordinal);
        Assert.Contains(">pageBreakMarkers<", package, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printed_edition_with_an_ISBN_is_the_source_of_the_pages()
    {
        NodeId text = ((Paragraph)Sample.Chapters.Single(c => c.Key == "one").Content[1]).Content[0].Id;
        ResolvedBook book = Sample with { Metadata = Metadata with { PrintIsbn = "978-3-16-148410-0" } };
        Assert.Contains("<meta property=\"pageBreakSource\">urn:isbn:9783161484100</meta>", Text(Write(book, pages: new PageMap([new PageStart("1", text, 0)])), "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_printed_edition_there_are_no_pages()
    {
        byte[] epub = Write(Sample);
        Assert.DoesNotContain("page-list", Text(epub, "EPUB/nav.xhtml"), StringComparison.Ordinal);
        Assert.DoesNotContain("pageBreak", Text(epub, "EPUB/package.opf"), StringComparison.Ordinal);
        Assert.DoesNotContain("pageList", Text(epub, "EPUB/toc.ncx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pages_of_one_folio_have_two_ids()
    {
        ResolvedChapter one = Sample.Chapters.Single(c => c.Key == "one");
        NodeId text = ((Paragraph)one.Content[1]).Content[0].Id;
        string file = Text(Write(Sample, pages: new PageMap([new PageStart("1", text, 0), new PageStart("1", text, 4)])), "EPUB/one.xhtml");
        Assert.Contains("id=\"pg-1\"", file, StringComparison.Ordinal);
        Assert.Contains("id=\"pg-1-2\"", file, StringComparison.Ordinal);
    }

    private static string Mark(string label) => $"<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"pg-{label}\" aria-label=\"{label}\"></span>";

    private static NodeId ContentsEntry() => Sample.Chapters.Single(c => c.Role == SectionRole.Contents).Content.OfType<ContentsList>().Single().Entries[1].Id;
}
