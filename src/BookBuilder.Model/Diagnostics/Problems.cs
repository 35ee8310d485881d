using System.Collections.Immutable;

namespace BookBuilder.Model.Diagnostics;

/// <summary>The one catalogue of what can be said about a book. Each room's share stands in a file of its own.</summary>
/// <remarks>A message is one lower-case clause; a hint says what to do. Codes are never used twice or given a new meaning.</remarks>
public static partial class Problems
{
    private static Diagnostic Error(string code, SourceSpan span, string message, params ReadOnlySpan<string?> hints) =>
        Make(code, Severity.Error, span, message, hints);

    private static Diagnostic Warning(string code, SourceSpan span, string message, params ReadOnlySpan<string?> hints) =>
        Make(code, Severity.Warning, span, message, hints);

    private static Diagnostic Info(string code, SourceSpan span, string message, params ReadOnlySpan<string?> hints) =>
        Make(code, Severity.Info, span, message, hints);

    private static Diagnostic Make(string code, Severity severity, SourceSpan span, string message, ReadOnlySpan<string?> hints) =>
        new(code, severity, message, span) { Hints = [.. hints.ToArray().OfType<string>()] };

    /// <summary>What another process said of the same book, once more.</summary>
    internal static Diagnostic Again(string code, Severity severity, string message, SourceSpan span, ImmutableArray<string> hints) => new(code, severity, message, span) { Hints = hints };

    private static string? DidYouMean(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";
}
