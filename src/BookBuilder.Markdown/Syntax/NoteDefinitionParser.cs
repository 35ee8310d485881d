using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>The text of a note where it is defined.</summary>
internal sealed class NoteDefinitionBlock(BlockParser parser, string label) : ContainerBlock(parser)
{
    public string Label { get; } = label;
    /// <summary>Just after <c>[^label]:</c>, for diagnostics about the label.</summary>
    public int LabelEnd { get; init; }
}

/// <summary>Reads <c>[^label]: …</c> with all that is indented by four below it. Every definition is kept, also a second one of the same label.</summary>
internal sealed partial class NoteDefinitionParser : BlockParser
{
    public NoteDefinitionParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        Match match = Grammar().Match(processor.Line.Text, processor.Start, processor.Line.Length);
        if (!match.Success) return BlockState.None;
        processor.NewBlocks.Push(new NoteDefinitionBlock(this, match.Groups[1].Value)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            LabelEnd = processor.Start + match.Length,
        });
        processor.GoToColumn(processor.Column + match.Length);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.Continue;
        if (!processor.IsCodeIndent) return BlockState.None;
        processor.GoToCodeIndent();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    [GeneratedRegex(@"\G\[\^([^\s\[\]^]+)\]:")]
    private static partial Regex Grammar();
}
