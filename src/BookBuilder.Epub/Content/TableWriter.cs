using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Writes tables with their heads marked, so that a cell can be read out with what it belongs to.</summary>
internal static class TableWriter
{
    /// <summary>A table of more columns is not squeezed into a small screen but moves sideways in it.</summary>
    private const int MostColumnsSqueezed = 5;
    /// <summary>A table that moves sideways cannot break across pages; a longer one is squeezed all the same.</summary>
    private const int MostRowsUnbroken = 20;
    /// <summary>A table up to this length stays on one page with its caption.</summary>
    private const int MostRowsTogether = 10;

    public static void Write(Page page, Table table)
    {
        page.Count(new() { Tables = 1 });
        int rows = table.Head.Length + table.Body.Length;
        bool moves = table.Columns.Length > MostColumnsSqueezed && rows <= MostRowsUnbroken;
        page.Out.Open("div", ("class", rows <= MostRowsTogether ? "table short" : "table"));
        page.Out.Line();
        page.Breaks(table);
        if (moves)
        {
            // What moves must be reachable without a mouse.
            string name = page.Book.LabelOf(table)?.Text ?? PlainText.Of(table.Caption);
            page.Out.Open("div", ("class", "moving"), ("role", "region"), ("tabindex", "0"), ("aria-label", name.Length == 0 ? page.Book.Terms.Table : name));
            page.Out.Line();
        }
        WriteTable(page, table);
        if (moves)
            page.Out.CloseLine();
        if (!table.Notes.IsEmpty)
        {
            page.Out.Open("div", ("class", "remarks"));
            BlockWriter.Write(page, table.Notes);
            page.Out.CloseLine();
        }
        page.Out.CloseLine();
    }

    private static void WriteTable(Page page, Table table)
    {
        page.Out.Open("table", page.Of(table));
        page.Out.Line();
        if (page.Book.LabelOf(table) is { } label || !table.Caption.IsEmpty)
        {
            page.Out.Open("caption");
            CaptionWriter.Write(page, page.Book.LabelOf(table), table.Caption);
            page.Out.CloseLine();
        }
        WriteColumns(page.Out, table.Columns);
        string[] looks = [.. Enumerable.Range(0, table.Columns.Length).Select(c => LookOf(table, c))];
        bool namesRows = TableHeads.NamesRows(table);
        if (!table.Head.IsEmpty)
            WriteRows(page, "thead", table.Head, (cell, _) => TableHeads.IsEmpty(cell) ? ("td", null) : ("th", cell.ColumnSpan > 1 ? "colgroup" : "col"), looks);
        WriteRows(page, "tbody", table.Body, (cell, column) => namesRows && column == 0 && !TableHeads.IsEmpty(cell) ? ("th", cell.RowSpan > 1 ? "rowgroup" : "row") : ("td", null), looks);
        page.Out.CloseLine();
    }

    private static void WriteColumns(Markup xml, ImmutableArray<TableColumn> columns)
    {
        if (columns.All(static c => c.Share is null))
            return;
        xml.Open("colgroup");
        foreach (TableColumn column in columns)
            xml.Void("col", ("style", column.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"width: {share * 100:0.##}%") : null));
        xml.CloseLine();
    }

    private static void WriteRows(Page page, string element, ImmutableArray<TableRow> rows, Func<TableCell, int, (string Element, string? Scope)> kind, string[] looks)
    {
        if (rows.IsEmpty)
            return;
        // How many rows below each column is still covered by a cell from above.
        int[] covered = new int[looks.Length];
        page.Out.Open(element);
        page.Out.Line();
        foreach (TableRow row in rows)
        {
            page.Out.Open("tr", page.Of(row));
            int column = 0;
            for (int i = 0; i < row.Cells.Length; i++)
            {
                while (column < covered.Length && covered[column] > 0) covered[column++]--;
                TableCell cell = row.Cells[i];
                (string name, string? scope) = kind(cell, column);
                page.Out.Open(name, [.. page.Of(cell, column < looks.Length ? looks[column] : null), ("scope", scope), ("colspan", Span(cell.ColumnSpan)), ("rowspan", Span(cell.RowSpan))]);
                if (i == 0)
                    page.Breaks(row);
                page.Breaks(cell);
                BlockWriter.WriteBare(page, cell.Content);
                page.Out.Close();
                for (int end = Math.Min(column + cell.ColumnSpan, covered.Length); column < end; column++)
                    covered[column] = cell.RowSpan - 1;
            }
            for (; column < covered.Length; column++)
                covered[column] = Math.Max(0, covered[column] - 1);
            page.Out.CloseLine();
        }
        page.Out.CloseLine();
    }

    /// <summary>The class of a column's cells: where they stand. Numbers stand right, so that their digits stand in columns.</summary>
    private static string LookOf(Table table, int column) => table.Columns[column].Alignment switch
    {
        ColumnAlignment.Left => "left",
        ColumnAlignment.Center => "center",
        ColumnAlignment.Right => "right",
        ColumnAlignment.Default => IsOfNumbers(table.Body, column) ? "right" : "left",
        _ => throw new UnreachableException($"{table.Columns[column].Alignment} is new: say here where it puts cells."),
    };

    // Rows with spans do not say which cell is in which column; the others are enough to judge by.
    private static bool IsOfNumbers(ImmutableArray<TableRow> rows, int column) => NumericCells.IsColumn(
        rows.Where(r => r.Cells.Length > column && r.Cells.All(static c => c is { ColumnSpan: 1, RowSpan: 1 })).Select(r => r.Cells[column]));

    private static string? Span(int count) => count > 1 ? count.ToString(CultureInfo.InvariantCulture) : null;
}
