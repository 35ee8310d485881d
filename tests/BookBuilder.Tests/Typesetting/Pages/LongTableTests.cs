using System.Collections.Immutable;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

public sealed class LongTableTests
{
    private static readonly string Short = "| Port | Depth |\n|---|---|\n" + Rows("dock", 4) + "\nTable: Docks {#tbl-docks}\n\n";
    private static readonly string Long = "| Name | Tide |\n|---|---|\n" + Rows("tide", 40) + "\nTable: Tides {#tbl-tides}\n\n";

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    public void A_table_over_several_pages_does_not_overtake_the_table_before_it(int words)
    {
        ImmutableArray<string> lines = Lines(Text(words) + Short + Long);
        int first = PlaceOf("Docks", lines);
        int second = PlaceOf("Tides", lines);
        Assert.True(first < second, string.Join('\n', lines));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    public void Every_page_with_rows_of_a_table_has_its_head(int words)
    {
        foreach (Page page in Sheets.Body(Set(Text(words) + Short + Long)))
            if (Sheets.Lines(page).Any(l => l.StartsWith("tide", StringComparison.Ordinal)))
                Assert.Contains(Sheets.Lines(page), l => l.StartsWith("Name", StringComparison.Ordinal));
    }

    private static int PlaceOf(string word, ImmutableArray<string> lines) =>
        lines.IndexOf(lines.First(l => l.Contains(word, StringComparison.Ordinal)));

    private static string Rows(string name, int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"| {name}{i} | {i} |\n"));

    private static string Text(int words) => string.Join(' ', Enumerable.Repeat("words", words)) + "\n\n";

    private static PagedBook Set(string markdown) => Sheets.Compose(Sheets.Book(Sheets.Design(30, 14), markdown)).Value;

    private static ImmutableArray<string> Lines(string markdown) => [.. Sheets.Body(Set(markdown)).SelectMany(p => Sheets.Lines(p))];
}
