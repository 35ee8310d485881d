using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Bookdown;

/// <summary>What single constructs of bookdown become.</summary>
public sealed class ConstructTests
{
    [Theory]
    [InlineData("```{r lamp, fig.cap=\"A *lamp*.\", fig.alt=\"A lamp\", out.width=\"70%\", echo=FALSE}\nknitr::include_graphics(\"i/lamp.svg\")\n```", "![A *lamp*.](/i/lamp.svg){#fig-lamp alt=\"A lamp\" width=70%}")]
    [InlineData("```{r, echo=FALSE}\nknitr::include_graphics(\"lamp.svg\")\n```", "![](/lamp.svg)")]
    [InlineData("```{r two, fig.cap=\"Both\", echo=FALSE}\ninclude_graphics(c(\"a.png\", \"b.png\"))\n```", "![Both](/a.png){#fig-two-1}\n![Both](/b.png){#fig-two-2}")]
    [InlineData("```{r t, echo=FALSE}\nkable(data.frame(a = 1:2, b = c(\"x|y\", \"z\")), caption=\"Cap\")\n```", "Table: Cap {#tbl-t}\n| a | b |\n|---:|:---|\n| 1 | x\\|y |\n| 2 | z |")]
    [InlineData("```{r}\nx <- 2\nx * 3\n```", "```r\nx <- 2\nx * 3\n```\n```\n## [1] 6\n```")]
    [InlineData("```{r, include=FALSE}\nlibrary(tidyverse)\nx <- rnorm(9)\n```", "")]
    [InlineData("```{r, results='asis', echo=FALSE}\ncat(\"*Written*\")\n```", "*Written*")]
    [InlineData("Two and two are `r 2 + 2`.", "Two and two are 4.")]
    [InlineData("`r if (knitr::is_html_output()) '\n## Refs {-}\n'`", "## Refs {-}")]
    [InlineData("```{asis, echo=TRUE}\nAs *it* is.\n```", "As *it* is.")]
    [InlineData("  Ship    Tons\n  ------- ----\n  Anna     120\n\n  : (\\#tab:ships) Ships", "| Ship | Tons |\n|:---|---|\n| Anna | 120 |\n  : (\\#tab:ships) Ships")]
    [InlineData("See [the file](my data.csv) and ![A cap](my pic.png \"T\").", "See [the file](<my data.csv>) and ![A cap](my pic.png \"T\").")]
    [InlineData("| Red,\n| blue.", "::: {.verse}\nRed,\\\nblue.\n:::")]
    [InlineData("(@) One.", "1) One.")]
    [InlineData("```{theorem, pyth, name=\"Pythagoras\"}\nWords.\n```", "::: {.theorem #thm-pyth name=\"Pythagoras\"}\nWords.\n:::")]
    [InlineData("::: {.lemma #low name=\"Low\"}\nWords.\n:::", "::: {.lemma #lem-low name=\"Low\"}\nWords.\n:::")]
    [InlineData("```{proof}\nWords.\n```", "::: {.proof}\nWords.\n:::")]
    [InlineData("```{block, type='rmdnote'}\nWords.\n```", "::: {.callout-note}\nWords.\n:::")]
    [InlineData("::: rmdtip\nWords.\n:::", "::: {.callout-tip}\nWords.\n:::")]
    [InlineData("::: {.shoal data-latex=\"\"}\nWords.\n:::", "::: {.shoal}\nWords.\n:::")]
    [InlineData("(ref:cap) A *long* caption.\n\n![(ref:cap)](a.png){alt=\"(ref:cap)\"}", "![A *long* caption.](a.png){alt=\"A long caption.\"}")]
    [InlineData("\\begin{equation}\n  a = b\n  (\\#eq:ab)\n\\end{equation}", "$$ a = b $$ {#eq-ab}")]
    [InlineData("\\begin{align}\na &= b (\\#eq:x) \\\\\nc &= d (\\#eq:y)\n\\end{align}", "$$ a = b $$ {#eq-x}\n$$ c = d $$ {#eq-y}")]
    [InlineData("$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$", "$$ a = b $$\n$$ c = d $$")]
    [InlineData("A \\(x\\) and $y$.", "A $x$ and $y$.")]
    [InlineData("Words\\footnote{More.} and \\textsc{small}, \\noindent \\LaTeX{} too.", "Words^[More.] and [small]{.smallcaps}, LaTeX too.")]
    [InlineData("\\clearpage", "\\newpage")]
    [InlineData("A \\index{tide!high} term.", "A \\\\index\\{tide!high\\} term.")]
    [InlineData("$\\alpha$ and `\\foo{bar}` stay.", "$\\alpha$ and `\\foo{bar}` stay.")]
    [InlineData("<center><img src=\"a.png\" alt=\"A\" width=\"50%\"></center>", "![](a.png){alt=\"A\" width=50%}")]
    [InlineData("<div class=\"figure\">\n<img src=\"a.png\" alt=\"A\" />\n<p class=\"caption\">(\\#fig:a)Words</p>\n</div>", "![(\\#fig:a)Words](a.png){alt=\"A\"}")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=\"2\"><em>x</em></td><td align=\"right\">1</td></tr><tr><td><strong>2|3</strong></td></tr></table>", "| a | b |\n|:---|---:|\n| *x* | 1 |\n|  | **2\\|3** |")]
    [InlineData("<table><caption>(\\#tab:t)C</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>", "Table: (\\#tab:t)C\n| a |\n|:---|\n| 1 |")]
    [InlineData("Go <a href=\"https://x.org\">there</a>.", "Go [there](<https://x.org>).")]
    [InlineData("<!-- a\n\ncomment --> Words.", " Words.")]
    [InlineData("See [nothing](#nowhere).", "See nothing.")]
    [InlineData("See \\@ref(fig:lost).", "See \\\\@ref(fig:lost).")]
    [InlineData("Nobody[^x].", "Nobody\\[^x].")]
    [InlineData("## Tides\n\nSee [Tides] and [the tides][Tides].", "## Tides {#tides}\nSee [Tides](#tides) and [the tides](#tides).")]
    [InlineData("## Ebb {-}\n\n\\@ref(ebb)", "## Ebb {- #ebb}\n\\@ref(ebb)")]
    [InlineData("````\n```{r}\nx\n```\n````", "````\n```{r}\nx\n```\n````")]
    [InlineData("- An item\n\n    ```{r, echo=FALSE}\n    1 + 1\n    ```", "- An item\n    ```\n    ## [1] 2\n    ```")]
    public void It_becomes(string written, string expected) => Assert.Equal(expected, Told.Chapter(written));

    [Theory]
    [InlineData(UnrunCode.Code, "```r\nplot(rnorm(9))\n```\n![Noise.](/not-run/noise.svg){#fig-noise}", "BB6105")]
    [InlineData(UnrunCode.Placeholder, "![Noise.](/not-run/noise.svg){#fig-noise}", "BB6105")]
    [InlineData(UnrunCode.Error, "![Noise.](/not-run/noise.svg){#fig-noise}", "BB6106")]
    public void A_plot_nobody_kept_is_told_and_keeps_caption_and_number(UnrunCode wish, string expected, string code)
    {
        TranslatedBook book = Told.Book(new TranslationSettings { UnrunCode = wish }, ("index.Rmd", "# C\n\n```{r noise, fig.cap='Noise.', echo=FALSE}\nplot(rnorm(9))\n```\n"));
        Assert.Equal(expected, Told.Words(book, "index.md"));
        Diagnostic said = Assert.Single(book.Diagnostics);
        Assert.Equal((code, "index.Rmd", 3), (said.Code, said.Span.Path, said.Span.Start.Line));
        Assert.Contains(book.Files, f => f.Path == "not-run/noise.svg");
    }

    [Theory]
    [InlineData("_bookdown_files/_main_files/figure-html/noise-1.png")]
    [InlineData("_bookdown_files/01-a_files/figure-epub3/noise-1.svg")]
    [InlineData("index_files/figure-latex/noise-1.jpg")]
    [InlineData("figure/noise-1.png")]
    public void A_plot_of_an_earlier_run_stands_in_its_place(string path)
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n```{r noise, fig.cap='Noise.', echo=FALSE}\nplot(rnorm(9))\n```\n"), (path, "x"));
        Assert.Equal($"![Noise.](/{path}){{#fig-noise}}", Told.Words(book, "index.md"));
        Assert.Empty(book.Diagnostics);
    }

    [Theory]
    [InlineData("![A](https://x.org/a.png){width=50%}", "![A](/not-run/https---x.org-a.png.svg){width=50%}", "BB6129")]
    [InlineData("![A](a.gif)", "![A](/not-run/a.gif.svg)", "BB6130")]
    [InlineData("![A](b.pdf)", "![A](b.png)", null)]
    public void A_picture_that_cannot_be_shown_here_is_held_a_place_or_another_serves(string written, string expected, string? code)
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n" + written), ("a.gif", "x"), ("b.pdf", "x"), ("b.png", "x"));
        Assert.Equal(expected, Told.Words(book, "index.md"));
        Assert.Equal(code is null ? [] : [code], book.Codes());
    }

    [Fact]
    public void A_table_only_R_makes_keeps_its_caption_and_its_label()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n```{r fit, echo=FALSE}\nkable(coef(lm(y ~ x)), caption = 'Fitted.')\n```\n\n\\@ref(tab:fit)\n"));
        Assert.Contains("Table: Fitted. {#tbl-fit}", Told.Words(book, "index.md"), StringComparison.Ordinal);
        Assert.Equal(["BB6105"], book.Codes());
    }

    [Fact]
    public void Two_chunks_of_one_label_are_an_error_as_in_knitr() =>
        Assert.Contains("BB6104", Told.Book(("index.Rmd", "# C\n\n```{r a}\n1\n```\n\n```{r a}\n2\n```\n")).Codes());

    [Fact]
    public void Defaults_and_variables_go_on_from_file_to_file()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# A\n\n```{r, include=FALSE}\nknitr::opts_chunk$set(echo = FALSE, comment = '#>')\nn <- 4\n```\n"), ("01.Rmd", "# C\n\n```{r}\nn + 1\n```\n"));
        Assert.Equal("```\n#> [1] 5\n```", Told.Words(book, "01.md"));
    }

    [Fact]
    public void A_child_document_stands_where_it_is_called_and_keeps_its_own_places()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n```{r, child='_a.Rmd'}\n```\n\nAfter.\n"), ("_a.Rmd", "Child `r 1 + 1`.\n"));
        Assert.Equal("Child 2.\nAfter.", Told.Words(book, "index.md"));
        Assert.Contains(book.Files[1].Lines, l => l is { Text: "Child 2.", Path: "_a.Rmd", Line: 1 });
    }

    [Fact]
    public void A_document_that_is_its_own_child_ends_somewhere() =>
        Assert.Contains("BB6203", Told.Book(("index.Rmd", "# C\n\n```{r, child='_a.Rmd'}\n```\n"), ("_a.Rmd", "```{r, child='_a.Rmd'}\n```\n")).Codes());

    [Fact]
    public void Citations_are_kept_and_counted()
    {
        TranslatedBook book = Told.Book(("index.Rmd", "# C\n\n@a1 says so [see @b2, p. 3; -@c3], mail me@x.org.\n"));
        Assert.Equal("@a1 says so [see @b2, p. 3; -@c3], mail me@x.org.", Told.Words(book, "index.md"));
        Assert.Equal(3, book.Findings.Count(f => f.Construct.StartsWith("citation", StringComparison.Ordinal) && f.Carrying == Carrying.Literal));
        Assert.Contains("3 citations", Assert.Single(book.Diagnostics).Message, StringComparison.Ordinal);
    }
}
