using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Claims;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf;

/// <summary>Settles which standards the PDF of a book may say it keeps.</summary>
public static class PdfClaims
{
    /// <summary>Holds the wanted claims against the book and its pages. What the writer always does as the standards want it is not looked at here:
    /// only what depends on the book.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="book">The book they were made of.</param>
    /// <param name="wanted">What is to be claimed.</param>
    /// <param name="memory">What was found before; null for nothing. It changes nothing but the time that is needed.</param>
    /// <returns>The claims that are true, in the order they were wanted; and for those that are not the first reason, an error where book.yml asks for them.</returns>
    public static Reported<ImmutableArray<PdfStandard>> Settle(PagedBook pages, ResolvedBook book, ImmutableArray<PdfClaim> wanted, PdfMemory? memory = null)
    {
        if (wanted.IsEmpty) return new([], []);
        memory ??= PdfMemory.None;
        memory.Begin(book);
        List<Obstacle> obstacles = [.. BookObstacles.Find(book, memory.Claims), .. PageObstacles.Find(pages, book, memory.Claims, memory.Shelf)];
        DiagnosticSink sink = new();
        var failed = wanted.Select(claim => (Claim: claim, By: obstacles.Find(obstacle => (obstacle.Breaks & RulesOf(claim.Standard)) != Rules.None))).ToList();
        foreach (var group in failed.Where(entry => entry.By is not null).GroupBy(entry => (entry.By, IsAsked: entry.Claim.Asked is not null)))
        {
            string names = string.Join(" and ", group.Select(entry => entry.Claim.Standard.Title()));
            Obstacle by = group.Key.By!;
            SourceSpan span = by.Span != SourceSpan.None ? by.Span : group.First().Claim.Asked ?? SourceSpan.None;
            sink.Report(group.Key.IsAsked
                ? Problems.StandardNotKept(names, by.Reason, span, by.Page, by.Hint)
                : Problems.StandardLeftOut(names, by.Reason, span, by.Page, by.Hint));
        }
        return sink.With<ImmutableArray<PdfStandard>>([.. failed.Where(entry => entry.By is null).Select(entry => entry.Claim.Standard)]);
    }

    private static Rules RulesOf(PdfStandard standard) => standard switch
    {
        PdfStandard.Ua1 => Rules.Accessible,
        PdfStandard.A2a or PdfStandard.A3a => Rules.Archival | Rules.Structured,
        PdfStandard.A2u => Rules.Archival,
        _ => throw new UnreachableException($"{standard} is new: say here which rules it has."),
    };
}
