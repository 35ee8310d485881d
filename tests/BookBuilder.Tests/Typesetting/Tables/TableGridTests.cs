using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Tables;

namespace BookBuilder.Tests.Typesetting.Tables;

public sealed class TableGridTests
{
    [Fact]
    public void Cells_move_right_past_those_that_reach_down_from_above()
    {
        TableRow first = new([Cell(rows: 2), Cell(), Cell()]);
        TableRow second = new([Cell(columns: 2)]);
        var cells = TableGrid.Place([first, second], 3);
        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 1)], cells.Select(c => (c.Row, c.Column)));
        Assert.Equal(2, cells[3].ColumnSpan);
    }

    [Fact]
    public void A_cell_reaches_no_further_than_the_table()
    {
        GridCell cell = TableGrid.Place([new([Cell(columns: 9, rows: 9)])], 2).Single();
        Assert.Equal((2, 1), (cell.ColumnSpan, cell.RowSpan));
    }

    [Fact]
    public void A_row_longer_than_the_declared_columns_widens_the_table()
    {
        var table = new Table([new(ColumnAlignment.Default)], [], [new([Cell(), Cell(columns: 2)])], [], []);
        Assert.Equal(3, TableGrid.Columns(table));
    }

    private static TableCell Cell(int columns = 1, int rows = 1) => new([]) { ColumnSpan = columns, RowSpan = rows };
}
