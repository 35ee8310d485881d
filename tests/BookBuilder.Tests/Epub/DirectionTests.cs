using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>A passage says which way it runs where that is not the way of its surroundings.</summary>
public sealed class DirectionTests
{
    private const string Hebrew = "\u05e9\u05dc\u05d5\u05dd";

    [Theory]
    [InlineData("he", " lang=\"he\" xml:lang=\"he\" dir=\"rtl\"")]
    [InlineData("ar", " lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\"")]
    [InlineData("az-Arab", " lang=\"az-Arab\" xml:lang=\"az-Arab\" dir=\"rtl\"")]
    [InlineData("yi-Latn", " lang=\"yi-Latn\" xml:lang=\"yi-Latn\"")]
    [InlineData("fr", " lang=\"fr\" xml:lang=\"fr\"")]
    public void A_language_brings_its_direction_along(string language, string said) => Assert.Equal($"<span{said}>x</span>", Inline(Span(language, new Text("x"))));

    [Fact]
    public void What_the_author_says_goes_before() =>
        Assert.Equal("<span dir=\"auto\">x</span>", Inline(new SpanInline([new Text("x")]) { Attributes = new() { Values = [new("dir", "auto")] } }));

    [Fact]
    public void A_direction_that_is_none_is_not_said() =>
        Assert.Equal("<span>x</span>", Inline(new SpanInline([new Text("x")]) { Attributes = new() { Values = [new("dir", "up")] } }));

    [Fact]
    public void A_passage_within_a_passage_turns_back() =>
        Assert.Equal($"<span lang=\"he\" xml:lang=\"he\" dir=\"rtl\">{Hebrew} <span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">tide</span> <span lang=\"ar\" xml:lang=\"ar\">x</span></span>",
            Inline(Span("he", new Text(Hebrew + " "), Span("en", new Text("tide")), new Text(" "), Span("ar", new Text("x")))));

    [Fact]
    public void A_division_turns_all_within_it_once() =>
        Assert.Equal($"<div lang=\"he\" xml:lang=\"he\" dir=\"rtl\">\n<p>{Hebrew}</p>\n<p dir=\"ltr\">The tide</p>\n<pre dir=\"ltr\"><code>x</code></pre>\n</div>",
            Body(new Division([Para(Hebrew), Para("The tide"), new CodeBlock("x", null)]) { Attributes = new() { Values = [new("lang", "he")] } }));

    [Theory]
    [InlineData(Hebrew + " x", true)]
    [InlineData(Hebrew + " and then words enough", false)]        // a name at the head of an English sentence turns nothing
    [InlineData("x " + Hebrew, false)]
    [InlineData("12, 13", false)]
    public void A_paragraph_runs_as_its_first_and_most_of_its_letters_do(string words, bool turns) => Assert.StartsWith(turns ? "<p dir=\"rtl\">" : "<p>", Body(Para(words)), StringComparison.Ordinal);

    [Fact]
    public void An_item_and_a_cell_turn_as_well()
    {
        Assert.Contains($"<li><p dir=\"rtl\">{Hebrew}</p>", Body(new ListBlock(ListStyle.Bullet, 1, true, [new ListItem([Para(Hebrew)])])), StringComparison.Ordinal);
        Assert.Contains($"<td class=\"left\"><p dir=\"rtl\">{Hebrew}</p>", Body(new Table([new(ColumnAlignment.Left)], [], [new TableRow([new TableCell([Para(Hebrew)])])], [], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_book_from_right_to_left_it_is_the_other_passages_that_turn()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title(Hebrew), Para(Hebrew), Para("The tide"), Para(Span("fr", new Text("mot"))))) with { Metadata = Metadata with { Language = "he" } });
        string file = Text(Write(book), "EPUB/one.xhtml");
        Assert.Contains($"<p>{Hebrew}</p>\n<p dir=\"ltr\">The tide</p>\n<p dir=\"ltr\"><span lang=\"fr\" xml:lang=\"fr\">mot</span></p>", file, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"he\" xml:lang=\"he\" dir=\"rtl\"", file, StringComparison.Ordinal);
    }

    private static SpanInline Span(string language, params ImmutableArray<Inline> content) => new(content) { Attributes = new() { Values = [new("lang", language)] } };
}
