using BookBuilder.Graphics;
using BookBuilder.Model.Resolution;
using BookBuilder.Tests.Epub;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>"Page 12" in running text: printed as the page on which the thing really stands, told in the EPUB as a page of the print edition.</summary>
public sealed class PageReferenceTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("word ", 200));

    [Fact]
    public void A_reference_to_a_page_prints_the_number_of_that_page()
    {
        PagedBook pages = Set($"# A\n\nIt stands on [@sec-b]{{.page}}, or [p. @sec-b]{{.page}}, or [@Sec-b]{{.page}}.\n\n{Filler}", "# B {#sec-b}\n\nHere.");
        string there = pages.Pages.Single(p => Sheets.Lines(p).Contains("Chapter 2")).Label;
        string text = string.Join(' ', Sheets.Body(pages).Take(2).SelectMany(p => Sheets.Lines(p)));
        Assert.Contains($"on page {there}, or p. {there}, or Page {there}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_moves_what_it_names_is_set_until_it_agrees()
    {
        // With one digit the reference's line holds a word more; each try of the filler puts the target elsewhere, some at the turn of a page.
        for (int words = 170; words < 240; words += 2)
        {
            PagedBook pages = Set($"# A\n\n{string.Concat(Enumerable.Repeat("See [@sec-b]{.page}. ", 8))}\n\n{string.Concat(Enumerable.Repeat("word ", words))}\n\n## B {{#sec-b}}\n\nHere it is.");
            string there = pages.Pages.Single(p => Sheets.Lines(p).Any(l => l.EndsWith(" B", StringComparison.Ordinal))).Label;
            string text = string.Join(' ', Sheets.Body(pages).SelectMany(p => Sheets.Lines(p)));
            Assert.Contains($"page {there}.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_EPUB_links_to_the_thing_and_says_whose_page_it_is()
    {
        ResolvedBook book = Sheets.Book(Sheets.Design(), $"# A\n\nIt stands on [@sec-b]{{.page}}.[^n]\n\n[^n]: And [@sec-b]{{.page}}.\n\n{Filler}", "# B {#sec-b}\n\nHere.");
        PageMap map = Sheets.Compose(book).Value.Map;
        string there = map.Folios[book.Chapters.Single(c => c.Key == "c2").Content[0].Id];

        string file = EpubFixture.Text(EpubFixture.Write(PageReferences.Fill(book, map.Folios), pages: map), "EPUB/c1.xhtml");
        Assert.Contains($"<a href=\"c2.xhtml#sec-b\">page\u00a0{there}</a> of the print edition.", file, StringComparison.Ordinal);
        Assert.Contains($"And <a href=\"c2.xhtml#sec-b\">page\u00a0{there}</a> of the print edition.", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_printed_edition_the_thing_itself_is_named()
    {
        string file = EpubFixture.Text(EpubFixture.Write(Sheets.Book(Sheets.Design(), "# A\n\nSee [@sec-b]{.page}.", "# B {#sec-b}\n\nHere.")), "EPUB/c1.xhtml");
        Assert.Contains("See <a href=\"c2.xhtml#sec-b\">Chapter\u00a02</a>.", file, StringComparison.Ordinal);
    }

    private static PagedBook Set(params string[] chapters) => Sheets.Compose(Sheets.Book(Sheets.Design(), chapters)).Value;
}
