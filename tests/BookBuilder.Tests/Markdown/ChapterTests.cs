using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using Markdig.Syntax;

namespace BookBuilder.Tests.Markdown;

/// <summary>Whole files: what is said about them, and what no file may do.</summary>
public sealed class ChapterTests
{
    [Theory]
    [InlineData("", "BB1001 1,1 the chapter is empty")]
    [InlineData(" \n\n", "BB1001 1,1 the chapter is empty")]
    [InlineData("## Section\n\nText", "BB1002 1,1 the chapter has no title")]
    [InlineData("# A\n\n# B", "BB1003 3,1 a second heading of level 1; the chapter's title is on line 1")]
    [InlineData("# A\n\nText\n## Glued", "BB1004 4,1 a heading directly under a line of text")]
    [InlineData("---\ntitle: A\n---\n\n# A\n\n[^x]", "BB1005 1,1 the YAML block at the top of the chapter is passed over\nBB1010 7,1 no note of this file is labelled 'x'")]
    [InlineData("\ufeff# A\n\n[^x]", "BB1010 3,1 no note of this file is labelled 'x'")]
    [InlineData("---\r\n# comment\r\n...\r\n# A\r\n", "BB1005 1,1 the YAML block at the top of the chapter is passed over")]
    [InlineData("---\n\n# A\n\n---", "")]
    [InlineData("# A\n\n***\n\nB", "")]
    public void A_file_is_looked_at_as_a_whole(string markdown, string said) => Assert.Equal(said, Show.Said(markdown));

    [Fact]
    public void The_same_text_gives_the_same_blocks()
    {
        string text = "# A\n\n" + string.Join("\n\n", Enumerable.Range(0, 50).Select(i => $"P[^{i}] *x*\n\n[^{i}]: N{i}"));
        Assert.Equal(Show.Blocks(text), Show.Blocks(text));
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("[a](", 100_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("*", 10_000)]
    [InlineData("^[", 5_000)]
    [InlineData("~a", 10_000)]
    [InlineData("> ", 50_000)]
    [InlineData("- ", 50_000)]
    [InlineData("a. ", 10_000)]
    [InlineData("[^a]: ", 10_000)]
    [InlineData("- a\n\n  > ", 2_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("<", 10_000)]
    [InlineData("$a ", 10_000)]
    [InlineData("$$a ", 10_000)]
    [InlineData("`", 10_000)]
    [InlineData("`a ``", 10_000)]
    [InlineData("::: x\n", 500)]
    [InlineData("{#a ", 10_000)]
    [InlineData("{#a}", 10_000)]
    [InlineData("|a", 10_000)]
    [InlineData("[a]: b\n", 100_000)]
    [InlineData("[^a]: b\n", 10_000)]
    [InlineData("'a \"b ", 10_000)]
    [InlineData("![", 10_000)]
    [InlineData("@fig-a", 10_000)]
    [InlineData("\\@ref(", 10_000)]
    [InlineData("&amp;", 10_000)]
    [InlineData(": a\n\n", 5_000)]
    public void No_text_keeps_the_reader_busy_or_breaks_it(string piece, int times)
    {
        string text = "# T\n\n" + string.Concat(Enumerable.Repeat(piece, times)) + "x\n";
        var clock = Stopwatch.StartNew();
        Reported<Chapter> read = Show.Read(text);
        Assert.NotEmpty(read.Value.Content);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{piece} took {clock.Elapsed}");
    }

    /// <summary>A text in which everything occurs that the parser can make.</summary>
    private const string Everything =
        """
        # T[^a] {#t}

        Setext `code` *em* ~~x~~ H~2~ x^2^ [l](https://a.b){.c} ![i](a.png) <https://a.b> www.a.b.com [s]{.mark} ^[in] $x$ @fig-x (\#fig:y) {.z} &amp; <b>b</b>\
        [*open ^[open **open |open [^a] [r] \@ref(x) a\ b

        > [!NOTE]
        > x

        > q

        - [ ] t

        a. x

        T
        : d

        | a |
        |---|
        | b |

        Table: c

        +---+
        | g |
        +---+

        ```
        c
        ```

            indented

        ***

        $$ x $$

        ::: x
        y
        :::

        <!-- c -->

        [^a]: n

        [r]: https://a.b
        """;

    [Fact]
    public void Every_kind_of_node_that_the_parser_makes_is_converted()
    {
        var tree = Markdig.Parsers.MarkdownParser.Parse(Everything, BookBuilder.Markdown.Syntax.Dialect.Create());
        HashSet<Type> made = [.. tree.Descendants().Select(node => node.GetType())];
        IEnumerable<Type> own = typeof(BookBuilder.Markdown.MarkdownReader).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Markdig.Syntax.MarkdownObject)));
        Assert.Empty(own.Where(t => !made.Contains(t)).Select(t => t.Name));
        Assert.True(made.Count > 40, $"only {made.Count} kinds occur");
        Assert.NotEmpty(Show.Read(Everything).Value.Content); // a kind without a case throws
    }

    [Fact]
    public void Deep_emphasis_keeps_its_words_and_is_reported_once()
    {
        string text = "# T\n\n" + string.Concat(Enumerable.Repeat("*a **b ", 200)) + "core" + string.Concat(Enumerable.Repeat("** *", 200));
        Reported<Chapter> read = Show.Read(text);
        Assert.Contains("core", PlainText.Of(((Paragraph)read.Value.Content[1]).Content));
        Assert.True(read.Diagnostics.Count(d => d.Code == "BB9013") <= 1);
    }

    [Fact]
    public void The_sample_book_is_read_without_a_complaint()
    {
        string folder = Path.Combine(Repository.Root, "content", "chapters");
        if (!Directory.Exists(folder)) return;
        foreach (string file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            Reported<Chapter> read = Show.Read(File.ReadAllText(file), path: "chapters/" + Path.GetFileName(file));
            Assert.True(read.Diagnostics.IsEmpty, $"{file}: {read.Diagnostics.FirstOrDefault()}");
        }
    }
}
