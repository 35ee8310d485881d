using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Page numbers, running heads and the like, where the reader of the pages kept them.</summary>
public sealed class FurnitureTests
{
    [Fact]
    public void Page_numbers_and_running_heads_go_and_the_paragraph_they_cut_is_one_again()
    {
        PageTextBook book = Pages.Chapter(
            "The moon pulls the sea, and the sea comes to the quay\n\n12\n\nHARBOURS OF THE NORTH\n\ntwice a day.\n\nText of a page.\n\n13\n\nHARBOURS OF THE NORTH\n\nMore text of a page.\n\n14\n\nHARBOURS OF THE NORTH\n\nThe end.\n");
        Assert.Equal("The moon pulls the sea, and the sea comes to the quay twice a day.\n\nText of a page.\n\nMore text of a page.\n\nThe end.", book.Body());
        Assert.Equal(["12", "13", "14"], book.Of(PageTextRule.PageNumber).Select(d => d.Before));
        Assert.Equal(3, book.Of(PageTextRule.RunningHead).Length);
    }

    [Fact]
    public void A_head_with_its_page_number_is_one_line()
    {
        PageTextBook book = Pages.Chapter("One.\n\n12 Harbours\n\nTwo.\n\nHarbours 13\n\nThree.\n\n14 Harbours\n\nFour.\n");
        Assert.Equal("One.\n\nTwo.\n\nThree.\n\nFour.", book.Body());
    }

    [Fact]
    public void A_form_feed_ends_a_page_and_what_stands_at_it_is_its_number()
    {
        PageTextBook book = Pages.Chapter("The moon pulls the sea, and the sea comes to the quay\n\n7\n\ftwice a day.\n");
        Assert.Equal("The moon pulls the sea, and the sea comes to the quay twice a day.", book.Body());
    }

    [Theory]
    [InlineData("{12}------------------------------------------------")]
    [InlineData("<!-- PageBreak -->")]
    [InlineData("<!-- PageNumber=\"12\" -->")]
    public void What_readers_write_between_pages_is_no_text(string sign)
    {
        PageTextBook book = Pages.Chapter($"The moon pulls the sea, and the sea comes to the quay\n\n{sign}\n\ntwice a day.\n");
        Assert.Equal("The moon pulls the sea, and the sea comes to the quay twice a day.", book.Body());
    }

    [Fact]
    public void A_refrain_and_a_year_alone_stay()
    {
        PageTextBook book = Pages.Chapter("One.\n\nRow, row.\n\nTwo.\n\nRow, row.\n\nThree.\n\nRow, row.\n\n1987\n\nFour.\n");
        Assert.Equal("One.\n\nRow, row.\n\nTwo.\n\nRow, row.\n\nThree.\n\nRow, row.\n\n1987\n\nFour.", book.Body());
    }

    [Fact]
    public void Line_ends_of_any_system_are_line_ends() =>
        Assert.Equal("One two.\n\nThree.", Pages.Read("# Chapter 1\r\n\r\n# Tides\r\n\r\nOne\r\ntwo.\r\n\r\nThree.\r\n").Body());

    [Fact]
    public void Control_characters_are_left_out_by_name()
    {
        PageTextBook book = Pages.Chapter("One\u0007 two.\n");
        Assert.Equal("One two.", book.Body());
        Assert.Equal("One\u0007 two.", Assert.Single(book.Of(PageTextRule.Sign)).Before);
    }
}
