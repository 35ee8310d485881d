using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
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
    /// <param name="before">The block before the first; null when nothing stands before it.</param>
    public static void Compose(BlockContext context, GalleyBuilder galley, ImmutableArray<Block> blocks, Setting setting, Block? before = null)
    {
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
                case Division division: QuoteBlocks.Compose(context, galley, division, setting, before); break;
                case CodeBlock code: CodeBlocks.Compose(context, galley, code, setting); break;
                case Callout callout: CalloutBlocks.Compose(context, galley, callout, setting); break;
                case MathBlock math: MathBlocks.Compose(context, galley, math, setting); break;
                case Figure figure: FigureBlocks.Compose(context, galley, figure, setting); break;
                case Table table: TableBlocks.Compose(context, galley, table, setting); break;
                case Statement: throw new ArgumentException("Statements are settled before a book is set.");
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
        // A bullet hangs beside the line that was first set.
        bool varies = !galley.HasLabel;
        ComposedParagraph best = ParagraphComposer.Compose(context.Inline, content, style, setting.Width, label);
        foreach (GalleyBox box in Boxes(best)) galley.Add(box);
        // The lines themselves are let go: a long book keeps this for each of its paragraphs until all pages are settled.
        (int lines, double demerits) = (best.Lines.Length, best.Demerits);
        if (varies) galley.Vary(number, Variants);

        ParagraphVariants Variants()
        {
            InlineContext silent = context.Inline with { Sink = new DiagnosticSink() };    // the best breaking has said it all
            (ComposedParagraph? shorter, ComposedParagraph? longer) = ParagraphComposer.Otherwise(silent, content, style, setting.Width, label, lines);
            return new(Decent(shorter), Decent(longer));
        }

        ParagraphVariant? Decent(ComposedParagraph? other) =>
            other is not null && other.Lines.All(IsSound) ? new(Boxes(other), VariantCosts.Of(demerits, other)) : null;

        ImmutableArray<GalleyBox> Boxes(ComposedParagraph composed) => LineBoxes.Of(composed, style, setting.Left, owner.Span, number);
    }

    /// <summary>Whether a line of a variant is set well enough to stand for a better one.</summary>
    private static bool IsSound(Line line) => line.Overrun == Length.Zero && line.Said.IsEmpty && line.SpaceRatio is > 0.75 and < 1.5;

    private static void Text(BlockContext context, GalleyBuilder galley, Paragraph paragraph, Setting setting, Block? before)
    {
        bool follows = before is Paragraph or ListBlock or DefinitionList or BlockQuote or CodeBlock or Figure or Table or Callout
            || (before is Division && !before.Attributes.Has("epigraph"));
        // A figure between two paragraphs may have moved away.
        if (before is Paragraph or Figure or Table) galley.Space(setting.ParagraphSpace);
        // An address among a list's lines would tear holes into them if they were justified.
        bool isRagged = setting.ListDepth > 0 && paragraph.Content.Any(i => i is Link { IsAutolink: true });
        TextStyle style = (isRagged ? setting.Text with { Alignment = LineAlignment.Left } : setting.Text) with { FirstIndent = follows ? setting.ParagraphIndent : Length.Zero };
        // What closes a list of sources is set like them.
        if (before is ListBlock list && list.Attributes.Has("sources"))
        {
            Length size = Length.Min(style.Size, context.Styles.Design.Of(context.Styles.Design.Lists.SourcesSize));
            style = style with { Size = size, Leading = style.Leading * (size / style.Size), Alignment = LineAlignment.Left, FirstIndent = Length.Zero };
        }
        Lines(context, galley, paragraph.Content, style, setting, paragraph);
    }
}
