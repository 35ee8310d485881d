using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Gathers, while a book is told again, what became of each construct and what is to be told.</summary>
internal sealed class TranslationAccount
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>What is to be told.</summary>
    public DiagnosticSink Said { get; } = new();

    /// <summary>What files include: one count for the whole book.</summary>
    public Includes Includes { get; }

    public TranslationAccount() => Includes = new Includes(Said);

    /// <summary>Tells a diagnostic.</summary>
    public void Tell(Diagnostic diagnostic) => Said.Report(diagnostic);

    /// <summary>Notes a construct.</summary>
    /// <param name="carrying">How far it is carried over.</param>
    /// <param name="construct">Its name in its own tool.</param>
    /// <param name="span">Where.</param>
    /// <param name="became">What stands for it; empty when it means the same.</param>
    public void Find(Carrying carrying, string construct, SourceSpan span, string became = "") => _findings.Add(new Finding(carrying, construct, span, became));

    /// <summary>All constructs, in the order they were met.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();
}
