using System.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Pandoc;

/// <summary>Raw HTML and LaTeX that is not as tidy as its author meant it: nothing is lost, and what is not carried over is told.</summary>
public sealed class RawTextTests
{
    [Theory]
    [InlineData(@"one\footnote{See \emph{Origin} here.}", "one^[See *Origin* here.]")]
    [InlineData(@"\textbf{a \textit{b \textsc{c}}}", "**a *b [c]{.smallcaps}***")]
    [InlineData(@"\href{https://a.org/\x}{the \emph{page}} \texttt{\emph{x}}", @"[the *page*](https://a.org/\x) `\emph{x}`")]
    [InlineData(@"\emph{a <b>c</b> \ldots}", "*a <b>c</b> …*")]
    public void Latex_within_an_argument_is_translated(string written, string told) => Assert.Equal([told], Told.Pandoc(written).Lines);

    [Fact]
    public void What_is_not_known_within_an_argument_is_told_where_it_stands()
    {
        var findings = Told.Pandoc(@"one\footnote{See \strange{it}.}").Findings;
        Assert.Equal(18, Assert.Single(findings, f => f is { Carrying: Carrying.Literal, Construct: @"LaTeX \strange" }).Span.Start.Column);
    }

    [Fact]
    public void Commands_within_commands_end_somewhere()
    {
        (string[] lines, var findings) = Told.Pandoc(string.Concat(Enumerable.Repeat(@"\underline{", 3000)) + "x" + new string('}', 3000));
        Assert.Contains("x", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Contains(findings, f => f.Carrying == Carrying.Literal);
    }

    [Fact]
    public void A_figure_of_two_pictures_shows_both_and_keeps_its_words()
    {
        (string[] lines, var findings) = Told.Pandoc(
            "<figure id=\"f\">", "<p>Before.</p>", "<img src=\"a.png\" alt=\"A\">", "<img src=\"b.png\" alt=\"B\">", "<figcaption>Both</figcaption>", "After.", "</figure> And more.");
        Assert.Equal(["Before.", "![A](a.png)<!-- -->", "![Both](b.png){#f alt=\"B\"}", "After.", "And more."], lines);
        Assert.DoesNotContain(findings, f => f is { Construct: "HTML figure", Carrying: Carrying.Supported });
    }

    [Fact]
    public void A_figure_of_one_picture_is_a_figure_whatever_holds_it() =>
        Assert.Equal(["![Words](a.png){alt=\"A\"}"], Told.Pandoc("<figure><a href=\"x\"><img src=\"a.png\" alt=\"A\"></a>", "<!-- no text -->", "<figcaption>Words</figcaption></figure>").Lines);

    [Fact]
    public void A_figure_of_a_table_keeps_its_table_and_its_caption() =>
        Assert.Equal(["| A |", "|---|", "| 1 |", "Words"], Told.Pandoc("<figure>", "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>", "<figcaption>Words</figcaption>", "</figure>").Lines);

    [Fact]
    public void A_closing_tag_closes_no_division_of_the_authors()
    {
        (string[] lines, _) = Told.Pandoc("::: {.note}", "Words <div class=\"x\">inner", "</div>", "still in the note", ":::");
        Assert.Equal(["::: {.note}", "Words <div class=\"x\">inner", "still in the note", ":::"], lines);
        (lines, var findings) = Told.Pandoc("::: {.note}", "a", "", "</div>", "", "b", ":::");
        Assert.Equal(["::: {.note}", "a", "b", ":::"], lines);
        Assert.Contains(findings, f => f is { Carrying: Carrying.LeftOut, Construct: "HTML </div>" });
    }

    [Theory]
    [InlineData("<div>a</div> more", "::: {.html-div}|a|:::|more")]
    [InlineData("<div>a <div>b</div> c</div>|more", "::: {.html-div}|a <div>b</div> c|:::|more")]
    [InlineData("<div><div>b</div></div>", "::: {.html-div}|::: {.html-div}|b|:::|:::")]
    [InlineData("<div>|a</div>|more", "::: {.html-div}|a|:::|more")]
    [InlineData("<div>|<p>a</p></div>", "::: {.html-div}|a|:::")]
    [InlineData("<div>|<section>|a|</div>|more", "::: {.html-div}|::: {.html-section}|a|:::|:::|more")]
    [InlineData("<div>|a", "::: {.html-div}|a|:::")]
    public void Every_division_that_is_opened_is_closed(string written, string told) => Assert.Equal(told.Split('|'), Told.Pandoc(written.Split('|')).Lines);

    [Fact]
    public void A_tag_with_strange_attributes_is_a_tag() => Assert.Equal(["::: {.note}", "a", ":::"], Told.Pandoc("<div @click=\"x\" class=\"note\">", "a", "</div>").Lines);

    [Fact]
    public void A_tag_that_is_none_stays() => Assert.Contains("<div ='x'>", Told.Pandoc("<div ='x'>").Lines);

    [Fact]
    public void A_table_without_cells_keeps_its_words() => Assert.Equal(["Words."], Told.Pandoc("<table>", "Words.", "</table>").Lines);

    [Fact]
    public void Rows_and_cells_without_an_end_are_read() => Assert.Equal(["| A | B |", "|---|---|", "| 1 | 2 |"], Told.Pandoc("<table><tr><th>A<th>B<tr><td>1<td>2</table>").Lines);

    [Fact]
    public void What_follows_an_element_on_its_line_stays()
    {
        Assert.Equal(["- a", "More *than* that > this."], Told.Pandoc("<ul><li>a</li></ul> More *than* that > this.").Lines);
        Assert.Equal(["::: {.center}", "a", ":::", "more"], Told.Pandoc(@"\begin{center}", "a", @"\end{center} more").Lines);
    }

    [Theory]
    [InlineData("<ul>")]
    [InlineData(@"\begin{quote}")]
    [InlineData(@"\begin{quote#}")]
    [InlineData("<div>")]
    public void A_text_of_elements_without_an_end_is_read_in_good_time(string line)
    {
        var clock = Stopwatch.StartNew();
        Told.Pandoc([.. Enumerable.Range(0, 8000).Select(i => line.Replace("#", new string((char)('a' + i % 26), 1 + i / 26), StringComparison.Ordinal))]);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void An_element_within_one_that_never_ends_is_read() => Assert.Equal(["<ul>", "- a"], Told.Pandoc("<ul>", "", "<ul><li>a</li></ul>").Lines);
}
