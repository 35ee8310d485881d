using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>What composing a chapter's blocks needs to know.</summary>
/// <param name="Inline">The book, its pictures, the shaper, and where to say what is wrong.</param>
/// <param name="Styles">The style sheet.</param>
/// <param name="Chapter">The chapter.</param>
/// <param name="Folios">The page labels of nodes, for the contents; empty while they are not known.</param>
internal sealed record BlockContext(InlineContext Inline, BlockStyles Styles, ResolvedChapter Chapter,
    IReadOnlyDictionary<NodeId, string> Folios)
{
    /// <summary>Whether something may lead to a node.</summary>
    public bool IsTarget(NodeId node) => Inline.Book.Anchors.ContainsKey(node);
}

/// <summary>Where and how blocks are set: changes as lists and quotations nest.</summary>
/// <param name="Text">The type of running text here.</param>
/// <param name="Left">The left edge within the text block.</param>
/// <param name="Width">The width of lines.</param>
internal sealed record Setting(TextStyle Text, Length Left, Length Width)
{
    /// <summary>How many lists are around.</summary>
    public int ListDepth { get; init; }
    /// <summary>The indent of paragraphs that follow another.</summary>
    public Length ParagraphIndent { get; init; }
    /// <summary>The space between paragraphs; none where they are indented.</summary>
    public Galleys.Flex ParagraphSpace { get; init; }
    /// <summary>Whether figures and tables may move: only in the running text itself.</summary>
    public bool Floats { get; init; }

    /// <summary>The same, narrower.</summary>
    public Setting Inset(Length left, Length right) => this with { Left = Left + left, Width = Width - left - right, Floats = false };
}
