using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Gives every node of a section its name, in document order.</summary>
internal class NodeNaming(string chapter, int last = 0) : TreeRewriter
{
    /// <summary>The last ordinal given.</summary>
    public int Last { get; private set; } = last;

    /// <summary>A name for the next node.</summary>
    public NodeId Next() => new(chapter, ++Last);

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block) => [WithParts(block with { Id = Next() })];

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline) => [WithParts(inline with { Id = Next() })];

    /// <inheritdoc/>
    protected override T Enter<T>(T node) => node with { Id = Next() };
}
