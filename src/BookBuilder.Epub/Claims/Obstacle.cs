using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Epub.Claims;

/// <summary>Something for which a book cannot be said to conform to EPUB Accessibility 1.1 with WCAG 2.2 at level AA.</summary>
/// <param name="Criterion">What it breaks: "WCAG 2.2, 1.1.1".</param>
/// <param name="Clause">A clause: "a picture has no description".</param>
/// <param name="Span">Where; none when it is about the whole book.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record Obstacle(string Criterion, string Clause, SourceSpan Span, string Hint)
{
    /// <summary>The clause with what it breaks.</summary>
    public string Reason => $"{Clause} ({Criterion})";
}
