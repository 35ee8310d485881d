namespace BookBuilder.Tests.Markdown;

/// <summary>Tables, figures, their captions and notes; see <see cref="Show"/> for the notation.</summary>
public sealed class TableAndFigureTests
{
    private static void Becomes(string markdown, string blocks) => Assert.Equal(blocks, Show.Blocks(markdown));

    [Fact]
    public void What_begins_like_a_caption_above_long_lines_is_read_at_once()
    {
        string lines = string.Concat(Enumerable.Repeat("Table: words of a line that is as long as the lines of most texts are, and a little longer\n", 40));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.StartsWith("p Table: words", Show.Blocks(lines));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_begins_like_a_table_and_becomes_none_keeps_its_signs() => Assert.Contains("[", Show.Blocks("[|\n-|\n|"));

    [Fact]
    public void Pipe_tables_have_alignment_and_captions_on_either_side() => Becomes(
        """
        | a | b | c |
        |:--|:-:|--:|
        | 1 | `x|y` | $|z|$ |
        | short |

        Table: After *it*[^1] {#tbl-a fold=2}

        : Before {#tbl-b tbl-colwidths="[75,25]"}

        | a | b |
        |---|---|
        | 1 | 2 |

        Table: (\#tab:c) By bookdown

        |   |   |
        |---|---|
        | 1 | 2 |

        [^1]: N
        """,
        """
        table{#tbl-a fold=2} L C R fold 2: After em(it)note(1)
         head a | b | c
         row 1 | code(x|y) | math(|z|)
         row short |  | 
        table{#tbl-b tbl-colwidths=[75,25]} D0.75 D0.25 fold 1: Before
         head a | b
         row 1 | 2
        table{#tbl-c} D D fold 1: By bookdown
         row 1 | 2
        note '1'
          p N
        """);

    [Fact]
    public void Grid_tables_hold_blocks_and_spans() => Becomes(
        """
        +-----+-----+
        | A   | B   |
        +:====+====:+
        | - x | two |
        |     |     |
        |     | par |
        +-----+-----+
        | wide      |
        +-----+-----+
        | r   | a   |
        +     +-----+
        |     | b   |
        +-----+-----+

        : Grid {#tbl-g}

        ::: {.figure-note}
        Source: us.
        :::
        """,
        """
        table{#tbl-g} L R fold 1: Grid
         head A | B
         row list Bullet 1 | two¶par
         row <2>wide
         row ^2^r | a
         row b
          p Source: us.
        """);

    [Fact]
    public void A_rule_under_some_columns_divides_them_and_not_the_others() => Becomes(
        """
        +------+-------+---+
        | Head | Both  | C |
        +======+=======+===+
        | tall | - x   | y |
        |      | - z   |   |
        |      +-------+---+
        | more | b     | c |
        +------+-------+---+

        ```
        |      +-------+---+
        ```
        """,
        """
        table D D D fold 1: 
         head Head | Both | C
         row ^2^tall¶more | list Bullet 1 | y
         row b | c
        code : |      +-------+---+
        """);

    [Fact]
    public void A_misspelt_attribute_of_a_picture_is_reported() => Assert.Equal(
        "BB1007 3,1 'widht' is not an attribute of pictures and is passed over",
        Show.Said("# T\n\n![C](x.svg){alt=Waves widht=50% fig-align=left}"));

    [Fact]
    public void A_heading_without_words_is_reported() => Assert.Equal("BB1006 3,1 the heading has no words", Show.Said("# T\n\n## {#sec-x}\n\nWords."));

    [Fact]
    public void A_height_without_a_width_is_reported() => Assert.Equal(
        """BB1024 3,1 height="1em" cannot be used""",
        Show.Said("# T\n\n![C](x.svg){alt=Waves height=1em}\n\n![C](x.svg){alt=Waves width=3cm height=2cm}\n\nText ![C](x.svg){width=3cm height=2cm}."), ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("![A *cap* \"q\"](../f/x.svg){#fig-x alt=\"Alt\" width=80%}", "figure{#fig-x} f/x.svg [Alt] A em(cap) “q” width 80%")]
    [InlineData("![Cap](x.svg)", "figure chapters/x.svg [Cap] Cap")]
    [InlineData("![](x.svg){#fig-x alt=\"A\"}", "figure{#fig-x} chapters/x.svg [A]")]
    [InlineData("![Cap](/f/x.svg){.decorative}", "figure{.decorative} f/x.svg [] Cap")]
    [InlineData("![](x.svg){alt=\"\"}", "figure chapters/x.svg []")]
    [InlineData("![(\\#fig:y) Cap](x.svg)", "figure{#fig-y} chapters/x.svg [Cap] Cap")]
    [InlineData("![C](x.svg){width=3in}", "figure chapters/x.svg [C] C width 216pt")]
    [InlineData("![C](x.svg){width=2.54cm}", "figure chapters/x.svg [C] C width 72pt")]
    [InlineData("![C](x.svg){width=200pt}", "figure chapters/x.svg [C] C width 200pt")]
    [InlineData("![C](x.svg){width=96px}", "figure chapters/x.svg [C] C width 72pt")]
    [InlineData("![C](x.svg){place=top}", "figure{place=top} chapters/x.svg [C] C place Top")]
    [InlineData("![C](x.svg){place=here}", "figure{place=here} chapters/x.svg [C] C place Here")]
    [InlineData("| a |\n|---|\n| 1 |\n\nTable: C {place=page}", "table{place=page} D fold 1 place Page: C\n head a\n row 1")]
    [InlineData("![C](x.svg)\\", "p image<chapters/x.svg>(C)\\")]
    [InlineData("![C](x.svg){width=50%} and text", "p image<chapters/x.svg>(C) width 50% and text")]
    [InlineData("![C](x.svg) and text", "p image<chapters/x.svg>(C) and text")]
    public void A_picture_alone_in_its_paragraph_is_a_figure(string markdown, string blocks) => Becomes(markdown, blocks);

    [Fact]
    public void Figure_notes_stand_under_their_figure() => Becomes(
        """
        ![Cap[^1] of @tbl-x](x.svg)

        ::: {.figure-note}
        Source: CSET.

        Note: bands.
        :::

        [^1]: In the caption.
        """,
        """
        figure chapters/x.svg [Cap of @tbl-x] Capnote(1) of ref(tbl-x)
          p Source: CSET.
          p Note: bands.
        note '1'
          p In the caption.
        """);

    [Theory]
    [InlineData("![](x.png)", "BB1034 3,1")]
    [InlineData("![C](x.png){alt=Waves width=wide}", "BB1024 3,1")]
    [InlineData("![C](../../x.png)", "BB4012 3,1")]
    [InlineData(": A caption {#tbl-x}\n\n|no table", "BB1026 3,1")]
    [InlineData("Text\n\n::: {.figure-note}\nx\n:::", "BB1027 5,1")]
    [InlineData("| a |\n|---|\n| 1 |\n\nTable: C {fold=x}", "BB1024 7,1")]
    [InlineData("| a |\n|---|\n| 1 |\n\nTable: C {place=bottom}", "BB1024 7,1")]
    [InlineData("![C](x.png){alt=Waves place=left}", "BB1024 3,1")]
    [InlineData("::: {.x}\nnever closed", "BB1028 3,1")]
    [InlineData("text\n\n:::", "BB1029 5,1")]
    [InlineData("$$\nx\n\ny", "BB1030 3,1")]
    [InlineData("$$\nx\n$$ words", "BB1031 3,1")]
    public void Mistakes_are_reported_with_their_place(string markdown, string said) =>
        Assert.StartsWith(said, Show.Said("# T\n\n" + markdown));
}
