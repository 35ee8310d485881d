using BookBuilder.Model.Resolution;
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
