using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Says what does not mean the same in a translated book: each kind of construct once, at its first place, with how often it was met.</summary>
internal static class FindingSummary
{
    /// <summary>What was told while translating, and after it each kind of finding that was not told there.</summary>
    public static ImmutableArray<Diagnostic> Of(TranslationAccount account)
    {
        ImmutableArray<Diagnostic> said = account.Said.ToImmutable();
        HashSet<SourceSpan> told = [.. said.Select(d => d.Span)];
        return
        [
            .. said,
            .. account.Findings.Where(f => f.Carrying != Carrying.Supported && !(f.Carrying == Carrying.NeedsProgram && told.Contains(f.Span)))
                .GroupBy(f => (f.Carrying, f.Construct, f.Became)).Select(g => Of(g.First(), g.Count())),
        ];
    }

    private static Diagnostic Of(Finding first, int times) => first.Carrying switch
    {
        Carrying.Approximated => Problems.ConstructApproximated(first.Construct, first.Became, times, first.Span),
        Carrying.Literal => Problems.ConstructLiteral(first.Construct, times, first.Span),
        Carrying.NeedsProgram => Problems.ConstructNeedsProgram(first.Construct, first.Became, times, first.Span),
        _ => Problems.ConstructLeftOut(first.Construct, first.Became, times, first.Span),
    };
}
