using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Epub.Content;

/// <summary>Writes tables with their heads marked, so that a cell can be read out with what it belongs to.</summary>
internal static class TableWriter
{
    /// <summary>A table that moves sideways cannot break across pages; a longer one is squeezed all the same.</summary>
    private const int MostRowsUnbroken = 20;
    /// <summary>A table up to this length stays on one page with its caption.</summary>
    private const int MostRowsTogether = 10;

    public static void Write(Page page, Table table)
    {
        page.Count(new() { Tables = 1 });
        int rows = table.Head.Length + table.Body.Length;
        TableForm form = TableFitting.FormOf(table);
        bool overflows = TableFitting.Overflows(table), moves = overflows && rows <= MostRowsUnbroken;
        page.Out.Open("div", ("class", rows <= MostRowsTogether ? "table short" : "table"));
        page.Out.Line();
        page.Breaks(table);
        if (moves)
        {
            // What moves must be reachable without a mouse.
            string? caption = CaptionId(page, table);
            page.Out.Open("div", ("class", "moving"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", caption), ("aria-label", caption is null ? page.Book.Terms.Table : null));
            page.Out.Line();
        }
        WriteTable(page, table, form, overflows && !moves ? "squeezed" : null);
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

    /// <summary>The id of a table's caption: no anchor of a book has an underscore. Null when it has none, or nothing leads to the table.</summary>
    private static string? CaptionId(Page page, Table table) => HasCaption(page, table) && page.Content.Places.IdOf(table.Id) is { } id ? id + "_caption" : null;

    private static bool HasCaption(Page page, Table table) => page.Book.LabelOf(table) is not null || !table.Caption.IsEmpty;

    private static void WriteTable(Page page, Table table, TableForm form, string? look)
    {
        string? cards = form switch { TableForm.Cards => "cards", TableForm.WideCards => "cards wide", _ => null };
        string looks = string.Join(' ', ((string?[])[cards, look]).OfType<string>());
        page.Out.Open("table", page.Of(table, looks.Length > 0 ? looks : null));
        page.Out.Line();
        if (HasCaption(page, table))
        {
            page.Out.Open("caption", ("id", TableFitting.Overflows(table) ? CaptionId(page, table) : null));
            CaptionWriter.Write(page, page.Book.LabelOf(table), table.Caption);
            page.Out.CloseLine();
        }
        WriteColumns(page.Out, table.Columns);
        ColumnLook[] columns = [.. Enumerable.Range(0, table.Columns.Length).Select(c => new ColumnLook(LookOf(table, c), cards is null ? null : NameOf(table, c)))];
        bool namesRows = TableHeads.NamesRows(table);
        if (!table.Head.IsEmpty)
            WriteRows(page, "thead", table.Head, (cell, _) => TableHeads.IsEmpty(cell) ? ("td", null) : ("th", cell.ColumnSpan > 1 ? "colgroup" : "col"), columns);
        WriteRows(page, "tbody", table.Body, (cell, column) => namesRows && column == 0 && !TableHeads.IsEmpty(cell) ? ("th", cell.RowSpan > 1 ? "rowgroup" : "row") : ("td", null), columns);
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

    private static void WriteRows(Page page, string element, ImmutableArray<TableRow> rows, Func<TableCell, int, (string Element, string? Scope)> kind, ColumnLook[] columns)
    {
        if (rows.IsEmpty)
            return;
        // How many rows below each column is still covered by a cell from above.
        int[] covered = new int[columns.Length];
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
                (string? look, string? label) = column < columns.Length ? columns[column] : new(null, null);
                page.Out.Open(name, [.. page.Of(cell, look), ("scope", scope), ("colspan", Span(cell.ColumnSpan)), ("rowspan", Span(cell.RowSpan)), ("data-label", name == "td" ? label : null)]);
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

    private static string? NameOf(Table table, int column) => PlainText.Of([.. table.Head[0].Cells[column].Content.OfType<Paragraph>().SelectMany(static p => p.Content)]) is { Length: > 0 } name ? name : null;

    private static string? Span(int count) => count > 1 ? count.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>How a column's cells look, and which name they repeat as cards.</summary>
    private readonly record struct ColumnLook(string? Look, string? Name);
}
