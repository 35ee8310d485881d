using BookBuilder.Files;
using BookBuilder.Quarto;
using BookBuilder.Tests.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Quarto;

/// <summary>What Quarto has and the book's own Markdown has not.</summary>
public sealed class QuartoBookTests
{
    [Fact]
    public void The_list_of_chapters_keeps_parts_appendices_and_the_preface()
    {
        TranslatedBook book = Of("book:\n  title: T\n  author: Ada Lind\n  chapters:\n    - index.qmd\n    - part: Watching\n      chapters: [a.qmd]\n    - b.qmd\n  appendices: [c.qmd]\n",
            ("index.qmd", "# Preface {.unnumbered}\n"), ("a.qmd", "# A\n"), ("b.qmd", "---\ntitle: B\n---\n\nText.\n"), ("c.qmd", "# C\n"));
        Assert.Equal(
            ["title: \"T\"", "authors:", "  - name: \"Ada Lind\"", "front-matter:", "  - \"index.md\"", "chapters:", "  - part: \"Watching\"", "    chapters:", "      - \"a.md\"", "  - \"b.md\"", "appendices:", "  - \"c.md\""],
            book.File("book.yml"));
        Assert.Equal(["# B", "Text."], book.File("b.md"));
    }

    [Fact]
    public void Words_of_crossref_become_labels() => Assert.Equal(
        ["labels:", "  figure: \"Abb.\"", "  table: \"Tab.\""],
        Of("crossref:\n  fig-title: Abb.\n  tbl-title: Tab.\nbook:\n  title: T\n  chapters: [index.qmd]\n", ("index.qmd", "# A\n")).File("book.yml").Skip(1).Take(3));

    [Fact]
    public void A_title_in_yaml_is_the_chapters_and_headings_of_its_level_become_sections() => Assert.Equal(
        ["# Water", "## Sea", "### Deep"],
        Chapter("---\ntitle: Water\n---\n\n# Sea\n\n## Deep\n"));

    [Fact]
    public void What_is_meant_for_print_is_kept_and_the_rest_is_told()
    {
        TranslatedBook book = Book("# A\n\n::: {.content-visible when-format=\"html\"}\nWeb.\n:::\n\n::: {.content-visible unless-format=\"html\"}\nPaper.\n:::\n\n::: {.content-hidden when-format=\"pdf\"}\nNo.\n:::\n");
        Assert.Equal(["# A", "Paper."], book.File("index.md"));
        Assert.Equal([3, 11], book.Findings.Where(f => f.Carrying == Carrying.LeftOut).Select(f => f.Span.Start.Line));
    }

    [Fact]
    public void A_figure_of_several_pictures_is_one_figure_and_its_parts_can_be_named() => Assert.Equal(
        ["# A", "![](a.svg){alt=\"Ebb\"}", "![Tides. (a) Ebb; (b) Flow.](b.svg){#fig-t alt=\"Flow\"}", "See @fig-t (b) and [-@fig-t] (a)."],
        Chapter("# A\n\n::: {#fig-t layout-ncol=2}\n![Ebb](a.svg){#fig-a}\n\n![Flow](b.svg){#fig-b}\n\nTides\n:::\n\nSee @fig-b and [-@fig-a].\n"));

    [Fact]
    public void A_table_division_gives_its_last_paragraph_to_the_table() => Assert.Equal(
        ["# A", "| a |", "|---|", "| 1 |", ": Heights {#tbl-h}"],
        Chapter("# A\n\n::: {#tbl-h}\n| a |\n|---|\n| 1 |\n\nHeights\n:::\n"));

    [Fact]
    public void Theorems_have_their_class_and_name() => Assert.Equal(
        ["# A", "::: {#thm-x .theorem name=\"Of twelfths\"}", "Words.", ":::"],
        Chapter("# A\n\n::: {#thm-x}\n## Of twelfths\n\nWords.\n:::\n"));

    [Fact]
    public void Tabs_stand_one_below_the_other_and_callouts_keep_their_titles() => Assert.Equal(
        ["# A", "**Boat**", "Left.", "**Ship**", "Right.", "::: {#tip-x .callout-tip title=\"Twice\"}", "Look.", ":::", "See [Twice](#tip-x)."],
        Chapter("# A\n\n::: {.panel-tabset}\n## Boat\n\nLeft.\n\n## Ship\n\nRight.\n:::\n\n::: {#tip-x .callout-tip title=\"Twice\" collapse=true}\nLook.\n:::\n\nSee @tip-x.\n"));

    [Fact]
    public void Listings_and_annotations_are_the_codes() => Assert.Equal(
        ["# A", "`a.py`", "```{#lst-h .python caption=\"Height\"}", "x = 1 # (1)", "```", "1. One."],
        Chapter("# A\n\n```{#lst-h .python lst-cap=\"Height\" filename=\"a.py\"}\nx = 1 # <1>\n```\n\n1. One.\n"));

    [Fact]
    public void Includes_variables_and_shortcodes_are_written_out()
    {
        TranslatedBook book = Of("book:\n  title: T\n  chapters: [index.qmd]\n",
            ("index.qmd", "# A\n\n{{< include _b.qmd >}}\n\n{{< meta title >}} {{< kbd X >}} {{{< var a >}}} {{< odd >}}\n"), ("_b.qmd", "By {{< var who.name >}}.\n"), ("_variables.yml", "who:\n  name: Ada\n"));
        Assert.Equal(["# A", "By Ada.", "T <kbd>X</kbd> {{< var a >}} {\\{\\< odd >}}"], book.File("index.md"));
        Assert.Contains(book.Findings, f => f is { Carrying: Carrying.Literal, Construct: "shortcode odd" });
    }

    [Fact]
    public void Includes_in_circles_are_refused_once_for_each_place()
    {
        TranslatedBook book = Of("book:\n  title: T\n  chapters: [index.qmd]\n", ("index.qmd", "# A\n\n{{< include _b.qmd >}}\n"), ("_b.qmd", string.Concat(Enumerable.Repeat("B.\n\n{{< include _c.qmd >}}\n\n", 6))), ("_c.qmd", "{{< include _b.qmd >}}\n"));
        Assert.Equal([("BB6203", "_c.qmd", 1)], book.Diagnostics.Select(d => (d.Code, d.Span.Path, d.Span.Start.Line)));
    }

    [Fact]
    public void A_missing_include_is_an_error_at_its_place()
    {
        var said = Assert.Single(Book("# A\n\n{{< include _none.qmd >}}\n").Diagnostics, d => d.Severity == BookBuilder.Model.Diagnostics.Severity.Error);
        Assert.Equal(("index.qmd", 3), (said.Span.Path, said.Span.Start.Line));
    }

    [Fact]
    public void Results_of_a_former_run_stand_where_their_code_is()
    {
        TranslatedBook book = Of("book:\n  title: T\n  chapters: [index.qmd]\n", ("index.qmd", "# A\n\n```{python}\nplot()\n```\n\nAfter.\n"),
            ("_freeze/index/execute-results/html.json", """{"result":{"markdown":"# A\n\n::: {.cell}\n``` {.python .cell-code}\nplot()\n```\n\n::: {.cell-output}\nSeven.\n:::\n:::\n\nAfter.\n"}}"""));
        Assert.Equal(["# A", "```python", "plot()", "```", "Seven.", "After."], book.File("index.md"));
        Assert.Equal(7, book.Files.Single(f => f.Path == "index.md").Lines.Single(l => l.Text == "After.").Line);
        Assert.DoesNotContain(book.Findings, f => f.Carrying == Carrying.NeedsProgram);
    }

    [Fact]
    public void Cells_that_would_have_to_be_run_show_their_code_and_are_told()
    {
        TranslatedBook book = Book("# A\n\n```{python}\n#| echo: true\nplot()\n```\n\n```{r}\n#| include: false\nx <- 1\n```\n");
        Assert.Equal(["# A", "```python", "plot()", "```"], book.File("index.md"));
        Assert.Equal(["cell {python}"], book.Findings.Where(f => f.Carrying == Carrying.NeedsProgram).Select(f => f.Construct));
    }

    [Theory]
    [InlineData("Two and two are `r 2 + 2`, or `{r} 2 + 2`.", "Two and two are 4, or 4.", "")]
    [InlineData("Value `r x` here.", "Value `r x` here.", "inline R")]
    [InlineData("Value `{r} x` here.", "Value `{r} x` here.", "inline R")]
    [InlineData("Value `{python} x` here.", "Value `{python} x` here.", "inline Python")]
    [InlineData("Code `read` and `{{r}} x`.", "Code `read` and `{{r}} x`.", "")]
    public void Inline_code_stands_for_its_value_or_is_told(string text, string told, string needsProgram)
    {
        TranslatedBook book = Book($"# A\n\n{text}\n");
        Assert.Equal(["# A", told], book.File("index.md"));
        Assert.Equal(needsProgram, string.Join(", ", book.Findings.Where(f => f.Carrying == Carrying.NeedsProgram).Select(f => f.Construct)));
        Assert.Equal(needsProgram.Length > 0, book.Diagnostics.Any(d => d.Code == "BB6105" && d.Span.Start.Line == 3));
    }

    [Fact]
    public void Inline_code_is_an_error_where_the_user_wants_none()
    {
        TranslatedBook book = QuartoBook.Translate(MemoryFiles.FromTexts("book", [new("_quarto.yml", "book:\n  chapters: [index.qmd]\n"), new("index.qmd", "# A\n\nValue `r x`, `{python} x`.\n")]),
            null, new TranslationSettings { UnrunCode = UnrunCode.Error });
        Assert.Equal(2, book.Diagnostics.Count(d => d.Code == "BB6106"));
    }

    [Theory]
    [InlineData("```{python}\n#| label: fig-cars\n#| fig-cap: Cars\nplot()\n```", "```python\nplot()\n```\n![Cars](/not-run/fig-cars.svg){#fig-cars}")]
    [InlineData("```{r}\n#| label: fig-cars\n#| fig-cap: Cars\n#| echo: false\nplot(rnorm(9))\n```", "```r\nplot(rnorm(9))\n```\n![Cars](/not-run/fig-cars.svg){#fig-cars}")]
    [InlineData("::: {#fig-cars}\n```{mermaid}\nflowchart LR\n```\n\nCars\n:::", "```mermaid\nflowchart LR\n```\n![Cars](/not-run/fig-cars.svg){#fig-cars alt=\"This figure is drawn by Mermaid\"}")]
    [InlineData("```{python}\n#| label: tbl-cars\n#| tbl-cap: Cars\ntable()\n```", "```python\ntable()\n```\nTable: Cars {#tbl-cars}\n|  |\n|:---|\n| *This table is made by Python.* |")]
    public void What_cannot_be_run_keeps_caption_and_number(string cell, string told) => Assert.Equal(
        $"# A\n{told}", string.Join('\n', Chapter($"# A\n\n{cell}\n")));

    [Fact]
    public void Values_and_tables_of_R_are_printed_as_R_does() => Assert.Equal(
        ["# A", "```", "[1] 6", "```", "Table: Cap {#tbl-t}", "| a |", "|:---|", "| x\\|y |"],
        Chapter("---\nexecute:\n  echo: false\n---\n\n# A\n\n```{r}\nx <- 2\nx * 3\n```\n\n```{r}\n#| label: tbl-t\n#| tbl-cap: Cap\nknitr::kable(data.frame(a = \"x|y\"))\n```\n"));

    [Fact]
    public void Pictures_of_a_former_run_stand_for_their_cell() => Assert.Equal(
        ["# A", "![Cars](/index_files/figure-html/fig-cars-output-1.png){#fig-cars}", "![Tides. (a) Ebb; (b) Flow.](/b.svg){#fig-t}", "See @fig-t (b)."],
        Of("execute:\n  echo: false\nbook:\n  title: T\n  chapters: [index.qmd]\n", ("index_files/figure-html/fig-cars-output-1.png", ""), ("a.svg", ""), ("b.svg", ""),
            ("index.qmd", "# A\n\n```{python}\n#| label: fig-cars\n#| fig-cap: Cars\nplot()\n```\n\n```{r}\n#| label: fig-t\n#| fig-cap: Tides\n#| fig-subcap: [Ebb, Flow]\nknitr::include_graphics(c(\"a.svg\", \"b.svg\"))\n```\n\nSee @fig-t-2.\n"))
            .File("index.md").Where(l => !l.StartsWith("![](", StringComparison.Ordinal)));

    [Fact]
    public void What_leads_nowhere_stays_as_words_and_is_told()
    {
        TranslatedBook book = Book("# A {#sec-a}\n\n@fig-none, @sec-a, [there](b.qmd), [here](#sec-a), [gone](#nowhere).[^none]\n");
        Assert.Equal(["# A {#sec-a}", "\\@fig-none, @sec-a, there, [here](#sec-a), gone.\\[^none]"], book.File("index.md"));
        Assert.Equal(4, book.Diagnostics.Count(d => d.Code == "BB6205"));
    }

    private static string[] Chapter(string text) => Book(text).File("index.md");

    private static TranslatedBook Book(string text) => Of("book:\n  title: T\n  chapters: [index.qmd]\n", ("index.qmd", text));

    private static TranslatedBook Of(string project, params (string Path, string Text)[] files) => Told.Book(SourceDialect.Quarto, [("_quarto.yml", project), .. files]);
}
