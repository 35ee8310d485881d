using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Sheets;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>A PDF for the printer: pages as forms on sheets.</summary>
public sealed class SheetTests
{
    private static readonly SheetPlan Booklet = new() { PaperThickness = Length.Zero };

    [Fact]
    public void Every_page_is_there_once_and_all_its_words_are_on_their_sheet()
    {
        using PdfReading pdf = Read(5, Booklet);
        Assert.Equal(4, pdf.Pages.Length);
        string[] words = ["", "page two words", "page three words", "page four wordspage five words"];
        Assert.Contains("page one words", pdf.Text(1));
        for (int i = 1; i < 4; i++) Assert.Contains(words[i], pdf.Text(i + 1));
        string[] forms = [.. pdf.Pages.SelectMany(p => ((DictionaryToken)pdf.Find(p, "Resources", "XObject")!).Data.Keys)];
        Assert.Equal(["P1", "P2", "P3", "P4", "P5"], forms.Order());
    }

    [Fact]
    public void A_page_is_moved_and_scaled_as_a_whole()
    {
        using PdfReading pdf = Read(4, Booklet);
        // 6 x 9 in on half of a lying Letter sheet: 11/12 of its size, 9 pt above and below.
        Assert.Contains(".916667 0 0 .916667 396 9 cm", pdf.Operators(1));
        Assert.Contains("396 0 396 612 re", pdf.Operators(1));
        var letter = pdf.Document.GetPage(1).Letters.Last(l => l.Value == "p");
        Assert.Equal(396 + 72 * 11 / 12.0, letter.StartBaseLine.X, 1);
    }

    [Fact]
    public void A_back_that_stands_on_its_head_is_turned_about_its_place()
    {
        using PdfReading pdf = Read(4, Booklet with { Turn = SheetTurn.LongEdge });
        Assert.Contains("-.916667 0 0 -.916667", pdf.Operators(2));
        Assert.Equal("DuplexFlipLongEdge", pdf.Show(pdf.Find(pdf.Catalog, "ViewerPreferences", "Duplex")));
    }

    [Fact]
    public void Sheets_say_their_numbers_and_claim_nothing()
    {
        using PdfReading pdf = Read(5, Booklet);
        Assert.Equal("0 <<P=1 front>> 1 <<P=1 back>> 2 <<P=2 front>> 3 <<P=2 back>>", pdf.Show(pdf.Find(pdf.Catalog, "PageLabels", "Nums")));
        foreach (string key in (string[])["StructTreeRoot", "MarkInfo", "Outlines", "Names"]) Assert.Null(pdf.Find(pdf.Catalog, key));
        Assert.All(pdf.Pages, p => Assert.Null(pdf.Find(p, "Annots")));
        string xmp = System.Text.Encoding.UTF8.GetString(pdf.Data((StreamToken)pdf.Find(pdf.Catalog, "Metadata")!));
        Assert.DoesNotContain("pdfuaid", xmp);
        Assert.DoesNotContain("pdfaid", xmp);
    }

    [Fact]
    public void A_font_is_embedded_once_for_all_pages()
    {
        using PdfReading pdf = Read(8, Booklet);
        string[] fonts = [.. pdf.Pages.SelectMany(p => ((DictionaryToken)pdf.Find(p, "Resources", "XObject")!).Data.Values)
            .Select(f => ((DictionaryToken)pdf.Find(f, "Resources", "Font")!).Data.Values.Single().ToString()!)];
        Assert.Equal(8, fonts.Length);
        Assert.Single(fonts.Distinct());
    }

    [Fact]
    public void The_same_sheets_are_the_same_bytes() => Assert.Equal(Bytes(5, Booklet), Bytes(5, Booklet));

    private static PdfReading Read(int pages, SheetPlan plan) => new(Bytes(pages, plan));

    private static byte[] Bytes(int pages, SheetPlan plan)
    {
        string[] numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
        ResolvedBook book = SmallBooks.Of([.. numbers.Take(pages).Select(n => new Paragraph([new Text($"page {n} words")]))]);
        Text[] texts = [.. book.Chapters.Last().Content.OfType<Paragraph>().Select(p => (Text)p.Content[0])];
        PagedBook paged = PlainPages.Pages([.. texts.Select(t => (System.Collections.Immutable.ImmutableArray<FrameItem>)
            [PlainPages.Run(t.Value, new(t.Id, FramePart.Content), 72.Pt, 100.Pt)])]);
        using MemoryStream output = new();
        PdfDocument.Write(SheetImposer.Impose(paged, "en-US", plan), book, new PdfOptions { Compressed = true, Standards = [PdfStandard.Ua1] }, output);
        return output.ToArray();
    }
}
