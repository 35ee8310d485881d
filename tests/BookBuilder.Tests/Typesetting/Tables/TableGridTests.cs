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

    [Theory]
    [InlineData("1,287", true)]
    [InlineData("0.48%", true)]
    [InlineData("21.3% (43)", true)]
    [InlineData("−3", true)]
    [InlineData("$12.50", true)]
    [InlineData("A100", false)]
    [InlineData("1 (basis of comparison)", false)]
    [InlineData("–", false)]
    public void Numbers_are_told_from_words(string text, bool isNumber) => Assert.Equal(isNumber, NumericCells.IsNumber(text));

    [Theory]
    [InlineData("1,287", 5)]
    [InlineData("85.7", 2)]
    [InlineData("$12.50", 3)]
    [InlineData("0.48%", 1)]
    public void A_number_is_aligned_by_its_decimal_point(string text, int before) => Assert.Equal(before, NumericCells.IntegerLength(text));

    private static TableCell Cell(int columns = 1, int rows = 1) => new([]) { ColumnSpan = columns, RowSpan = rows };
}
