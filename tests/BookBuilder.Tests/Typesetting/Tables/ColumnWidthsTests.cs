using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Tables;

namespace BookBuilder.Tests.Typesetting.Tables;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void A_small_table_keeps_its_natural_widths() =>
        Assert.Equal(new double[] { 30, 40 }, Points(Solve(200, (10, 30), (10, 40))));

    [Fact]
    public void A_table_that_nearly_fills_the_room_fills_it()
    {
        ColumnWidths widths = Solve(200, (10, 60), (10, 90));
        Assert.Equal(200.Pt, widths.Total);
        Assert.Equal(new double[] { 80, 120 }, Points(widths));
    }

    [Fact]
    public void When_the_natural_widths_do_not_fit_a_short_column_keeps_its_own()
    {
        ColumnWidths widths = Solve(200, (10, 40), (30, 900));
        Assert.Equal(200.Pt, widths.Total);
        Assert.Equal(40.Pt, widths.Widths[0]);
    }

    [Fact]
    public void No_column_is_narrower_than_its_longest_word()
    {
        ColumnWidths widths = Solve(100, (70, 80), (10, 900), (15, 20));
        Assert.Equal(100.Pt, widths.Total);
        Assert.Equal(70.Pt, widths.Widths[0]);
        Assert.True(widths.Widths[1] >= 10.Pt);
        Assert.True(widths.Widths[2] >= 15.Pt);
    }

    [Fact]
    public void Too_long_words_are_an_overrun_not_an_overlap()
    {
        ColumnWidths widths = Solve(100, (70, 80), (60, 900));
        Assert.Equal(new double[] { 70, 60 }, Points(widths));
        Assert.Equal(30.Pt, widths.Overrun);
    }

    [Fact]
    public void Shares_the_author_asked_for_are_kept_while_words_fit_in_them()
    {
        ImmutableArray<ColumnNeed> needs = [new(10.Pt, 30.Pt), new(10.Pt, 30.Pt)];
        Assert.Equal(new double[] { 150, 50 }, Points(ColumnWidths.Solve(needs, [0.75, 0.25], 200.Pt)));
        needs = [new(10.Pt, 30.Pt), new(80.Pt, 90.Pt)];
        Assert.True(ColumnWidths.Solve(needs, [0.75, 0.25], 200.Pt).Widths[1] >= 80.Pt);
    }

    private static double[] Points(ColumnWidths widths) => [.. widths.Widths.Select(w => w.Points)];

    private static ColumnWidths Solve(int room, params (int Minimum, int Natural)[] columns) =>
        ColumnWidths.Solve([.. columns.Select(c => new ColumnNeed(c.Minimum.Pt, c.Natural.Pt))], [.. columns.Select(_ => (double?)null)], room.Pt);
}
