namespace BookBuilder.Epub;

/// <summary>What the author of an EPUB says of its accessibility.</summary>
public sealed record EpubAccessibility
{
    /// <summary>A paragraph in the book's language; null for one made of what the book has.</summary>
    public string? Summary { get; init; }
}
