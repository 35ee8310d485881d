using System.Text.Json;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.Epub;

namespace BookBuilder.Tests.Parity;

/// <summary>Both outputs of whole books say what the model says, and the certificate tells so.</summary>
public sealed class ParityTests
{
    [Theory]
    [InlineData("content")]
    [InlineData("tests/books/torture")]
    [InlineData("tests/books/leaflet")]
    public async Task Whole_books_agree(string book)
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(Path.Combine(Repository.Root, book)).BuildAsync();
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        using JsonDocument certificate = JsonDocument.Parse(files["parity.json"]);
        Assert.True(certificate.RootElement.GetProperty("agrees").GetBoolean());
        // Counted from the sources: the certificate is not empty.
        Assert.Equal(report.Counts.Notes, report.Agreed?.Notes);
        Assert.Equal(report.Counts.Notes, CountOf(certificate, "EPUB", "notes"));
        Assert.Equal(report.Counts.Notes, CountOf(certificate, "PDF", "notes"));
        Assert.InRange(CountOf(certificate, "PDF", "headings"), report.Counts.Chapters, 200);
    }

    [Theory]
    [InlineData("x[^1]\n\n[^1]: - a\n    - b\n")]
    [InlineData("x[^1]\n\n[^1]: a. Lind, *Tides*\n")]
    [InlineData("- - a\n  - b\n- 1. c\n")]
    [InlineData("$\\text{\u05d0 12 b}$ and $\\unknown{a}$, in [\u05e9 $\\unknown$]{lang=he}\n")]
    [InlineData("\ud55c\uad6d\uc5b4\ufe0f and a\u034f\u0301, <https://a.b/c?d=\ufffd>\n")]
    [InlineData("A flag \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f and a\udb40\udd00 letter\n")]
    public async Task What_was_once_lost_is_in_both_outputs(string text)
    {
        foreach (string language in (string[])["en", "he"])
        {
            (BuildReport report, _) = await BooksInMemory.Of(("book.yml", $"title: T\nlang: {language}\nchapters: [a.md]\n"), ("a.md", "# A\n\n" + text)).BuildAsync();
            Assert.Empty(report.Diagnostics.Where(static d => d.Severity == Severity.Error).Select(static d => d.Message));
            Assert.NotNull(report.Agreed);
        }
    }

    [Fact]
    public async Task The_certificate_names_the_files_by_their_hashes_and_is_the_same_for_the_same_book()
    {
        BookProject book = BooksInMemory.Of(("a.md", "# A\n\nWords.[^n]\n\n[^n]: A note.\n"));
        (_, IReadOnlyDictionary<string, byte[]> first) = await book.BuildAsync();
        (_, IReadOnlyDictionary<string, byte[]> second) = await book.BuildAsync();
        Assert.Equal(first["parity.json"], second["parity.json"]);
        using JsonDocument certificate = JsonDocument.Parse(first["parity.json"]);
        foreach (JsonElement output in certificate.RootElement.GetProperty("outputs").EnumerateArray())
        {
            byte[] file = first.Single(f => f.Key.EndsWith("." + output.GetProperty("output").GetString(), StringComparison.OrdinalIgnoreCase)).Value;
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), output.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public async Task A_link_that_pauses_for_the_mark_of_a_note_is_one_link_in_both()
    {
        BookProject book = BooksInMemory.Of(("a.md", "# A\n\nSee [the *old*[^n] harbour](https://harbour.example/) there.\n\n[^n]: A note.\n"));
        (BuildReport report, _) = await book.BuildAsync();
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
    }

    /// <summary>Books that are right, and of which a careless comparison would say that they are wrong.</summary>
    [Theory]
    [InlineData("an address of another kind", "# A\n\n[files](ftp://files.example/a.txt) and <gopher://old.example/>\n")]
    [InlineData("an address with other letters", "# A\n\n[Köln](https://müller.example/wiki/Köln?q=a%20b&c=ä#Größe)\n")]
    [InlineData("a reference within a link", "# A {#sec-a}\n\n[see @sec-a there](https://harbour.example/) and [*@sec-a*](https://harbour.example/)\n")]
    [InlineData("two links to one place side by side", "# A\n\n[one](https://harbour.example/)[two](https://harbour.example/)\n")]
    [InlineData("a formula of nothing", "# A\n\nHere $\\,$ and there $~$ and $x$.\n")]
    [InlineData("no heading at all", "Words.\n")]
    [InlineData("a chapter called cover", "# A {#cover .book-title}\n\nWords, [here](#cover).\n")]
    [InlineData("an address within a link", "# A\n\n[see <https://quay.example> there](https://harbour.example/)\n")]
    [InlineData("an address to write to", "# A\n\n[write](mailto:ü@müller.example) or [look](https://e.example/a%20b{c}|d)\n")]
    [InlineData("a note within a link's emphasis", "# A\n\nA [link *strong^[n] as* it is](https://harbour.example/).\n")]
    [InlineData("a bar over letters", "# A\n\nThe $\\overline{abc} + \\bar x$.\n")]
    [InlineData("a sign for a thing", "# A\n\n| a | \ufffc |\n|---|---|\n| b | c |\n")]
    [InlineData("a chapter of nothing", "# A {.unlisted}\n\n***\n")]
    [InlineData("a number alone before the title", "# A\n\n## B\n\nWords.\n", "design: report")]
    [InlineData("a handout", "# A\n\n## B\n\nWords.\n", "design: handout")]
    [InlineData("a numbered formula in Hebrew", "# א\n\n$$ a < b $$ {#eq-a}\n", "lang: he")]
    [InlineData("code in Hebrew", "# א\n\n```\nfoo(a) { שלום עולם 123 abc }\n```\n", "lang: he")]
    [InlineData("Arabic in code", "# A\n\n```\nprint(\"سلام عالم\") # a\n```\n")]
    [InlineData("signs that are none", "# A\n\nWords\u200b and\u00ad \ufeffmore&#xFFFE; and \u2066these\u2069.\n")]
    public async Task A_right_book_is_not_called_wrong(string what, string chapter, string manifest = "lang: en")
    {
        string file = what.EndsWith("cover", StringComparison.Ordinal) ? "cover.md" : "a.md";
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) =
            await BooksInMemory.Of((file, chapter), ("book.yml", $"title: T\nchapters: [{file}]\n{manifest}\n")).BuildAsync();
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        Assert.Contains("parity.json", files.Keys);
    }

    [Fact]
    public void A_certificate_of_files_that_differ_says_where()
    {
        ResolvedBook book = OfOne("In 4713 ships.");
        Assert.True(BookParity.Certify(book, null, BookParity.ReadEpub(EpubFixture.Write(book))).Agrees);

        MemoryStream written = new();
        BookParity.Certify(book, null, BookParity.ReadEpub(EpubFixture.Write(OfOne("In 4173 ships.")))).WriteTo(written);
        using JsonDocument certificate = JsonDocument.Parse(written.ToArray());
        Assert.False(certificate.RootElement.GetProperty("agrees").GetBoolean());
        JsonElement difference = Assert.Single(certificate.RootElement.GetProperty("outputs")[0].GetProperty("differences").EnumerateArray());
        Assert.Equal(("one", "text"), (difference.GetProperty("section").GetString(), difference.GetProperty("kind").GetString()));
        Assert.Contains("4713", difference.GetProperty("book").GetString());
        Assert.Contains("4173", difference.GetProperty("file").GetString());

        static ResolvedBook OfOne(string words) => EpubFixture.Resolve(EpubFixture.Book(EpubFixture.Chapter("one", EpubFixture.Title("One"), EpubFixture.Para(words))));
    }

    [Fact]
    public async Task One_output_alone_is_held_against_the_book_too()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) =
            await BooksInMemory.Of(("a.md", "# A\n\nWords.\n")).BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        Assert.True(report.Succeeded);
        using JsonDocument certificate = JsonDocument.Parse(files["parity.json"]);
        Assert.Equal("EPUB", Assert.Single(certificate.RootElement.GetProperty("outputs").EnumerateArray()).GetProperty("output").GetString());
    }

    [Theory]
    [InlineData("https://\u061Ca.b/c?d=e", "the host holds a sign of direction, which IDNA refuses")]
    [InlineData("https://b\u00FCcher.example/\u00FC", "the host and the path hold letters beyond ASCII")]
    [InlineData("https://a.b/?x[1]=2", "brackets stand in the query, which EPUBCheck refuses")]
    [InlineData("https://a\u2068b.c/d", "the host holds a sign of direction that .NET takes for well-formed")]
    public async Task Addresses_that_no_program_takes_as_they_are_lead_to_the_same_place_in_both_files(string address, string why)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("a.md", $"# A\n\nSee [there]({address}) and {address} too.\n")).BuildAsync();
        Assert.True(report.Succeeded && report.Agreed is { Links: > 0 }, why);
    }

    [Fact]
    public async Task What_is_said_of_pages_without_an_author_has_no_place()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", "title: T\npdf: { paper: { width: 2in, height: 2in } }\nparts: [{ title: \"2024\", chapters: [a.md] }]\n"), ("a.md", "# A long title of a chapter\n")).BuildAsync();
        Assert.True(report.Succeeded);
        Assert.Equal(SourceSpan.None, default);
    }

    private static int CountOf(JsonDocument certificate, string output, string what) => certificate.RootElement.GetProperty("outputs").EnumerateArray()
        .Single(o => o.GetProperty("output").GetString() == output).GetProperty("sections").EnumerateArray().Sum(s => s.GetProperty(what).GetInt32());
}
