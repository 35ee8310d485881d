using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>On a screen of 360 pixels nothing is wider than the screen but what scrolls by itself, and every word stands out from its ground, by day and by night.</summary>
[Collection("the sample book")]
public sealed class EpubReflow(SampleBook sample, TortureBook torture)
{
    [Fact]
    public void The_sample_fits_a_telephone() => Fits(sample.Epub);

    [Fact]
    public void The_book_of_everything_fits_a_telephone() => Fits(torture.Epub);

    [Fact]
    public void What_is_too_wide_or_too_pale_is_found()
    {
        using EpubCopy copy = new(sample.Epub);
        copy.Replace("01-introduction.xhtml", "<p>", "<p style=\"white-space: nowrap\">").Replace("02-about-us.xhtml", "<p>", "<p style=\"color: #777777\">");
        string[] failures = Look(copy.File).Failures;
        Assert.Contains(failures, failure => failure.StartsWith("01-introduction.xhtml (light): ", StringComparison.Ordinal) && failure.Contains(" reaches from ", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("02-about-us.xhtml (light): color-contrast", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("02-about-us.xhtml (dark): color-contrast", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.Matches("^0[12]-", failure));
    }

    private static void Fits(string epub)
    {
        OpenedEpub opened = new(epub);
        Looked seen = Look(epub);
        Assert.Empty(seen.Failures);
        Assert.Empty(seen.Complaints);
        Assert.Equal(2 * opened.Spine.Count, seen.Documents);
        // Not a page without text: every paragraph was looked at twice, and axe saw the colours of most.
        int paragraphs = opened.Spine.Sum(document => document.Descendants(OpenedEpub.Html + "p").Count());
        Assert.True(seen.Texts >= 2 * paragraphs && seen.Coloured >= paragraphs, $"{paragraphs} paragraphs, {seen.Texts} texts, {seen.Coloured} coloured");
    }

    private static Looked Look(string epub)
    {
        Outcome run = Judges.Reader("reflow.mjs", epub);
        Assert.True(run.Code == 0, run.All);
        return JsonSerializer.Deserialize<Looked>(run.Output, JsonSerializerOptions.Web)!;
    }

    /// <summary>What readers/reflow.mjs prints.</summary>
    private sealed record Looked(int Documents, int Texts, int Coloured, string[] Failures, string[] Complaints);
}
