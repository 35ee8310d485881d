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
    public void A_wide_short_table_moves_sideways_and_can_be_reached_by_keys()
    {
        ImmutableArray<TableColumn> columns = [.. Enumerable.Repeat(new TableColumn(ColumnAlignment.Left), 6)];
        TableRow row = Row("1", "2", "3", "4", "5", "6");
        Assert.Contains("<div class=\"moving\" role=\"region\" tabindex=\"0\" aria-label=\"Table\u00a01.1\">", Body(new Table(columns, [], [row], [new Text("Wide")], [])), StringComparison.Ordinal);
        Assert.DoesNotContain("moving", Body(new Table(columns, [], [.. Enumerable.Repeat(row, 21)], [], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Widths_asked_for_are_given() =>
        Assert.Contains("<colgroup><col style=\"width: 25%\" /><col style=\"width: 75%\" /></colgroup>",
            Body(new Table([new(ColumnAlignment.Left, 0.25), new(ColumnAlignment.Left, 0.75)], [], [Row("a", "b")], [], [])), StringComparison.Ordinal);

    private static TableRow Row(params ImmutableArray<string> cells) => new([.. cells.Select(static c => new TableCell(c.Length == 0 ? [] : [Para(c)]))]);
}
