using System.Globalization;
using BookBuilder.Cli;
using BookBuilder.Explaining;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli;

/// <summary>What <c>bookbuilder explain</c> answers.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"330\"><rect width=\"300\" height=\"330\"/></svg>";
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public ExplainTests()
    {
        string sentence = "The moon pulls the sea, and the sea comes and goes twice a day along the coast. ";
        string text = string.Concat(Enumerable.Repeat(sentence, 12)).TrimEnd();
        _folder.Write("book/moon.svg", Svg)
            .Write("book/tides.md", $"# Tides\n\n{text}\n\nSee @fig-moon.[^a]\n\n![The moon](moon.svg){{#fig-moon alt=\"The moon\"}}\n\n## Ebb {{#sec-ebb}}\n\n{text}\n\n{text}\n\n[^a]: A note.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_tells_what_stands_on_it_and_why_it_ends_where_it_ends()
    {
        Assert.Equal(0, await Run("explain", "page:1", "book"));
        string said = _output.ToString();
        Assert.Matches(@"^page 1 \(sheet \d+, right\), chapter “Tides”", said);
        Assert.Contains("  text    tides.md:3 to tides.md:", said, StringComparison.Ordinal);
        Assert.Contains("  later   Figure 1.1 has its place here or before and stands on a later page", said, StringComparison.Ordinal);
        Assert.Matches(@"\n  ends    (within the paragraph|before what stands) at tides\.md:\d+", said);
        Assert.Matches(@"\n  cost    [\d,]+: ", said);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task A_figure_that_moved_tells_where_its_place_was()
    {
        Assert.Equal(0, await Run("explain", "fig-moon", "book"));
        string said = _output.ToString();
        Assert.StartsWith("Figure 1.1 (tides.md:7) stands on page 2, at the top", said, StringComparison.Ordinal);
        Assert.Contains("its place in the text is on page 1, which has no room left for it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_source_tells_how_its_paragraph_was_set_line_by_line()
    {
        Assert.Equal(0, await Run("explain", "tides.md:3", "book"));
        string said = _output.ToString();
        Assert.Matches(@"^the paragraph at tides\.md:3 has \d+ lines", said);
        Assert.Contains("    |The moon pulls the sea, and the sea comes", said, StringComparison.Ordinal);
        Assert.Matches(@"spaces x\d\.\d\d", said);
    }

    [Fact]
    public async Task A_label_of_what_does_not_move_leads_to_its_page()
    {
        Assert.Equal(0, await Run("explain", "sec-ebb", "book"));
        Assert.Matches(@"^sec-ebb \(1\.1\) begins on page \d, where it was written; it does not move\npage \d", _output.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("page:99", "the book has no page '99'")]
    [InlineData("fig-sun", "nothing that is printed is labelled 'fig-sun'")]
    [InlineData("tides.md:2", "no running text comes from line 2 of 'tides.md'")]
    public async Task What_the_book_does_not_have_is_said(string question, string said)
    {
        Assert.Equal(1, await Run("explain", question, "book"));
        Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_question_that_is_none_is_a_mistake_in_the_command() => Assert.Equal(2, await Run("explain", "page:", "book"));

    [Fact]
    public void Questions_are_read_in_every_spelling_users_know()
    {
        Assert.Equal(new PageQuestion("iv"), LayoutQuestion.Read("page:iv"));
        Assert.Equal(new LabelQuestion("fig-moon"), LayoutQuestion.Read("@fig-moon"));
        Assert.Equal(new LabelQuestion("fig-moon"), LayoutQuestion.Read("fig:moon"));
        Assert.Equal(new LabelQuestion("fig-1"), LayoutQuestion.Read("fig:1"));
        Assert.Equal(new PlaceQuestion("chapters/a.md", 12), LayoutQuestion.Read("chapters\\a.md:12"));
        Assert.Null(LayoutQuestion.Read("page:"));
        Assert.Null(LayoutQuestion.Read(" "));
    }

    private Task<int> Run(params string[] args) => CommandLine.RunAsync(args, new CommandEnvironment
    {
        Output = _output, Error = _error, CurrentFolder = _folder.Path,
    });
}
