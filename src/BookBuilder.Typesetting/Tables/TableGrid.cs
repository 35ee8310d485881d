using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Typesetting.Tables;

/// <summary>A cell at its place.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Row">Its first row.</param>
/// <param name="Column">Its first column.</param>
/// <param name="RowSpan">How many rows it covers; within the table.</param>
/// <param name="ColumnSpan">How many columns it covers; within the table.</param>
internal sealed record GridCell(TableCell Cell, int Row, int Column, int RowSpan, int ColumnSpan)
{
    /// <summary>Whether it has been shown before and stands here again for the eye only: the first column of a table in parts.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>Finds the column of every cell: cells move right past those that reach down from above.</summary>
internal static class TableGrid
{
    /// <summary>The number of columns the rows need: at least those declared.</summary>
    public static int Columns(Table table) =>
        Math.Max(table.Columns.Length, Math.Max(Widest(table.Head), Widest(table.Body)));

    /// <summary>Places the cells of rows.</summary>
    public static ImmutableArray<GridCell> Place(ImmutableArray<TableRow> rows, int columns)
    {
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        int[] takenUntil = new int[columns];                        // for each column the first row that is free again
        for (int row = 0; row < rows.Length; row++)
        {
            int column = 0;
            foreach (TableCell cell in rows[row].Cells)
            {
                while (column < columns && takenUntil[column] > row) column++;
                if (column == columns) break;
                int span = 1;
                while (span < cell.ColumnSpan && column + span < columns && takenUntil[column + span] <= row) span++;
                int down = Math.Clamp(cell.RowSpan, 1, rows.Length - row);
                cells.Add(new(cell, row, column, down, span));
                for (int i = 0; i < span; i++) takenUntil[column + i] = row + down;
                column += span;
            }
        }
        return cells.ToImmutable();
    }

    private static int Widest(ImmutableArray<TableRow> rows)
    {
        int widest = 0;
        List<(int Until, int Span)> above = [];
        for (int row = 0; row < rows.Length; row++)
        {
            int from = row;
            int width = rows[row].Cells.Sum(c => Math.Max(1, c.ColumnSpan)) + above.Where(a => a.Until > from).Sum(a => a.Span);
            widest = Math.Max(widest, width);
            above.AddRange(rows[row].Cells.Where(c => c.RowSpan > 1).Select(c => (from + c.RowSpan, Math.Max(1, c.ColumnSpan))));
        }
        return widest;
    }
}
