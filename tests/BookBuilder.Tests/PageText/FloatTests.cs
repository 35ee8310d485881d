using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Tables, lost pictures, captions and remarks.</summary>
public sealed class FloatTests
{
    [Fact]
    public void A_line_with_a_blank_above_a_caption_is_a_lost_picture()
    {
        PageTextBook book = Pages.Chapter("The tide rises.\n\n \n\n\nFigure 1.1: Heights of a day\n\nIt falls.\n");
        Assert.Equal("The tide rises.\n\n![Heights of a day](../figures/missing-1-1.svg){#fig-1-1 alt=\"Placeholder: the picture is missing in the text this book was made from (line 7).\" width=70%}\n\nIt falls.", book.Body());
        Assert.Contains("line 7 of the imported text", PageTextFiles.Of(book).Single(f => f.Path == "figures/missing-1-1.svg").Text);
        Assert.Contains("BB6517", book.Codes());
    }

    [Fact]
    public void A_lost_picture_without_a_caption_takes_no_number()
    {
        PageTextBook book = PrintedNumbers.Compare(Pages.Chapter("The chart below shows it.\n\n \n \n\nSource: the harbour office.\n\nMore.\n\n \n\nFigure 1.1: Heights\n"), "pages.txt");
        Assert.Equal((2, 1), (book.Counts.MissingPictures, book.Counts.Captions));
        Assert.Contains("(line 7).\" width=70%}\n\n::: {.figure-note}\nSource: the harbour office.\n:::\n\nMore.", book.Body());
        Assert.Empty(book.Of(PageTextRule.NumberDiffers));
    }

    [Fact]
    public void A_stray_blank_is_no_picture()
    {
        PageTextBook book = Pages.Chapter("The tide rises.\n \nIt falls.\n");
        Assert.Equal(0, book.Counts.MissingPictures);
        Assert.Single(book.Of(PageTextRule.StrayBlank));
    }

    [Theory]
    [InlineData("The visual below shows a lock.")]
    [InlineData("This diagram shows a lock.")]
    [InlineData("See the following chart of the bay.")]
    [InlineData("Below is a picture of the bay.")]
    public void A_picture_that_is_spoken_of_and_not_there_is_missed(string text)
    {
        PageTextBook book = Pages.Chapter(text + "\n\nMore.\n");
        Assert.StartsWith(text + "\n\n![](../figures/missing-line-5.svg)", book.Body());
        Assert.Equal(Confidence.Low, Assert.Single(book.Of(PageTextRule.MissingPicture)).Confidence);
    }

    [Fact]
    public void A_picture_that_is_only_named_is_not_missed_and_a_table_that_is_missing_is_told()
    {
        Assert.Equal(0, Pages.Chapter("He drew charts of the bay, and the picture was clear.\n").Counts.MissingPictures);
        Assert.Contains("BB6525", Pages.Chapter("The table below shows the dues.\n\nMore.\n").Codes());
    }

    [Fact]
    public void A_picture_line_of_the_reader_is_a_lost_picture_with_its_words()
    {
        PageTextBook book = Pages.Chapter("Text.\n\n![](img-0.jpeg)\n\nFig. 1.1. The lock\n\nIn it ![small](a.png) stands.\n");
        Assert.Contains("![The lock](../figures/missing-1-1.svg){#fig-1-1 ", book.Body());
        Assert.EndsWith("In it small stands.", book.Body());
    }

    [Fact]
    public void Lines_with_tabs_are_a_table_and_its_numbers_stand_right()
    {
        PageTextBook book = Pages.Chapter("Ship\tDraught, m\tFlag\nAda\t7.5\tNO\nBo | Co\t1,208\t\n\nTable 1.1: Draughts\n");
        Assert.Equal("| Ship | Draught, m | Flag |\n| --- | ---: | --- |\n| Ada | 7.5 | NO |\n| Bo \\| Co | 1,208 |  |\n\nTable: Draughts {#tbl-1-1}", book.Body());
        Assert.Contains(book.Of(PageTextRule.Table), d => d.Confidence == Confidence.High);
    }

    [Fact]
    public void A_folded_table_is_unfolded_and_printed_folded()
    {
        PageTextBook book = Pages.Chapter("NO\tSHIP\tNO\tSHIP\n1\tAda\t3\tCai\n2\tBo\t\t\n\nTable 1.1: Ships\n");
        Assert.Equal("| NO | SHIP |\n| ---: | --- |\n| 1 | Ada |\n| 2 | Bo |\n| 3 | Cai |\n\nTable: Ships {#tbl-1-1 fold=2}", book.Body());
        Assert.Equal("NO | SHIP | NO | SHIP", Assert.Single(book.Of(PageTextRule.FoldedTable)).Before);
    }

    [Fact]
    public void Rows_of_different_lengths_are_filled_and_told()
    {
        PageTextBook book = Pages.Chapter("A\tB\tC\n1\t2\n");
        Assert.Contains("| 1 | 2 |  |", book.Body());
        Assert.Contains("BB6522", book.Codes());
    }

    [Fact]
    public void A_caption_may_stand_above_where_the_book_sets_them_so()
    {
        PageTextBook book = Pages.Chapter("Table 1.1: Ships\n\nA\tB\n1\t2\n\nTable 1.2: Boats\n\nC\tD\n3\t4\n");
        Assert.Matches(@"(?s)\| A \|.*Table: Ships \{#tbl-1-1\}.*\| C \|.*Table: Boats \{#tbl-1-2\}", book.Body());
    }

    [Fact]
    public void A_figures_caption_at_a_table_makes_a_table_and_is_told()
    {
        PageTextBook book = Pages.Chapter("A\tB\n1\t2\n\nFigure 1.1: Ships\n\nSee Figure 1.1, and Figure 9.9.\n");
        Assert.Contains("Table: Ships {#tbl-1-1}\n\nSee @tbl-1-1, and Figure 9.9.", book.Body());
        Assert.Single(book.Of(PageTextRule.CaptionKind));
    }

    [Fact]
    public void A_sentence_that_begins_with_a_figures_name_is_no_caption() =>
        Assert.StartsWith("Figure 1.1 shows the bay.", Pages.Chapter("Figure 1.1 shows the bay.\n").Body());

    [Fact]
    public void A_figures_caption_alone_keeps_its_figure_and_a_tables_stays_text()
    {
        PageTextBook book = Pages.Chapter("Text.\n\nFigure 1.1: The bay\n\nMore text stands here.\n\nTable 1.1: Dues\n");
        Assert.Contains("![The bay](../figures/missing-1-1.svg)", book.Body());
        Assert.EndsWith("Table 1.1: Dues", book.Body());
        Assert.Contains("BB6518", book.Codes());
    }

    [Fact]
    public void Equal_captions_are_told() =>
        Assert.Contains("BB6519", Pages.Chapter("A\tB\n1\t2\n\nTable 1.1: Ships\n\nText.\n\nC\tD\n1\t2\n\nTable 1.2: Ships\n").Codes());
}
