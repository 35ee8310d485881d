using System.Collections.Immutable;

namespace BookBuilder.Model.Diagnostics;

/// <summary>An author's word that some warnings and remarks about a part of a file need not be told. Errors are told all the same.</summary>
/// <param name="Codes">Which are not told.</param>
/// <param name="Scope">The lines that it is about; null for the whole file.</param>
/// <param name="Place">Where it was said.</param>
/// <param name="Reason">Why, in the author's words; empty when not given.</param>
public sealed record Silence(ImmutableArray<CodePattern> Codes, SourceSpan? Scope, SourceSpan Place, string Reason);
