using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Typesetting.Tables;

/// <summary>A table, or some of its columns, with every cell at its place.</summary>
/// <param name="Head">The cells of the head.</param>
/// <param name="Body">The cells of the body.</param>
/// <param name="Columns">Its columns, as many as the rows need.</param>
internal sealed record PlacedTable(ImmutableArray<GridCell> Head, ImmutableArray<GridCell> Body, ImmutableArray<TableColumn> Columns)
{
    /// <summary>How many rows the head has.</summary>
    public int HeadRows => Head.IsEmpty ? 0 : Head.Max(c => c.Row + c.RowSpan);
    /// <summary>How many rows the body has.</summary>
    public int BodyRows => Body.IsEmpty ? 0 : Body.Max(c => c.Row + c.RowSpan);

    /// <summary>Places the cells of a table.</summary>
    public static PlacedTable Of(Table table)
    {
        int columns = TableGrid.Columns(table);
        return new(TableGrid.Place(table.Head, columns), TableGrid.Place(table.Body, columns),
            [.. Enumerable.Range(0, columns).Select(c => c < table.Columns.Length ? table.Columns[c] : new TableColumn(ColumnAlignment.Default))]);
    }

    /// <summary>The first column, which names the rows, and some of the others. A cell over several columns keeps to those that are there.</summary>
    /// <param name="from">The first of the others, at least 1.</param>
    /// <param name="to">Just after the last.</param>
    /// <remarks>Where the others are not the next ones, what has been shown before is there for the eye only.</remarks>
    public PlacedTable Only(int from, int to) => new(
        [.. Head.Select(c => Kept(c, from, to)).OfType<GridCell>()],
        [.. Body.Select(c => Kept(c, from, to)).OfType<GridCell>()],
        [Columns[0] with { Share = null }, .. Columns[from..to].Select(c => c with { Share = null })]);

    /// <summary>Some rows of the body.</summary>
    public PlacedTable Rows(int from, int to) =>
        this with { Body = [.. Body.Where(c => c.Row >= from && c.Row < to).Select(c => c with { Row = c.Row - from, RowSpan = Math.Min(c.RowSpan, to - c.Row) })] };

    private static GridCell? Kept(GridCell cell, int from, int to)
    {
        int first = Math.Max(cell.Column, from), end = Math.Min(cell.Column + cell.ColumnSpan, to);
        int others = Math.Max(0, end - first);
        if (cell.Column == 0) return cell with { ColumnSpan = 1 + others, IsAgain = from > 1 };
        return others == 0 ? null : cell with { Column = first - from + 1, ColumnSpan = others, IsAgain = cell.Column < from };
    }
}
