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

    [Theory]
    [InlineData("[", 100_000, "more than 20000 brackets in one block")]
    [InlineData("*a ", 200_000, "more than 100000 marks of emphasis or tables in one block")]
    [InlineData("[a]: b\n\n", 30_000, "more than 20000 link definitions")]
    [InlineData("- ", 50_000, "more than 2000 marks of lists in one line")]
    [InlineData("> - ", 500, "quotations or lists nested beyond reason")]
    public void A_text_that_would_take_minutes_is_refused_and_printed_as_written(string piece, int times, string what)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times)) + "x";
        Reported<Chapter> read = Show.Read(text);
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal(("BB9012", Severity.Error, what + "; the chapter is printed as it was written"), (said.Code, said.Severity, said.Message));
        Assert.Equal(text, Assert.IsType<BookBuilder.Model.Blocks.CodeBlock>(Assert.Single(read.Value.Content)).Code);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_place_points_at_its_words(string lineEnd)
    {
        string text = """
            # Alpha *beta* {#t}

            > gamma `x` **delta**
            > epsilon[^n]
            >
            > - zeta
            >	- eta *theta*

            | iota | *kappa* |
            |------|---------|
            | lambda | mu `|` nu |

            Table: xi *omicron*

            Term
            :   pi *rho*

            +-------+-------+
            | sigma | tau   |
            +-------+-------+

            ::: {.callout-note}
            1. upsilon [phi]{.mark} [chi](x.md)
            :::

            ![psi *omega*](a.png)

            [^n]: first *second*

                third
            """.ReplaceLineEndings(lineEnd);
        string[] lines = text.Split(lineEnd);
        var places = new Places();
        Chapter chapter = Show.Read(text).Value;
        places.Rewrite(chapter.Content);
        foreach (NoteDefinition note in chapter.Notes) places.Rewrite(note.Content);
        Assert.Equal(28, places.Texts.Count);
        foreach (Text word in places.Texts)
        {
            if (word.Value.StartsWith(' ') && word.Span.Start.Line < word.Span.End.Line) continue; // begins with the end of the line before
            string line = lines[word.Span.Start.Line - 1];
            string first = word.Value.TrimStart().Split(' ')[0];
            Assert.StartsWith(first, line[(word.Span.Start.Column - 1)..].TrimStart());
        }
    }

    private sealed class Places : TreeRewriter
    {
        public List<Text> Texts { get; } = [];

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is Text text && !string.IsNullOrWhiteSpace(text.Value)) Texts.Add(text);
            return base.Replace(inline);
        }
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
