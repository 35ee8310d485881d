using BookBuilder.Model.Design;
using BookBuilder.Typesetting.Sheets;

namespace BookBuilder.Tests.Typesetting.Imposing;

/// <summary>Which pages stand together on a sheet. Pages count from 1 here, as on paper; "-" is a blank one.</summary>
public sealed class PageSequenceTests
{
    [Theory]
    [InlineData(1, "- 1 / - -")]
    [InlineData(4, "4 1 / 2 3")]
    [InlineData(5, "- 1 / 2 - / - 3 / 4 5")]
    [InlineData(8, "8 1 / 2 7 / 6 3 / 4 5")]
    [InlineData(13, "- 1 / 2 - / - 3 / 4 13 / 12 5 / 6 11 / 10 7 / 8 9")]
    public void Folded_sheets_that_lie_in_each_other_are_read_in_order(int pages, string sides) => Assert.Equal(sides, Stitched(pages, 0, BindingSide.Left));

    [Fact]
    public void Bound_at_the_right_the_sides_of_the_spine_are_exchanged() => Assert.Equal("1 8 / 7 2 / 3 6 / 5 4", Stitched(8, 0, BindingSide.Right));

    [Fact]
    public void Signatures_are_stitched_by_themselves()
    {
        Assert.Equal("8 1 / 2 7 / 6 3 / 4 5 / - 9 / 10 -", Stitched(10, 8, BindingSide.Left));
        Assert.Equal([0, 0, 1, 1, 0, 0], PageSequence.Stitched(10, 8, BindingSide.Left).Select(s => s.Depth));
    }

    [Theory]
    [InlineData(2, 1, BindingSide.Left, "1 2 / 3 4 / 5 -")]
    [InlineData(2, 1, BindingSide.Right, "2 1 / 4 3 / - 5")]
    [InlineData(2, 2, BindingSide.Left, "1 2 3 4 / 5 - - -")]
    [InlineData(2, 2, BindingSide.Right, "2 1 4 3 / - 5 - -")]
    public void Several_a_side_are_read_row_by_row(int columns, int rows, BindingSide beginning, string sides) =>
        Assert.Equal(sides, string.Join(" / ", PageSequence.InRows(5, columns, rows, beginning).Select(s => string.Join(' ', s.Select(Name)))));

    private static string Stitched(int pages, int signature, BindingSide binding) =>
        string.Join(" / ", PageSequence.Stitched(pages, signature, binding).Select(s => $"{Name(s.Left)} {Name(s.Right)}"));

    private static string Name(int page) => page < 0 ? "-" : $"{page + 1}";
}
