using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Notes and their marks.</summary>
public sealed class NoteTests
{
    [Fact]
    public void Notes_leave_the_flow_and_their_marks_stand_at_the_word()
    {
        PageTextBook book = Pages.Chapter("The moon <sup>1</sup> pulls the sea.<sup>2</sup>\n\n---\n\n<sup>1</sup><https://moon.example/a>\n\n<sup>2</sup>[https://sea.example/b\\_c](https://sea.example/b_c)\n\n## 1.1 Sun\n\nText.\n");
        Assert.Equal("The moon[^1] pulls the sea.[^2]\n\n## Sun\n\nText.\n\n[^1]: <https://moon.example/a>\n\n[^2]: <https://sea.example/b_c>", book.Body());
        Assert.Equal((2, 2), (book.Counts.Notes, book.Counts.Marks));
        Assert.Single(book.Of(PageTextRule.NoteRule));
    }

    [Theory]
    [InlineData("sea<sup>1 2</sup>.", "sea[^1][^2].")]
    [InlineData("sea<sup>1,2</sup>.", "sea[^1][^2].")]
    [InlineData("sea.<sup>1-2</sup>", "sea.[^1][^2]")]
    [InlineData("sea¹ ².", "sea[^1][^2].")]
    [InlineData("sea${ }^{1}$ and $^2$.", "sea[^1] and[^2].")]
    [InlineData("sea[^1] and [^2].", "sea[^1] and[^2].")]
    public void Marks_have_many_forms(string text, string marked) =>
        Assert.StartsWith($"The {marked}\n", Pages.Chapter($"The {text}\n\n<sup>1</sup><https://a.example>\n\n<sup>2</sup><https://b.example>\n").Body() + "\n");

    [Theory]
    [InlineData("A quay of 400 m<sup>2</sup> is small.", "A quay of 400 m^2^ is small.")]
    [InlineData("It weighs 10<sup>6</sup> grams.", "It weighs 10^6^ grams.")]
    [InlineData("On the 4<sup>th</sup> of May.", "On the 4^th^ of May.")]
    [InlineData("CO<sub>2</sub> rises.", "CO~2~ rises.")]
    public void What_is_raised_and_no_mark_stays_raised(string text, string kept)
    {
        PageTextBook book = Pages.Chapter($"{text}\n\nThe end<sup>1</sup>.\n\n<sup>1</sup><https://a.example>\n\n<sup>2</sup><https://b.example>\n\n<sup>6</sup><https://c.example>\n");
        Assert.StartsWith(kept + "\n", book.Body());
    }

    [Fact]
    public void A_note_may_be_prose_when_a_mark_asks_for_it()
    {
        PageTextBook book = Pages.Chapter("The moon<sup>1</sup> pulls.\n\n<sup>1</sup> Not only the moon: see the next chapter.\n\nThe sun helps.\n");
        Assert.Equal("The moon[^1] pulls.\n\nThe sun helps.\n\n[^1]: Not only the moon: see the next chapter.", book.Body());
    }

    [Fact]
    public void A_mark_without_a_note_stays_raised_and_a_note_without_a_mark_stays_in_the_text()
    {
        PageTextBook book = Pages.Chapter("The moon<sup>3</sup> pulls.\n\n<sup>7</sup><https://a.example>\n");
        Assert.Equal("The moon^3^ pulls.\n\n^7^ <https://a.example>", book.Body());
        Assert.Equal(["BB6515", "BB6516"], book.Codes().Where(c => c is "BB6515" or "BB6516").Order());
    }

    [Fact]
    public void Numbers_begin_again_in_each_chapter_unless_they_run_through_the_book()
    {
        const string Book = "# Chapter 1\n\n# Tides\n\nOne<sup>1</sup>.\n\n<sup>1</sup><https://a.example>\n\n# Chapter 2\n\n# Ships\n\nTwo<sup>{0}</sup>.\n\n<sup>{0}</sup><https://b.example>\n";
        PageTextBook again = Pages.Read(Book.Replace("{0}", "1", StringComparison.Ordinal)), through = Pages.Read(Book.Replace("{0}", "2", StringComparison.Ordinal));
        Assert.False(again.NotesRunThrough);
        Assert.EndsWith("\n[^1]: <https://b.example>\n", again.Chapters[1].Markdown);
        Assert.True(through.NotesRunThrough);
        Assert.Contains("notes: { restart: book }", PageTextFiles.Of(through)[0].Text);
    }

    [Fact]
    public void Notes_at_the_end_of_the_book_go_to_the_chapters_of_their_marks()
    {
        PageTextBook book = Pages.Read("# Chapter 1\n\n# Tides\n\nOne<sup>1</sup>.\n\n# Chapter 2\n\n# Ships\n\nTwo<sup>2</sup>.\n\n# Notes\n\n<sup>1</sup> On the moon.\n\n<sup>2</sup> On sails.\n");
        Assert.Equal("# Tides\n\nOne[^1].\n\n[^1]: On the moon.\n", book.Chapters[0].Markdown);
        Assert.Equal("# Ships\n\nTwo[^2].\n\n[^2]: On sails.\n", book.Chapters[1].Markdown);
    }

    [Fact]
    public void A_mark_in_a_heading_stays_there_and_is_no_part_of_its_words()
    {
        PageTextBook book = Pages.Read("# Harbours\n\nAda Lind\n\n# Contents\n\n1\tTides\t3\n1.1\tMoon\t3\n\n# Chapter 1\n\n# Tides\n\n## 1.1 Moon<sup>1</sup>\n\nText.\n\n<sup>1</sup><https://a.example>\n");
        Assert.StartsWith("# Tides\n\n## Moon[^1]\n", book.Chapters[0].Markdown);
        Assert.Equal(0, book.Counts.ContentsDifferences);
        Assert.Empty(PrintedNumbers.Compare(book, "pages.txt").Of(PageTextRule.NumberDiffers));
    }

    [Fact]
    public void Two_addresses_with_parentheses_are_two_addresses()
    {
        PageTextBook book = Pages.Chapter("A<sup>1</sup>.\n\n<sup>1</sup>[https://a.example/x\\(22\\)3/t](https://a.example/x(22)3/t), [https://b.example](https://b.example)\n");
        Assert.EndsWith("[^1]: <https://a.example/x(22)3/t>, <https://b.example>", book.Body());
    }

    /// <summary>Four chapters were joined before their notes were resolved: of each label the last definition won. The second chapter's labels go on
    /// from the first one's two, so its note 1 is label 3.</summary>
    [Fact]
    public void Notes_that_were_overwritten_by_later_ones_of_their_label_are_told()
    {
        static string Chapter(int number, string title, params string[] notes) => $"# Chapter {number}\n\n# {title}\n\nText "
            + string.Join(' ', notes.Select((_, i) => $"word<sup>{i + 1}</sup>")) + ".\n\n" + string.Join("\n\n", notes.Select((n, i) => $"<sup>{i + 1}</sup><https://{n}.example>")) + "\n\n";
        PageTextBook book = Pages.Read(Chapter(1, "A", "w", "x") + Chapter(2, "B", "y", "z", "own") + Chapter(3, "C", "w", "x", "y", "z") + Chapter(4, "D", "w", "x"));
        Assert.Equal(["note 1 of 'A' prints that of 'D'", "note 2 of 'A' prints that of 'D'", "note 1 of 'B' prints that of 'C'", "note 2 of 'B' prints that of 'C'",
            "note 1 of 'C' prints that of 'D'", "note 2 of 'C' prints that of 'D'"], book.Of(PageTextRule.CollidedNote).Select(d => d.Remark!.Split(';')[0]));
        Assert.Equal(6, book.Counts.CollidedNotes);
        Assert.Equal(3, book.Codes().Count(c => c == "BB6514"));
        Assert.Contains("[^1]: <https://w.example>", book.Chapters[0].Markdown);
    }

    [Fact]
    public void Two_chapters_that_cite_one_source_have_not_collided()
    {
        PageTextBook book = Pages.Read("# Chapter 1\n\n# A\n\nOne<sup>1</sup>.\n\n<sup>1</sup><https://a.example>\n\n# Chapter 2\n\n# B\n\nTwo<sup>1</sup>.\n\n<sup>1</sup><https://a.example>\n\n# Chapter 3\n\n# C\n\nThree<sup>1</sup> and<sup>2</sup>.\n\n<sup>1</sup><https://c.example>\n\n<sup>2</sup><https://a.example>\n");
        Assert.Equal(0, book.Counts.CollidedNotes);
    }
}
