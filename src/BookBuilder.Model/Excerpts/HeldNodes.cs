using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Excerpts;

/// <summary>Gathers the names of all nodes in blocks.</summary>
internal sealed class HeldNodes : TreeRewriter
{
    /// <summary>The names so far.</summary>
    public HashSet<NodeId> Ids { get; } = [];

    /// <summary>The marks of notes, in the order of the text.</summary>
    public List<NoteMark> Marks { get; } = [];

    /// <summary>Takes in blocks.</summary>
    public HeldNodes With(ImmutableArray<Block> blocks)
    {
        Rewrite(blocks);
        return this;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        Ids.Add(block.Id);
        return base.Replace(block);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        Ids.Add(inline.Id);
        if (inline is NoteMark mark) Marks.Add(mark);
        return base.Replace(inline);
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        Ids.Add(node.Id);
        return node;
    }
}
