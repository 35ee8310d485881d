using BookBuilder.Building;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Excerpts;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Sample;

/// <summary>Chapters 4 and 5 of the sample as a handout.</summary>
public sealed class SampleHandoutTests(ComposedSample sample) : IClassFixture<ComposedSample>
{
    [Fact]
    public void Chapters_sections_figures_tables_and_notes_have_the_whole_books_numbers()
    {
        Selection selection = SelectionReader.Read(sample.Book, ["4", "5"], []).Selection;
        ResolvedBook handout = Excerpt.Take(sample.Book, selection, new ExcerptName("Session 4", new BookIdentifier("uuid", "1")), NamedDesigns.Handout, null).Value;
        Assert.Equal(["Figure 4.1", "Figure 4.2", "Figure 4.3", "Figure 4.4", "Figure 5.1"], Labels(handout, "Figure"));
        Assert.Equal(["Table 4.1", "Table 5.1"], Labels(handout, "Table"));
        foreach (ResolvedChapter whole in sample.Book.Chapters.Where(c => selection.Touches(c.Key)))
        {
            ResolvedChapter chapter = handout.Chapters.Single(c => c.Key == whole.Key);
            Assert.Equal(whole.Label, chapter.Label);
            Assert.Equal(whole.Notes.Select(n => (n.Id, n.Mark)), chapter.Notes.Select(n => (n.Id, n.Mark)));
            Assert.Equal(HeadingsOf(sample.Book, whole), HeadingsOf(handout, chapter));
        }
        Assert.Equal(16, handout.Chapters.Sum(c => c.Notes.Length));
        Assert.Equal(sample.Book.Labels.Count(l => selection.Touches(l.Key.Chapter)), handout.Labels.Count);
    }

    [Fact]
    public async Task Both_files_of_the_handout_say_what_the_model_says()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(Path.Combine(Repository.Root, "content"))
            .BuildAsync(new BuildOptions { Handout = new() { Chapters = ["4-5"], Title = "Session 4", BookPages = true, NotesMargin = true, LineNumbers = true } });
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        Assert.Equal((16, 7), (report.Agreed!.Notes, report.Agreed.Captions));
        Assert.Equal(3, files.Count);
    }

    private static string[] Labels(ResolvedBook book, string kind) =>
        [.. book.Labels.Values.Where(l => l.Name == kind).Select(l => l.Text.Replace('\u00a0', ' ')).Order(StringComparer.Ordinal)];

    private static string[] HeadingsOf(ResolvedBook book, ResolvedChapter chapter) =>
        [.. chapter.Content.OfType<Heading>().Select(h => $"{book.LabelOf(h)?.Text} {PlainText.Of(h.Content)}")];
}
