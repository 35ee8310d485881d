using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Pdf.Claims;

/// <summary>Sets of rules that a book may break.</summary>
[Flags]
internal enum Rules
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Those of ISO 14289-1 (PDF/UA-1).</summary>
    Accessible = 1,
    /// <summary>Those of ISO 19005-2 and -3 for every level.</summary>
    Archival = 2,
    /// <summary>Those of ISO 19005-2 and -3 for level A beside.</summary>
    Structured = 4,
}

/// <summary>Something in a book that no PDF of it can keep a standard with.</summary>
/// <param name="Breaks">The rules it breaks.</param>
/// <param name="Reason">A clause: "a picture has no description".</param>
/// <param name="Span">Where.</param>
internal sealed record Obstacle(Rules Breaks, string Reason, SourceSpan Span)
{
    /// <summary>The label of the page it is on; null when it is about no page.</summary>
    public string? Page { get; init; }
    /// <summary>What to do about it; null when the reason says it.</summary>
    public string? Hint { get; init; }
}
