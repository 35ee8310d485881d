using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Epub;

/// <summary>What the author of an EPUB says of its accessibility.</summary>
public sealed record EpubAccessibility
{
    /// <summary>A paragraph in the book's language; null for one made of what the book has.</summary>
    public string? Summary { get; init; }
    /// <summary>Where the author claims that the book conforms to EPUB Accessibility 1.1 with WCAG 2.2 at level AA; null when nobody claims it.</summary>
    public SourceSpan? Claimed { get; init; }
    /// <summary>Who judged the book; null when not said.</summary>
    public string? Certifier { get; init; }
    /// <summary>What entitles them to; null when not said.</summary>
    public string? Credential { get; init; }
    /// <summary>The address of what they found; null when not said.</summary>
    public string? Report { get; init; }
}
