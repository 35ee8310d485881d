using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Building;

/// <summary>A warning or remark that somebody did not want to be told.</summary>
/// <param name="Diagnostic">What would have been said.</param>
/// <param name="Place">Where the author said so: a comment in the text, a line of book.yml; none when the caller did.</param>
/// <param name="IsInSource">Whether a comment beside the text said so, and not book.yml or the caller.</param>
/// <param name="Reason">Why, in the author's words; empty when not given.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, SourceSpan Place, bool IsInSource, string Reason);
