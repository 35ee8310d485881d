using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>What is tagged as one: a leaf's own content, or the label generated before a node.</summary>
internal readonly record struct LeafKey(NodeId Node, bool IsLabel)
{
    /// <summary>The key of what a frame shows.</summary>
    public static LeafKey Of(FrameSource source) => new(source.Node, source.Part == FramePart.Label);
}

/// <summary>How a leaf is tagged where it stands on a page.</summary>
/// <param name="Tag">The tag of the element that holds it; "Artifact" for what only decorates.</param>
/// <param name="IsText">Whether its frames say which characters they show.</param>
internal sealed record LeafTag(string Tag, bool IsText)
{
    /// <summary>An ornament, a picture without meaning.</summary>
    public static LeafTag Decoration { get; } = new("Artifact", IsText: false);

    /// <summary>Whether it only decorates.</summary>
    public bool IsDecoration => Tag == "Artifact";
}

/// <summary>The tags of all leaves of the book.</summary>
/// <param name="byChapter">Those of each chapter, by its key.</param>
internal sealed class LeafTags(IReadOnlyDictionary<string, IReadOnlyDictionary<LeafKey, LeafTag>> byChapter)
{
    /// <summary>The tag of what a frame shows.</summary>
    /// <exception cref="InvalidOperationException">The model holds no such leaf: whoever made the frame is wrong.</exception>
    public LeafTag Of(FrameSource source) => byChapter.GetValueOrDefault(source.Node.Chapter)?.GetValueOrDefault(LeafKey.Of(source))
        ?? throw new InvalidOperationException($"A frame shows the {source.Part.ToString().ToLowerInvariant()} of {source.Node}, which the book does not hold.");
}
