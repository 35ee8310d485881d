using BookBuilder.Model.Blocks;

namespace BookBuilder.Tests.Model;

public sealed class NumericCellsTests
{
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

    [Theory]
    [InlineData(true, "1", "2", "3", "4", "five")]
    [InlineData(false, "1", "2", "3", "four", "five")]
    [InlineData(true, "1", "–", "")]
    [InlineData(false, "", "–")]
    public void A_column_of_numbers_has_four_in_five_and_dashes_do_not_count(bool isColumn, params string[] cells) =>
        Assert.Equal(isColumn, NumericCells.IsColumn(cells.Select(c => new TableCell([new Paragraph([new Text(c)])]))));
}
