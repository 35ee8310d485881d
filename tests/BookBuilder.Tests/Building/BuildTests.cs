using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using UglyToad.PdfPig;

namespace BookBuilder.Tests.Building;

/// <summary>Whole builds of small books.</summary>
public sealed class BuildTests
{
    private static readonly (string, string)[] Small =
    [
        ("book.yml", "title: The Tides\nauthors: [Ada Lind]\ndate: 2024-05-01\nchapters: [one.md, two.md]"),
        ("one.md", "# One\n\nThe moon pulls the sea.[^m]\n\n[^m]: Not only the moon.\n"),
        ("two.md", "# Two\n\n| a | b |\n|---|---|\n| c | d |\n\nTable: Letters {#tbl-l}\n\nSee @tbl-l.\n"),
    ];

    [Fact]
    public async Task A_book_becomes_a_PDF_and_an_EPUB_named_by_its_title()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(Small).BuildAsync();
        Assert.Empty(report.Diagnostics);
        Assert.Equal(["parity.json", "the-tides.epub", "the-tides.pdf"], files.Keys.Order());
        Assert.Equal([(BookTargets.Pdf, "the-tides.pdf"), (BookTargets.Epub, "the-tides.epub")], report.Outputs.Select(o => (o.Target, o.Location)));
        Assert.All(report.Outputs, o => Assert.Equal(files[o.Location].Length, o.Size));
        using PdfDocument pdf = PdfDocument.Open(files["the-tides.pdf"]);
        Assert.Equal(pdf.NumberOfPages, report.Counts.Pages);
    }

    [Fact]
    public async Task What_the_book_has_is_counted()
    {
        (BuildReport report, _) = await BooksInMemory.Of(Small).BuildAsync();
        BookCounts counts = report.Counts;
        // One; The moon pulls the sea; Not only the moon; Two; a b c d; Letters; See …: the reference counts as the one word that was written.
        Assert.Equal((18, 2, 0, 1, 1), (counts.Words, counts.Chapters, counts.Figures, counts.Tables, counts.Notes));
    }

    [Fact]
    public async Task The_same_book_gives_the_same_bytes()
    {
        (_, var first) = await BooksInMemory.Of(Small).BuildAsync();
        (_, var second) = await BooksInMemory.Of(Small).BuildAsync();
        Assert.All(first, file => Assert.True(file.Value.AsSpan().SequenceEqual(second[file.Key]), file.Key));
    }

    [Fact]
    public async Task An_output_does_not_depend_on_what_else_is_made()
    {
        (_, var all) = await BooksInMemory.Of(Small).BuildAsync();
        (_, var one) = await BooksInMemory.Of(Small).BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        Assert.Equal(["parity.json", "the-tides.epub"], one.Keys.Order());
        Assert.Equal(all["the-tides.epub"], one["the-tides.epub"]);
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_a_book()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(
            ("README.md", "# About the folder"), ("10-end.md", "# End\n\nText."), ("2-middle.md", "# Middle\n\nText."), ("index.md", "# A Beginning\n\nText.")).BuildAsync();
        Assert.True(report.Succeeded);
        Assert.Equal("A Beginning", report.Title);
        Assert.Equal(3, report.Counts.Chapters);
        using PdfDocument pdf = PdfDocument.Open(files["a-beginning.pdf"]);
        string text = string.Join(' ', pdf.GetPages().Select(p => p.Text));
        Assert.True(text.LastIndexOf("Middle", StringComparison.Ordinal) < text.LastIndexOf("End", StringComparison.Ordinal));
        Assert.DoesNotContain("About the folder", text);
    }

    [Fact]
    public async Task A_book_without_title_is_called_by_its_folder() =>
        Assert.Equal("A small book", (await BooksInMemory.Of(("1.md", "# X\n\nText."), ("2.md", "# Y\n\nText.")).BuildAsync()).Report.Title);

    [Fact]
    public async Task A_readme_alone_is_a_book() =>
        Assert.Equal("Hello", (await BooksInMemory.Of(("README.md", "# Hello\n\nText.")).BuildAsync()).Report.Title);

    [Fact]
    public async Task Chapters_may_lie_in_folders()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("part/2.md", "# B\n\nText."), ("part/10.md", "# C\n\nText."), ("README.md", "about")).BuildAsync();
        Assert.Equal(2, report.Counts.Chapters);
    }

    [Theory]
    [InlineData("chapters/a.md", "../art/p.png")]
    [InlineData("chapters/a.md", "art/p.png")]
    [InlineData("chapters/a.md", "/art/p.png")]
    [InlineData("a.md", "art/p.png")]
    [InlineData("a.md", "./art/../art/p.png")]
    public async Task A_picture_is_found_from_its_chapter_and_from_the_root(string chapter, string address)
    {
        (BuildReport report, _) = await BooksInMemory.With(("art/p.png", BooksInMemory.Pixel),
            ("book.yml", $"title: A\nchapters: [{chapter}]"), (chapter, $"# A\n\n![M]({address}){{alt=a}}\n")).BuildAsync();
        Assert.True(report.Succeeded, string.Join('\n', report.Diagnostics));
    }

    [Fact]
    public async Task A_draft_is_written_in_spite_of_errors_and_shows_what_is_missing()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(("a.md", "# A\n\nText.\n\n![The moon](moon.png){alt=a}\n"))
            .BuildAsync(new BuildOptions { Draft = true });
        Assert.False(report.Succeeded);
        Assert.Equal(2, files.Count);
        using PdfDocument pdf = PdfDocument.Open(files["a.pdf"]);
        Assert.Contains(pdf.GetPages(), p => p.Text.Contains("moon.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_says_where_a_chapter_is_missing()
    {
        (_, var files) = await BooksInMemory.Of(("book.yml", "title: T\nchapters: [a.md, gone.md]"), ("a.md", "# A\n\nText."))
            .BuildAsync(new BuildOptions { Draft = true, Targets = BookTargets.Pdf });
        using PdfDocument pdf = PdfDocument.Open(files["t.pdf"]);
        Assert.Contains(pdf.GetPages(), p => p.Text.Contains("Missing: gone.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manifest_without_chapters_takes_the_folder_and_keeps_what_it_lists()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(("book.yml", "title: T\nappendices: [a.md]"), ("a.md", "# Tables\n\nText."), ("b.md", "# Body\n\nText."))
            .BuildAsync(new BuildOptions { Targets = BookTargets.Pdf });
        Assert.Equal(2, report.Counts.Chapters);
        using PdfDocument pdf = PdfDocument.Open(files["t.pdf"]);
        string text = string.Join(' ', pdf.GetPages().Select(p => p.Text));
        Assert.Contains("Appendix", text, StringComparison.OrdinalIgnoreCase);
        Assert.True(text.LastIndexOf("Body", StringComparison.Ordinal) < text.LastIndexOf("Tables", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checking_finds_the_same_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# A\n\nSee @fig-x.\n");
        BuildReport report = await BookCompiler.CheckAsync(BookProject.Open(folder.Path), new BuildOptions { OutputFolder = folder["out"] });
        Assert.Equal("BB3101", Assert.Single(report.Diagnostics).Code);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task An_error_leaves_older_outputs_as_they_are()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# A\n\nText.\n");
        var options = new BuildOptions { OutputFolder = folder["out"] };
        Assert.True((await BookCompiler.BuildAsync(BookProject.Open(folder.Path), options)).Succeeded);
        byte[] before = File.ReadAllBytes(folder["out/a.pdf"]);
        folder.Write("a.md", "# A\n\nSee @fig-x.\n");
        Assert.False((await BookCompiler.BuildAsync(BookProject.Open(folder.Path), options)).Succeeded);
        Assert.Equal(before, File.ReadAllBytes(folder["out/a.pdf"]));
        Assert.Equal(["a.epub", "a.pdf", "parity.json"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_an_error_and_leaves_nothing_half_made()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# A\n\nText.\n");
        Directory.CreateDirectory(folder["out/a.epub"]);
        BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions { OutputFolder = folder["out"] });
        Assert.Equal("BB5001", Assert.Single(report.Diagnostics).Code);
        Assert.Equal(["a.epub"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_cancelled_build_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# A\n\nText.\n");
        using var stop = new CancellationTokenSource();
        var progress = new StopsAt(BuildPhase.Writing, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions { OutputFolder = folder["out"] }, progress, stop.Token));
        Assert.True(!Directory.Exists(folder["out"]) || Directory.GetFileSystemEntries(folder["out"]).Length == 0);
    }

    [Fact]
    public async Task Progress_goes_through_the_phases_in_order_and_counts_pages()
    {
        var seen = new Recorded();
        await BookCompiler.BuildAsync(BooksInMemory.Of(Small), new BuildOptions(), new NoOutputs(), seen);
        // Links are asked only in a check that wants it.
        Assert.Equal([.. Enum.GetValues<BuildPhase>().Where(p => p != BuildPhase.Links)], seen.All.Select(p => p.Phase).Distinct());
        Assert.Contains(seen.All, p => p is { Phase: BuildPhase.Composing, Done: > 0 });
        Assert.Contains(seen.All, p => p is { Phase: BuildPhase.Reading, Done: 2, Total: 2 });
    }

    [Fact]
    public async Task Outputs_go_where_the_book_says_below_its_root()
    {
        using var folder = new TemporaryFolder();
        folder.Write("book.yml", "title: A\noutput: { dir: built/here, name: tides }").Write("a.md", "# A\n\nText.\n");
        BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions());
        Assert.True(report.Succeeded);
        Assert.True(File.Exists(folder["built/here/tides.pdf"]));
    }

    [Fact]
    public async Task A_link_does_not_lead_outputs_or_pictures_out_of_the_book()
    {
        using TemporaryFolder folder = new(), outside = new();
        outside.Write("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        folder.Write("book.yml", "title: A\noutput: { dir: built }").Write("a.md", "# A\n\n![M](p.svg){alt=a}\n");
        Directory.CreateSymbolicLink(folder["built"], outside.Path);
        File.CreateSymbolicLink(folder["p.svg"], outside["p.svg"]);
        BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions());
        Assert.Equal("BB4003", Assert.Single(report.Diagnostics).Code);
        folder.Write("a.md", "# A\n\nText.\n");
        report = await BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions());
        Assert.Equal("BB5003", Assert.Single(report.Diagnostics).Code);
        Assert.Equal(["p.svg"], Directory.GetFileSystemEntries(outside.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_link_inside_the_book_is_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>").Write("a.md", "# A\n\n![M](p.svg){alt=a}\n");
        File.CreateSymbolicLink(folder["p.svg"], folder["real/p.svg"]);
        BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(folder.Path), new BuildOptions { OutputFolder = folder["out"] });
        Assert.True(report.Succeeded, string.Join('\n', report.Diagnostics));
    }

    private sealed class StopsAt(BuildPhase phase, CancellationTokenSource stop) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            if (value.Phase == phase && value.Done > 0) stop.Cancel();
        }
    }

    private sealed class Recorded : IProgress<BuildProgress>
    {
        public List<BuildProgress> All { get; } = [];

        public void Report(BuildProgress value)
        {
            lock (All) All.Add(value);
        }
    }

    [Theory]
    [InlineData("See @sec-one, https://example.org/x.")]
    [InlineData("See [here](#sec-one), https://example.org/x.")]
    public async Task A_source_in_whose_note_the_book_refers_to_itself_is_listed(string note)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", "title: T"), ("one.md", $"# One {{#sec-one}}\n\nText.[^n]\n\n[^n]: {note}\n\n::: {{.sources}}\n:::\n")).BuildAsync();
        Assert.Empty(report.Diagnostics);
        Assert.NotNull(report.Agreed);
    }

    [Theory]
    [InlineData("../../away")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_handout_whose_name_is_none_of_a_file_is_not_made(string name)
    {
        (BuildReport report, var files) = await BooksInMemory.Of(Small).BuildAsync(new BuildOptions { Handout = new HandoutRequest { Name = name, Chapters = ["1"] } });
        Assert.Equal(["BB1124"], report.Diagnostics.Select(d => d.Code));
        Assert.Empty(files);
    }

    [Fact]
    public async Task A_formula_that_is_not_understood_costs_no_claim_by_the_ends_of_its_lines()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", "title: T\npdf: { standard: [ua-1, a-2a] }"), ("one.md", "# One\n\n$$\n\\begin{strange}\na\n\\end{strange}\n$$\n")).BuildAsync();
        Assert.Equal(["BB1051"], report.Diagnostics.Select(d => d.Code));
    }
}
