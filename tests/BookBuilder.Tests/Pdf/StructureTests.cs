using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Pdf;

/// <summary>The structure tree comes from the model, its content from the pages.</summary>
public sealed partial class StructureTests
{
    [Fact]
    public void A_note_is_read_once_after_the_paragraph_of_its_first_mark()
    {
        ResolvedBook book = SmallBooks.Of([new NoteDefinition("n", [Para("The note.")])],
            new Paragraph([new Text("Before"), new NoteReference("n"), new Text(" after.")]),
            new Paragraph([new Text("Again"), new NoteReference("n")]));

        Assert.EndsWith("""
                P "Before" " after."
                  Reference
                    Link "1" OBJR
                Note ID=fn-1-1
                  Lbl
                    Span "1 "
                  P "The note."
                P "Again"
                  Reference
                    Link "1" OBJR
            """, Tree(book));
    }

    [Fact]
    public void A_note_of_a_caption_stays_in_the_caption()
    {
        ResolvedBook book = SmallBooks.Of([new NoteDefinition("n", [Para("The note.")])],
            SmallTable([new Text("All of it"), new NoteReference("n")]));

        Assert.Contains("""
                  Caption "Table " "All of it"
                    Reference
                      Link "1" OBJR
                    Note ID=fn-1-1
            """, Tree(book));
    }

    [Fact]
    public void Lists_tables_figures_quotes_and_code_have_their_own_tags()
    {
        ResolvedBook book = SmallBooks.Of(
            new ListBlock(ListStyle.LowerAlpha, 1, true, [new ListItem([Para("item")])]),
            SmallTable([new Text("Caption")]),
            new Figure("a.png", "A lighthouse", [new Text("At night")], [Para("Source: own.")]),
            new BlockQuote([Para("Said.")], []),
            new CodeBlock("let x", null),
            new MathBlock(new MathExpression("a=b", new MathRow([]), "a equals b")),
            new ThematicBreak());

        Assert.EndsWith("""
                L A=<<O=List ListNumbering=LowerAlpha>>
                  LI
                    Lbl "• "
                    LBody
                      P "item"
                Table
                  Caption "Table " "Caption"
                  THead
                    TR
                      TH A=<<O=Table Scope=Column ColSpan=2>>
                        P "Head"
                  TBody
                    TR
                      TD A=<<O=Table RowSpan=3>>
                        P "left"
                      TD
                    TR
                      TD
                    TR
                      TD
                Div
                  Figure Alt=A lighthouse A=<<O=Layout BBox>> ""
                  Caption "Figure " "At night"
                  P "Source: own."
                BlockQuote
                  P "Said."
                P
                  Code "let x"
                P
                  Formula Alt=a equals b A=<<O=Layout BBox>> "a=b"
            """, Tree(book));
    }

    [Fact]
    public void A_first_column_below_an_empty_corner_heads_the_rows()
    {
        Table table = new([new TableColumn(ColumnAlignment.Default), new TableColumn(ColumnAlignment.Default)],
            [new TableRow([new TableCell([]), new TableCell([Para("Year")])])],
            [new TableRow([new TableCell([Para("Oslo")]), new TableCell([Para("1048")])])], [], []);

        Assert.EndsWith("""
                Table
                  Caption "Table "
                  THead
                    TR
                      TD
                      TH A=<<O=Table Scope=Column>>
                        P "Year"
                  TBody
                    TR
                      TH A=<<O=Table Scope=Row>>
                        P "Oslo"
                      TD
                        P "1048"
            """, Tree(SmallBooks.Of(table)));
    }

    [Fact]
    public void A_table_of_head_rows_only_is_still_a_table_with_a_body()
    {
        Table table = new([new TableColumn(ColumnAlignment.Default)], [new TableRow([new TableCell([Para("Year")]) { ColumnSpan = 4, RowSpan = 9 }])], [], [], []);

        Assert.EndsWith("""
                Table
                  Caption "Table "
                  TBody
                    TR
                      TH A=<<O=Table Scope=Column>>
                        P "Year"
            """, Tree(SmallBooks.Of(table)));
    }

    [Fact]
    public void The_number_of_a_note_leads_back_to_its_mark()
    {
        ResolvedBook book = SmallBooks.Of([new NoteDefinition("n", [Para("The note.")])], new Paragraph([new Text("Before"), new NoteReference("n")]));
        PagedBook pages = PlainPages.Of(book);
        ResolvedNote note = book.Chapters[^1].Notes.Single();
        pages = pages with { Pages = [.. pages.Pages[..^1], pages.Pages[^1] with { Body = [.. pages.Pages[^1].Body,
            new LinkArea(new(72.Pt, 90.Pt, 5.Pt, 12.Pt), new NodeTarget(note.FirstMark)) { Source = new(note.Id, FramePart.Content) }] }] };
        using PdfReading pdf = SmallBooks.Read(pages, book);

        Assert.Contains("Lbl\n        Link \"1 \" OBJR", pdf.Structure());
        Assert.Equal("Back to reference 1", pdf.Show(pdf.Find(pdf.Pages[^1], "Annots", 1, "Contents")));
    }

    [Fact]
    public void Heads_feet_and_grounds_are_artifacts_of_their_kinds()
    {
        ResolvedBook book = SmallBooks.Of(Para("x"));
        FrameSource nobody = FrameSource.Artifact;
        Page page = PlainPages.Blank(0) with
        {
            Body = [new BoxItem(new(10.Pt, 100.Pt, 50.Pt, 40.Pt), Color.Black, null, Length.Zero) { Source = nobody },
                new BoxItem(new(10.Pt, 200.Pt, 50.Pt, 0.5.Pt), Color.Black, null, Length.Zero) { Source = nobody }],
            Furniture = [PlainPages.Run("Head", nobody, 72.Pt, 30.Pt), PlainPages.Run("7", nobody, 72.Pt, 630.Pt)],
        };
        using PdfReading pdf = SmallBooks.Read(PlainPages.Of([page]), book);

        Assert.Equal(["/Artifact<</Type/Background/BBox[10 508 60 548]>>BDC", "/Artifact<</Type/Layout>>BDC",
            "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC", "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"],
            pdf.Operators(1).Split('\n').Where(line => line.EndsWith("BDC", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_figure_says_where_it_stands()
    {
        ResolvedBook book = SmallBooks.Of(new Figure("a.png", "A lighthouse", [], []));
        NodeId figure = book.Chapters[^1].Content.OfType<Figure>().Single().Id;
        PagedBook pages = PlainPages.Page(
            new BoxItem(new(72.Pt, 100.Pt, 200.Pt, 50.Pt), Color.Black, null, Length.Zero) { Source = new(figure, FramePart.Content) },
            new BoxItem(new(60.Pt, 120.Pt, 20.Pt, 50.Pt), Color.Black, null, Length.Zero) { Source = new(figure, FramePart.Content) });

        using PdfReading pdf = SmallBooks.Read(pages, book);
        // The page is 648 pt high and boxes are counted from its lower edge.
        Assert.Contains("BBox=60 478 272 548", pdf.Structure());
    }

    [Fact]
    public void A_picture_without_words_is_decoration()
    {
        string tree = Tree(SmallBooks.Of(new Figure("a.png", "", [new Text("Caption")], [])));

        Assert.DoesNotContain("Alt=", tree);
        Assert.Contains("Caption \"Figure \" \"Caption\"", tree);
    }

    [Fact]
    public void Headings_never_skip_a_level()
    {
        ResolvedBook book = SmallBooks.Of(new Heading(4, [new Text("Deep")]), new Heading(5, [new Text("Deeper")]), new Heading(2, [new Text("Up")]));

        string[] headings = [.. Tree(book).Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('H') && line.Contains('"'))];
        Assert.Equal(["H1 \"Number \" \"One\"", "H2 \"Number \" \"Deep\"", "H3 \"Number \" \"Deeper\"", "H2 \"Number \" \"Up\""], headings[^4..]);
    }

    [Fact]
    public void Meaning_and_language_are_tagged_and_mere_looks_are_not()
    {
        ResolvedBook book = SmallBooks.Of(new Paragraph(
        [
            new Styled(InlineStyle.Emphasis, [new Text("em")]), new Styled(InlineStyle.Strong, [new Text("strong")]),
            new Styled(InlineStyle.SmallCaps, [new Text("caps")]), new CodeInline("code"), new Styled(InlineStyle.Strikeout, [new Text("gone")]),
            new SpanInline([new Text("mot")]) { Attributes = new Attributes { Values = [new("lang", "fr")] } },
            new MathInline(new MathExpression("x", new MathIdentifier("x"), "x")),
        ]));

        Assert.EndsWith("""
                P "caps"
                  Em "em"
                  Strong "strong"
                  Code "code"
                  Span A=<<O=Layout TextDecorationType=LineThrough>> "gone"
                  Span Lang=fr "mot"
                  Formula Alt=x A=<<O=Layout BBox>> "x"
            """, Tree(book));
    }

    [Fact]
    public void A_leaf_on_two_pages_is_read_in_one_go()
    {
        ResolvedBook book = SmallBooks.Of(Para("one two"));
        NodeId leaf = LeafOf(book);
        PagedBook pages = PlainPages.Pages(
            [PlainPages.Run("one ", new(leaf, FramePart.Content), 72.Pt, 72.Pt)],
            [PlainPages.Run("two", new(leaf, FramePart.Content, 4), 72.Pt, 72.Pt)]);

        using PdfReading pdf = SmallBooks.Read(pages, book);
        Assert.Equal("Document\n  Sect\n    P \"one \" p2:\"two\"", pdf.Structure());
    }

    [Fact]
    public void What_is_shown_again_for_the_eye_is_not_read_again()
    {
        ResolvedBook book = SmallBooks.Of(SmallTable([]));
        Table table = book.Chapters[^1].Content.OfType<Table>().Single();
        NodeId head = ((Paragraph)table.Head[0].Cells[0].Content[0]).Content[0].Id, left = ((Paragraph)table.Body[0].Cells[0].Content[0]).Content[0].Id;
        GlyphRun headRun = PlainPages.Run("Head", new(head, FramePart.Content), 72.Pt, 72.Pt);
        PagedBook pages = PlainPages.Pages([headRun], [headRun, PlainPages.Run("left", new(left, FramePart.Content), 72.Pt, 90.Pt)]);

        using PdfReading pdf = SmallBooks.Read(pages, book);
        Assert.Single(pdf.Structure().Split("\"Head\"").Skip(1));
        Assert.Contains("/Artifact<</Type/Pagination>>BDC", pdf.Operators(2));
    }

    [Fact]
    public void An_unknown_leaf_is_our_mistake_and_says_so()
    {
        ResolvedBook book = SmallBooks.Of(Para("x"));
        PagedBook pages = PlainPages.Page(PlainPages.Run("x", new(new NodeId("nowhere", 7), FramePart.Content), 72.Pt, 72.Pt));

        InvalidOperationException wrong = Assert.Throws<InvalidOperationException>(() => SmallBooks.Pdf(pages, book));
        Assert.Contains("nowhere#7", wrong.Message);
    }

    [Fact]
    public void A_link_area_of_what_is_no_link_is_our_mistake_and_says_so()
    {
        ResolvedBook book = SmallBooks.Of(Para("x"));
        PagedBook pages = PlainPages.Page(
            PlainPages.Run("x", new(LeafOf(book), FramePart.Content), 72.Pt, 72.Pt),
            new LinkArea(new(72.Pt, 60.Pt, 10.Pt, 12.Pt), new UriTarget("https://example.org")) { Source = new(LeafOf(book), FramePart.Content) });

        Assert.Contains("is no link", Assert.Throws<InvalidOperationException>(() => SmallBooks.Pdf(pages, book)).Message);
    }

    [Fact]
    public void Every_marked_part_and_every_link_finds_its_element()
    {
        ResolvedBook book = SmallBooks.Of([new NoteDefinition("n", [Para("The note.")])],
            new Paragraph([new Text("Go"), new NoteReference("n"), new Link("https://example.org", [new Text("there")])]));
        using PdfReading pdf = SmallBooks.Read(book);

        var numbers = (UglyToad.PdfPig.Tokens.ArrayToken)pdf.Find(pdf.Catalog, "StructTreeRoot", "ParentTree", "Nums")!;
        Dictionary<string, string> elements = [];
        for (int i = 0; i < numbers.Length; i += 2)
            elements[pdf.Show(numbers[i])] = pdf.Find(numbers[i + 1]) is UglyToad.PdfPig.Tokens.ArrayToken marked
                ? string.Join(' ', marked.Data.Select(one => pdf.Show(pdf.Find(one, "S")))) : pdf.Show(pdf.Find(numbers[i + 1], "S"));
        var last = pdf.Pages[^1];
        Assert.Equal("H1 H1 P Link Link Span P", elements[pdf.Show(pdf.Find(last, "StructParents"))]);
        Assert.Equal("Link", elements[pdf.Show(pdf.Find(last, "Annots", 0, "StructParent"))]);
        Assert.Equal("Link", elements[pdf.Show(pdf.Find(last, "Annots", 1, "StructParent"))]);
    }

    private static string Tree(ResolvedBook book)
    {
        using PdfReading pdf = SmallBooks.Read(book);
        return Box().Replace(pdf.Structure(), "BBox");
    }

    [GeneratedRegex(@"BBox=[\d. ]+\d")]
    private static partial Regex Box();

    private static NodeId LeafOf(ResolvedBook book) => book.Chapters[^1].Content.OfType<Paragraph>().Single().Content[0].Id;

    private static Paragraph Para(string text) => new([new Text(text)]);

    private static Table SmallTable(System.Collections.Immutable.ImmutableArray<Inline> caption) => new(
        [new TableColumn(ColumnAlignment.Default), new TableColumn(ColumnAlignment.Default)],
        [new TableRow([new TableCell([Para("Head")]) { ColumnSpan = 2 }])],
        [new TableRow([new TableCell([Para("left")]) { RowSpan = 3 }, new TableCell([])]), new TableRow([new TableCell([])]), new TableRow([])], caption, []);
}
