using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

public sealed class PageComplaintsTests
{
    [Fact]
    public void A_divided_note_is_mentioned_with_its_page()
    {
        Diagnostic said = Assert.Single(Said(8, "A mark.[^a]\n\n[^a]: " + string.Join(' ', Enumerable.Repeat("words", 60))), d => d.Code == "BB2140");
        Assert.Equal(Severity.Info, said.Severity);
        Assert.Contains("page 1", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_about_a_line_names_the_page_it_came_to_stand_on()
    {
        string text = string.Join(' ', Enumerable.Repeat("words", 60)) + " incomprehensibilitiesbeyondallmeasure and more";
        Diagnostic said = Assert.Single(Said(8, text), d => d.Code == "BB2101");
        Assert.Equal("2", said.Page);
    }

    [Fact]
    public void A_missing_picture_leaves_a_box_with_its_file_and_what_it_shows()
    {
        PagedBook pages = Sheets.Compose(Sheets.Book(Sheets.Design(), "![Caption](gone.png){#fig-a alt=\"Two ships\"}")).Value;
        string text = string.Join(' ', Sheets.Lines(Sheets.Body(pages)[0]));
        Assert.Contains("gone.png", text, StringComparison.Ordinal);
        Assert.Contains("ships", text, StringComparison.Ordinal);
        Assert.Contains(Sheets.Body(pages)[0].Body, i => i is BoxItem { Stroke: not null });
    }

    [Fact]
    public void A_figure_that_waits_for_pages_is_reported()
    {
        string figures = string.Join("\n\n", Enumerable.Range(1, 5).Select(i => $"![F](100x110){{#fig-f{i}}}"));
        Assert.Contains(Said(12, "Words before.\n\n" + figures + "\n\n" + string.Join(' ', Enumerable.Repeat("words", 90))), d => d.Code == "BB2130");
    }

    [Fact]
    public void A_figure_whose_caption_fills_more_than_a_page_loses_none_of_it()
    {
        string caption = string.Join(' ', Enumerable.Range(1, 300).Select(i => $"c{i}"));
        PagedBook pages = Sheets.Compose(Sheets.Book(Sheets.Design(), $"Words.\n\n![{caption}](60x40){{#fig-a}}\n\nMore words.")).Value;
        string text = string.Join(' ', Sheets.Body(pages).SelectMany(p => Sheets.Lines(p)));
        Assert.All(Enumerable.Range(1, 300), i => Assert.Contains($"c{i}", text, StringComparison.Ordinal));
        Assert.All(pages.Pages, p => Assert.All(p.Body.OfType<GlyphRun>(), g => Assert.True(g.Origin.Y < p.Size.Height)));
    }

    [Fact]
    public void A_row_that_is_taller_than_the_page_and_cannot_be_divided_is_reported()
    {
        // Of three lines none may stand alone.
        string three = string.Join(' ', Enumerable.Repeat("words", 14)), many = string.Join(' ', Enumerable.Repeat("words", 120));
        Assert.Contains(Said(2, $"| A | B |\n| --- | --- |\n| {three} | b |"), d => d.Code == "BB2112");
        Assert.DoesNotContain(Said(8, $"| A | B |\n| --- | --- |\n| {many} | b |"), d => d.Code == "BB2112");
    }

    [Theory]
    [InlineData("![Tall](100x70){#fig-tall place=here}", "5 lines short: this finds no room on it")]
    [InlineData("```\nint a;\nint b;\nint c;\nint d;\nint e;\nint f;\n```", "5 lines short: these lines are kept together")]
    public void A_short_page_is_reported_with_its_reason(string block, string said)
    {
        Diagnostic diagnostic = Assert.Single(Said(12, string.Join(' ', Enumerable.Repeat("words", 34)) + "\n\n" + block + "\n\nWords."), d => d.Code == "BB2113");
        Assert.Equal("1", diagnostic.Page);
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\newpage\n\nWords.")]
    [InlineData("The end.")]
    public void A_page_that_may_be_short_is_not_reported(string rest) =>
        Assert.DoesNotContain(Said(12, "Some words.\n\n" + rest), d => d.Code == "BB2113");

    [Fact]
    public void A_language_without_hyphenation_is_mentioned_once()
    {
        ResolvedBook book = Sheets.Book(Sheets.Design() with { Hyphenated = true }, "Words.", "More words.");
        book = book with { Metadata = book.Metadata with { Language = "tlh" } };
        Assert.Single(Sheets.Compose(book).Diagnostics, d => d.Code == "BB2103");
        book = book with { Metadata = book.Metadata with { Language = "en-GB" } };
        Assert.DoesNotContain(Sheets.Compose(book).Diagnostics, d => d.Code == "BB2103");
    }

    [Fact]
    public void Composing_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => global::BookBuilder.Typesetting.BookComposer.Compose(
            Sheets.Book(Sheets.Design(), "Words."), global::BookBuilder.Graphics.Pictures.None, () => new global::BookBuilder.Fonts.Shaping.FixedPitchShaper(), null, stop.Token));
    }

    private static ImmutableArray<Diagnostic> Said(int lines, string markdown) => Sheets.Compose(Sheets.Book(Sheets.Design(30, lines), markdown)).Diagnostics;
}
