using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.Guide;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>Every message of the catalogue has an example that a reader can copy (tests/diagnostics), and docs/diagnostics.md shows what is printed for it.</summary>
public sealed class DiagnosticsTests(ExampleRuns runs) : IClassFixture<ExampleRuns>
{
    /// <summary>What no example can show; each says why on its page.</summary>
    private static readonly ImmutableArray<string> Never = ["BB2114", "BB5705", "BB9422"];

    public static TheoryData<string> Codes => [.. Example.All().Where(static e => e.Never is null).Select(static e => e.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_example_has_its_message_and_no_other(string code)
    {
        Example example = runs.Examples.Single(e => e.Code == code);
        ImmutableArray<Said> all = await runs.Of(example);
        string whole = string.Join('\n', all.Select(s => s.Text));
        Said? said = all.FirstOrDefault(s => s.Code == code);
        Assert.True(said is not null, $"{code} is not said, but:\n{whole}");
        string severity = MessagesChapter.Entries().Single(e => e.Code == code).Severity switch { "Error" => "error", "Warning" => "warning", "Info" => "info", _ => said.Severity };
        Assert.Equal(severity, said.Severity);
        IEnumerable<string> others = all.Where(s => s.Severity != "info" && s.Code != code).Select(s => s.Code).Distinct().Order(StringComparer.Ordinal);
        Assert.True(others.SequenceEqual(example.Also.Order(StringComparer.Ordinal)), $"{code} is not alone:\n{whole}");
        // Where a place is shown, it is one in the example.
        Assert.All(all.Where(s => s.File.Length > 0), s => Assert.Contains(s.File, example.Files.Select(f => Path.GetRelativePath("/book", Path.GetFullPath(f.Path, "/book")))));
    }

    /// <summary>Its example shows the words only: the command prints no code for a mistake in the command.</summary>
    [Fact]
    public async Task A_handout_that_book_yml_does_not_name_has_its_code()
    {
        BuildReport report = await BookCompiler.HandoutAsync(BooksInMemory.Of(("book.yml", "title: A\nhandouts: { session-1: { chapters: 1 } }"), ("a.md", "# A\n\nText.\n")),
            new HandoutRequest { Name = "sesion-1" }, new BuildOptions());
        Assert.Equal("BB5604", Assert.Single(report.Diagnostics).Code);
    }

    [Fact]
    public void Every_code_of_the_catalogue_has_an_example_and_no_other_code_has_one() =>
        Assert.Equal(MessagesChapter.Entries().Select(static e => e.Code).Order(StringComparer.Ordinal), runs.Examples.Select(static e => e.Code));

    [Fact]
    public void Every_example_stands_on_the_page_of_its_group() => Assert.All(runs.Examples, static e => Assert.StartsWith(e.Page, e.Code, StringComparison.Ordinal));

    [Fact]
    public void What_no_example_can_show_is_known() => Assert.Equal(Never, runs.Examples.Where(static e => e.Never is not null).Select(static e => e.Code));

    [Fact]
    public async Task The_reference_shows_what_is_printed() => GeneratedFile.Match("docs/diagnostics.md", await DiagnosticsReference.Markdown(runs));
}
