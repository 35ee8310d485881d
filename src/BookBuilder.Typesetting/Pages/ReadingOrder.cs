using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A place in the text: a leaf and an offset into its text.</summary>
internal readonly record struct TextPlace(NodeId Leaf, int Offset);

/// <summary>The order in which the book is read: which of two places comes first, and where its words begin.</summary>
/// <remarks>Node names do not say it: those of generated nodes come last.</remarks>
internal sealed class ReadingOrder : TreeRewriter
{
    private readonly Dictionary<NodeId, int> _positions;
    private readonly List<Stretch> _stretches;
    private readonly Dictionary<NodeId, int> _stretchOf;
    private int _paragraph;

    private readonly record struct Stretch(NodeId Leaf, string Text, int Paragraph);

    // Of the nodes of a text about half have words.
    private ReadingOrder(int nodes) => (_positions, _stretches, _stretchOf) = (new(nodes), new(nodes / 2), new(nodes / 2));

    /// <summary>Walks through the book once.</summary>
    public static ReadingOrder Of(ResolvedBook book) => Of(book.Chapters);

    /// <summary>The order of chapters that follow each other.</summary>
    public static ReadingOrder Of(ImmutableArray<ResolvedChapter> chapters)
    {
        // A guess at how many nodes there are: but for generated ones, names count in the order of the text.
        ReadingOrder order = new(chapters.Sum(static c => c.Content.IsEmpty ? 1 : c.Content[^1].Id.Ordinal));
        foreach (ResolvedChapter chapter in chapters)
        {
            order.Enter(chapter.Id);
            order.Rewrite(chapter.Content);
        }
        return order;
    }

    /// <summary>Where a node stands among all nodes of the text; -1 for one that stands elsewhere, such as in a note.</summary>
    public int PositionOf(NodeId node) => _positions.GetValueOrDefault(node, -1);

    /// <summary>The leaves with words, in the order of the text.</summary>
    public IEnumerable<NodeId> Leaves => _stretches.Select(static s => s.Leaf);

    /// <summary>The place itself when a word begins there, else the beginning of the next word.</summary>
    /// <remarks>A place in a picture, at a heading or the like stays as it is. After the last word it is the end of the last text.</remarks>
    public TextPlace WholeWord(TextPlace place)
    {
        if (!_stretchOf.TryGetValue(place.Leaf, out int at)) return place;
        int offset = Math.Clamp(place.Offset, 0, _stretches[at].Text.Length);
        char before = Before(at, offset);
        for (int paragraph = _stretches[at].Paragraph; at < _stretches.Count; at++, offset = 0)
        {
            if (_stretches[at].Paragraph != paragraph)
            {
                (paragraph, before) = (_stretches[at].Paragraph, ' ');
            }
            string text = _stretches[at].Text;
            for (; offset < text.Length; offset++)
            {
                if (!char.IsWhiteSpace(text[offset]) && IsBoundary(before, text[offset])) return new(_stretches[at].Leaf, offset);
                before = text[offset];
            }
        }
        return new(_stretches[^1].Leaf, _stretches[^1].Text.Length);
    }

    /// <summary>The end of all text up to a section's last leaf; null when it has no text.</summary>
    public TextPlace? EndOf(ResolvedChapter chapter) =>
        _stretches.FindLastIndex(s => s.Leaf.Chapter == chapter.Key) is >= 0 and int last ? new(_stretches[last].Leaf, _stretches[last].Text.Length) : null;

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        Enter(block.Id);
        if (block is CodeBlock code) Add(code.Id, code.Code);
        WithParts(block);
        // What follows within the same parent, such as who said a quotation, is not of its last paragraph.
        _paragraph++;
        return [];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        _positions.TryAdd(inline.Id, _positions.Count);
        switch (inline)
        {
            case Text text: Add(text.Id, text.Value); break;
            case CodeInline code: Add(code.Id, code.Value); break;
            case LineBreak: Add(inline.Id, "\n"); break;
            case MathInline or ImageInline: Add(inline.Id, "\uFFFC"); break;
            default: WithParts(inline); break;
        }
        return [];
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        Enter(node.Id);
        return node;
    }

    private void Enter(NodeId node)
    {
        _positions.TryAdd(node, _positions.Count);
        _paragraph++;
    }

    private void Add(NodeId leaf, string text)
    {
        _stretchOf.TryAdd(leaf, _stretches.Count);
        _stretches.Add(new(leaf, text, _paragraph));
    }

    /// <summary>The character before a place in its paragraph; a space at the paragraph's beginning.</summary>
    private char Before(int at, int offset)
    {
        int paragraph = _stretches[at].Paragraph;
        for (; at >= 0 && _stretches[at].Paragraph == paragraph; at--, offset = at >= 0 ? _stretches[at].Text.Length : 0)
            if (offset > 0) return _stretches[at].Text[offset - 1];
        return ' ';
    }

    /// <summary>Whether a word may begin between two characters: after white and dashes, and between ideographs, which have no spaces.</summary>
    private static bool IsBoundary(char before, char after) =>
        char.IsWhiteSpace(before) || before is '\u2013' or '\u2014' or '\u200B' || IsIdeograph(before) || IsIdeograph(after);

    private static bool IsIdeograph(char c) => c >= '\u2E80' && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter && c is < '\uFB00';
}
