using System.Collections.Immutable;
using System.Xml.Linq;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>Both navigation documents lead to every heading, in the book's order.</summary>
public sealed class NavigationTests
{
    private static ResolvedBook Book(int depth = 2) => Resolve(EpubFixture.Book(
        Chapter("sea", Title("Sea")) with { Role = ChapterRole.Part },
        Chapter("tides", new Heading(1, [new Styled(InlineStyle.Emphasis, [new Text("Tides")]), new Text(" & moons")]),
            new Heading(2, [new Text("Spring")]), new Heading(3, [new Text("High")]), new Heading(4, [new Text("Higher")]),
            new Figure("a.png", "A map", [new Text("Map")], []))) with { Plan = new BookPlan { ContentsDepth = depth, ListOfFigures = true } });

    [Fact]
    public void The_contents_have_parts_above_chapters_and_keep_the_looks_of_titles()
    {
        string nav = Text(Write(Book()), "EPUB/nav.xhtml");
        Assert.Contains("""<nav epub:type="toc" role="doc-toc" id="toc" aria-label="Contents">""", nav.Replace("aria-labelledby=\"" + Anchor("Contents") + "\"", "aria-label=\"Contents\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"""
            <ol>
            <li class="part"><a href="sea.xhtml"><span class="number">Part{'\u00a0'}I</span> Sea</a>
            <ol>
            <li><a href="tides.xhtml#{Anchor("Tides & moons")}"><span class="number">1</span> <em>Tides</em> &amp; moons</a>
            <ol>
            <li><a href="tides.xhtml#{Anchor("Spring")}"><span class="number">1.1</span> Spring</a>
            <ol hidden="hidden">
            <li><a href="tides.xhtml#{Anchor("High")}"><span class="number">1.1.1</span> High</a></li>
            </ol>
            </li>
            </ol>
            </li>
            </ol>
            </li>
            </ol>
            </nav>
            """, nav, StringComparison.Ordinal);
        Assert.DoesNotContain("Higher", nav, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_printed_contents_do_not_show_is_hidden_on_the_page_only()
    {
        XDocument nav = Xml(Write(Book(depth: 1)), "EPUB/nav.xhtml");
        XElement spring = nav.Descendants(Html + "a").Single(a => a.Value == "1.1 Spring");
        Assert.Equal("hidden", (string?)spring.Ancestors(Html + "ol").First().Attribute("hidden"));
        Assert.Null(spring.Ancestors(Html + "ol").Skip(1).First().Attribute("hidden"));
    }

    [Fact]
    public void Landmarks_and_lists_are_there_for_the_reader_s_program()
    {
        XDocument nav = Xml(Write(Book(), Pictures("a.png")), "EPUB/nav.xhtml");
        XElement landmarks = Nav(nav, "landmarks");
        Assert.Equal(["cover cover.xhtml", "titlepage front-title-page.xhtml", "copyright-page front-copyright.xhtml", "toc nav.xhtml#toc", "loi front-figures.xhtml", "bodymatter sea.xhtml"],
            landmarks.Descendants(Html + "a").Select(a => $"{(string?)a.Attribute(Ops + "type")} {(string?)a.Attribute("href")}"));
        Assert.NotNull(landmarks.Attribute("hidden"));
        Assert.Equal(["1.1 Map"], Nav(nav, "loi").Descendants(Html + "a").Select(a => a.Value));
        Assert.DoesNotContain(nav.Descendants(Html + "nav"), n => (string?)n.Attribute(Ops + "type") == "lot");
    }

    [Fact]
    public void The_NCX_has_the_same_tree_in_plain_words()
    {
        XDocument ncx = Xml(Write(Book()), "EPUB/toc.ncx");
        XNamespace ns = ncx.Root!.Name.Namespace;
        Assert.Equal(["Part\u00a0I Sea", "1 Tides & moons", "1.1 Spring", "1.1.1 High"], ncx.Descendants(ns + "navPoint").Select(p => p.Element(ns + "navLabel")!.Value));
        Assert.Equal(["1", "2", "3", "4"], ncx.Descendants(ns + "navPoint").Select(p => (string)p.Attribute("playOrder")!));
        Assert.Equal("4", (string)ncx.Descendants(ns + "meta").Single(m => (string?)m.Attribute("name") == "dtb:depth").Attribute("content")!);
        Assert.Equal("urn:uuid:0b1c2d3e-1111-5222-8333-444455556666", (string)ncx.Descendants(ns + "meta").First().Attribute("content")!);
    }

    [Fact]
    public void A_list_of_figures_is_a_page_of_its_own_too()
    {
        string list = Text(Write(Book()), "EPUB/front-figures.xhtml");
        Assert.Contains("epub:type=\"loi\"", list, StringComparison.Ordinal);
        Assert.Contains("<li class=\"level-1\"><a href=\"tides.xhtml#fig-1.1\"><span class=\"number\">1.1</span> Map</a></li>".Replace("fig-1.1", Book().Anchors[Book().Figures[0].Target]), list, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_and_lettered_appendices_keep_their_names()
    {
        byte[] epub = Write(Resolve(EpubFixture.Book(Chapter("sea", Title("Sea")) with { Role = ChapterRole.Part }, Chapter("one", Title("One")),
            Chapter("more", Title("More"), new Heading(2, [new Text("Still more")])) with { Role = ChapterRole.Appendix })));
        Assert.Equal(["Part\u00a0I Sea", "1 One", "A More", "A.1 Still more"], Nav(Xml(epub, "EPUB/nav.xhtml"), "toc").Descendants(Html + "a").Select(a => a.Value));
        Assert.Contains("epub:type=\"part\" role=\"doc-part\"", Text(epub, "EPUB/sea.xhtml"), StringComparison.Ordinal);
        Assert.Contains("epub:type=\"appendix\" role=\"doc-appendix\"", Text(epub, "EPUB/more.xhtml"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">Appendix\u00a0A</span> More</h1>", Text(epub, "EPUB/more.xhtml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_contents_page_the_navigation_is_outside_the_spine()
    {
        byte[] epub = Write(Resolve(EpubFixture.Book(Chapter("one", Title("One"))) with { Plan = new BookPlan { ContentsDepth = 0 } }));
        XDocument package = Xml(epub, "EPUB/package.opf");
        Assert.DoesNotContain(package.Descendants(Opf + "itemref"), r => (string?)r.Attribute("idref") == "nav");
        Assert.Single(Nav(Xml(epub, "EPUB/nav.xhtml"), "toc").Descendants(Html + "a"));
    }

    [Fact]
    public void A_file_named_like_one_of_ours_gives_way()
    {
        byte[] epub = Write(Resolve(EpubFixture.Book(Chapter("nav", Title("Nav")), Chapter("Cover", Title("Cover")))));
        Assert.Contains("EPUB/nav-2.xhtml", EpubFixture.Files(epub).Keys);
        Assert.Contains("EPUB/Cover-2.xhtml", EpubFixture.Files(epub).Keys);
    }

    private static string Anchor(string title)
    {
        ResolvedBook book = Book();
        return book.Chapters.SelectMany(c => c.Content).OfType<Heading>().Where(h => PlainText.Of(h.Content) == title).Select(h => book.Anchors.GetValueOrDefault(h.Id, "none")).First();
    }

    private static XElement Nav(XDocument document, string type) => document.Descendants(Html + "nav").Single(n => (string?)n.Attribute(Ops + "type") == type);
}
