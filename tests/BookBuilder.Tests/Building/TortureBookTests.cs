using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>The book that holds at least one of everything (tests/books/torture), which the conformance tests hold against the standards.</summary>
public sealed class TortureBookTests
{
    [Fact]
    public async Task The_book_of_everything_is_built_without_a_warning_and_holds_as_much_as_it_promises()
    {
        StreamOutputs outputs = new(_ => new MemoryStream());
        BuildReport report = await BookCompiler.BuildAsync(BookProject.Open(Path.Combine(Repository.Root, "tests/books/torture")), new BuildOptions(), outputs);

        Assert.DoesNotContain(report.Diagnostics, d => d.Severity >= Severity.Warning);
        Assert.True(report.Counts.Notes >= 300, $"{report.Counts.Notes} notes");
        Assert.True(report.Counts.Figures >= 100, $"{report.Counts.Figures} figures");
        Assert.Equal(2, report.Outputs.Length);
    }
}
