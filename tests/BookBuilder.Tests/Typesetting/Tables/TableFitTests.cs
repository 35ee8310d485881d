using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Tests.Typesetting.Pages;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Tables;

public sealed class TableFitTests
{
    [Fact]
    public void A_table_too_wide_in_its_own_type_is_set_smaller()
    {
        Reported<PagedBook> pages = Pages(40, "| aaaaaaaaaaaaaaa | bbbbbbbbbbbbbbb | ccccccccccccccc |\n|--|--|--|\n| d | e | f |\n\nTable: Wide");
        Assert.DoesNotContain(pages.Diagnostics, d => d.Code == "BB2120");
        Assert.True(SizeOf(pages, "ccccccccccccccc") < 8.5.Pt);
        Diagnostic shrunk = Assert.Single(pages.Diagnostics, d => d.Code == "BB2122");
        Assert.Contains($"type of {SizeOf(pages, "ccccccccccccccc").Points} pt instead of 8.5 pt", shrunk.Message, StringComparison.Ordinal);
        Assert.Equal("1", shrunk.Page);
    }

    [Fact]
    public void No_table_is_set_under_seven_points_whatever_the_text_is_set_in()
    {
        foreach (int body in (int[])[6, 8, 10, 14])
        {
            Reported<PagedBook> pages = Sheets.Compose(Sheets.Book(Sheets.Design(40, 20) with { BodySize = body.Pt },
                "| aaaaaaaaaaaaaaa | bbbbbbbbbbbbbbb | ccccccccccccccc | ddddddddddd |\n|--|--|--|--|\n| e | f | g | h |\n\nTable: Wide"));
            Assert.All(["aaaaaaaaaaaaaaa", "e", "h"], (string text) => Assert.True(SizeOf(pages, text) >= 7.Pt));
        }
    }

    [Fact]
    public void A_word_is_divided_only_where_it_does_not_fit_a_line_of_its_own()
    {
        Reported<PagedBook> pages = Sheets.Compose(Sheets.Book(Sheets.Design(26, 20) with { Hyphenated = true },
            "| Category of the source | Category of the other source |\n|--|--|\n| Law & Government | Business & Industrial affairs |\n\nTable: Words"));
        Assert.DoesNotContain(Texts(pages), t => t.Contains('\u00ad', StringComparison.Ordinal));
    }

    [Fact]
    public void Hosts_break_after_their_points_before_the_table_runs_out_of_the_page()
    {
        Reported<PagedBook> pages = Pages(24, "| Host | Who |\n|--|--|\n| caselaw.publicaffairs.parliament.example | somebody |\n\nTable: Hosts");
        Assert.DoesNotContain(pages.Diagnostics, d => d.Code == "BB2120");
        Assert.Contains(Texts(pages), t => t.EndsWith("publicaffairs.", StringComparison.Ordinal) || t.EndsWith("parliament.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_fits_nowhere_is_reported_with_what_it_lacks()
    {
        Reported<PagedBook> pages = Pages(20, "| " + new string('w', 120) + " | b |\n|--|--|\n| c | d |\n\nTable: Too wide");
        Diagnostic wide = Assert.Single(pages.Diagnostics, d => d.Code == "BB2120");
        Assert.Contains("pt wider than the text", wide.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folded_table_stands_in_two_halves_under_two_heads()
    {
        Reported<PagedBook> pages = Pages(40, "| N | W |\n|--:|:--|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n| 4 | d |\n\nTable: Folded {#tbl-f fold=2}");
        Page page = Sheets.Body(pages.Value)[0];
        Assert.Contains(Sheets.Lines(page), l => l.StartsWith('1') && l.EndsWith('c'));
        Assert.Contains(Sheets.Lines(page), l => l.StartsWith('2') && l.EndsWith('d'));
        Assert.Equal(2, page.Body.OfType<GlyphRun>().Count(g => g.Text == "W"));
        Assert.Single(page.Body.OfType<GlyphRun>(), g => g.Text == "W" && g.Source.Part == FramePart.Content);
    }

    [Fact]
    public void A_table_too_wide_to_fold_is_set_in_one_part()
    {
        Reported<PagedBook> pages = Pages(30, "| Number | Word |\n|--:|:--|\n| 1 | aaaaaaaaaaaaaaaaaaaa |\n| 2 | b |\n| 3 | c |\n\nTable: Folded {#tbl-f fold=2}");
        Assert.Contains(pages.Diagnostics, d => d.Code == "BB2121");
        Assert.Single(Sheets.Body(pages.Value)[0].Body.OfType<GlyphRun>(), g => g.Text == "Word");
    }

    [Fact]
    public void Numbers_stand_under_each_other_by_their_decimal_points()
    {
        Page page = Sheets.Body(Pages(40, "| Port | Rise |\n|:--|--:|\n| Brest | 6.1 |\n| Calais | 1,212.25 |\n| Deal | 30 |\n\nTable: Rise").Value)[0];
        Length Point(string text, int digits) => page.Body.OfType<GlyphRun>().Single(g => g.Text == text) is var run ? run.Origin.X + run.Size / 2 * digits : default;
        Assert.Equal(Point("1,212.25", 5), Point("6.1", 1));
        Assert.Equal(Point("1,212.25", 5), Point("30", 2));
    }

    private static Reported<PagedBook> Pages(int characters, string markdown) => Sheets.Compose(Sheets.Book(Sheets.Design(characters, 20), markdown));

    private static IEnumerable<string> Texts(Reported<PagedBook> pages) => Sheets.Body(pages.Value).SelectMany(p => p.Body).OfType<GlyphRun>().Select(g => g.Text);

    private static Length SizeOf(Reported<PagedBook> pages, string text) =>
        Sheets.Body(pages.Value).SelectMany(p => p.Body).OfType<GlyphRun>().First(g => g.Text == text).Size;
}
