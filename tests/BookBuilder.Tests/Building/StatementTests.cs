using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Tests.Markdown;

namespace BookBuilder.Tests.Building;

/// <summary>Theorems and their kin, and listings with captions, from Markdown to the words that both outputs print.</summary>
public sealed class StatementTests
{
    [Fact]
    public void Each_kind_of_statement_counts_by_itself_in_its_chapter()
    {
        Assert.Equal(
            ["Theorem 1.1 (Ebb). One.", "Lemma 1.1. Two.", "Theorem 1.2. Three.", "Proof. Four.\u00a0■"],
            Paragraphs("""
                # Tides

                ::: {.theorem #thm-ebb name="Ebb"}
                One.
                :::

                ::: {.lemma}
                Two.
                :::

                ::: {.theorem}
                Three.
                :::

                ::: {.proof}
                Four.
                :::
                """));
    }

    [Fact]
    public void A_label_alone_says_the_kind_and_a_heading_at_the_beginning_the_name()
    {
        Assert.Equal(["Definition 1.1 (Spring tide). The highest."], Paragraphs("""
            # Tides

            ::: {#def-spring}
            ### Spring tide

            The highest.
            :::
            """));
    }

    [Fact]
    public void Statements_are_referred_to_by_their_word_and_number()
    {
        Assert.Equal(
            ["Theorem 1.1. One.", "Theorem 1.2. Two.", "See Theorem 1.1, 1.2, and Theorems 1.1 and 1.2."],
            Paragraphs("""
                # Tides

                ::: {#thm-a}
                One.
                :::

                ::: {#thm-b}
                Two.
                :::

                See @thm-a, \@ref(thm:b), and [@thm-a; @thm-b].
                """));
    }

    [Fact]
    public void A_statement_that_begins_with_no_paragraph_has_its_words_in_one_of_their_own()
    {
        Assert.Equal(["Example 1.1.", "item"], Paragraphs("""
            # Tides

            ::: {.example}
            - item
            :::
            """));
    }

    [Fact]
    public void A_captioned_listing_is_numbered_and_referred_to()
    {
        Assert.Equal(["Listing 1.1. Height by the hour", "Listing 1.1 prints it."], Paragraphs("""
            # Tides

            ```{#lst-height .python caption="Height by the hour"}
            print(h)
            ```

            @lst-height prints it.
            """));
    }

    [Fact]
    public void Code_without_a_caption_is_code_as_before() =>
        Assert.Equal(["Text."], Paragraphs("# Tides\n\n```python\nprint(h)\n```\n\nText.\n"));

    [Fact]
    public async Task Both_outputs_say_what_the_model_says_of_statements_and_listings()
    {
        BookProject project = BookProject.FromTexts("tides", new Dictionary<string, string>
        {
            ["book.yml"] = "title: Tides\nlang: de\nlabels: { lemma: Hilfssatz }\n",
            ["tides.md"] = "# Flut\n\n::: {.theorem #thm-a name=\"Ebbe\"}\nEins mit *Nachdruck*.\n:::\n\n::: {.lemma #lem-b}\nZwei.\n:::\n\n::: {.proof}\nDrei.\n:::\n\n```{#lst-x .c caption=\"Vier\"}\nx\n```\n\nSiehe @thm-a, @lem-b und @lst-x.\n",
        });
        BuildReport report = await BookCompiler.BuildAsync(project, new BuildOptions(), new BookBuilder.Files.StreamOutputs(_ => new MemoryStream()));
        Assert.Empty(report.Diagnostics);
        Assert.NotNull(report.Agreed);
    }

    private static IEnumerable<string> Paragraphs(string markdown)
    {
        Chapter chapter = MarkdownReader.Read(new ChapterSource("tides", "tides.md", ChapterRole.Body, markdown, "en-US")).Value;
        ResolvedBook book = Resolver.Resolve(new Book(new BookMetadata { Title = "T" }, new BookDesign(), new BookPlan(), [chapter])).Value;
        var words = new Words();
        words.Rewrite(book.Chapters.Single(c => c.Key == "tides").Content);
        return words.Said;
    }

    private sealed class Words : TreeRewriter
    {
        public List<string> Said { get; } = [];

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block is Paragraph paragraph) Said.Add(string.Concat(PlainText.Of(paragraph.Content).Select(c => c == '\u00a0' ? ' ' : c)).Replace(" ■", "\u00a0■", StringComparison.Ordinal));
            return base.Replace(block);
        }
    }
}
