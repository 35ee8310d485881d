using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>An HTML comment, script or style sheet on lines of its own.</summary>
internal sealed class CommentBlock(BlockParser parser, string ending) : LeafBlock(parser)
{
    /// <summary>What ends it: <c>--&gt;</c> or a closing tag.</summary>
    public string Ending { get; } = ending;
    /// <summary>Whether it is a comment, which is dropped without a word.</summary>
    public bool IsComment => Ending == "-->";
}

/// <summary>Reads what HTML hides from readers, blank lines included, so that it is never taken for text. Other tags are read in running text.</summary>
internal sealed class CommentParser : BlockParser
{
    private static readonly (string Opening, string Ending)[] Kinds = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];

    public CommentParser() => OpeningCharacters = ['<'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        string line = processor.Line.ToString();
        foreach ((string opening, string ending) in Kinds)
        {
            if (!line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;
            int end = line.IndexOf(ending, opening.Length, StringComparison.OrdinalIgnoreCase);
            // A comment with words after it is part of a paragraph.
            if (end >= 0 && !string.IsNullOrWhiteSpace(line[(end + ending.Length)..])) return BlockState.None;
            processor.NewBlocks.Push(new CommentBlock(this, ending) { Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
            return end >= 0 ? BlockState.Break : BlockState.Continue;
        }
        return BlockState.None;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        return processor.Line.ToString().Contains(((CommentBlock)block).Ending, StringComparison.OrdinalIgnoreCase) ? BlockState.Break : BlockState.Continue;
    }
}
