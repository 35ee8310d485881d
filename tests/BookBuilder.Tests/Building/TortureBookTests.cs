using System.Xml.Linq;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Epub;

namespace BookBuilder.Tests.Building;

/// <summary>The book that holds at least one of everything (tests/books/torture), which the conformance tests hold against the standards.</summary>
public sealed class TortureBookTests
{
    [Fact]
    public async Task The_book_of_everything_is_built_without_a_warning_and_holds_as_much_as_it_promises()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(Path.Combine(Repository.Root, "tests/books/torture")).BuildAsync();

        Assert.DoesNotContain(report.Diagnostics, d => d.Severity >= Severity.Warning);
        Assert.True(report.Counts.Notes >= 300, $"{report.Counts.Notes} notes");
        Assert.True(report.Counts.Figures >= 100, $"{report.Counts.Figures} figures");
        Assert.Equal(2, report.Outputs.Length);
        AssertPagesBeginWhereTextFlows(files.Single(f => f.Key.EndsWith(".epub", StringComparison.Ordinal)).Value);
    }

    /// <summary>A note is hidden until it pops up in some readers: a page that began in one would be nowhere.</summary>
    private static void AssertPagesBeginWhereTextFlows(byte[] epub)
    {
        XElement[] marks = [.. EpubFixture.Files(epub).Where(f => f.Key.EndsWith(".xhtml", StringComparison.Ordinal))
            .SelectMany(f => EpubFixture.Parse(f.Value).Descendants()).Where(e => (string?)e.Attribute("role") == "doc-pagebreak")];
        Assert.True(marks.Length > 80, $"only {marks.Length} pages");
        Assert.DoesNotContain(marks, m => m.Ancestors().Any(a => (string?)a.Attribute("role") == "doc-footnote"));
    }
}
