using System.Collections.Immutable;

namespace BookBuilder.Building;

/// <summary>Why something in a book is set as it is.</summary>
/// <param name="Lines">The explanation, in lines of plain text; empty when the book has nothing of that name, or has errors.</param>
/// <param name="Report">What was said about the book on the way.</param>
public sealed record LayoutExplanation(ImmutableArray<string> Lines, BuildReport Report);
