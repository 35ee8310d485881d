using System.Collections.Concurrent;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>Asks the addresses that a book links to whether they answer.</summary>
internal static class ExternalLinks
{
    private const int AtOnce = 8;

    /// <summary>Reports every place whose address does not answer. Each address is asked once, however often it stands in the book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="probe">Null when the address answers, else why not.</param>
    /// <param name="stop">Cancels.</param>
    public static ImmutableArray<Diagnostic> Check(ResolvedBook book, Func<Uri, CancellationToken, Task<string?>> probe, CancellationToken stop)
    {
        var links = new LinksOut();
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            links.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) links.Rewrite(note.Content);
        }
        ConcurrentDictionary<Uri, string?> answers = [];
        Uri[] asked = [.. links.Found.Select(l => l.Address).Distinct()];
        Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (address, cancel) => answers[address] = await probe(address, cancel)).GetAwaiter().GetResult();
        return [.. links.Found.Where(l => answers[l.Address] is not null).Select(l => Problems.DeadLink(l.Written, answers[l.Address]!, l.Span))];
    }

    private sealed class LinksOut : TreeRewriter
    {
        /// <summary>The links, in reading order.</summary>
        public List<(Uri Address, string Written, SourceSpan Span)> Found { get; } = [];

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            // The place within a page is not asked for: only a browser could say whether it is there.
            if (inline is Link link && Uri.TryCreate(link.Target, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
                Found.Add((new Uri(address.GetLeftPart(UriPartial.Query)), link.Target, link.Span));
            return base.Replace(inline);
        }
    }
}
