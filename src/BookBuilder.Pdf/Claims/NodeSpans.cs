using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Pdf.Claims;

/// <summary>Where the author wrote what a node shows.</summary>
internal sealed class NodeSpans : TreeRewriter
{
    private readonly Dictionary<NodeId, SourceSpan> _spans = [];
    private SourceSpan _block = SourceSpan.None;

    /// <summary>Goes through a book. Made only when there is something to say.</summary>
    public NodeSpans(ResolvedBook book)
    {
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes)
            {
                _spans.TryAdd(note.Id, note.Span);
                Rewrite(note.Content);
            }
        }
    }

    /// <summary>The place of a node, or of the block around it; none for what the book generates.</summary>
    public SourceSpan Of(NodeId node) => _spans.GetValueOrDefault(node);

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        SourceSpan around = _block;
        if (block.Span != SourceSpan.None) _block = block.Span;
        _spans.TryAdd(block.Id, _block);
        IEnumerable<Block> same = base.Replace(block);
        _block = around;
        return same;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        _spans.TryAdd(inline.Id, inline.Span == SourceSpan.None ? _block : inline.Span);
        return base.Replace(inline);
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        _spans.TryAdd(node.Id, node.Span == SourceSpan.None ? _block : node.Span);
        return node;
    }
}
