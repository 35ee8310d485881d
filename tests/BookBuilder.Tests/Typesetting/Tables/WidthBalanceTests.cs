using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Tables;

namespace BookBuilder.Tests.Typesetting.Tables;

/// <summary>Words are five letters of 5 pt, lines 10 pt apart.</summary>
public sealed class WidthBalanceTests
{
    [Fact]
    public void Width_goes_where_it_makes_the_table_lower()
    {
        // Both columns hold as much text, but in the first all of it stands in one row, in the second it is spread over ten.
        CellShape[] cells = [Words(0, 0, 20), .. Enumerable.Range(0, 10).Select(row => Words(row, 1, 2))];
        ColumnWidths even = new([120.Pt, 120.Pt], Length.Zero) { IsPressed = true };
        ColumnWidths better = Improve(even, 240, cells);
        Assert.True(better.Widths[0] > better.Widths[1]);
        Assert.True(HeightOf(better, cells) < HeightOf(even, cells));
    }

    [Fact]
    public void The_table_is_never_made_higher_and_its_width_stays()
    {
        for (int seed = 1; seed < 60; seed++)
        {
            var random = new Random(seed);
            int columns = 2 + seed % 4;
            CellShape[] cells = [.. from row in Enumerable.Range(0, 6) from column in Enumerable.Range(0, columns) select Words(row, column, random.Next(0, 14))];
            ColumnWidths even = new([.. Enumerable.Repeat(60.Pt, columns)], Length.Zero) { IsPressed = true };
            ColumnWidths better = Improve(even, 60 * columns, cells);
            Assert.Equal(even.Total, better.Total);
            Assert.True(HeightOf(better, cells) <= HeightOf(even, cells));
            Assert.All(better.Widths, w => Assert.True(w >= 25.Pt));
        }
    }

    [Fact]
    public void White_that_no_column_needs_is_shared_evenly()
    {
        CellShape[] cells = [Words(0, 0, 8), Words(0, 1, 8)];
        ColumnWidths better = Improve(new([80.Pt, 160.Pt], Length.Zero) { IsPressed = true }, 240, cells);
        Assert.Equal(better.Widths[0].Points, better.Widths[1].Points, 0.5);
    }

    private static ColumnWidths Improve(ColumnWidths start, int room, CellShape[] cells)
    {
        int columns = start.Widths.Length;
        Assert.Equal(room.Pt, start.Total);
        ImmutableArray<ColumnNeed> needs = [.. Enumerable.Range(0, columns).Select(c => new ColumnNeed(25.Pt,
            new(cells.Where(s => s.Column == c).Max(s => s.Paragraphs[0].Sum(i => i.Width.ScaledPoints)))))];
        return WidthBalance.Improve(start, needs, [.. Enumerable.Repeat(Length.Zero, columns)], [.. cells]);
    }

    private static Length HeightOf(ColumnWidths widths, CellShape[] cells) =>
        WidthBalance.HeightOf(widths, [.. widths.Widths.Select(_ => Length.Zero)], [.. cells]);

    private static CellShape Words(int row, int column, int count)
    {
        List<ParagraphItem> items = [];
        for (int i = 0; i < count; i++)
        {
            if (i > 0) items.Add(ParagraphItem.Glue(5.Pt, Length.Zero, Length.Zero));
            items.Add(ParagraphItem.Box(25.Pt));
        }
        return new(row, column, [[.. items, ParagraphItem.Penalty(ParagraphItem.Never), ParagraphItem.Fill, ParagraphItem.Penalty(ParagraphItem.Forced)]], Length.Zero, 10.Pt);
    }
}
