using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>The words of every heading and caption of a settled chapter: lists print these, since as written they may hold references.</summary>
internal sealed class SettledTitles : TreeRewriter
{
    private readonly Dictionary<NodeId, ImmutableArray<Inline>> _words = [];

    /// <summary>Gathers them.</summary>
    public SettledTitles(ImmutableArray<Block> content) => Rewrite(content);

    /// <summary>The words of a heading or a caption; empty when there are none.</summary>
    public ImmutableArray<Inline> this[NodeId node] => _words.GetValueOrDefault(node, []);

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        ImmutableArray<Inline>? words = block switch
        {
            Heading heading => heading.Content,
            DisplayLine line => line.Content,
            Figure figure => Short(figure) ?? figure.Caption,
            Table table => Short(table) ?? table.Caption,
            _ => null,
        };
        if (words is { } found)
            _words[block.Id] = found;
        return base.Replace(block);
    }

    /// <summary>A long caption may have a short form for the lists (<c>{short="…"}</c>, Quarto's <c>fig-scap</c>).</summary>
    private static ImmutableArray<Inline>? Short(Block block) =>
        (block.Attributes["short"] ?? block.Attributes["fig-scap"]) is { Length: > 0 } words ? [new Text(words)] : null;
}
