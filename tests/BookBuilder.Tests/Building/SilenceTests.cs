using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>What an author or a caller wants to be told, and what not.</summary>
public sealed class SilenceTests
{
    // A picture without a description is BB1034, a warning; the file is there, so that nothing else is said.
    private const string Picture = "![](dot.png)";

    [Fact]
    public async Task A_comment_before_a_block_silences_it_there_and_nowhere_else()
    {
        BuildReport report = await Check($"# Tides\n\n<!-- bookbuilder-ignore BB1034: it is a dot -->\n{Picture}\n\nThe sea.\n\n{Picture}\n");
        Diagnostic told = Assert.Single(report.Diagnostics, d => d.Code == "BB1034");
        Assert.Equal(8, told.Span.Start.Line);
        SuppressedDiagnostic silenced = Assert.Single(report.Suppressed, s => s.Diagnostic.Code == "BB1034");
        Assert.Equal((4, 3, true, "it is a dot"), (silenced.Diagnostic.Span.Start.Line, silenced.Place.Start.Line, silenced.IsInSource, silenced.Reason));
    }

    [Theory]
    [InlineData("A comment in the paragraph.", "The sea ![](dot.png) is deep. <!-- bookbuilder-ignore BB1034 -->")]
    [InlineData("A comment on the next line of the paragraph.", "The sea ![](dot.png) is deep.\n<!-- bookbuilder-ignore BB1034 -->")]
    [InlineData("A comment beside a figure, which stays one.", "![](dot.png) <!-- bookbuilder-ignore BB1034 -->")]
    [InlineData("Codes that begin alike.", "<!-- bookbuilder-ignore BB10xx -->\n![](dot.png)")]
    [InlineData("Several codes.", "<!-- bookbuilder-ignore BB1020, BB1034 -->\n![](dot.png)")]
    [InlineData("An item of a list.", "- one\n\n- <!-- bookbuilder-ignore BB1034 -->\n\n  ![](dot.png)\n\n- three")]
    [InlineData("Text of an item.", "- one\n- The ![](dot.png) dot. <!-- bookbuilder-ignore BB1034 -->\n- three")]
    [InlineData("A cell of a table.", "| a | b |\n|---|---|\n| ![](dot.png) | x <!-- bookbuilder-ignore BB1034 --> |")]
    [InlineData("A table with a caption.", "<!-- bookbuilder-ignore BB1034 -->\n\n| a |\n|---|\n| x |\n\nTable: The ![](dot.png) dot.")]
    [InlineData("A division.", "<!-- bookbuilder-ignore BB1034 -->\n\n::: {.center}\nOne.\n\n![](dot.png)\n:::")]
    [InlineData("A quotation.", "> <!-- bookbuilder-ignore BB1034 -->\n> ![](dot.png)")]
    [InlineData("A note.", "The sea.[^n]\n\n<!-- bookbuilder-ignore BB1034 -->\n[^n]: A dot ![](dot.png) here.")]
    [InlineData("Over several lines.", "<!-- bookbuilder-ignore BB1034:\n     the dot says\n     nothing -->\n![](dot.png)")]
    [InlineData("Two comments.", "<!-- bookbuilder-ignore BB1034 -->\n<!-- bookbuilder-ignore BB2101 -->\n![](dot.png)")]
    [InlineData("The whole file.", "![](dot.png)\n\nThe sea.\n\n<!-- bookbuilder-ignore-file BB1034 -->")]
    public async Task It_silences(string what, string markdown)
    {
        BuildReport report = await Check($"# Tides\n\nText before.\n\n{markdown}\n\nText after.\n");
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "BB1034");
        Assert.True(report.Suppressed.Any(s => s.Diagnostic.Code == "BB1034"), what);
        Assert.True(report.Succeeded);
    }

    [Fact]
    public async Task Comments_leave_no_trace_in_the_text()
    {
        (BuildReport _, IReadOnlyDictionary<string, byte[]> with) = await Book("# T\n\n<!-- bookbuilder-ignore BB1034 -->\n![](dot.png) <!-- bookbuilder-ignore BB1034 -->\n").BuildAsync();
        (BuildReport _, IReadOnlyDictionary<string, byte[]> without) = await Book("# T\n\n![](dot.png)\n").BuildAsync();
        Assert.Equal(without.Keys.Order(), with.Keys.Order());
        Assert.All(without, file => Assert.Equal(file.Value, with[file.Key]));
    }

    [Fact]
    public async Task What_is_said_of_a_line_on_its_page_is_silenced_at_the_paragraph()
    {
        string line = string.Concat(Enumerable.Repeat("Donaudampfschiffahrtsgesellschaft", 6));
        string narrow = $"# T\n\nThe sea.\n\n{line}\n";
        Diagnostic said = Assert.Single((await Check(narrow)).Diagnostics, d => d.Code.StartsWith("BB210", StringComparison.Ordinal) && d.Severity == Severity.Warning);
        BuildReport silenced = await Check($"# T\n\nThe sea.\n\n<!-- bookbuilder-ignore {said.Code} -->\n{line}\n");
        Assert.DoesNotContain(silenced.Diagnostics, d => d.Code == said.Code);
        Assert.Contains(silenced.Suppressed, s => s.Diagnostic.Code == said.Code);
    }

    [Fact]
    public async Task An_error_is_never_silenced_and_asking_for_it_is_told()
    {
        BuildReport report = await Check("# T\n\n<!-- bookbuilder-ignore BB3101 -->\nSee @fig-none.\n\n<!-- bookbuilder-ignore all -->\nSee @fig-none.\n");
        Assert.Equal(2, report.Diagnostics.Count(d => d is { Code: "BB3101", Severity: Severity.Error }));
        Assert.Equal(3, Assert.Single(report.Diagnostics, d => d.Code == "BB1061").Span.Start.Line);
    }

    [Fact]
    public async Task A_comment_that_silences_nothing_is_told_as_a_remark_at_its_place()
    {
        BuildReport report = await Check("# T\n\n<!-- bookbuilder-ignore BB1034 BB1020 -->\n![](dot.png)\n\n<!-- bookbuilder-ignore BB1034 -->\n");
        Assert.Equal([("BB1020", 3), ("BB1034", 6)], report.Diagnostics.Where(d => d.Code == "BB1062").Select(d => (d.Message.Split('\'')[1], d.Span.Start.Line)));
        Assert.All(report.Diagnostics.Where(d => d.Code == "BB1062"), d => Assert.Equal(Severity.Info, d.Severity));
    }

    [Theory]
    [InlineData("<!-- bookbuilder-ignore BB1035 -->", "BB1060", "did you mean 'BB1034'?")]
    [InlineData("<!-- bookbuilder-ignore loose -->", "BB1060", "codes are written as BB2101, BB21xx or BB21*")]
    [InlineData("<!-- bookbuilder-ignore -->", "BB1063", null)]
    [InlineData("<!-- bookbuilder-ignores BB1034 -->", "BB1064", "did you mean 'bookbuilder-ignore'?")]
    public async Task A_comment_that_is_not_understood_is_told(string comment, string code, string? hint)
    {
        BuildReport report = await Check($"# T\n\n{comment}\n\nThe sea.\n");
        Diagnostic said = Assert.Single(report.Diagnostics, d => d.Code == code);
        Assert.Equal((Severity.Warning, 3, 1), (said.Severity, said.Span.Start.Line, said.Span.Start.Column));
        if (hint is not null) Assert.Equal(hint, Assert.Single(said.Hints));
    }

    [Fact]
    public async Task In_code_it_is_code_and_other_comments_say_nothing()
    {
        BuildReport report = await Check($"# T\n\n```html\n<!-- bookbuilder-ignore nothing -->\n```\n\n`<!-- bookbuilder-ignore nothing -->`\n\n<!-- bookbuilder is good, bookbuilder-ignore too -->\n\nThe sea.\n");
        Assert.Empty(report.Diagnostics);
    }

    [Fact]
    public async Task Book_yml_silences_and_raises_whole_codes()
    {
        string chapter = $"# T\n\n{Picture}\n\nA <blink>sea</blink>.\n";
        BuildReport raised = await Check(chapter, "title: T\ndiagnostics: { errors: [BB1034] }\n");
        Assert.Equal(["BB1020", "BB1034"], raised.Diagnostics.Select(d => d.Code).Order());
        Assert.Equal("BB1034", Assert.Single(raised.Diagnostics, d => d.Severity == Severity.Error).Code);
        BuildReport ignored = await Check(chapter, "title: T\ndiagnostics:\n  errors: BB10*\n  ignore: [BB1034, bb102x]\n");
        Assert.True(ignored.Succeeded);
        Assert.DoesNotContain(ignored.Diagnostics, d => d.Code is "BB1034" or "BB1020");
        Assert.Equal([("BB1034", "book.yml", 4), ("BB1020", "book.yml", 4)], ignored.Suppressed.Select(s => (s.Diagnostic.Code, s.Place.Path, s.Place.Start.Line)));
    }

    [Fact]
    public async Task A_code_that_there_is_not_is_an_error_of_book_yml_at_its_place()
    {
        BuildReport report = await Check("# T\n\nThe sea.\n", "title: T\ndiagnostics:\n  errors: [BB2100]\n  ignore: [BB3101]\n");
        Diagnostic unknown = Assert.Single(report.Diagnostics, d => d.Code == "BB1130");
        Assert.Equal((Severity.Error, 3, 12), (unknown.Severity, unknown.Span.Start.Line, unknown.Span.Start.Column));
        Assert.StartsWith("did you mean 'BB21", Assert.Single(unknown.Hints), StringComparison.Ordinal);
        Assert.Equal((Severity.Warning, 4), Assert.Single(report.Diagnostics.Where(d => d.Code == "BB1061").Select(d => (d.Severity, d.Span.Start.Line))));
    }

    [Fact]
    public async Task A_warning_that_counts_as_an_error_keeps_the_book_from_being_written()
    {
        BookProject book = Book($"# T\n\n{Picture}\n");
        var options = new BuildOptions { WarningsAsErrors = [CodePattern.Read("BB10xx")!] };
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await book.BuildAsync(options);
        Assert.Empty(files);
        Assert.Equal(Severity.Error, Assert.Single(report.Diagnostics, d => d.Code == "BB1034").Severity);
        (report, files) = await book.BuildAsync(options with { Ignored = [CodePattern.Read("bb1034")!] });
        Assert.NotEmpty(files);
        Assert.Equal(SourceSpan.None, Assert.Single(report.Suppressed).Place);
    }

    [Fact]
    public async Task All_warnings_are_no_remarks_and_a_remark_counts_only_by_its_own_code()
    {
        BookProject book = Book("---\na: b\n---\n\n# T\n\nThe sea.\n");
        (BuildReport all, _) = await book.BuildAsync(new BuildOptions { WarningsAsErrors = [CodePattern.All] });
        Assert.Equal(Severity.Info, Assert.Single(all.Diagnostics, d => d.Code == "BB1005").Severity);
        (BuildReport one, _) = await book.BuildAsync(new BuildOptions { WarningsAsErrors = [CodePattern.Read("BB1005")!] });
        Assert.False(one.Succeeded);
    }

    [Theory]
    [InlineData("BB2101", "BB2101", "BB2102")]
    [InlineData("bb21XX", "BB2101", "BB3101")]
    [InlineData("BB21*", "BB2199", "BB3101")]
    [InlineData("BB*", "BB3101", "MY0001")]
    public void A_choice_of_codes_is_read_as_it_is_written(string written, string covered, string other)
    {
        CodePattern pattern = CodePattern.Read(written)!;
        Assert.True(pattern.Covers(covered));
        Assert.False(pattern.Covers(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BB")]
    [InlineData("BB21")]
    [InlineData("BB0000")]
    [InlineData("BB00xx")]
    [InlineData("xxxxxx")]
    [InlineData("*")]
    public void What_is_no_code_is_none(string written) => Assert.Null(CodePattern.Read(written));

    [Fact]
    public async Task Eighty_thousand_comments_take_no_time()
    {
        string chapter = "# T\n\n" + string.Concat(Enumerable.Repeat("<!-- bookbuilder-ignore BB1034 -->\n", 80_000)) + "\nThe sea.\n\n"
            + string.Concat(Enumerable.Repeat("<!-- bookbuilder-ignore BB1034 -->\nA <!-- bookbuilder-ignore BB1034 -->\n\n", 10_000));
        Task<BuildReport> check = Check(chapter);
        Assert.Same(check, await Task.WhenAny(check, Task.Delay(TimeSpan.FromMinutes(2))));
        Assert.True((await check).Succeeded);
    }

    private static BookProject Book(string chapter, string manifest = "title: T\n") =>
        BooksInMemory.With(("dot.png", BooksInMemory.Pixel), ("book.yml", manifest), ("t.md", chapter));

    private static async Task<BuildReport> Check(string chapter, string manifest = "title: T\n") => await BookCompiler.CheckAsync(Book(chapter, manifest), new BuildOptions());
}
