using System.Collections.Immutable;
using System.Text;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf;
using BookBuilder.Typesetting.Frames;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>The PDF says that it keeps a standard only where that is true of the book.</summary>
public sealed class ClaimTests
{
    private static readonly Rectangle Box = new(100.Pt, 100.Pt, 200.Pt, 100.Pt);
    private static readonly ImmutableArray<PdfClaim> All = [.. Enum.GetValues<PdfStandard>().Select(standard => new PdfClaim(standard, null))];
    private static readonly SourceSpan Here = new("one.md", new(7, 3), new(7, 20));

    [Fact]
    public void A_book_with_nothing_in_the_way_keeps_all_standards()
    {
        Assert.Equal(Enum.GetValues<PdfStandard>(), Kept(SmallBooks.Of(Para("Words."), Picture("A lighthouse"))));
    }

    [Fact]
    public void A_picture_without_words_is_in_the_way_of_structure_and_the_place_is_told()
    {
        Reported<ImmutableArray<PdfStandard>> settled = Settle(SmallBooks.Of(Picture("") with { Span = Here }));

        Assert.Equal([PdfStandard.A2u], settled.Value.ToArray());
        Diagnostic said = Assert.Single(settled.Diagnostics);
        Assert.Equal(("BB5101", Severity.Warning, Here), (said.Code, said.Severity, said.Span));
        Assert.Equal("the PDF does not say that it keeps PDF/UA-1 and PDF/A-2a and PDF/A-3a, because a picture has no description", said.Message);
    }

    [Fact]
    public void A_picture_declared_to_tell_nothing_is_not_in_the_way()
    {
        Figure declared = Picture("") with { Attributes = new Attributes { Classes = ["decorative"] } };
        ImageInline empty = new("a.png", "") { Attributes = new Attributes { Values = [new("alt", "")] } };

        Assert.Equal(4, Kept(SmallBooks.Of(declared)).Length);
        PagedBook pages = PlainPages.Pages([]);
        Assert.Empty(PdfClaims.Settle(pages, SmallBooks.Of(new Paragraph([empty])), All).Diagnostics);
        Assert.NotEmpty(PdfClaims.Settle(pages, SmallBooks.Of(new Paragraph([empty with { Attributes = Attributes.None }])), All).Diagnostics);
    }

    [Fact]
    public void What_the_author_asks_for_and_cannot_have_is_an_error()
    {
        SourceSpan asked = new("book.yml", new(3, 14), new(3, 18));
        ResolvedBook book = SmallBooks.Of(Picture("") with { Span = Here });
        Reported<ImmutableArray<PdfStandard>> settled = PdfClaims.Settle(PlainPages.Of(book), book, [new(PdfStandard.Ua1, asked), new(PdfStandard.A2u, asked)]);

        Assert.Equal([PdfStandard.A2u], settled.Value.ToArray());
        Diagnostic said = Assert.Single(settled.Diagnostics);
        Assert.Equal(("BB5102", Severity.Error, Here), (said.Code, said.Severity, said.Span));
    }

    [Fact]
    public void Without_claims_nothing_is_said()
    {
        ResolvedBook book = SmallBooks.Of(Picture(""));
        Assert.Empty(PdfClaims.Settle(PlainPages.Of(book), book, []).Diagnostics);
    }

    [Fact]
    public void A_character_without_a_glyph_is_in_the_way_of_every_standard()
    {
        ResolvedBook book = SmallBooks.Of(Para("x") with { Span = Here });
        GlyphRun run = PlainPages.Run("x", Leaf(book), 72.Pt, 72.Pt);
        Reported<ImmutableArray<PdfStandard>> settled = Settle(book, run with { Glyphs = [run.Glyphs[0] with { Id = 0 }] });

        Assert.Empty(settled.Value);
        Diagnostic said = Assert.Single(settled.Diagnostics);
        Assert.Contains("no font has the character U+0078", said.Message, StringComparison.Ordinal);
        Assert.Equal((Here, "1"), (said.Span, said.Page));
    }

    [Fact]
    public void A_private_use_character_is_in_the_way_of_level_A_only()
    {
        ResolvedBook book = SmallBooks.Of(Para("x"));
        Assert.Equal([PdfStandard.Ua1, PdfStandard.A2u], Settle(book, PlainPages.Run("x", Leaf(book), 72.Pt, 72.Pt) with { Text = "\uE001" }).Value.ToArray());
    }

    [Fact]
    public void Colours_of_four_inks_are_in_the_way_of_keeping()
    {
        RasterImage inks = new() { Format = RasterFormat.Jpeg, File = new byte[] { 1 }, PixelWidth = 8, PixelHeight = 8, Colors = RasterColors.Cmyk };
        ResolvedBook book = SmallBooks.Of(Para("x"));

        Assert.Equal([PdfStandard.Ua1], Settle(book, new RasterItem(inks, Box) { Source = FrameSource.Artifact }).Value.ToArray());
        Drawing around = new(10.Pt, 10.Pt, 10, 10, [new DrawingGroup(Affine.Identity, 1, null, [new DrawingImage(inks, 0, 0, 5, 5)])]);
        Assert.Equal([PdfStandard.Ua1], Settle(book, new DrawingFrame(around, Box, []) { Source = FrameSource.Artifact }).Value.ToArray());
    }

    [Theory]
    [InlineData(25, 4)]
    [InlineData(26, 1)]
    public void A_drawing_nested_too_deep_is_in_the_way_of_keeping(int groups, int kept)
    {
        ImmutableArray<DrawingItem> items = [];
        for (int i = 0; i < groups; i++) items = [new DrawingGroup(new Affine(1, 0, 0, 1, 1, 0), 1, null, [new DrawingGroup(Affine.Identity, 1, null, items)])];
        Assert.Equal(kept, Settle(SmallBooks.Of(Para("x")), new DrawingFrame(new Drawing(10.Pt, 10.Pt, 10, 10, items), Box, []) { Source = FrameSource.Artifact }).Value.Length);
    }

    [Fact]
    public void A_font_that_may_not_be_embedded_is_in_the_way_of_every_standard()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Repository.Root, "fonts", "source-serif", "SourceSerif4-Regular.ttf"));
        int tables = file[4] << 8 | file[5];
        int row = Enumerable.Range(0, tables).Select(i => 12 + i * 16).First(at => Encoding.ASCII.GetString(file, at, 4) == "OS/2");
        int table = file[row + 8] << 24 | file[row + 9] << 16 | file[row + 10] << 8 | file[row + 11];
        (file[table + 8], file[table + 9]) = (0, 2);
        ResolvedBook book = SmallBooks.Of(Para("x"));
        Reported<ImmutableArray<PdfStandard>> settled = Settle(book, PlainPages.Run("x", Leaf(book), 72.Pt, 72.Pt) with { Face = OpenTypeFace.Read(file, Here).Value! });

        Assert.Empty(settled.Value);
        Assert.Contains("does not allow it to be embedded", settled.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_whose_first_heading_is_not_of_level_1_skips_a_level()
    {
        ResolvedBook book = SmallBooks.OfChapters([new Chapter { Key = "one", Path = "one.md", Role = ChapterRole.Body, Content = [new Heading(3, [new Text("Deep")])], Notes = [] }]);
        // Below the title of the contents it is no skip; alone it is.
        Assert.Equal(4, Kept(book).Length);
        Reported<ImmutableArray<PdfStandard>> alone = Settle(book with { Chapters = [book.Chapters[^1]] });

        Assert.DoesNotContain(PdfStandard.Ua1, alone.Value);
        Assert.Contains("a heading of level 2 stands where none of level 1 is above it", alone.Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_in_no_language_is_in_the_way_of_structure()
    {
        SpanInline span = new([new Text("mot")]) { Attributes = new Attributes { Values = [new("lang", "le français")] } };
        Assert.Equal([PdfStandard.A2u], Kept(SmallBooks.Of(new Paragraph([span]))));
    }

    [Fact]
    public void A_formula_that_cannot_be_said_is_in_the_way_of_accessibility()
    {
        Assert.DoesNotContain(PdfStandard.Ua1, Kept(SmallBooks.Of(new MathBlock(new MathExpression("x", new MathIdentifier("x"), "")))));
    }

    [Fact]
    public void A_description_longer_than_a_string_may_be_is_in_the_way_of_keeping()
    {
        Assert.Equal([PdfStandard.Ua1], Kept(SmallBooks.Of(Picture(new string('x', 20_000)))));
    }

    [Fact]
    public void A_claim_stands_in_the_metadata_with_the_description_of_its_property()
    {
        string xmp = Metadata([PdfStandard.Ua1, PdfStandard.A2a]);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>", xmp.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>", xmp, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PdfStandard.A2u, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>")]
    [InlineData(PdfStandard.A3a, "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>")]
    public void Each_part_and_level_is_named_as_the_standard_names_it(PdfStandard standard, string expected)
    {
        Assert.Contains(expected, Metadata([standard]).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("pdfuaid", Metadata([standard]), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_claims_the_metadata_names_no_standard()
    {
        Assert.DoesNotContain("www.aiim.org", Metadata([]), StringComparison.Ordinal);
    }

    private static string Metadata(ImmutableArray<PdfStandard> standards)
    {
        using PdfReading pdf = new(SmallBooks.Pdf(SmallBooks.Of(Para("x")), new PdfOptions { Standards = standards }));
        return Encoding.UTF8.GetString(pdf.Data((StreamToken)pdf.Find(pdf.Catalog, "Metadata")!));
    }

    private static PdfStandard[] Kept(ResolvedBook book) => [.. Settle(book).Value];

    private static Reported<ImmutableArray<PdfStandard>> Settle(ResolvedBook book) => PdfClaims.Settle(PlainPages.Of(book), book, All);

    private static Reported<ImmutableArray<PdfStandard>> Settle(ResolvedBook book, FrameItem item) => PdfClaims.Settle(PlainPages.Page(item), book, All);

    private static FrameSource Leaf(ResolvedBook book) => new(book.Chapters[^1].Content.OfType<Paragraph>().Single().Content[0].Id, FramePart.Content);

    private static Figure Picture(string words) => new("a.png", words, [new Text("Caption")], []);

    private static Paragraph Para(string text) => new([new Text(text)]);
}
