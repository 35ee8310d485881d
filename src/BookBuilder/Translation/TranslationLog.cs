using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Collects what became of each construct of a book in another tool's form, and what is to be said.</summary>
internal sealed class TranslationLog
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>What is wrong with the book: its project file, a file that is missing.</summary>
    public DiagnosticSink Said { get; } = new();

    /// <summary>Notes a construct.</summary>
    /// <param name="carrying">How far it is carried over.</param>
    /// <param name="construct">Its name in its own tool.</param>
    /// <param name="span">Where.</param>
    /// <param name="became">What stands for it; empty when it means the same.</param>
    public void Found(Carrying carrying, string construct, SourceSpan span, string became = "") =>
        _findings.Add(new Finding(carrying, construct, span, became));

    /// <summary>All that was found.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>All that is to be said: mistakes, then each kind of construct that does not mean the same, once, at its first place with their number.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
    [
        .. Said.ToImmutable(),
        .. _findings.Where(f => f.Carrying != Carrying.Supported).GroupBy(f => (f.Carrying, f.Construct, f.Became))
            .Select(g => Of(g.First(), g.Count())),
    ];

    private static Diagnostic Of(Finding first, int times) => first.Carrying switch
    {
        Carrying.Approximated => Problems.ConstructApproximated(first.Construct, first.Became, times, first.Span),
        Carrying.Literal => Problems.ConstructLiteral(first.Construct, times, first.Span),
        Carrying.NeedsProgram => Problems.ConstructNeedsProgram(first.Construct, first.Became, times, first.Span),
        _ => Problems.ConstructLeftOut(first.Construct, first.Became, times, first.Span),
    };
}
