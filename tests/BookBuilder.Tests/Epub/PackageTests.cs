using System.Collections.Immutable;
using System.Xml.Linq;
using BookBuilder.Epub;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>The package says what the book is and has, and nothing that is not so.</summary>
public sealed class PackageTests
{
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public void Metadata_is_what_the_manifest_says()
    {
        BookMetadata metadata = Metadata with
        {
            Subtitle = "A <short> guide",
            Authors = [new("Ann Bell", null, "Bell, Ann"), new("Cem Dal") { Role = ContributorRole.Illustrator }],
            Identifiers = [new("isbn", "978-3-16-148410-0"), new("doi", "https://doi.org/10.1000/182"), new("uri", "https://example.org/tides")],
            Publisher = "Mole & Sons", Rights = "© 2023", Description = "Water.", Subjects = ["Tides", "Harbours"],
        };
        string package = Package(metadata);

        Assert.Contains("""
            <package version="3.0" unique-identifier="pub-id" xml:lang="en-US" xmlns="http://www.idpf.org/2007/opf">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="pub-id">urn:isbn:9783161484100</dc:identifier>
            <meta refines="#pub-id" property="identifier-type" scheme="onix:codelist5">15</meta>
            <dc:identifier id="identifier-2">doi:10.1000/182</dc:identifier>
            <meta refines="#identifier-2" property="identifier-type" scheme="onix:codelist5">06</meta>
            <dc:identifier id="identifier-3">https://example.org/tides</dc:identifier>
            <dc:title id="title">Tides &amp; Harbours</dc:title>
            <meta refines="#title" property="title-type">main</meta>
            <meta refines="#title" property="display-seq">1</meta>
            <dc:title id="subtitle">A &lt;short&gt; guide</dc:title>
            <meta refines="#subtitle" property="title-type">subtitle</meta>
            <meta refines="#subtitle" property="display-seq">2</meta>
            <dc:creator id="creator-1">Ann Bell</dc:creator>
            <meta refines="#creator-1" property="role" scheme="marc:relators">aut</meta>
            <meta refines="#creator-1" property="file-as">Bell, Ann</meta>
            <meta refines="#creator-1" property="display-seq">1</meta>
            <dc:contributor id="creator-2">Cem Dal</dc:contributor>
            <meta refines="#creator-2" property="role" scheme="marc:relators">ill</meta>
            <meta refines="#creator-2" property="display-seq">2</meta>
            <dc:language>en-US</dc:language>
            <dc:date>2023-08-16</dc:date>
            <dc:publisher>Mole &amp; Sons</dc:publisher>
            <dc:rights>© 2023</dc:rights>
            <dc:description>Water.</dc:description>
            <dc:subject>Tides</dc:subject>
            <dc:subject>Harbours</dc:subject>
            <meta property="dcterms:modified">2023-08-16T00:00:00Z</meta>
            """, package, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_says_what_it_is_and_which_book_of_it_this_is()
    {
        Assert.Contains("""
            <meta property="belongs-to-collection" id="series">Harbours</meta>
            <meta refines="#series" property="collection-type">series</meta>
            <meta refines="#series" property="group-position">2.1</meta>
            """, Package(Metadata with { Series = new("Harbours", "2.1") }), StringComparison.Ordinal);
        Assert.DoesNotContain("group-position", Package(Metadata with { Series = new("Harbours") }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_of_a_scheme_says_which_term_of_which() =>
        Assert.Contains("""
            <dc:subject>Sea</dc:subject>
            <dc:subject id="subject-2">Tides</dc:subject>
            <meta refines="#subject-2" property="authority">Thema</meta>
            <meta refines="#subject-2" property="term">RBKC</meta>
            """, Package(Metadata with { Subjects = ["Sea", new BookSubject("Tides") { Authority = "Thema", Term = "RBKC" }] }), StringComparison.Ordinal);

    [Fact]
    public void The_printed_edition_is_the_source() =>
        Assert.Contains("<dc:source>urn:isbn:9783161484100</dc:source>", Package(Metadata with { PrintIsbn = "978-3-16-148410-0" }), StringComparison.Ordinal);

    [Fact]
    public void Everybody_has_the_code_of_what_they_did()
    {
        ContributorRole[] roles = Enum.GetValues<ContributorRole>();
        string package = Package(Metadata with { Authors = [.. roles.Select(r => new Contributor(r.ToString()) { Role = r })] });
        string[] codes = [.. roles.Select((r, i) => Between(package, $"<meta refines=\"#creator-{i + 1}\" property=\"role\" scheme=\"marc:relators\">", "</meta>"))];
        Assert.Equal(["aut", "edt", "trl", "ill", "ctb", "com", "pht", "aui", "aft", "bkd", "cov", "pfr"], codes);
        Assert.Contains("<dc:creator id=\"creator-1\">", package, StringComparison.Ordinal);
        Assert.Contains("<dc:contributor id=\"creator-12\">", package, StringComparison.Ordinal);

        static string Between(string text, string before, string after)
        {
            int from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
            return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void The_title_page_names_those_without_whom_it_were_another_book()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One"))) with
        {
            Metadata = Metadata with { Authors = [new("Ann Bell"), new("Cem Dal") { Role = ContributorRole.Translator }, new("Eva Fox") { Role = ContributorRole.Proofreader }] },
        });
        string page = Text(Write(book), "EPUB/front-title-page.xhtml");
        Assert.Contains("Cem Dal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva Fox", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_UUID_is_a_URN() => Assert.Contains(">urn:uuid:0b1c2d3e-1111-5222-8333-444455556666</dc:identifier>", Package(Metadata), StringComparison.Ordinal);

    [Fact]
    public void Without_a_date_the_book_is_of_1980_and_a_given_time_is_in_UTC()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One"))) with { Metadata = Metadata with { Date = null } });
        Assert.Contains(">1980-01-01T00:00:00Z<", Text(Write(book), "EPUB/package.opf"), StringComparison.Ordinal);
        EpubOptions later = Options with { Modified = new DateTimeOffset(2024, 2, 3, 1, 0, 0, TimeSpan.FromHours(2)) };
        Assert.Contains(">2024-02-02T23:00:00Z<", Text(Write(book, options: later), "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_without_an_identifier_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentException>(() => Package(Metadata with { Identifiers = [] }));

    [Fact]
    public void The_spine_is_the_order_of_reading_with_the_contents_at_their_place()
    {
        XDocument package = Xml(Write(Resolve(Book(Chapter("one", Title("One")), Chapter("two", Title("Two"))))), "EPUB/package.opf");
        Dictionary<string, XElement> items = package.Descendants(Opf + "item").ToDictionary(i => (string)i.Attribute("id")!);
        Assert.Equal(["cover.xhtml", "front-title-page.xhtml", "front-copyright.xhtml", "nav.xhtml", "one.xhtml", "two.xhtml"],
            package.Descendants(Opf + "itemref").Select(r => (string)items[(string)r.Attribute("idref")!].Attribute("href")!));
        Assert.Equal("application/x-dtbncx+xml", (string?)items[(string)package.Descendants(Opf + "spine").Single().Attribute("toc")!].Attribute("media-type"));
        Assert.Equal("nav", (string?)items.Values.Single(i => (string?)i.Attribute("href") == "nav.xhtml").Attribute("properties"));
        Assert.Equal("cover-image", (string?)items.Values.Single(i => (string?)i.Attribute("href") == "images/cover.png").Attribute("properties"));
    }

    [Fact]
    public void A_book_written_from_right_to_left_turns_its_pages_so()
    {
        string package = Package(Metadata with { Language = "he" });
        Assert.Contains("page-progression-direction=\"rtl\"", package, StringComparison.Ordinal);
        Assert.Contains("xml:lang=\"he\" dir=\"rtl\"", package, StringComparison.Ordinal);
        Assert.Contains("page-progression-direction=\"ltr\"", Package(Metadata with { Language = "az-Latn" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_formulas_says_so()
    {
        var math = new MathInline(new MathExpression("x", new MathIdentifier("x"), "x"));
        XDocument package = Xml(Write(Resolve(Book(Chapter("one", Title("One"), Para(math)), Chapter("two", Title("Two"))))), "EPUB/package.opf");
        Assert.Equal(["one.xhtml"], package.Descendants(Opf + "item").Where(i => (string?)i.Attribute("properties") == "mathml").Select(i => (string?)i.Attribute("href")));
    }

    [Fact]
    public void Fonts_are_embedded_only_when_asked_for()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One"))));
        Assert.DoesNotContain("@font-face", Text(Write(book), "EPUB/style.css"), StringComparison.Ordinal);
        Assert.DoesNotContain("sans-serif", Text(Write(book), "EPUB/style.css"), StringComparison.Ordinal);
        // Headings follow the printed book's.
        Assert.Contains("{ font-family: sans-serif; }", Text(Write(book with { Design = BookBuilder.Model.Design.NamedDesigns.Report }), "EPUB/style.css"), StringComparison.Ordinal);

        byte[] epub = Write(book, options: Options with { Fonts = [new EpubFont("Serif-It.ttf", "Source Serif 4", 400, true, Png)] });
        Assert.StartsWith("@font-face { font-family: \"Source Serif 4\"; font-weight: 400; font-style: italic; src: url(\"fonts/Serif-It.ttf\"); }\nbody { font-family: \"Source Serif 4\", serif; }\n",
            Text(epub, "EPUB/style.css"), StringComparison.Ordinal);
        Assert.Equal(Png, EpubFixture.Files(epub)["EPUB/fonts/Serif-It.ttf"]);
        Assert.Contains("href=\"fonts/Serif-It.ttf\" media-type=\"font/ttf\"", Text(epub, "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_shown_twice_is_one_file_and_two_of_one_name_are_two()
    {
        Figure Show(string path) => new(path, "x", [], []);
        byte[] epub = Write(Resolve(Book(Chapter("one", Title("One"), Show("a/map.png"), Show("b/Map.png"), Show("a/map.png"), Show("cover.png")))),
            Pictures("a/map.png", "b/Map.png", "cover.png", "unused.png"));
        Assert.Equal(["EPUB/images/cover.png", "EPUB/images/map.png", "EPUB/images/Map-2.png", "EPUB/images/cover-2.png"], EpubFixture.Files(epub).Keys.Where(k => k.Contains("images", StringComparison.Ordinal)));
    }

    private static string Package(BookMetadata metadata) =>
        Text(Write(Resolve(Book(Chapter("one", Title("One"))) with { Metadata = metadata })), "EPUB/package.opf");
}
