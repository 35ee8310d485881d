using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>Three reading systems open a book: every document loads, every picture shows, every link leads to an element.</summary>
public abstract class EpubReaders(BuiltBook book)
{
    [Theory]
    [InlineData("epubjs")]
    [InlineData("foliate")]
    [InlineData("readium")]
    public void A_reader_shows_everything_and_every_link_leads_somewhere(string reader)
    {
        SortedDictionary<string, int> there = new OpenedEpub(book.Epub).Counts();
        Assert.All(there, thing => Assert.True(thing.Value > 0, $"the book has no {thing.Key}"));
        Reading seen = Reading.Of(book.Epub, reader);
        Assert.Empty(seen.Failures);
        Assert.Empty(seen.Complaints);
        Assert.Equal(there, seen.Counts);
    }
}

/// <summary>The sample in the reading systems, whole and damaged.</summary>
[Collection("the sample book")]
public sealed class SampleInReaders(SampleBook book) : EpubReaders(book)
{
    private readonly string _epub = book.Epub;

    [Theory]
    [InlineData("epubjs")]
    [InlineData("foliate")]
    [InlineData("readium")]
    public void A_lost_note_a_lost_picture_and_a_broken_entry_are_found(string reader)
    {
        using EpubCopy copy = new(_epub);
        copy.Replace("05-data.xhtml", "id=\"fn-5-1\"", "id=\"lost\"").Replace("nav.xhtml", "#sec-about", "#sec-nowhere").Remove("water.svg");
        Reading seen = Reading.Of(copy.File, reader);
        Assert.Contains(seen.Failures, failure => failure.StartsWith("notes \"1\" #fn-5-1 in", StringComparison.Ordinal));
        Assert.Contains(seen.Failures, failure => failure.StartsWith("contents \"2 About Us\"", StringComparison.Ordinal));
        Assert.Contains(seen.Failures, failure => failure.StartsWith("picture ", StringComparison.Ordinal) && failure.EndsWith("does not load", StringComparison.Ordinal));
        Assert.All(seen.Failures, failure => Assert.Matches("fn-5-1|sec-nowhere|picture", failure));
    }
}

/// <summary>The book of everything in the reading systems.</summary>
[Collection("the sample book")]
public sealed class TortureInReaders(TortureBook book) : EpubReaders(book);

/// <summary>What readers/read.mjs prints.</summary>
/// <param name="Counts">How many things of each kind were looked at.</param>
/// <param name="Failures">What did not load or led nowhere.</param>
/// <param name="Complaints">Errors on the browser's console, and requests that failed or left the machine.</param>
internal sealed record Reading(SortedDictionary<string, int> Counts, string[] Failures, string[] Complaints)
{
    /// <summary>Opens an EPUB in a reading system.</summary>
    public static Reading Of(string epub, string reader)
    {
        Outcome run = Judges.Reader("read.mjs", reader, epub);
        Assert.True(run.Code == 0, run.All);
        return JsonSerializer.Deserialize<Reading>(run.Output, JsonSerializerOptions.Web)!;
    }
}
