using BookBuilder.Epub.Content;
using BookBuilder.Epub.Package;
using BookBuilder.Model.Resolution;
using static BookBuilder.Model.Diagnostics.SourceSpan;

namespace BookBuilder.Epub.Claims;

/// <summary>What is in the way of a claim before the first page: what must be said with it, and what the whole book needs.</summary>
internal static class ClaimObstacles
{
    /// <summary>Finds it.</summary>
    public static IEnumerable<Obstacle> Find(ResolvedBook book, ReadOnlyMemory<byte> cover, EpubAccessibility said)
    {
        if (said.Certifier is null)
            yield return new("EPUB Accessibility 1.1, evaluator name", "nobody is named who judged the book", None, "write 'certifier: …' under 'epub: accessibility:': the publisher or the author will do if they judged it");
        if (said.Report is { } report && WebAddress.Of(report) is null)
            yield return new("EPUB Accessibility 1.1, evaluator report", $"'{report}' is no address", None, "give the report's whole address, from 'https:' on, or take it out");
        if (string.IsNullOrWhiteSpace(book.Metadata.Title))
            yield return new("WCAG 2.2, 2.4.2", "the book has no title", None, "write 'title: …' in book.yml");
        if (Script.WellFormed(book.Metadata.Language) is null)
            yield return new("WCAG 2.2, 3.1.1", $"'{book.Metadata.Language}' is no language", None, "write 'lang: en-GB' or the like in book.yml");
        if (PictureFacts.Moves(cover.Span))
            yield return new("WCAG 2.2, 2.2.2", "the cover moves", None, "give a picture that stands still");
    }
}
