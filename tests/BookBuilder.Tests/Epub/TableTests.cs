using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>A table says which cells name which.</summary>
public sealed class TableTests
{
    [Fact]
    public void Heads_name_their_columns_and_an_empty_corner_makes_the_first_column_name_the_rows()
    {
        Table table = new([new(ColumnAlignment.Left), new(ColumnAlignment.Default), new(ColumnAlignment.Center)],
            [Row("", "Height", "Where")], [Row("Spring", "4.2", "Brest"), Row("Neap", "1,900", "Kiel")], [new Text("Tides")], [Para("In metres.")]);
        Assert.Equal($"""
            <div class="table short">
            <table id="tbl-1-1">
            <caption><span class="label">Table{'\u00a0'}1.1</span>. Tides</caption>
            <thead>
            <tr><td class="left"></td><th class="right" scope="col">Height</th><th class="center" scope="col">Where</th></tr>
            </thead>
            <tbody>
            <tr><th class="left" scope="row">Spring</th><td class="right">4.2</td><td class="center">Brest</td></tr>
            <tr><th class="left" scope="row">Neap</th><td class="right">1,900</td><td class="center">Kiel</td></tr>
            </tbody>
            </table>
            <div class="remarks"><p>In metres.</p>
            </div>
            </div>
            """, Body(table).Replace("id=\"tbl-1.1\"", "id=\"tbl-1-1\""));
    }

    [Fact]
    public void Without_an_empty_corner_no_row_has_a_name()
    {
        string body = Body(new Table([new(ColumnAlignment.Left)], [Row("Name")], [Row("Brest")], [], []));
        Assert.Contains("<th class=\"left\" scope=\"col\">Name</th>", body, StringComparison.Ordinal);
        Assert.Contains("<td class=\"left\">Brest</td>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("caption", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_under_a_span_stand_as_their_own_column_stands()
    {
        TableRow first = new([new TableCell([Para("a")]) { RowSpan = 2 }, new TableCell([Para("b")]) { ColumnSpan = 2 }]);
        string body = Body(new Table([new(ColumnAlignment.Left), new(ColumnAlignment.Center), new(ColumnAlignment.Right)], [], [first, Row("c", "d")], [], []));
        Assert.Contains("<td class=\"left\" rowspan=\"2\">a</td><td class=\"center\" colspan=\"2\">b</td></tr>", body, StringComparison.Ordinal);
        Assert.Contains("<tr><td class=\"center\">c</td><td class=\"right\">d</td></tr>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_words_do_not_fit_a_telephone_moves_sideways_and_can_be_reached_by_keys()
    {
        Table wide = new(Columns(6), [], [Words(6, "Sturmflutwarnung")], [new Text("Wide")], []);
        string body = Body(wide);
        Assert.Matches("<div class=\"moving\" role=\"region\" tabindex=\"0\" aria-labelledby=\"([^\"]+)\">\n<table id=\"[^\"]+\">\n<caption id=\"\\1\"><span class=\"label\">Table\u00a01.1</span>. Wide</caption>", body);
        Assert.Contains("<div class=\"moving\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">", Body(wide with { Caption = [] }), StringComparison.Ordinal);
        Assert.DoesNotContain("moving", Body(wide with { Body = [Words(6, "low")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void One_too_long_to_move_on_one_page_has_its_words_broken_instead()
    {
        string body = Body(new Table(Columns(6), [], [.. Enumerable.Repeat(Words(6, "Sturmflutwarnung"), 21)], [], []));
        Assert.DoesNotContain("moving", body, StringComparison.Ordinal);
        Assert.Contains("class=\"squeezed\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_a_name_over_each_column_becomes_cards_that_repeat_the_names_and_keep_caption_and_head()
    {
        string prose = "words enough to fill a line";
        string body = Body(new Table(Columns(4), [Row("", "Height", "Where", "When")], [Row("Spring", prose, prose, prose)], [new Text("Tides")], []));
        Assert.Contains("class=\"cards\"", body, StringComparison.Ordinal);
        Assert.Contains("</caption>\n<thead>\n<tr><td class=\"left\"></td><th class=\"left\" scope=\"col\">Height</th>", body, StringComparison.Ordinal);
        Assert.Contains($"<tr><th class=\"left\" scope=\"row\">Spring</th><td class=\"left\" data-label=\"Height\">{prose}</td><td class=\"left\" data-label=\"Where\">", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wider_the_table_the_wider_the_screens_on_which_it_is_cards()
    {
        string prose = "words enough to fill a line";
        string Of(int columns) => Body(new Table(Columns(columns), [Words(columns, "Name")], [Words(columns, prose)], [], []));
        Assert.DoesNotContain("cards", Of(2), StringComparison.Ordinal);
        Assert.Contains("class=\"cards\">", Of(4), StringComparison.Ordinal);
        Assert.Contains("class=\"cards wide\">", Of(5), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_spans_nameless_columns_or_a_note_in_its_head_is_no_cards()
    {
        string prose = "words enough to fill a line";
        TableRow head = Words(4, "Name"), row = Words(4, prose);
        TableRow spanning = new([.. row.Cells[..2], new TableCell([Para(prose)]) { ColumnSpan = 2 }]);
        Assert.DoesNotContain("cards", Body(new Table(Columns(4), [head], [row, spanning], [], [])), StringComparison.Ordinal);
        Assert.DoesNotContain("cards", Body(new Table(Columns(4), [head, head], [row], [], [])), StringComparison.Ordinal);
        Assert.DoesNotContain("cards", Body(new Table(Columns(4), [], [row], [], [])), StringComparison.Ordinal);
        Assert.DoesNotContain("cards", Body(new Table(Columns(4), [Row("a", "b", "", "d")], [row], [], [])), StringComparison.Ordinal);
        TableRow noted = new([.. head.Cells[..3], new TableCell([Para(new Text("Name"), new NoteReference("n"))])]);
        Assert.DoesNotContain("cards", Body([new Table(Columns(4), [noted], [row], [], [])], notes: [new NoteDefinition("n", [Para("A note.")])]), StringComparison.Ordinal);
    }

    [Fact]
    public void Widths_asked_for_are_given() =>
        Assert.Contains("<colgroup><col style=\"width: 25%\" /><col style=\"width: 75%\" /></colgroup>",
            Body(new Table([new(ColumnAlignment.Left, 0.25), new(ColumnAlignment.Left, 0.75)], [], [Row("a", "b")], [], [])), StringComparison.Ordinal);

    private static ImmutableArray<TableColumn> Columns(int count) => [.. Enumerable.Repeat(new TableColumn(ColumnAlignment.Left), count)];

    private static TableRow Words(int count, string words) => Row([.. Enumerable.Repeat(words, count)]);

    private static TableRow Row(params ImmutableArray<string> cells) => new([.. cells.Select(static c => new TableCell(c.Length == 0 ? [] : [Para(c)]))]);
}
