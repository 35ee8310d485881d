using System.Collections.Immutable;

namespace BookBuilder.Model.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,
    /// <summary>The book is built, but somebody should look.</summary>
    Warning,
    /// <summary>The book does not say what its author meant; no output replaces an older one.</summary>
    Error,
}

/// <summary>Something to say about the book, with its place. Made only in <see cref="Problems"/>.</summary>
/// <param name="Code">"BB" and four digits: BB1 reading, BB2 layout, BB3 resolution, BB4 resources, BB5 outputs, BB6 import, BB9 limits.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One lower-case clause without a full stop.</param>
/// <param name="Span">Where; <see cref="SourceSpan.None"/> when it is about the whole book.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourceSpan Span)
{
    /// <summary>What to do about it, most helpful first; empty when the message says it all.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>The label of the printed page it is about; null when it is about no page, or the pages are not known.</summary>
    public string? Page { get; init; }
}

/// <summary>A result with what was said about it.</summary>
/// <param name="Value">The result; complete even when there are errors (a fallback stands where something failed).</param>
/// <param name="Diagnostics">What was said, in the order of the text.</param>
public sealed record Reported<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Collects diagnostics during one pass. Not thread-safe: each pass owns its own.</summary>
public sealed class DiagnosticSink
{
    private readonly ImmutableArray<Diagnostic>.Builder _said = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Adds one.</summary>
    public void Report(Diagnostic diagnostic) => _said.Add(diagnostic);

    /// <summary>Adds many, in their order.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics) => _said.AddRange(diagnostics);

    /// <summary>Whether an error was reported so far.</summary>
    public bool HasErrors => _said.Any(static d => d.Severity == Severity.Error);

    /// <summary>All so far, in order of report.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _said.ToImmutable();

    /// <summary>The result with all that was said so far.</summary>
    public Reported<T> With<T>(T value) => new(value, ToImmutable());
}
