using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Pdf;

/// <summary>The boxes of a page that is to be cut (ISO 32000-1, 14.11.2).</summary>
public sealed class TrimmingTests
{
    private static readonly string[] BoxNames = ["MediaBox", "TrimBox", "BleedBox"];

    [Fact]
    public void A_page_without_bleed_is_its_own_trim() => Assert.Equal(["0 0 432 648", "0 0 432 648", ""], Boxes(Length.Zero, Length.Zero));

    [Fact]
    public void The_sheet_of_a_page_with_bleed_is_larger_and_says_where_to_cut() =>
        Assert.Equal(["0 0 492 708", "30 30 462 678", "21 21 471 687"], Boxes(9.Pt, 30.Pt));

    [Fact]
    public void Everything_on_the_page_moves_with_it()
    {
        using PdfReading plain = Surrounded(Length.Zero, Length.Zero), moved = Surrounded(9.Pt, 30.Pt);
        var (letter, there) = (plain.Document.GetPage(1).Letters[0], moved.Document.GetPage(1).Letters[0]);
        Assert.Equal(letter.StartBaseLine.X + 30, there.StartBaseLine.X, 3);
        Assert.Equal(letter.StartBaseLine.Y + 30, there.StartBaseLine.Y, 3);
        Assert.Equal("20 618 70 628", Area(plain));
        Assert.Equal("50 648 100 658", Area(moved));

        static string Area(PdfReading pdf) => pdf.Show(pdf.Find(pdf.Pages[^1], "Annots", 0, "Rect"));
    }

    [Fact]
    public void So_do_the_places_that_something_may_lead_to()
    {
        Page page = PlainPages.Blank(0) with { Destinations = [new(new("one", 1), new(5.Pt, 7.Pt))], Surround = new(9.Pt, 30.Pt) };
        Assert.Equal(new Position(35.Pt, 37.Pt), Assert.Single(SheetPages.Of(page).Destinations).At);
    }

    [Fact]
    public void Crop_marks_are_artifacts_of_production()
    {
        using PdfReading pdf = Surrounded(9.Pt, 30.Pt);
        Assert.Matches(@"/Artifact\s*<<\s*/Type\s*/Page\s*>>\s*BDC\s+5 677 10 1 re", pdf.Operators(1));
    }

    private static string[] Boxes(Length bleed, Length width)
    {
        using PdfReading pdf = Surrounded(bleed, width);
        return [.. BoxNames.Select(b => pdf.Show(pdf.Find(pdf.Pages[0], b)))];
    }

    private static PdfReading Surrounded(Length bleed, Length width)
    {
        ResolvedBook book = SmallBooks.Of(new Paragraph([new Link("https://example.org/", [new Text("words")])]));
        PagedBook pages = PlainPages.Of(book);
        Link link = ((Paragraph)book.Chapters.Last().Content[^1]).Content.OfType<Link>().Single();
        var area = new LinkArea(new(20.Pt, 20.Pt, 50.Pt, 10.Pt), new UriTarget("https://example.org/")) { Source = new(link.Id, FramePart.Content) };
        var mark = new BoxItem(new(-25.Pt, Length.Zero, 10.Pt, 1.Pt), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };
        Page last = pages.Pages[^1];
        pages = pages with { Pages = pages.Pages.SetItem(pages.Pages.Length - 1, last with { Body = [.. last.Body.Where(f => f is not LinkArea), area] }) };
        return SmallBooks.Read(pages with { Pages = [.. pages.Pages.Select(p => p with { Surround = new(bleed, width), Marks = [mark] })] }, book);
    }
}
