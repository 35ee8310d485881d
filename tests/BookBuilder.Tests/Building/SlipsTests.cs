using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>What a newcomer mistypes is told with its place and what to do, also where Markdown and YAML would let it pass as text.</summary>
public sealed class SlipsTests
{
    [Theory]
    [InlineData("BB1040", 3, "```", "```python\nprint(1)\n\nThe rest of the chapter.\n")]
    [InlineData("BB1041", 3, "\\{", "![Moon](moon.svg){#fig-moon alt=\"The moon\n")]
    [InlineData("BB1041", 3, "\\{", "## Tides {#sec-tides\n\nText.\n")]
    [InlineData("BB1042", 3, "\\", "This is **bold, and never ends.\n")]
    [InlineData("BB1042", 3, "\\", "This is bold**, and never began.\n")]
    [InlineData("BB1043", 3, "did you mean 'sources'?", "::: {.source}\n:::\n")]
    [InlineData("BB1043", 3, "did you mean 'callout-warning'?", "::: {.callout-waring}\nCareful.\n:::\n")]
    [InlineData("BB1044", 3, "did you mean 'TIP'?", "> [!TIPP]\n> Look up.\n")]
    [InlineData("BB1044", 3, "NOTE, TIP, IMPORTANT, WARNING and CAUTION", "> [!ADVERTISEMENT]\n> Buy.\n")]
    public async Task A_slip_in_a_chapter_is_told(string code, int line, string hint, string text)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("a.md", "# A\n\n" + text), ("moon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")).BuildAsync(new() { Targets = BookTargets.Epub });
        Diagnostic said = Assert.Single(report.Diagnostics, d => d.Code == code);
        Assert.Equal((Severity.Warning, line), (said.Severity, said.Span.Start.Line));
        Assert.Contains(said.Hints, h => h.Contains(hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("It costs 2 ** 3 and more: \\*\\*nothing is bold, a_b_c__d, 5 * 6 ** 7.")]
    [InlineData("In code `{#fig-x` and `**` are code, and {braces} are braces, { #1 } and {} too.")]
    [InlineData("A brace as it is: \\{#fig-x, and a set {.5, 1}.")]
    [InlineData("```text\n{#fig-x **\n```")]
    [InlineData("::: {.my-own-kind}\nText.\n:::\n\n::: {.verse}\nText.\n:::")]
    [InlineData("> [A link](https://example.org) begins a quotation.")]
    public async Task What_is_meant_is_not(string text)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("a.md", "# A\n\n" + text + "\n")).BuildAsync(new() { Targets = BookTargets.Epub });
        Assert.DoesNotContain(report.Diagnostics, d => d.Code.StartsWith("BB104", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BB1125", 3, "title: T\npdf:\n  accent: #7a1f2b\n", "'pdf.accent' has no value: what stands after a '#' is a remark")]
    [InlineData("BB1126", 3, "title: T\nchapters:\n - a.md\n  - b.md\n", "several lines of 'chapters' are read as one, because they are indented further than the first")]
    [InlineData("BB1101", 2, "title: T\nsubtitle: Books: a guide\n", "the YAML cannot be read: a value holds ': ', and what stands before that is taken for a key")]
    [InlineData("BB1101", 3, "title: T\nchapters:\n\t- a.md\n", "the YAML cannot be read: a line begins with a tabulator; indent it with spaces")]
    [InlineData("BB1101", 2, "title: T\nlists: [figures\n", "the YAML cannot be read: a list in brackets lacks a comma, or is never closed")]
    [InlineData("BB1101", 2, "title: T\nrights: \"all of them\n", "the YAML cannot be read: a quotation mark or a bracket is never closed")]
    public async Task A_slip_in_book_yml_is_told(string code, int line, string yaml, string message)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", yaml), ("a.md", "# A\n\nText.\n"), ("b.md", "# B\n\nText.\n")).BuildAsync();
        Diagnostic said = report.Diagnostics[0];
        Assert.Equal((code, Severity.Error, line, message), (said.Code, said.Severity, said.Span.Start.Line, said.Message));
        Assert.NotEmpty(said.Hints);
    }
}
