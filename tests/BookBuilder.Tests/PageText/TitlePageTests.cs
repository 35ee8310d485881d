using BookBuilder.Model.Blocks;
using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>What stands before the first chapter: title page, contents, prefaces.</summary>
public sealed class TitlePageTests
{
    private const string Rest = "\n\n## Chapter 1\n\n# Tides\n\nThe moon pulls.\n";

    [Fact]
    public void Title_authors_and_date_are_read_off_the_title_page()
    {
        PageTextMetadata said = Pages.Read("\n\n# Harbours of the North\n\nAda Lind, Bo van der Berg and Carl Holm Jr.\n\n05-28-2021" + Rest).Metadata;
        Assert.Equal("Harbours of the North", said.Title);
        Assert.Equal("Ada Lind; Bo van der Berg; Carl Holm Jr.", string.Join("; ", said.Authors));
        Assert.Equal(new DateOnly(2021, 5, 28), said.Date);
    }

    [Theory]
    [InlineData("2021-05-03", "2021-05-03")]
    [InlineData("28.05.2021", "2021-05-28")]
    [InlineData("28 May 2021", "2021-05-28")]
    [InlineData("May 28, 2021", "2021-05-28")]
    [InlineData("04/04/2021", "2021-04-04")]
    public void A_date_that_can_be_read_in_one_way_is_read(string printed, string date) =>
        Assert.Equal(date, Pages.Read($"# Harbours\n\nAda Lind\n\n{printed}{Rest}").Metadata.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_is_asked_for()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n03-04-2021" + Rest);
        Assert.Null(book.Metadata.Date);
        Assert.Equal("03-04-2021", Assert.Single(book.Of(PageTextRule.Date)).Before);
        Assert.Contains("BB6503", book.Codes());
    }

    [Fact]
    public void What_else_stands_on_the_title_page_is_left_out_by_name()
    {
        PageTextBook book = Pages.Read("# Harbours\n\n## Where ships rest\n\nAda Lind\n\nNordic Press, 3rd printing" + Rest);
        Assert.Equal("Where ships rest", book.Metadata.Subtitle);
        Assert.Equal("Ada Lind", Assert.Single(book.Metadata.Authors));
        Assert.Equal("Nordic Press, 3rd printing", Assert.Single(book.Of(PageTextRule.FrontPage)).Before);
        Assert.Contains("BB6504", book.Codes());
    }

    [Fact]
    public void A_text_without_a_title_page_is_called_by_its_file()
    {
        PageTextBook book = Pages.Read("## Chapter 1\n\n# Tides\n\nThe moon pulls.\n");
        Assert.Equal("pages", book.Metadata.Title);
        Assert.Contains("BB6502", book.Codes());
    }

    [Fact]
    public void A_preface_and_its_kind_become_front_matter_and_a_bibliography_back_matter()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Preface\n\nWhy this book is.\n\n# Chapter 1\n\n# Tides\n\nThe moon pulls.\n\n# Bibliography\n\nLind, Ada. Tides.\n");
        Assert.Equal([ChapterRole.FrontMatter, ChapterRole.Body, ChapterRole.BackMatter], book.Chapters.Select(c => c.Role));
        Assert.Equal("# Preface\n\nWhy this book is.\n", book.Chapters[0].Markdown);
    }

    [Fact]
    public void Printed_contents_are_left_out_in_all_their_shapes()
    {
        PageTextBook book = Pages.Read(
            "# Harbours\n\nAda Lind\n\n# Contents\n\n<b>1</b>\t<b>Tides</b>\t<b>3</b>\n1.1\tThe moon’s part . . . . .\t4\n\n<b>2 Ships</b>\t<b>7</b>\n2.1 Sails\t8\n\n"
            + "# Chapter 1\n\n## Tides\n\n### 1.1 The moon's part\n\nText.\n\n## Chapter 2\n\n# Ships\n\n## 2.1 Sails\n\nText.\n");
        Assert.Equal(4, book.Counts.ContentsRows);
        Assert.Equal(0, book.Counts.ContentsDifferences);
        Assert.DoesNotContain(book.Chapters, c => c.Markdown.Contains("Contents", StringComparison.Ordinal));
        Assert.Equal(0, book.Counts.Tables);
    }

    [Fact]
    public void Contents_in_lines_with_leaders_are_contents_too()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n## Table of Contents\n\n1 Tides . . . . . . . 3\n1.1 The moon .......... 4\n2 Ships . . . . 7\n\n# Chapter 1\n\n# Tides\n\n## 1.1 The moon\n\nText.\n\n# Chapter 2\n\n# Ships\n\nText.\n");
        Assert.Equal(3, book.Counts.ContentsRows);
        Assert.Equal(0, book.Counts.ContentsDifferences);
    }

    [Fact]
    public void Contents_and_headings_are_held_against_each_other()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Contents\n\n1\tTides\t3\n1.1\tThe moon\t4\n1.2\tThe sun\t5\n\n# Chapter 1\n\n# Tides\n\n## 1.1 The mood\n\nText.\n\n## 1.3 The wind\n\nText.\n\n## 1.4 The rain\n\nText.\n");
        Assert.Equal(4, book.Counts.ContentsDifferences);
        Assert.Equal(["BB6510", "BB6511", "BB6512", "BB6512"], book.Codes().Where(c => c is "BB6510" or "BB6511" or "BB6512").Order());
    }

    [Fact]
    public void Sections_below_the_depth_of_the_contents_are_not_missed_in_them()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Contents\n\n1\tTides\t3\n1.1\tThe moon\t4\n\n# Chapter 1\n\n# Tides\n\n## 1.1 The moon\n\n### 1.1.1 Phases\n\nText.\n");
        Assert.Equal(0, book.Counts.ContentsDifferences);
    }

    [Fact]
    public void Lines_that_the_contents_have_are_headings_where_the_reader_of_the_pages_made_none()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\nContents\n\n1 Tides . . . . 3\n1.1 The moon . . . . 4\n2 Ships . . . . 9\n\n1 Tides\n\nText one.\n\n1.1 The moon\n\nText two.\n\n2 Ships\n\nText three.\n");
        Assert.Equal(["# Tides\n\nText one.\n\n## The moon\n\nText two.\n", "# Ships\n\nText three.\n"], book.Chapters.Select(c => c.Markdown));
    }
}
