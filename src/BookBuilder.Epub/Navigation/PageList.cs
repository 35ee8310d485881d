using System.Collections.Immutable;
using BookBuilder.Epub.Content;

namespace BookBuilder.Epub.Navigation;

/// <summary>The pages of the printed edition with their places in this one.</summary>
internal static class PageList
{
    /// <summary>Every page in order: at its mark; or, when its first leaf has no element of its own, at the file that holds it; or, when that section is not
    /// written (the half-title), at the one that follows it in the book.</summary>
    public static ImmutableArray<PlacedMark> Of(BookContent content, IEnumerable<PlacedMark> written)
    {
        Dictionary<string, PlacedMark> placed = written.ToDictionary(static p => p.Mark.Id, StringComparer.Ordinal);
        return
        [
            .. content.Marks.All
                .Select(m => placed.GetValueOrDefault(m.Id) ?? (FileFor(content, m.Leaf.Chapter) is { } file ? new PlacedMark(m, file) : null))
                .OfType<PlacedMark>(),
        ];
    }

    private static string? FileFor(BookContent content, string chapterKey) =>
        content.Book.Chapters.SkipWhile(c => c.Key != chapterKey).Select(static c => c.Key).Select(content.Places.FileOf).FirstOrDefault(static f => f is not null);
}
