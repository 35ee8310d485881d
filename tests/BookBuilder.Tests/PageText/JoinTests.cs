using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Paragraphs that page breaks cut, and those that only look so.</summary>
public sealed class JoinTests
{
    private const string First = "The harbour of the old town has been deepened twice, and every ship that calls";

    [Fact]
    public void A_paragraph_without_an_end_and_one_that_begins_small_are_one()
    {
        PageTextBook book = Pages.Chapter($"{First}\n\nthere now pays for it.\n");
        Assert.Equal($"{First} there now pays for it.", book.Body());
        Assert.Equal((1, 0), (book.Counts.Joined, book.Counts.OpenEnds));
        Assert.Equal(Confidence.High, Assert.Single(book.Of(PageTextRule.JoinParagraph)).Confidence);
    }

    [Theory]
    [InlineData(",", "“there is no other port” it is said.")]
    [InlineData(" <sup>1</sup>,", "there now pays.")]
    [InlineData("", "(there now) pays.")]
    public void Marks_and_opening_signs_do_not_hide_the_cut(string end, string start)
    {
        PageTextBook book = Pages.Chapter($"{First}{end}\n\n---\n\n<sup>1</sup><https://a.example>\n\n{start}\n\nAnd so<sup>1</sup>.\n");
        Assert.Equal(1, book.Counts.Joined);
    }

    [Fact]
    public void A_word_that_a_page_break_divided_loses_its_hyphen_unless_the_text_writes_it_with_one()
    {
        Assert.EndsWith("at the quayside now pays.", Pages.Chapter("The harbour has been deepened twice, and every ship that lies at the quay-\n\nside now pays.\n").Body());
        Assert.EndsWith("to a deep-water quay pays.", Pages.Chapter("Deep-water ships came. The harbour has been deepened twice, and all that comes to a deep-\n\nwater quay pays.\n").Body());
        PageTextDecision word = Assert.Single(Pages.Chapter("A long day. The harbour has been deepened twice, and all that is done there is a long-\n\nterm plan. Such a term is new.\n").Of(PageTextRule.JoinWord));
        Assert.Equal(("long- term", "long-term", Confidence.Low), (word.Before, word.After, word.Confidence));
    }

    [Fact]
    public void Words_divided_at_the_ends_of_lines_are_put_together_too() =>
        Assert.Equal("The harbour was deep-water and complete was the work of the engineers.",
            Pages.Chapter("The harbour was deep-water and com-\nplete was the work of the en-\ngineers.\n").Body());

    [Fact]
    public void A_list_item_is_joined_and_the_list_is_one_list_again()
    {
        PageTextBook book = Pages.Chapter("- The moon pulls.\n- The sun pulls too, but it is so far away that its pull is\n\n---\n\n<sup>1</sup><https://a.example>\n\nless than half of the moon's<sup>1</sup>.\n\n- The wind pushes.\n");
        Assert.StartsWith("- The moon pulls.\n- The sun pulls too, but it is so far away that its pull is less than half of the moon's[^1].\n- The wind pushes.\n\n", book.Body() + "\n\n");
        Assert.Equal(3, book.Counts.Items);
        Assert.Single(book.Of(PageTextRule.JoinItem));
    }

    [Fact]
    public void A_table_that_cut_a_paragraph_stands_behind_it()
    {
        PageTextBook book = Pages.Chapter($"{First}\n\nShip\tDraught\nAda\t7.5\nBo\t8.5\n\nTable 1.1: Draughts\n\nthere now pays for it.\n");
        Assert.StartsWith($"{First} there now pays for it.\n\n| Ship | Draught |\n", book.Body());
        Assert.Equal(Confidence.Medium, Assert.Single(book.Of(PageTextRule.JoinParagraph)).Confidence);
        Assert.Single(book.Of(PageTextRule.FloatMoved));
    }

    [Theory]
    [InlineData(First + ",\n\nThe town has other plans.", "a capital begins a paragraph of its own")]
    [InlineData(First + "\n\n## 1.1 Plans\n\nthe town has plans.", "a heading ends it")]
    [InlineData("The sea rises\n\nthe moon looks down\n\nand nobody sleeps", "lines too short for print: verse")]
    public void False_friends_are_told_and_not_joined(string text, string why)
    {
        PageTextBook book = Pages.Chapter(text + "\n");
        Assert.True(book.Counts.Joined == 0, why);
        Assert.True(book.Counts.OpenEnds > 0 && book.Codes().Contains("BB6520"), why);
    }

    [Theory]
    [InlineData("The harbour charges four things from every ship that calls there:\n\nanchorage, pilotage and the rest.")]
    [InlineData("Is there any ship that calls at the harbour without paying?\n\niSail says no.")]
    public void What_has_an_end_is_not_joined_even_to_a_small_letter(string text) => Assert.Equal(0, Pages.Chapter(text + "\n").Counts.Joined);

    [Fact]
    public void A_list_of_terms_is_not_joined_into_one_paragraph()
    {
        PageTextBook book = Pages.Chapter("anchorage, the sum a ship pays for lying in the roads\n\npilotage, the sum a ship pays for being led into port\n\ntowage, the sum a ship pays for being drawn by another\n");
        Assert.Equal(3, book.Body().Split("\n\n").Length);
        Assert.Equal(0, book.Counts.Joined);
    }

    [Fact]
    public void An_unpunctuated_list_does_not_take_the_paragraph_behind_it()
    {
        PageTextBook book = Pages.Chapter("- the sum that is paid for lying in the roads a day\n- the sum that is paid for being led into the port\n\neach of them is paid in advance.\n");
        Assert.Equal(0, book.Counts.Joined);
    }

    [Fact]
    public void A_paragraph_over_three_pages_is_one()
    {
        string middle = string.Concat(Enumerable.Repeat("and every ship that calls there pays for it in the coin of its country, ", 12)).TrimEnd(' ', ',');
        Assert.Equal($"{First} {middle} and that is all.", Pages.Chapter($"{First}\n\f\n{middle}\n\f\nand that is all.\n").Body());
    }

    [Fact]
    public void A_scene_break_stays_and_a_rule_in_a_cut_paragraph_goes()
    {
        Assert.Equal("The ship lay still.\n\n* * *\n\nThe day broke.", Pages.Chapter("The ship lay still.\n\n---\n\nThe day broke.\n").Body());
        Assert.Equal($"{First} there now pays.", Pages.Chapter($"{First}\n\n---\n\nthere now pays.\n").Body());
    }

    [Fact]
    public void Numbered_lines_right_below_each_other_are_the_items_of_a_list()
    {
        string text = Pages.Read("# Chapter 1\n\n# Tides\n\n1. First one.\n2. Second one.\n3. Third one.\n").Chapters[0].Markdown;
        Assert.Contains("1. First one.\n", text);
        Assert.Contains("2. Second one.\n", text);
        Assert.Contains("3. Third one.\n", text);
    }
}
