using BookBuilder.Model.Blocks;
using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Chapters and the levels of headings.</summary>
public sealed class HeadingTests
{
    private static string[] Headings(PageTextBook book) => [.. book.Chapters.SelectMany(c => c.Markdown.Split('\n')).Where(l => l.StartsWith('#'))];

    [Fact]
    public void Two_headings_make_a_chapter_whatever_their_depths() => Assert.Equal(["# Tides", "# Ships", "# Ropes"],
        Headings(Pages.Read("# Chapter 1\n\n## Tides\n\nText.\n\n## Chapter 2\n\n# Ships\n\nText.\n\n## Chapter 3\n\n## Ropes\n\nText.\n")));

    [Theory]
    [InlineData("# Chapter One\n\n# Tides")]
    [InlineData("# CHAPTER I\n\n# Tides")]
    [InlineData("# Chapter 1: Tides")]
    [InlineData("# Chapter 1 Tides")]
    [InlineData("Chapter 1\n\n# Tides")]
    [InlineData("CHAPTER ONE\n\nTides")]
    [InlineData("# 1 Tides\n\n## 1.1 Moon")]
    [InlineData("## **1. Tides**\n\n### 1.1 Moon")]
    public void Chapters_are_known_by_many_signs(string heading)
    {
        PageTextBook book = Pages.Read(heading + "\n\nThe moon pulls.\n");
        Assert.Equal("# Tides", Headings(book)[0]);
        Assert.Equal("1", book.TypedNumbers[0].Number);
    }

    [Fact]
    public void A_chapter_without_a_title_does_not_swallow_its_first_section()
    {
        PageTextBook book = Pages.Read("# Chapter 1\n\n## 1.1 The moon\n\nText.\n");
        Assert.Equal(["# Chapter 1", "## The moon"], Headings(book));
        Assert.Contains("BB6506", book.Codes());
    }

    [Fact]
    public void Levels_come_from_numbers_and_not_from_depths()
    {
        PageTextBook book = Pages.Read("# Chapter 1\n\n# Tides\n\n### 1.1 Moon\n\n#### 1.1.1 Phases\n\nText.\n\n## 1.1.2 Eclipses\n\nText.\n\n# 1.2 Sun\n\nText.\n");
        Assert.Equal(["# Tides", "## Moon", "### Phases", "### Eclipses", "## Sun"], Headings(book));
        Assert.Equal(["1", "1.1", "1.1.1", "1.1.2", "1.2"], book.TypedNumbers.Select(n => n.Number));
    }

    [Theory]
    [InlineData("## 1.5 Million Ships", "## 1.5 Million Ships {-}")]
    [InlineData("## 2.0 Release", "## 2.0 Release {-}")]
    [InlineData("## 24 Hours", "## 24 Hours {-}")]
    public void A_quantity_at_the_start_of_a_heading_is_no_number_of_the_book(string heading, string kept)
    {
        PageTextBook book = Pages.Read($"# Chapter 1\n\n# Tides\n\n## 1.1 Moon\n\nText.\n\n{heading}\n\nText.\n\n## 1.2 Sun\n\nText.\n");
        Assert.Equal(["# Tides", "## Moon", kept, "## Sun"], Headings(book));
        Assert.Contains("BB6507", book.Codes());
    }

    [Fact]
    public void A_gap_in_the_numbers_is_believed_when_they_go_on_from_it_and_then_told()
    {
        PageTextBook book = PrintedNumbers.Compare(Pages.Read("# Chapter 1\n\n# Tides\n\n## 1.1 Moon\n\nText.\n\n## 1.4 Sun\n\nText.\n\n## 1.5 Wind\n\nText.\n"), "pages.txt");
        Assert.Equal(["# Tides", "## Moon", "## Sun", "## Wind"], Headings(book));
        Assert.Equal(["1.4 -> 1.2", "1.5 -> 1.3"], book.Of(PageTextRule.NumberDiffers).Select(d => $"{d.Before} -> {d.After}"));
        Assert.Equal(2, book.Codes().Count(c => c == "BB6513"));
        Assert.Equal(2, book.Counts.NumberDifferences);
    }

    [Fact]
    public void A_heading_that_swallowed_its_paragraph_is_cut_and_told()
    {
        PageTextBook book = Pages.Read("# Chapter 1\n\n# Tides\n\n## 1.1 Moon\n\n### 1.1.1 Phases\n\nText.\n\n### Spring tide The water stands highest when sun and moon pull in one line, as they do twice in a month.\n");
        Assert.Equal(["# Tides", "## Moon", "### Phases", "### Spring tide {-}"], Headings(book));
        Assert.EndsWith("\n\nThe water stands highest when sun and moon pull in one line, as they do twice in a month.\n", book.Chapters[0].Markdown);
        Assert.Contains("BB6508", book.Codes());
    }

    [Fact]
    public void A_long_heading_without_a_sentence_in_it_stays_whole()
    {
        const string Long = "Accelerating the harbour: dredging, pilots, cranes and partnerships with towns of the whole coast";
        PageTextBook book = Pages.Read($"# Chapter 1\n\n# Tides\n\n## 1.1 {Long}\n\nText.\n");
        Assert.Equal(["# Tides", "## " + Long], Headings(book));
        Assert.Contains("BB6509", book.Codes());
    }

    [Fact]
    public void Stacked_headings_stay_two() => Assert.Equal(["# Tides", "## Moon", "### Phases"],
        Headings(Pages.Read("# Chapter 1\n\n# Tides\n\n## 1.1 Moon\n\n## 1.1.1 Phases\n\nText.\n")));

    [Fact]
    public void Parts_and_appendices_get_their_places()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Part I\n\n# Water\n\n# Chapter 1\n\n# Tides\n\nText.\n\n# Part II: Land\n\n# Chapter 2\n\n# Quays\n\nText.\n\n# Appendix A\n\n# Tables\n\n## A.1 Heights\n\nText.\n");
        Assert.Equal([ChapterRole.Part, ChapterRole.Body, ChapterRole.Part, ChapterRole.Body, ChapterRole.Appendix], book.Chapters.Select(c => c.Role));
        Assert.Equal(["Water", "Tides", "Land", "Quays", "Tables"], book.Chapters.Select(c => c.Title));
        Assert.Contains("chapters:\n  - part: \"Water\"\n    chapters:\n      - chapters/01-tides.md\n  - part: \"Land\"\n    chapters:\n      - chapters/02-quays.md\nappendices:\n  - chapters/appendix-a-tables.md\n",
            PageTextFiles.Of(book)[0].Text);
        Assert.Empty(PrintedNumbers.Compare(book, "pages.txt").Of(PageTextRule.NumberDiffers));
    }

    [Fact]
    public void Without_any_numbers_the_depths_decide_and_the_book_gets_no_numbers()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Tides\n\nText.\n\n## Moon\n\nText.\n\n# Ships\n\nText.\n");
        Assert.Equal("Harbours", book.Metadata.Title);
        Assert.Equal(["# Tides", "## Moon", "# Ships"], Headings(book));
        Assert.Contains("\nnumbering: false\n", PageTextFiles.Of(book)[0].Text);
    }

    [Fact]
    public void A_text_without_headings_is_one_chapter()
    {
        PageTextBook book = Pages.Read("The moon pulls the sea.\n\nTwice a day it rises.\n");
        Assert.Equal("# Text\n\nThe moon pulls the sea.\n\nTwice a day it rises.\n", Assert.Single(book.Chapters).Markdown);
        Assert.Equal(["BB6502", "BB6505"], book.Codes().Order());
    }

    [Fact]
    public void An_empty_text_is_an_error_and_a_chapter_without_text_a_warning()
    {
        Assert.Contains("BB6501", Pages.Read(" \n\n").Codes());
        PageTextBook book = Pages.Read("# Chapter 1\n\n# Tides\n\nText.\n\n## Chapter 2\n\n## References");
        Assert.Equal("# References\n", book.Chapters[^1].Markdown);
        Assert.Contains("BB6523", book.Codes());
    }

    [Fact]
    public void References_in_the_middle_of_a_book_keep_their_place()
    {
        PageTextBook book = Pages.Read("# Tides\n\nText.\n\n## Moon\n\nText.\n\n# References\n\nLind.\n\n# Ships\n\nText.\n");
        Assert.Equal([ChapterRole.Body, ChapterRole.Body, ChapterRole.Body], book.Chapters.Select(c => c.Role));
        Assert.Equal(["Tides", "References", "Ships"], book.Chapters.Select(c => c.Title));
    }
}
