namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>The books of the repository keep PDF/UA-1 and PDF/A-2a, as far as a program that draws nothing can say.</summary>
[Collection("the sample book")]
public sealed class PdfStandardsJudgements(SampleBook sample, TortureBook torture)
{
    [Fact]
    public void The_sample_book_breaks_no_rule() => Assert.Empty(PdfStandardsCheck.Of(File.ReadAllBytes(sample.Pdf)));

    [Fact]
    public void The_book_of_everything_breaks_no_rule() => Assert.Empty(PdfStandardsCheck.Of(File.ReadAllBytes(torture.Pdf)));

    [Fact]
    public void Heads_and_feet_are_artifacts_of_their_kind()
    {
        using InspectedPdf pdf = new(File.ReadAllBytes(torture.Pdf));
        ShownContent content = new(pdf);
        Assert.Superset(new HashSet<string> { "Pagination Header", "Pagination Footer", "Layout" }, content.Artifacts);
    }

    [Fact]
    public void Every_note_leads_back_to_its_mark()
    {
        using InspectedPdf pdf = new(File.ReadAllBytes(torture.Pdf));
        TagElement[] notes = [.. new TagTree(pdf).All.Where(element => element.Standard == "Note")];
        Assert.InRange(notes.Length, 300, 400);
        Assert.All(notes, note => Assert.Single(note.Kids[0].All, below => below is { Standard: "Link", Annotations.Count: > 0 }));
    }
}
