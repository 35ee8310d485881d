using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>A broken book gets a line for each mistake, with place and remedy, all in one run; nothing is written.</summary>
public sealed class MistakesInBooksTests
{
    [Fact]
    public async Task Mistakes_of_several_chapters_are_told_in_one_run_in_the_order_of_the_book()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(
            ("book.yml", "title: A\nlang: english\ntoc: 3\nchapters: [b.md, a.md]"),
            ("a.md", "# A\n\nSee @fig-none.\n"),
            ("b.md", "# B\n\nA note.[^x]\n\nSee @sec-none.\n")).BuildAsync();
        Assert.Equal(
            ["book.yml(2)", "book.yml(3)", "b.md(3)", "b.md(5)", "a.md(3)"],
            Errors(report).Select(d => $"{d.Span.Path}({d.Span.Start.Line})"));
        Assert.Empty(files);
        Assert.Empty(report.Outputs);
        Assert.False(report.Succeeded);
    }

    [Fact]
    public async Task A_chapter_that_is_missing_or_empty_is_told_without_all_that_refers_to_it()
    {
        Diagnostic said = await TheError(("book.yml", "title: A\nchapters: [a.md, gone.md]"), ("a.md", "# A\n\nSee @sec-gone and [there](gone.md).\n"));
        Assert.Equal("BB4001", said.Code);
        said = await TheError(("book.yml", "title: A\nchapters: [a.md, b.md]"), ("a.md", "# A\n\nSee @sec-b.\n"), ("b.md", "\n"));
        Assert.Equal("BB1001", said.Code);
    }

    [Fact]
    public async Task A_title_that_cannot_be_used_is_one_line()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", "title: [x]\n"), ("a.md", "# A\n\nText.\n")).BuildAsync();
        Assert.Equal("BB1106", Assert.Single(report.Diagnostics).Code);
    }

    [Fact]
    public async Task A_draft_shows_where_a_chapter_is_empty()
    {
        (BuildReport report, var files) = await BooksInMemory.Of(("book.yml", "title: A\nchapters: [a.md, b.md]"), ("a.md", "# A\n\nText.\n"), ("b.md", "\n"))
            .BuildAsync(new BuildOptions { Draft = true, Targets = BookTargets.Epub });
        Assert.Equal("BB1001", Assert.Single(Errors(report)).Code);
        using var epub = new System.IO.Compression.ZipArchive(new MemoryStream(files.Values.Single()));
        using var navigation = new StreamReader(epub.GetEntry("EPUB/nav.xhtml")!.Open());
        Assert.Contains("Missing: b.md", await navigation.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_outside_the_book_is_told_and_not_that_the_book_has_none()
    {
        Assert.Equal("BB4003", (await TheError(("book.yml", "title: A\nchapters: [../a.md]"), ("a.md", "# A\n\nText."))).Code);
        Diagnostic said = await TheError(("book.yml", "title: A\noutput: {dir: ../out}"), ("a.md", "# A\n\nText."));
        Assert.Equal("BB5003", said.Code);
        Assert.Contains("-o", said.Hints[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_takes_nothing_is_told_once()
    {
        using var folder = new TemporaryFolder().Write("taken", "a file");
        BuildReport report = await BookCompiler.BuildAsync(BooksInMemory.Of(("a.md", "# A\n\nText.")), new BuildOptions { OutputFolder = folder["taken/out"] });
        Diagnostic said = Assert.Single(Errors(report));
        Assert.Equal("BB5002", said.Code);
        Assert.Contains("taken' is a file", said.Message, StringComparison.Ordinal);
        Assert.Empty(report.Outputs);
    }

    [Fact]
    public async Task YAML_that_cannot_be_read_is_one_line_and_no_guess()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", "title: A\n  bad: [x\n"), ("a.md", "# A\n\nSee @fig-none.\n")).BuildAsync(new BuildOptions { Draft = true });
        Diagnostic said = Assert.Single(report.Diagnostics);
        Assert.Equal(("BB1101", 2, 6), (said.Code, said.Span.Start.Line, said.Span.Start.Column));
    }

    [Fact]
    public async Task A_missing_chapter_is_told_where_it_is_listed()
    {
        Diagnostic said = await TheError(("book.yml", "title: A\nchapters:\n  - tides.md\n  - towns.md"), ("tides.md", "# T\n\nText."), ("town.md", "# W"));
        Assert.Equal(("BB4001", "book.yml", 4, 5), (said.Code, said.Span.Path, said.Span.Start.Line, said.Span.Start.Column));
        Assert.Equal("did you mean 'town.md'?", said.Hints[0]);
    }

    [Fact]
    public async Task A_missing_picture_is_told_where_it_is_shown()
    {
        Diagnostic said = await TheErrorWith(("art/moon.png", BooksInMemory.Pixel), ("a.md", "# A\n\nText.\n\n![The moon](art/mon.png){alt=\"x\"}\n"));
        Assert.Equal(("BB4001", "a.md", 5), (said.Code, said.Span.Path, said.Span.Start.Line));
        Assert.Equal("did you mean 'art/moon.png'?", said.Hints[0]);
    }

    [Fact]
    public async Task A_picture_in_another_folder_is_found_by_its_name()
    {
        Diagnostic said = await TheErrorWith(("art/moon.png", BooksInMemory.Pixel), ("a.md", "# A\n\n![The moon](pictures/moon.png){alt=\"x\"}\n"));
        Assert.Equal("did you mean 'art/moon.png'?", said.Hints[0]);
    }

    [Fact]
    public async Task A_name_in_another_case_is_another_name()
    {
        Diagnostic said = await TheErrorWith(("Figure.PNG", BooksInMemory.Pixel), ("a.md", "# A\n\n![The moon](figure.png){alt=\"x\"}\n"));
        Assert.Equal("BB4002", said.Code);
        Assert.Equal("write 'Figure.PNG': upper and lower case matter on most machines", said.Hints[0]);
    }

    [Fact]
    public async Task A_picture_that_is_missing_twice_is_told_twice()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("a.md", "# A\n\n![M](x.png){alt=a}\n\nText.\n\n![M](x.png){alt=a}\n")).BuildAsync();
        Assert.Equal([3, 7], Errors(report).Select(d => d.Span.Start.Line));
    }

    [Fact]
    public async Task A_picture_that_is_damaged_is_told_once()
    {
        (BuildReport report, _) = await BooksInMemory.With(("x.png", BooksInMemory.Pixel[..40]), ("a.md", "# A\n\n![M](x.png){alt=a}\n\nText.\n\n![M](x.png){alt=a}\n")).BuildAsync();
        Assert.Equal(3, Assert.Single(Errors(report)).Span.Start.Line);
    }

    [Fact]
    public async Task A_picture_outside_the_book_is_refused()
    {
        Diagnostic said = await TheError(("a.md", "# A\n\n![M](../x.png){alt=a}\n"));
        Assert.Equal(("a.md", 3), (said.Span.Path, said.Span.Start.Line));
        Assert.Contains("outside", said.Message);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_is_told_with_its_place()
    {
        (BuildReport report, _) = await BooksInMemory.With(("a.md", [.. "# A\n\nCaf"u8, 0xE9, .. ".\n"u8])).BuildAsync();
        Diagnostic said = Assert.Single(Errors(report));
        Assert.Equal(("BB4005", 3, 4), (said.Code, said.Span.Start.Line, said.Span.Start.Column));
    }

    [Fact]
    public async Task An_empty_chapter_is_told_once()
    {
        Diagnostic said = await TheError(("a.md", "# A\n\nText."), ("b.md", ""));
        Assert.Equal("b.md", said.Span.Path);
        Assert.Contains("empty", said.Message);
    }

    [Fact]
    public async Task A_folder_without_Markdown_is_no_book() => Assert.Equal("BB3108", (await TheError(("notes.txt", "x"))).Code);

    [Fact]
    public async Task A_book_without_chapters_is_told_in_its_manifest() =>
        Assert.Equal("book.yml", (await TheError(("book.yml", "title: A\nchapters: []"))).Span.Path);

    [Fact]
    public async Task A_family_that_no_font_gives_has_a_remedy()
    {
        Diagnostic said = await TheError(("book.yml", "title: A\npdf:\n  fonts: { body: Source Serif 5 }"), ("a.md", "# A\n\nText."));
        Assert.Equal(("BB1122", 3, 18), (said.Code, said.Span.Start.Line, said.Span.Start.Column));
        Assert.Equal("did you mean 'Source Serif 4'?", said.Hints[0]);
    }

    [Fact]
    public async Task A_missing_font_file_and_a_missing_cover_are_told()
    {
        (BuildReport report, _) = await BooksInMemory.Of(
            ("book.yml", "title: A\ncover: cover.png\npdf:\n  fonts: { files: [x.ttf] }"), ("a.md", "# A\n\nText.")).BuildAsync();
        Assert.Equal([(2, 8), (4, 20)], Errors(report).Select(d => (d.Span.Start.Line, d.Span.Start.Column)));
    }

    [Fact]
    public async Task A_small_cover_without_words_is_two_warnings()
    {
        (BuildReport report, _) = await BooksInMemory.With(("c.png", BooksInMemory.Pixel), ("book.yml", "title: A\ncover: c.png"), ("a.md", "# A\n\nText.")).BuildAsync();
        Assert.Equal(["BB1121", "BB4008"], report.Diagnostics.Select(d => d.Code).Order());
        Assert.True(report.Succeeded);
    }

    [Fact]
    public async Task A_misnamed_manifest_is_told()
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yaml", "title: A"), ("a.md", "# A\n\nText.")).BuildAsync();
        Assert.Contains(report.Diagnostics, d => d.Code == "BB1120" && d.Span.Path == "book.yaml");
    }

    private static IEnumerable<Diagnostic> Errors(BuildReport report) => report.Diagnostics.Where(d => d.Severity == Severity.Error);

    private static async Task<Diagnostic> TheError(params (string, string)[] files) => Assert.Single(Errors((await BooksInMemory.Of(files).BuildAsync()).Report));

    private static async Task<Diagnostic> TheErrorWith((string, byte[]) picture, params (string, string)[] files) =>
        Assert.Single(Errors((await BooksInMemory.With(picture, files).BuildAsync()).Report));
}
