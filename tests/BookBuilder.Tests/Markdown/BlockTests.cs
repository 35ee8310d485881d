using BookBuilder.Model.Blocks;

namespace BookBuilder.Tests.Markdown;

/// <summary>Blocks; see <see cref="Show"/> for the notation.</summary>
public sealed class BlockTests
{
    private static void Becomes(string markdown, string blocks) => Assert.Equal(blocks, Show.Blocks(markdown));

    [Fact]
    public void Headings_carry_their_labels_or_get_one_of_their_words() => Becomes(
        """
        # The *Title* of It {#sec-top short="Title"}

        ## 3.2 "Quoted" & More?

        ## 3.2 Quoted -- More

        ## Hidden {-}

        ## Also {- #own .x}

        ## 123

        Setext[^1]
        ------

        [^1]: Note.
        """,
        """
        h1{#sec-top short=Title} The em(Title) of It
        h2{~quoted-more} 3.2 “Quoted” & More?
        h2{~quoted-more-1} 3.2 Quoted – More
        h2-{~hidden .unnumbered} Hidden
        h2-{#own .unnumbered .x} Also
        h2{~section} 123
        h2{~setext} Setextnote(1)
        note '1'
          p Note.
        """);

    [Fact]
    public void Lists_nest_count_and_tick() => Becomes(
        """
        - a
          - b
        - c

        3. three
        4. four

           more

        a) x
        b) y

        - [ ] todo
        - [x] done
        """,
        """
        list Bullet 1
         -
          p a
          list Bullet 1
           -
            p b
         -
          p c
        list Decimal 3 loose
         -
          p three
         -
          p four
          p more
        list LowerAlpha 1
         -
          p x
         -
          p y
        list Bullet 1
         [ ]
          p todo
         [x]
          p done
        """);

    [Theory]
    [InlineData("iv. x\nv. y", "list LowerRoman 4")]
    [InlineData("I) x\nII) y", "list UpperRoman 1")]
    [InlineData("C.  x\nD.  y", "list UpperAlpha 3")]
    [InlineData("h. x\ni. y", "list LowerAlpha 8")]
    [InlineData("B. Russell was here.", "p B. Russell was here.")]
    [InlineData("i.e. this", "p i.e. this")]
    [InlineData("Text\na. more text", "p Text a. more text")]
    public void Letters_and_numerals_count_lists_but_initials_do_not(string markdown, string first) =>
        Assert.Equal(first, Show.Blocks(markdown).Split('\n')[0]);

    [Theory]
    [InlineData("1. First\n   a. one\n   b. two\n2. Second", "list Decimal 1\n -\n  p First\n  list LowerAlpha 1\n   -\n    p one\n   -\n    p two\n -\n  p Second")]
    [InlineData("- First\n  i) one", "list Bullet 1\n -\n  p First\n  list LowerRoman 1\n   -\n    p one")]
    [InlineData("1. First\na. lazy", "list Decimal 1\n -\n  p First a. lazy")]
    [InlineData("1. First\n   b. no list", "list Decimal 1\n -\n  p First b. no list")]
    public void A_lettered_list_may_begin_right_below_the_first_line_of_its_item(string markdown, string expected) =>
        Assert.Equal(expected, Show.Blocks(markdown).ReplaceLineEndings("\n").TrimEnd());

    [Fact]
    public void Definition_lists_hold_terms_and_blocks() => Becomes(
        """
        Processors
        Chips
        :   First, *well*.

            Second.
        :   Other meaning.

        Memory
        :   - a list
        """,
        """
        definitions
         term Processors
         term Chips
         means
          p First, em(well).
          p Second.
         means
          p Other meaning.
         term Memory
         means
          list Bullet 1
           -
            p a list
        """);

    [Theory]
    [InlineData("> Words.\n>\n> --- *Name*, 1960", "quote\n  p Words.\n by em(Name), 1960")]
    [InlineData("> Words.\n> — Name", "quote\n  p Words.\n by Name")]
    [InlineData("> Words -- and\n> more --- of it.", "quote\n  p Words – and more — of it.")]
    [InlineData("> --- Name", "quote\n  p — Name")]
    public void A_quotation_says_who_said_it(string markdown, string blocks) => Becomes(markdown, blocks);

    [Fact]
    public void Code_keeps_its_lines_and_its_language() => Becomes(
        """
        ```Python
        x = "1"  # --

        y
        ```

        ~~~ {.js #lst-a}
        f()
        ~~~

            indented
        """,
        """
        code python: x = "1"  # --⏎⏎y
        code{#lst-a .js} js: f()
        code : indented
        """);

    [Fact]
    public void Callouts_come_in_two_forms() => Becomes(
        """
        > [!NOTE]
        > One.
        >
        > Two.

        > [!caution] not alone

        ::: {.callout-warning title="Mind 'this'"}
        Body
        :::

        ::: callout-tip
        ## *Title*
        Body
        :::
        """,
        """
        callout Note: 
          p One.
          p Two.
        quote
          p [!caution] not alone
        callout Warning: Mind ‘this’
          p Body
        callout Tip: em(Title)
          p Body
        """);

    [Fact]
    public void Code_within_a_division_keeps_the_white_before_its_lines() => Becomes(
        """
        ::: {.a}
        Before

        ```python
        def f():
            return 1
        ```
        :::
        """,
        """
        div{.a}
          p Before
          code python: def f():⏎    return 1
        """);

    [Fact]
    public void Divisions_nest_with_fences_of_any_length() => Becomes(
        """
        ::: {.a #x}
        one

        ::::: b
        two

        ```
        :::
        ```
        :::
        three
        :::::

        ::: {.sources}
        :::

        ::: {.pagebreak}
        :::

        out
        """,
        """
        div{#x .a}
          p one
          div{.b}
            p two
            code : :::
          p three
        sources
        newpage
        p out
        """);

    [Theory]
    [InlineData("\\newpage", "newpage")]
    [InlineData("\\pagebreak", "newpage")]
    [InlineData("a \\newpage b", "p a \\newpage b")]
    [InlineData("***", "break")]
    [InlineData("<!-- a\n\nb -->\n\nc", "p c")]
    [InlineData("a<!-- x -->", "p a")]
    public void Breaks_and_comments(string markdown, string blocks) => Becomes(markdown, blocks);

    [Fact]
    public void Formulas_on_their_own_lines_may_have_labels() => Becomes(
        """
        $$ x = 1 $$ {#eq-a}

        $$
        a
        = b
        - c
        $$ {#eq-b}

        Text
        $$ y (\#eq:c) $$
        more $$z$$ {#eq-d} end.
        """,
        """
        math{#eq-a} x = 1
        math{#eq-b} a⏎= b⏎- c
        p Text
        math{#eq-c} y
        p more
        math{#eq-d} z
        p end.
        """);

    [Fact]
    public void Every_node_has_its_place()
    {
        var chapter = Show.Read("# T\r\n\r\nOne *two*\r\nthree\r\n\r\n- a\r\n\tb\r\n").Value;
        Assert.Equal(["1,1-1,4", "3,1-4,6", "6,1-7,3"], chapter.Content.Select(b => $"{b.Span.Start.Line},{b.Span.Start.Column}-{b.Span.End.Line},{b.Span.End.Column}"));
        var emphasis = ((Paragraph)chapter.Content[1]).Content[1];
        Assert.Equal((3, 5, 3, 10), (emphasis.Span.Start.Line, emphasis.Span.Start.Column, emphasis.Span.End.Line, emphasis.Span.End.Column));
    }
}
