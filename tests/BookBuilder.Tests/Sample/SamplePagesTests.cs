using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Sample;

/// <summary>The layout of chosen pages of the sample, line by line.</summary>
public sealed class SamplePagesTests(ComposedSample sample) : IClassFixture<ComposedSample>
{
    [Theory]
    [InlineData("iii", "title page")]
    [InlineData("v", "contents")]
    [InlineData("1", "chapter opening")]
    [InlineData("7", "stacked headings, two marks together, a formula")]
    [InlineData("13", "figure and table with a note in a cell")]
    [InlineData("17", "table that begins")]
    [InlineData("18", "table that runs on")]
    [InlineData("28", "mark in a heading, list, figure")]
    [InlineData("45", "sources")]
    public void A_page_is_set_as_it_was(string folio, string what)
    {
        Page page = sample.Pages.Pages.Single(p => p.Label == folio);
        Snapshots.Match($"{what}\n{PageDump.Of(sample.Book, page)}", $"page-{folio}");
    }

    [Theory]
    [InlineData("report", "i", "title page with its band and imprint")]
    [InlineData("report", "ii", "contents")]
    [InlineData("report", "4", "chapter opening, numbers in the margin")]
    [InlineData("report", "6", "figure and table")]
    [InlineData("handout", "1", "title block and callout")]
    [InlineData("handout", "6", "a chapter that runs on")]
    public void A_page_of_another_design_is_set_as_it_was(string design, string folio, string what)
    {
        (ResolvedBook book, PagedBook pages) = sample.InDesign[design];
        Snapshots.Match($"{what}\n{PageDump.Of(book, pages.Pages.Single(p => p.Label == folio))}", $"{design}-page-{folio}");
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("report")]
    [InlineData("handout")]
    public void Nothing_stands_outside_of_the_page(string design)
    {
        foreach (Page page in sample.InDesign[design].Pages.Pages)
        foreach (FrameItem item in page.Body.Concat(page.Furniture))
        {
            (Length left, Length right, Length top, Length bottom) = item switch
            {
                GlyphRun run => (run.Origin.X, run.Origin.X + new Length(run.Glyphs.Sum(g => g.Advance.ScaledPoints)), run.Origin.Y - run.Size, run.Origin.Y),
                BoxItem { Box: var b } => (b.X, b.Right, b.Y, b.Bottom),
                RasterItem { Box: var b } => (b.X, b.Right, b.Y, b.Bottom),
                DrawingFrame { Box: var b } => (b.X, b.Right, b.Y, b.Bottom),
                LinkArea { Box: var b } => (b.X, b.Right, b.Y, b.Bottom),
                _ => throw new System.Diagnostics.UnreachableException(item.GetType().Name),
            };
            Assert.True(left >= Length.Zero && top >= Length.Zero && right <= page.Size.Width && bottom <= page.Size.Height, $"page {page.Label}: {item}");
        }
    }

    [Fact]
    public void Front_matter_has_roman_folios_and_the_body_begins_on_a_right_hand_page_one()
    {
        string[] labels = [.. sample.Pages.Pages.Select(p => p.Label)];
        int body = Array.IndexOf(labels, "1");
        Assert.Equal(labels[..body], Enumerable.Range(1, body).Select(Numerals.Roman));
        Assert.Equal(labels[body..], Enumerable.Range(1, labels.Length - body).Select(Numerals.Arabic));
        Assert.Equal(PageSide.Recto, sample.Pages.Pages[body].Side);
    }

    [Fact]
    public void Every_note_begins_on_the_page_of_its_first_mark_and_nowhere_else()
    {
        foreach (ResolvedChapter chapter in sample.Book.Chapters)
        foreach (ResolvedNote note in chapter.Notes)
        {
            Page mark = PageOf(note.FirstMark, FramePart.Content);
            Page label = PageOf(note.Id, FramePart.Label);
            Assert.True(mark.Index == label.Index, $"{chapter.Key}, note {note.Mark}: mark on {mark.Label}, note on {label.Label}");
        }
    }

    [Fact]
    public void Blank_pages_are_blank_and_no_other_page_is_empty()
    {
        foreach (Page page in sample.Pages.Pages.Where(p => p.Body.IsEmpty))
        {
            Assert.Empty(page.Furniture);
            Assert.Equal(PageSide.Verso, page.Side);
        }
    }

    private Page PageOf(BookBuilder.Model.Blocks.NodeId node, FramePart part) =>
        sample.Pages.Pages.Where(p => p.Body.Any(i => i.Source.Node == node && i.Source.Part == part && i is GlyphRun)).Distinct().Single();
}
