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
    [InlineData("USD 12.50", true)]
    [InlineData("US$3", true)]
    [InlineData("12–15", true)]
    [InlineData("3.5 GB", true)]
    [InlineData("40 °C", true)]
    [InlineData("120 km/h", true)]
    [InlineData("1.234,5 km²", true)]
    [InlineData("7†", true)]
    [InlineData("1’204", true)]
    [InlineData("5 kilometres", false)]
    [InlineData("n/a", false)]
    [InlineData("A100", false)]
    [InlineData("1 (basis of comparison)", false)]
    [InlineData("–", false)]
    public void Numbers_are_told_from_words(string text, bool isNumber) => Assert.Equal(isNumber, NumericCells.IsNumber(text));

    [Theory]
    [InlineData("1,287", 5)]
    [InlineData("85.7", 2)]
    [InlineData("$12.50", 3)]
    [InlineData("0.48%", 1)]
    [InlineData("−3.5", 2)]
    [InlineData("1,204,000.5†", 9)]
    [InlineData("1 204,5", 5)]
    [InlineData("1.234,5", 5)]
    [InlineData("3,5", 1)]
    [InlineData("12–15", 5)]
    [InlineData("8.5–9.25 (3–4)", 5)]
    [InlineData("USD 12.50", 6)]
    [InlineData(".5", 0)]
    public void A_number_is_aligned_by_its_decimal_point(string text, int before) => Assert.Equal(before, NumericCells.IntegerLength(text));

    [Theory]
    [InlineData(true, "1", "2", "3", "4", "five")]
    [InlineData(false, "1", "2", "3", "four", "five")]
    [InlineData(true, "1", "–", "")]
    [InlineData(false, "", "–")]
    public void A_column_of_numbers_has_four_in_five_and_dashes_do_not_count(bool isColumn, params string[] cells) =>
        Assert.Equal(isColumn, NumericCells.IsColumn(cells.Select(c => new TableCell([new Paragraph([new Text(c)])]))));
}
