using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets blocks one under the other in a galley.</summary>
internal static class BlockComposer
{
    /// <summary>Sets blocks.</summary>
    /// <param name="context">The chapter around them.</param>
    /// <param name="galley">Where they go.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="setting">Where and how.</param>
    public static void Compose(BlockContext context, GalleyBuilder galley, ImmutableArray<Block> blocks, Setting setting)
    {
        Block? before = null;
        foreach (Block block in blocks)
        {
            if (context.IsTarget(block.Id)) galley.Mark(block.Id, setting.Left);
            switch (block)
            {
                case Paragraph paragraph: Text(context, galley, paragraph, setting, before); break;
                case Heading heading: HeadingBlocks.Compose(context, galley, heading, setting, before); break;
                case ListBlock list: ListBlocks.Compose(context, galley, list, setting); break;
                case DefinitionList list: ListBlocks.Compose(context, galley, list, setting); break;
                case BlockQuote quote: QuoteBlocks.Compose(context, galley, quote, setting); break;
                case Division division: QuoteBlocks.Compose(context, galley, division, setting); break;
                case CodeBlock code: CodeBlocks.Compose(context, galley, code, setting); break;
                case Callout callout: CalloutBlocks.Compose(context, galley, callout, setting); break;
                case MathBlock math: MathBlocks.Compose(context, galley, math, setting); break;
                case Figure figure: FigureBlocks.Compose(context, galley, figure, setting); break;
                case Table table: TableBlocks.Compose(context, galley, table, setting); break;
                case ThematicBreak rest: QuoteBlocks.Compose(context, galley, rest, setting); break;
                case PageBreak: galley.Cost(BreakCost.Forced); break;
                case DisplayLine line: DisplayBlocks.Compose(context, galley, line, setting, before as DisplayLine); break;
                case ContentsList contents: ContentsBlocks.Compose(context, galley, contents, setting); break;
                default: throw new UnreachableException($"{block.GetType().Name} is new: say here how it is set.");
            }
            before = block;
        }
    }

    /// <summary>Sets one paragraph in the type given, label before it.</summary>
    public static void Lines(BlockContext context, GalleyBuilder galley, ImmutableArray<Inline> content, TextStyle style, Setting setting,
        Node owner, ParagraphLabel? label = null)
    {
        int number = galley.NextParagraph();
        int looseness = setting.Floats ? context.Looseness.GetValueOrDefault(number) : 0;
        ComposedParagraph composed = ParagraphComposer.Compose(context.Inline, content, style, setting.Width, label, looseness);
        foreach (GalleyBox box in LineBoxes.Of(composed, style, setting.Left))
            galley.Add(box with { Span = owner.Span, Paragraph = setting.Floats ? number : 0 });
    }

    private static void Text(BlockContext context, GalleyBuilder galley, Paragraph paragraph, Setting setting, Block? before)
    {
        bool follows = before is Paragraph or ListBlock or DefinitionList or BlockQuote or CodeBlock or Figure or Table or Callout;
        if (before is Paragraph) galley.Space(setting.ParagraphSpace);
        TextStyle style = setting.Text with { FirstIndent = follows ? setting.ParagraphIndent : Length.Zero };
        Lines(context, galley, paragraph.Content, style, setting, paragraph);
    }
}
