using System.IO.Compression;
using System.Text;
using BookBuilder.Building;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Tests.Pdf;

namespace BookBuilder.Tests.Building;

/// <summary>Handouts from the files to the finished PDF and EPUB.</summary>
public sealed class HandoutTests
{
    private const string Manifest = """
        title: The Coast
        authors: Ada Lind
        date: 2024-05-01
        print-isbn: 978-3-16-148410-0
        chapters: [moon.md, tides.md, sea.md]
        pdf: { paper: digest, margins: { top: 2in }, accent: "#cc0000" }
        handouts:
          - { name: session-4, title: Session 4, chapters: 2, paper: a4, date: 2024-06-03 }
          - { name: far, sections: [3.1], page-labels: book, line-numbers: true, notes-margin: true }
        """;

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("The sea comes in and goes out again, and nobody has ever asked it why it does so.", 60));

    private static BookProject Book(string manifest = Manifest) => BooksInMemory.Of(
        ("book.yml", manifest), ("moon.md", "# The Moon {#sec-moon}\n\nIt pulls.[^a]\n\n[^a]: Far away.\n"),
        ("tides.md", "# Tides\n\nThey come from @sec-moon.[^b]\n\n[^b]: Twice a day.\n"),
        ("sea.md", $"# The Sea\n\n{Long}\n\n## The Far Sea {{#sec-far}}\n\n{Long}\n"));

    [Fact]
    public async Task A_named_handout_is_made_as_book_yml_says()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await Book().BuildAsync(new BuildOptions { Handout = new() { Name = "session-4" } });
        Assert.Empty(report.Diagnostics);
        Assert.Equal(["the-coast-session-4.epub", "the-coast-session-4.parity.json", "the-coast-session-4.pdf"], files.Keys.Order());
        Assert.Equal(("Session 4", 1, 1), (report.Title, report.Counts.Chapters, report.Counts.Notes));
        Assert.Equal(1, report.Agreed?.Notes);
        using PdfReading pdf = new(files["the-coast-session-4.pdf"]);
        string text = pdf.Text(1);
        foreach (string words in (string[])["Session 4", "From “The Coast”", "Ada Lind", "June 3, 2024", "2Tides", "They come from Chapter\u00a01 of the full book.", "page 1 of 1"])
            Assert.Contains(words.Replace(" ", "").Replace("\u00a0", ""), text.Replace(" ", "").Replace("\u00a0", ""));
        Assert.Equal("0 0 595.276 841.89", pdf.Show(pdf.Find(pdf.Pages[0], "MediaBox")));
    }

    [Fact]
    public async Task What_is_asked_for_goes_before_book_yml()
    {
        (_, IReadOnlyDictionary<string, byte[]> files) = await Book().BuildAsync(new BuildOptions
        {
            Targets = BookTargets.Pdf, OutputName = "mine", Handout = new() { Name = "session-4", Title = "Other", Paper = PageSize.Letter, Chapters = ["1"] },
        });
        using PdfReading pdf = new(files["mine.pdf"]);
        Assert.Contains("Other", pdf.Text(1));
        Assert.Contains("It pulls.", pdf.Text(1));
        Assert.Equal("0 0 612 792", pdf.Show(pdf.Find(pdf.Pages[0], "MediaBox")));
    }

    [Fact]
    public async Task Folios_of_the_whole_book_are_printed_labelled_and_listed()
    {
        (BuildReport whole, IReadOnlyDictionary<string, byte[]> all) = await Book().BuildAsync(new BuildOptions { Targets = BookTargets.Pdf });
        Assert.Empty(whole.Diagnostics.Where(d => d.Severity == Severity.Error));
        using PdfReading full = new(all["the-coast.pdf"]);
        int[] far = [.. Enumerable.Range(1, full.Pages.Length).Where(p => full.Text(p).Contains("The Far Sea"))];
        int first = far[1] - (full.Pages.Length - LastFolio(full));                      // the contents name it first, running heads later

        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await Book().BuildAsync(new BuildOptions { Handout = new() { Name = "far" } });
        Assert.Empty(report.Diagnostics);
        using PdfReading pdf = new(files["the-coast-far.pdf"]);
        string[] labels = Labels(pdf);
        Assert.StartsWith($"{first}\u2013", labels[0]);
        Assert.EndsWith($"{LastFolio(full)}", labels[^1]);
        for (int i = 0; i < labels.Length; i++) Assert.Contains(labels[i], pdf.Text(i + 1));
        string[] listed = Listed(files["the-coast-far.epub"]);
        Assert.Equal(Enumerable.Range(first, LastFolio(full) - first + 1).Select(n => $"{n}"), listed);
        Assert.Contains("urn:isbn:9783161484100", Package(files["the-coast-far.epub"]).Replace("-", ""));
    }

    [Fact]
    public async Task Every_fifth_line_of_running_text_has_its_number_left_of_it()
    {
        (_, IReadOnlyDictionary<string, byte[]> files) = await Book().BuildAsync(new BuildOptions { Targets = BookTargets.Pdf, Handout = new() { Name = "far" } });
        using PdfReading pdf = new(files["the-coast-far.pdf"]);
        double left = pdf.Document.GetPage(1).Letters.Where(l => l.PointSize > 10).Min(l => l.StartBaseLine.X);
        string[] numbers = [.. pdf.Document.GetPage(1).Letters.Where(l => l.StartBaseLine.X < left - 5).GroupBy(l => Math.Round(l.StartBaseLine.Y))
            .OrderByDescending(g => g.Key).Select(g => string.Concat(g.Select(l => l.Value)))];
        Assert.Equal(["5", "10", "15"], numbers.Take(3));
    }

    [Fact]
    public async Task The_epub_has_a_name_of_its_own_and_belongs_to_the_book()
    {
        (_, IReadOnlyDictionary<string, byte[]> one) = await Book().BuildAsync(new BuildOptions { Targets = BookTargets.Epub, Handout = new() { Name = "session-4" } });
        (_, IReadOnlyDictionary<string, byte[]> two) = await Book().BuildAsync(new BuildOptions { Targets = BookTargets.Epub, Handout = new() { Name = "session-4", Chapters = ["1"] } });
        (_, IReadOnlyDictionary<string, byte[]> whole) = await Book().BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        string first = Package(one.Values.First(IsZip)), second = Package(two.Values.First(IsZip)), book = Package(whole.Values.First(IsZip));
        Assert.Equal(3, new[] { first, second, book }.Select(IdentifierIn).Distinct().Count());
        Assert.Contains(">The Coast</meta>", first);
        Assert.Contains(IdentifierIn(book), first);
        Assert.DoesNotContain("978-3-16", first);                                          // its pages are its own
    }

    [Fact]
    public async Task A_warning_about_a_chapter_that_is_left_out_is_no_matter_of_the_handout()
    {
        BookProject book = BooksInMemory.Of(("book.yml", "title: T\nchapters: [a.md, b.md]"), ("a.md", "# A\n\n## One\n\n#### Skipped\n\nText.\n"), ("b.md", "# B\n\nText.\n"));
        Assert.NotEmpty((await book.BuildAsync(new BuildOptions { Handout = new() { Chapters = ["1"] } })).Report.Diagnostics);
        Assert.Empty((await book.BuildAsync(new BuildOptions { Handout = new() { Chapters = ["2"] } })).Report.Diagnostics);
    }

    [Theory]
    [InlineData("handouts: [{ name: x, chapters: 9 }]", "BB5601", "the book has no chapter '9'")]
    [InlineData("handouts: { x: { chapters: 1, sections: 3.7 } }", "BB5602", "the book has no section '3.7'")]
    [InlineData("handouts: { x: { title: Nothing } }", "BB5603", "the handout names neither chapters nor sections")]
    [InlineData("handouts: [{ name: x, chapters: 1 }, { name: X, chapters: 2 }]", "BB5605", "there are two handouts named 'X'")]
    [InlineData("handouts: [{ chapters: 1 }]", "BB1110", "'handouts' lacks its 'name'")]
    [InlineData("handouts: [3]", "BB1106", "'handouts' must be a map of keys such as 'chapters: 3,5-6', not '3'")]
    [InlineData("handouts: { a/b: { chapters: 1 } }", "BB1124", "'a/b' cannot be the name of a file")]
    public async Task Mistakes_in_book_yml_are_told_with_their_place_whatever_is_built(string handouts, string code, string message)
    {
        (BuildReport report, _) = await Book($"title: The Coast\nchapters: [moon.md, tides.md, sea.md]\n{handouts}\n").BuildAsync();
        Diagnostic said = Assert.Single(report.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal((code, message, 3), (said.Code, said.Message, said.Span.Start.Line));
        Assert.Empty(report.Outputs);
    }

    [Fact]
    public async Task What_a_caller_asks_for_in_vain_is_told_without_a_place()
    {
        (BuildReport report, _) = await Book().BuildAsync(new BuildOptions { Handout = new() { Name = "sesion-4" } });
        Diagnostic said = Assert.Single(report.Diagnostics);
        Assert.True(Problems.IsOfHandoutRequest(said));
        Assert.Equal(["did you mean 'session-4'?", "it names: session-4, far"], said.Hints.ToArray());
    }

    [Fact]
    public async Task Sheets_stand_beside_the_ordinary_file()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await Book().BuildAsync(new BuildOptions { Sheets = new SheetPlan() });
        Assert.Equal(["parity.json", "the-coast-booklet.pdf", "the-coast.epub", "the-coast.pdf"], files.Keys.Order());
        Assert.Equal(3, report.Outputs.Length);
        using PdfReading pages = new(files["the-coast.pdf"]), sheets = new(files["the-coast-booklet.pdf"]);
        Assert.Equal((pages.Pages.Length + 3) / 4 * 2, sheets.Pages.Length);
        // Every letter of every page is on some sheet.
        Assert.Equal(Letters(pages), Letters(sheets));

        static string Letters(PdfReading pdf) => string.Concat(Enumerable.Range(1, pdf.Pages.Length).SelectMany(p => pdf.Document.GetPage(p).Letters).Select(l => l.Value).Order(StringComparer.Ordinal));
    }

    private static bool IsZip(byte[] file) => file is [(byte)'P', (byte)'K', ..];

    private static int LastFolio(PdfReading pdf) => pdf.Pages.Length - int.Parse(pdf.Show(pdf.Find(pdf.Catalog, "PageLabels", "Nums")).Split(' ')
        .Where(part => int.TryParse(part, out _)).Last());

    private static string[] Labels(PdfReading pdf)
    {
        string nums = pdf.Show(pdf.Find(pdf.Catalog, "PageLabels", "Nums"));
        var ranges = System.Text.RegularExpressions.Regex.Matches(nums, @"(\d+) <<(.*?)>>")
            .Select(m => (Start: int.Parse(m.Groups[1].Value), Prefix: Value(m.Groups[2].Value, "P"), From: Value(m.Groups[2].Value, "St"))).ToArray();
        return [.. Enumerable.Range(0, pdf.Pages.Length).Select(p =>
        {
            var range = ranges.Last(r => r.Start <= p);
            return range.Prefix + ((range.From.Length == 0 ? 1 : int.Parse(range.From)) + p - range.Start);
        })];

        static string Value(string entry, string key) => System.Text.RegularExpressions.Regex.Match(entry, $@"(?:^| ){key}=(\S*)").Groups[1].Value;
    }

    private static string Package(byte[] epub) => Text(epub, "EPUB/package.opf");

    private static string IdentifierIn(string package) => System.Text.RegularExpressions.Regex.Match(package, "<dc:identifier id=\"pub-id\">(.*?)<").Groups[1].Value;

    private static string[] Listed(byte[] epub)
    {
        string nav = Text(epub, "EPUB/nav.xhtml");
        string list = nav[nav.IndexOf("page-list", StringComparison.Ordinal)..];
        return [.. System.Text.RegularExpressions.Regex.Matches(list[..list.IndexOf("</nav>", StringComparison.Ordinal)], "<a [^>]*>(.*?)</a>").Select(m => m.Groups[1].Value)];
    }

    private static string Text(byte[] epub, string file)
    {
        using ZipArchive zip = new(new MemoryStream(epub));
        using StreamReader reader = new(zip.GetEntry(file)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
