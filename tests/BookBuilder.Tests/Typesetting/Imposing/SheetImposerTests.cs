using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Tests.Pdf;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Sheets;

namespace BookBuilder.Tests.Typesetting.Imposing;

/// <summary>Where pages lie on their sheets.</summary>
public sealed class SheetImposerTests
{
    private static readonly SheetPlan Booklet = new() { PaperThickness = Length.Zero };

    [Fact]
    public void Two_pages_of_half_a_sheet_fill_it_in_their_own_size()
    {
        SheetSide side = Impose(4, PageSize.Digest, Booklet).Sides[0];
        Assert.Equal(new PageSize(11.In, 8.5.In), side.Size);
        Assert.Equal([(3, "0 0 396 612"), (0, "396 0 396 612")], side.Pages.Select(p => (p.Page, Show(p.Box))));
        Assert.Empty(side.Marks);
    }

    [Fact]
    public void Pages_that_are_too_large_are_made_smaller_all_alike_and_meet_in_the_fold()
    {
        SheetSide side = Impose(4, PageSize.Trade, Booklet).Sides[0];
        Assert.Equal(["0 9 396 594", "396 9 396 594"], side.Pages.Select(p => Show(p.Box)));
    }

    [Fact]
    public void Smaller_pages_keep_their_size_and_show_where_to_fold_and_to_cut()
    {
        SheetSide side = Impose(4, new(300.Pt, 400.Pt), Booklet with { Sheet = PageSize.Letter }).Sides[0];
        Assert.Equal(["96 106 300 400", "396 106 300 400"], side.Pages.Select(p => Show(p.Box)));
        BoxItem[] marks = [.. side.Marks.Cast<BoxItem>()];
        Assert.All(marks, m => Assert.DoesNotContain(side.Pages, p => Meet(p.Box, m.Box)));
        Assert.Equal(4, marks.Count(m => Math.Abs(m.Box.X.Points + m.Box.Width.Points / 2 - 396) < 0.01));     // two dashes at either end of the fold
        Assert.Equal(8, marks.Length - 4);                                                                    // two lines at each corner
    }

    [Fact]
    public void Pages_of_inner_sheets_move_towards_the_spine_by_the_papers_thickness()
    {
        ImposedBook book = Impose(12, PageSize.Digest, Booklet with { PaperThickness = 0.5.Pt });
        Assert.Equal(["396", "396", "395.5", "395.5", "395", "395"], book.Sides.Select(s => Show(s.Pages[1].Box.X)));
        Assert.Equal(["0", "0", "0.5", "0.5", "1", "1"], book.Sides.Select(s => Show(s.Pages[0].Box.X)));
        // None is printed over the other one.
        Assert.All(book.Sides, s => Assert.Equal(["0 0 396 612", "396 0 396 612"], s.Pages.Select(p => Show(p.Cell))));
    }

    [Fact]
    public void A_printer_that_turns_over_the_long_edge_gets_the_backs_on_their_heads()
    {
        ImposedBook book = Impose(8, PageSize.Digest, Booklet with { Turn = SheetTurn.LongEdge });
        Assert.Equal([false, true, false, true], book.Sides.Select(s => s.Pages[0].IsUpsideDown));
        Assert.Equal(["396 0 396 612", "0 0 396 612"], book.Sides[1].Pages.Select(p => Show(p.Box)));
        Assert.Equal(SheetTurn.ShortEdge, Impose(8, PageSize.Digest, Booklet).Turn);
    }

    [Fact]
    public void Four_a_side_stand_in_two_rows_on_an_upright_sheet()
    {
        ImposedBook book = Impose(5, PageSize.Letter, Booklet with { Scheme = SheetScheme.FourUp });
        Assert.Equal(PageSize.Letter, book.Sides[0].Size);
        Assert.Equal(["0 0 306 396", "306 0 306 396", "0 396 306 396", "306 396 306 396"], book.Sides[0].Pages.Select(p => Show(p.Box)));
        Assert.Equal(4, Assert.Single(book.Sides[1].Pages).Page);
        Assert.Equal(["1 front", "1 back"], book.Sides.Select(s => s.Label));
    }

    [Fact]
    public void Two_wide_pages_stand_below_each_other()
    {
        ImposedBook book = Impose(2, new(11.In, 8.5.In), Booklet with { Scheme = SheetScheme.TwoUp, Sheet = PageSize.Letter });
        Assert.Equal(PageSize.Letter, book.Sides[0].Size);
        Assert.True(book.Sides[0].Pages[0].Box.Bottom <= book.Sides[0].Pages[1].Box.Y);
    }

    [Theory]
    [InlineData("he", 0)]
    [InlineData("en", 3)]
    public void A_book_that_runs_to_the_left_is_bound_at_the_right(string language, int leftOfTheFirstSheet) =>
        Assert.Equal(leftOfTheFirstSheet, SheetImposer.Impose(Pages(4, PageSize.A5), language, Booklet).Sides[0].Pages[0].Page);

    [Theory]
    [InlineData("en-US", 612)]
    [InlineData("en", 612)]
    [InlineData("es-MX", 612)]
    [InlineData("en-GB", 595)]
    [InlineData("de", 595)]
    public void The_paper_is_that_of_the_region(string language, int width) => Assert.Equal(width, (int)SheetPaper.UsualFor(new(300.Pt, 400.Pt), language).Width.Points);

    private static ImposedBook Impose(int pages, PageSize size, SheetPlan plan) => SheetImposer.Impose(Pages(pages, size), "en-US", plan);

    private static PagedBook Pages(int count, PageSize size) => PlainPages.Of([.. Enumerable.Range(0, count).Select(i => PlainPages.Blank(i) with { Size = size })]);

    private static bool Meet(Rectangle a, Rectangle b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static string Show(Rectangle box) => $"{Show(box.X)} {Show(box.Y)} {Show(box.Width)} {Show(box.Height)}";

    private static string Show(Length length) => length.ToString()[..^2];
}
