using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>A formula on lines of its own. Its lines are those between the dollars, and what follows the last of them.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>Whether the closing dollars were found.</summary>
    public bool IsFenced { get; set; }
}

/// <summary>Reads <c>$$</c> at the beginning of a line up to the line that holds the closing <c>$$</c>, or up to a blank line.</summary>
/// <remarks>A block of its own, so that a line of the formula that begins with a minus or an equals sign is no list and no heading.</remarks>
internal sealed class FormulaBlockParser : BlockParser
{
    public FormulaBlockParser() => OpeningCharacters = ['$'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.PeekChar(1) != '$') return BlockState.None;
        string line = processor.Line.ToString();
        int closing = Closing(line, 2);
        if (closing >= 0 && !IsRest(line, closing + 2)) return BlockState.None;
        processor.NewBlocks.Push(new FormulaBlock(this)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            IsFenced = closing >= 0,
        });
        return closing >= 0 ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var formula = (FormulaBlock)block;
        if (processor.IsBlankLine) return BlockState.Break;
        formula.UpdateSpanEnd(processor.Line.End);
        if (Closing(processor.Line.ToString(), 0) < 0) return BlockState.Continue;
        formula.IsFenced = true;
        formula.AppendLine(ref processor.Line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, false);
        return BlockState.BreakDiscard;
    }

    /// <summary>Where two dollars stand that no backslash escapes, or -1.</summary>
    public static int Closing(string text, int from)
    {
        for (int at = from; at < text.Length - 1; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '$' && text[at + 1] == '$') return at;
        }
        return -1;
    }

    /// <summary>Whether only an attribute list and spaces follow.</summary>
    public static bool IsRest(string text, int from)
    {
        int at = from;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return true;
        return AttributeText.Read(text, at, text.Length, out int end) is not null && string.IsNullOrWhiteSpace(text[end..]);
    }
}
