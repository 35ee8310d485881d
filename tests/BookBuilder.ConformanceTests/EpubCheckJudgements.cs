using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>What EPUBCheck says of the books: nothing, not even a note of usage.</summary>
[Collection("the sample book")]
public sealed class EpubCheckJudgements(SampleBook sample, TortureBook torture, SampleHandout handout, GuideBook guide, BeginnersBook beginners, BookdownSample bookdown,
    QuartoSample quarto, MdBookSample mdBook, PandocSample pandoc)
{
    [Fact]
    public void EpubCheck_has_nothing_to_say_of_the_sample() => Assert.Empty(Messages(sample.Epub));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_the_book_of_everything() => Assert.Empty(Messages(torture.Epub));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_a_bookdown_book() => Assert.Empty(Messages(bookdown.Epub));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_books_of_quarto_mdbook_and_pandoc() => Assert.Empty(Messages(quarto.Epub).Concat(Messages(mdBook.Epub)).Concat(Messages(pandoc.Epub)));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_a_handout() => Assert.Empty(Messages(handout.Epub));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_the_guide() => Assert.Empty(Messages(guide.Epub));

    [Fact]
    public void EpubCheck_has_nothing_to_say_of_the_book_that_a_new_one_begins_with() => Assert.Empty(Messages(beginners.Epub));

    [Fact]
    public void EpubCheck_tells_notes_of_usage_and_errors_where_there_are_some()
    {
        using EpubCopy copy = new(sample.Epub);
        copy.Replace("cover.xhtml", "images/cover.png", "images/fit.svg").Replace("05-data.xhtml", "id=\"fn-5-1\"", "id=\"nothing\"");
        string[] messages = [.. Messages(copy.File)];
        Assert.Contains(messages, message => message.StartsWith("USAGE OPF-097", StringComparison.Ordinal));   // a file that nothing refers to
        Assert.Contains(messages, message => message.StartsWith("ERROR RSC-012", StringComparison.Ordinal));   // a link to nothing
    }

    private static IEnumerable<string> Messages(string epub)
    {
        string report = Path.GetTempFileName();
        Outcome run = Judges.EpubCheck(epub, "--usage", "--quiet", "--json", report);
        string json = File.ReadAllText(report);
        File.Delete(report);
        Assert.True(json.Length > 0, run.All);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.StartsWith("5.3", document.RootElement.GetProperty("checker").GetProperty("checkerVersion").GetString(), StringComparison.Ordinal);
        Assert.Equal("3.3", document.RootElement.GetProperty("publication").GetProperty("ePubVersion").GetString());
        return [.. document.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => $"{message.GetProperty("severity")} {message.GetProperty("ID")} {message.GetProperty("message")} {message.GetProperty("locations")}")];
    }
}
