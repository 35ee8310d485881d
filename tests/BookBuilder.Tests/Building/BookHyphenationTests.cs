using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>A book brings the patterns of its language along.</summary>
public sealed class BookHyphenationTests
{
    private const string Manifest = "title: A\nlang: tlh\nauthors: [B]\n";

    [Fact]
    public async Task A_language_whose_patterns_the_book_lists_can_be_divided()
    {
        (BuildReport without, _) = await BooksInMemory.Of(("book.yml", Manifest), ("a.md", "# A\n\nText.\n")).BuildAsync();
        Assert.Equal("BB2103", Assert.Single(without.Diagnostics).Code);
        (BuildReport with, _) = await BooksInMemory.Of(
            ("book.yml", Manifest + "pdf:\n  hyphenation:\n    files: [words/hyph-tlh.tex]\n    exceptions: [da-ta-base, hyphen]\n"),
            ("words/hyph-tlh.tex", "\\patterns{\na1b\n}\n"), ("a.md", "# A\n\nText.\n")).BuildAsync();
        Assert.Empty(with.Diagnostics);
        Assert.True(with.Succeeded);
    }

    [Fact]
    public async Task What_is_wrong_with_patterns_is_told_where_it_stands()
    {
        (BuildReport report, _) = await BooksInMemory.Of(
            ("book.yml", Manifest + "pdf:\n  hyphenation:\n    files: [hyph-tlh.pat.txt, gone/hyph-tlh.hyp.txt, tlh.txt]\n    exceptions: [two words]\n"),
            ("hyph-tlh.pat.txt", "a1b\n123\n"), ("tlh.txt", "a1b"), ("a.md", "# A\n\nText.\n")).BuildAsync();
        Assert.Equal(
            ["BB1184 book.yml(7)", "BB4001 book.yml(6)", "BB1181 book.yml(6)", "BB1182 hyph-tlh.pat.txt(2)"],
            report.Diagnostics.OrderByDescending(d => d.Span.Path == "book.yml").ThenByDescending(d => d.Code == "BB1184").ThenBy(d => d.Code == "BB1181")
                .Where(d => d.Code != "BB2103").Select(d => $"{d.Code} {d.Span.Path}({d.Span.Start.Line})"));
        Assert.Equal(Severity.Warning, report.Diagnostics.Single(d => d.Code == "BB1182").Severity);
    }
}
