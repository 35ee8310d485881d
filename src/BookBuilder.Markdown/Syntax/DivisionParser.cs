using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;
using Markdig.Parsers;
using Block = Markdig.Syntax.Block;
using ContainerBlock = Markdig.Syntax.ContainerBlock;
using FencedCodeBlock = Markdig.Syntax.FencedCodeBlock;

namespace BookBuilder.Markdown.Syntax;

/// <summary>A stretch of blocks between fences of colons.</summary>
internal sealed class DivisionBlock(BlockParser parser, Attributes attributes) : ContainerBlock(parser)
{
    public Attributes Attributes { get; } = attributes;
    /// <summary>Whether its closing fence was found.</summary>
    public bool IsFenced { get; set; }
}

/// <summary>Reads fenced divs after Pandoc's manual: three colons or more with attributes or one word open, three or more alone close the innermost.</summary>
internal sealed partial class DivisionParser : BlockParser
{
    public DivisionParser() => OpeningCharacters = [':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        string line = processor.Line.ToString();
        Match opening = Opening().Match(line);
        if (!opening.Success) return BlockState.None;
        Attributes? attributes;
        int end = opening.Length;
        if (opening.Groups["word"] is { Success: true } word)
            attributes = new Attributes { Classes = [word.Value] };
        else
            attributes = AttributeText.Read(line, opening.Length, line.Length, out end);
        if (attributes is null || line.AsSpan(end).Trim(" \t:").Length > 0) return BlockState.None;
        processor.NewBlocks.Push(new DivisionBlock(this, attributes)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var division = (DivisionBlock)block;
        if (processor.IsCodeIndent || processor.CurrentChar != ':' || !Closing().IsMatch(processor.Line.ToString()) || !IsInnermost(processor, division))
        {
            processor.GoToColumn(processor.ColumnBeforeIndent);      // the white before a line of code within belongs to the code
            return BlockState.Continue;
        }
        division.IsFenced = true;
        division.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    /// <summary>A fence belongs to the innermost division, and within a block of code it is code.</summary>
    private static bool IsInnermost(BlockProcessor processor, DivisionBlock division)
    {
        // The parser's own mark of openness is being set anew while it asks.
        for (Block? at = division.LastChild; at is not null && processor.IsOpen(at); at = (at as ContainerBlock)?.LastChild)
            if (at is DivisionBlock or FencedCodeBlock or FormulaBlock or CommentBlock)
                return false;
        return true;
    }

    [GeneratedRegex(@"^:{3,}[ \t]*(?:(?=\{)|(?<word>[\p{L}_][-\p{L}\p{N}_.]*))")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^:{3,}[ \t]*$")]
    private static partial Regex Closing();
}
