using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>The words of a table's caption, without "Table:".</summary>
internal sealed class TableCaptionBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Reads <c>Table: …</c> and <c>: …</c> next to a table. Elsewhere the colon begins a definition.</summary>
internal sealed partial class TableCaptionParser : BlockParser
{
    public TableCaptionParser() => OpeningCharacters = [':', 'T', 't'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock paragraph || IsPipeTable(paragraph);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        Match mark = Mark().Match(processor.Line.Text, processor.Start, processor.Line.Length);
        if (!mark.Success || !(IsAfterTable(processor) || IsBeforeTable(processor))) return BlockState.None;
        processor.NewBlocks.Push(new TableCaptionBlock(this)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            ProcessInlines = true,
        });
        processor.GoToColumn(processor.Column + mark.Length);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.BreakDiscard;
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static bool IsAfterTable(BlockProcessor processor)
    {
        Block? last = processor.CurrentContainer?.LastChild;
        if (last is BlankLineBlock && processor.CurrentContainer is { Count: > 1 } container) last = container[container.Count - 2];
        return last is Table || (last is ParagraphBlock paragraph && IsPipeTable(paragraph));
    }

    /// <summary>A pipe table is still a paragraph while blocks are read: one whose second line is made of bars, hyphens and colons.</summary>
    private static bool IsPipeTable(ParagraphBlock paragraph) =>
        paragraph.Lines.Count >= 2 && Delimiters().IsMatch(paragraph.Lines.Lines[1].Slice.ToString());

    private static bool IsBeforeTable(BlockProcessor processor) =>
        TableBelow().Match(processor.Line.Text, processor.Line.End + 1).Success;

    [GeneratedRegex(@"\G(?:[Tt]able:|:)(?=[ \t])[ \t]*")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")]
    private static partial Regex Delimiters();

    // A line of the caption is told from a blank one by its first sign: any other way to say it can be tried at every letter of every line.
    /// <summary>The rest of the caption, a blank line, and a line that only a table begins with.</summary>
    [GeneratedRegex(@"\G(?:\r?\n[^\S\r\n]*\S[^\r\n]*){0,8}(?:\r?\n[ \t>]*)+\r?\n?[ \t>]*(?:\||\+[-=:]+\+)")]
    private static partial Regex TableBelow();
}
