using BookBuilder.Epub.Claims;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub;

/// <summary>Settles whether an EPUB may say that it conforms to EPUB Accessibility 1.1 with WCAG 2.2 at level AA.</summary>
public static class EpubClaims
{
    /// <summary>Holds the author's claim against the book. What the writer always does as the standards want it is not looked at here: only what depends on
    /// the book and can be seen by a program. Whether a description is a good one, only the certifier can say.</summary>
    /// <param name="book">The book.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="cover">The cover's file.</param>
    /// <param name="said">What its author says; nothing is looked at when nobody claims anything.</param>
    /// <returns>Whether the claim may be written; and a warning for everything that stands in its way.</returns>
    public static Reported<bool> Settle(ResolvedBook book, Pictures pictures, ReadOnlyMemory<byte> cover, EpubAccessibility said)
    {
        if (said.Claimed is not { } claimed) return new(false, []);
        DiagnosticSink sink = new();
        List<Obstacle> obstacles = [.. ClaimObstacles.Find(book, cover, said), .. BookObstacles.Find(book, pictures)];
        foreach (Obstacle obstacle in obstacles)
            sink.Report(Problems.AccessibilityNotClaimed(obstacle.Reason, obstacle.Span != SourceSpan.None ? obstacle.Span : claimed, obstacle.Hint));
        return sink.With(obstacles.Count == 0);
    }
}
