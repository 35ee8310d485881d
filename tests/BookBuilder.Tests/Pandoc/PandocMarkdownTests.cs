using BookBuilder.Translation;

namespace BookBuilder.Tests.Pandoc;

/// <summary>What Pandoc's Markdown has and the book's own has not, line by line.</summary>
public sealed class PandocMarkdownTests
{
    [Fact]
    public void A_simple_table_becomes_a_pipe_table_whose_columns_stand_as_its_head_stands() => Assert.Equal(
        ["| Right | Left | Center | Default |", "|---:|:---|:---:|---|", "| 12 | 12 | 12 | 12 |", "Table: Numbers {#tbl:x}"],
        Told.Pandoc(
            "  Right     Left     Center     Default",
            "-------     ------ ----------   -------",
            "     12     12        12            12",
            "",
            "Table: Numbers {#tbl:x}").Lines);

    [Fact]
    public void A_table_without_a_head_ends_with_its_rule() => Assert.Equal(
        ["|  |  |", "|---:|:---|", "| 12 | a |", "| 123 | bc |", "After it."],
        Told.Pandoc("-----  ---", "   12  a", "  123  bc", "-----  ---", "", "After it.").Lines);

    [Fact]
    public void A_multiline_table_joins_the_lines_of_its_cells_and_keeps_its_widths() => Assert.Equal(
        ["| Lamp | Remark |", "|:---|:---|", "| Argand | A round wick with air. |", "| Betty | Old. |", "Table: Lamps {tbl-colwidths=\"[41,58]\"}"],
        Told.Pandoc(
            "------------------------",
            "Lamp      Remark",
            "--------- --------------",
            "Argand    A round wick",
            "          with air.",
            "",
            "Betty     Old.",
            "------------------------",
            "",
            "Table: Lamps").Lines);

    [Fact]
    public void Hyphens_under_a_line_are_a_heading_and_no_table() =>
        Assert.Equal(["Heading", "-------", "Text."], Told.Pandoc("Heading", "-------", "", "Text.").Lines);

    [Fact]
    public void A_line_block_keeps_its_line_ends_and_indents() => Assert.Equal(
        ["::: {.verse}", "The lamp\\", "&nbsp;&nbsp;is lit.", ":::"],
        Told.Pandoc("| The lamp", "|   is lit.").Lines);

    [Fact]
    public void A_pipe_table_is_no_line_block() =>
        Assert.Equal(["| a | b |", "|---|---|", "| 1 | 2 |"], Told.Pandoc("| a | b |", "|---|---|", "| 1 | 2 |").Lines);

    [Fact]
    public void Examples_are_counted_through_the_text_and_can_be_named() => Assert.Equal(
        ["1) Good.", "Between.", "2) Bad.", "See (2) and 1."],
        Told.Pandoc("(@good) Good.", "", "Between.", "", "(@) Bad.", "", "See (2) and @good.").Lines);

    [Fact]
    public void Markers_in_parentheses_and_number_signs_become_markers_that_are_known() =>
        Assert.Equal(["a) One.", "b) Two.", "1. Three."], Told.Pandoc("(a) One.", "(b) Two.", "", "#. Three.").Lines);

    [Fact]
    public void A_definition_stands_under_its_term_however_it_was_written() => Assert.Equal(
        ["Wick", ":   What burns.", "Oil", ":   What feeds it.", "    It costs."],
        Told.Pandoc("Wick", ": What burns.", "", "Oil", "", "~ What feeds it.", "  It costs.").Lines);

    [Fact]
    public void A_line_within_a_paragraph_begins_nothing_new() => Assert.Equal(
        ["A year such as", "1848\\. was, and", "\\- no list, and", "\\# no heading."],
        Told.Pandoc("A year such as", "1848. was, and", "- no list, and", "# no heading.").Lines);

    [Fact]
    public void A_list_below_an_underlined_heading_or_the_fence_of_a_division_is_a_list() => Assert.Equal(
        ["Sub", "-----", "- item", "Words", "  ::: {.note}", "- item", ":::"],
        Told.Pandoc("Sub", "-----", "- item", "", "Words", "  ::: {.note}", "- item", ":::").Lines);

    [Fact]
    public void A_heading_is_a_link_by_its_words() => Assert.Equal(
        ["# The *price* of oil", "See [the price of oil](#the-price-of-oil), [it](#the-price-of-oil) and [nothing]."],
        Told.Pandoc("# The *price* of oil", "", "See [the price of oil], [it][The price of oil] and [nothing].").Lines);

    [Fact]
    public void Raw_latex_and_html_become_what_a_book_can_show_and_the_rest_is_told()
    {
        (string[] lines, var findings) = Told.Pandoc("A \\textbf{bold} \\LaTeX\\ word\\footnote{Said.}, `<br>`{=html} and \\strange{thing}.", "", "```{=docx}", "<w:p/>", "```");
        Assert.Equal(["A **bold** LaTeX word^[Said.], <br> and \\strange{thing}."], lines);
        Assert.Contains(findings, f => f is { Carrying: Carrying.Literal, Construct: "LaTeX \\strange" });
        Assert.Contains(findings, f => f is { Carrying: Carrying.LeftOut, Construct: "raw docx" });
    }

    [Fact]
    public void Every_row_of_an_aligned_formula_is_a_formula() => Assert.Equal(
        ["$$ a = b $$", "$$ c = d $$ {#eq-c}"],
        Told.Pandoc(@"\begin{align}", @"a &= b \\", @"c &= d \label{eq:c}", @"\end{align}").Lines);

    [Fact]
    public void An_environment_that_is_not_known_stays_to_be_read() =>
        Assert.Equal(["```latex", @"\begin{tikzpicture}", @"\draw;", @"\end{tikzpicture}", "```"], Told.Pandoc(@"\begin{tikzpicture}", @"\draw;", @"\end{tikzpicture}").Lines);

    [Fact]
    public void Html_tables_pictures_and_divisions_become_markdown() => Assert.Equal(
        ["| A | B |", "|---|---:|", "| 1 | 2 |", "Table: Both", "::: {.note}", "Words.", ":::", "![A lamp](lamp.svg){width=\"80\"}<!-- -->"],
        Told.Pandoc(
            "<table><caption>Both</caption><tr><th>A</th><th align=\"right\">B</th></tr>", "<tr><td>1</td><td>2</td></tr></table>", "",
            "<div class=\"note\">", "", "Words.", "", "</div>", "", "<img src=\"lamp.svg\" alt=\"A lamp\" width=\"80\">").Lines);

    [Fact]
    public void Code_and_formulas_are_never_touched()
    {
        string[] lines = ["```", "[Heading] \\textbf{x} <img src=\"a\">", "```", "`\\textbf{x}` and $\\text{if } x$ and $$\\mbox{y}$$", "# Heading"];
        Assert.Equal(lines, Told.Pandoc(lines).Lines);
    }

    [Fact]
    public void Citations_and_index_terms_stay_and_are_counted()
    {
        (string[] lines, var findings) = Told.Pandoc("Oil \\index{oil} is dear [see @smith99, p. 3; @jones] but not @fig:x.");
        Assert.Equal(["Oil \\index{oil} is dear [see @smith99, p. 3; @jones] but not @fig:x."], lines);
        Assert.Equal(["index term", "citation"], findings.Where(f => f.Carrying == Carrying.Literal).Select(f => f.Construct));
    }
}
