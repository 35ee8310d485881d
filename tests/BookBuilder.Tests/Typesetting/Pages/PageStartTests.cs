using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>Where a printed page begins in the text. Pages are 30 characters wide and, where nothing else is said, 6 lines high.</summary>
public sealed class PageStartTests
{
    [Fact]
    public void A_page_that_goes_on_within_a_paragraph_begins_with_its_first_word() =>
        Assert.Equal(["1 'one one one one one one'", "2 'seven seven seven seven seven eight'"], Starts(
            Line("one") + Line("two") + Line("three") + Line("four") + Line("five") + Line("six") + Line("seven") + Line("eight") + Line("nine")));

    [Fact]
    public void A_word_parted_at_the_turn_of_the_page_is_not_split_by_its_beginning()
    {
        string text = Line("one") + Line("two") + Line("three") + Line("four") + Line("five");
        Assert.Equal("2 'end of it, and more'", Starts(text + "https://example.org/here/is/an/address/of/many/parts/that/goes/over/leaf end of it, and more")[1]);
        Assert.Equal("2 'end of it, and more'", Starts(text + "here/*is/a/word/of/many/*parts/that/`goes/over/`leaf end of it, and more")[1]);
    }

    [Fact]
    public void A_heading_at_the_top_of_a_page_is_its_beginning_number_and_all() =>
        Assert.Equal("2 heading", Starts("# A\n\n" + Line("one") + Line("two") + Line("three") + Line("four") + Line("five") + "\n\n## B\n\n" + Line("six") + Line("seven") + Line("eight"), lines: 18)[1]);

    [Fact]
    public void A_page_that_opens_with_a_figure_put_off_begins_at_the_figure() =>
        Assert.Equal(["1 'one one one one one one'", "2 figure", "3 'three three three three three four'"], Starts(
            Line("one") + Line("two") + "\n\n![](100x60){alt=x}\n\n" + Line("three") + Line("four") + Line("five") + Line("six") + Line("seven")));

    [Fact]
    public void Figures_put_off_one_after_the_other_begin_their_pages_in_their_order()
    {
        string text = Line("one") + "\n\n![](100x60){alt=x}\n\n![](100x64){alt=y}\n\n![](100x65){alt=z}\n\n"
            + string.Concat("two three four five six seven eight nine ten".Split(' ').Select(Line));
        string[] starts = Starts(text);
        Assert.Equal(["1 'one one one one one one'", "2 figure", "3 figure", "4 figure"], starts[..4]);
        Assert.Equal(starts.Length, starts.Distinct().Count());
    }

    [Fact]
    public void A_table_that_goes_on_begins_its_page_with_the_row_and_not_with_the_head_set_again() =>
        Assert.Equal(["1 'Name'", "2 'row5'", "3 'row9'"], Starts("| Name | No |\n|---|---|\n" + string.Concat(Enumerable.Range(1, 11).Select(i => $"| row{i} | {i} |\n")), lines: 8));

    [Fact]
    public void A_page_of_nothing_but_the_rest_of_a_note_begins_where_the_text_goes_on()
    {
        string note = string.Concat(Enumerable.Repeat("A note of many words that goes on. ", 20));
        string[] starts = Starts("Text with a note.[^n] And more of it.\n\n" + Line("one") + Line("one") + Line("one") + Line("one") + "\n\n[^n]: " + note);
        Assert.Equal(starts.Length, starts.Select(s => s.Split(' ')[0]).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, starts.Length).Select(i => $"{i}"), starts.Select(s => s.Split(' ')[0]));
    }

    [Fact]
    public void Ideographs_have_no_spaces_and_a_page_may_begin_with_any()
    {
        string text = string.Concat(Enumerable.Repeat("本書將說明人工智慧的倫理", 20));
        Assert.Matches("^2 '[\u4e00-\u9fff]+'$", Starts(text)[1]);
    }

    private static string Line(string word) => string.Concat(Enumerable.Repeat(word + " ", 30 / (word.Length + 1)));

    /// <summary>The beginnings of the body's pages: the label, and the kind of node or the first words from there on.</summary>
    private static string[] Starts(string markdown, int lines = 6)
    {
        ResolvedBook book = Sheets.Book(Sheets.Design(30, lines), markdown);
        PagedBook pages = Sheets.Compose(book).Value;
        return [.. pages.Map.Pages.Where(p => char.IsAsciiDigit(p.Label[0])).Select(p => $"{p.Label} {Show(book, p)}")];
    }

    private static string Show(ResolvedBook book, PageStart start)
    {
        var finder = new Finder(start.Node);
        foreach (ResolvedChapter chapter in book.Chapters) finder.Rewrite(chapter.Content);
        return finder.Found switch
        {
            Text text => $"'{string.Join(' ', text.Value[start.Offset..].Trim().Split(' ').Take(6))}'",
            { } node => node.GetType().Name.ToLowerInvariant(),
            null => "nothing",
        };
    }

    private sealed class Finder(NodeId wanted) : TreeRewriter
    {
        public Node? Found { get; private set; }

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block.Id == wanted) Found = block;
            return base.Replace(block);
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline.Id == wanted) Found = inline;
            return base.Replace(inline);
        }
    }
}
