using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>What a cell needs, and what is known of its height.</summary>
/// <param name="Widths">The widths it may take.</param>
/// <param name="Paragraphs">Its paragraphs, cut for the line breaker.</param>
/// <param name="Other">The natural width of everything else in it.</param>
internal readonly record struct CellNeed(ColumnNeed Widths, ImmutableArray<ParagraphItem[]> Paragraphs, Length Other);

/// <summary>Measures what cells need.</summary>
internal static class CellNeeds
{
    /// <summary>What a cell needs: the widths of the neediest of its blocks, with its indent.</summary>
    public static CellNeed Of(BlockContext context, TableCell cell, TextStyle style)
    {
        ColumnNeed need = default;
        Length other = Length.Zero;
        var paragraphs = ImmutableArray.CreateBuilder<ParagraphItem[]>(cell.Content.Length);
        foreach (Block block in cell.Content)
        {
            ColumnNeed one;
            if (block is Paragraph paragraph)
            {
                using PreparedParagraph prepared = PreparedParagraph.Of(context.Inline, paragraph.Content, style, Length.Unbounded, null);
                ParagraphItem[] items = prepared.Items.ToArray();
                (Length minimum, Length natural) = ParagraphWidths.Of(items);
                one = new(minimum, natural);
                paragraphs.Add(items);
            }
            else
            {
                one = Of(context, block, style);
                other += one.Natural;
            }
            need = ColumnNeed.Max(need, one);
        }
        return new(need, paragraphs.ToImmutable(), other);
    }

    private static ColumnNeed Of(BlockContext context, ImmutableArray<Block> blocks, TextStyle style)
    {
        ColumnNeed need = default;
        foreach (Block block in blocks)
            need = ColumnNeed.Max(need, Of(context, block, style));
        return need;
    }

    private static ColumnNeed Of(BlockContext context, Block block, TextStyle style)
    {
        Length indent = style.Size * 1.4;
        switch (block)
        {
            case Paragraph paragraph:
                (Length minimum, Length natural) = ParagraphComposer.Measure(context.Inline, paragraph.Content, style);
                return new(minimum, natural);
            case Heading heading:
                (minimum, natural) = ParagraphComposer.Measure(context.Inline, heading.Content, context.Styles.Minor);
                return new(minimum, natural);
            case ListBlock list:
                return Indented(list.Items.Select(i => Of(context, i.Content, style)), indent);
            case DefinitionList list:
                return Indented(list.Items.SelectMany(i => i.Definitions).Select(d => Of(context, d.Content, style)), indent);
            case BlockQuote quote:
                return Indented([Of(context, quote.Content, style)], indent * 2);
            case Callout callout:
                return Indented([Of(context, callout.Content, style)], context.Styles.Size(2.2));
            case Division division:
                return Of(context, division.Content, style);
            case CodeBlock code:
                Length widest = Length.Zero;
                foreach (string line in code.Code.Split('\n'))
                    widest = Length.Max(widest, context.Styles.Code.Size * 0.6 * line.Length);
                return new(style.Size * 6, widest + style.Size * 2);
            case Figure figure:
                Length picture = context.Inline.Pictures[figure.Source]?.NaturalWidth ?? style.Size * 8;
                return new(Length.Min(picture, style.Size * 4), picture);
            default:
                return new(style.Size * 4, style.Size * 10);
        }
    }

    private static ColumnNeed Indented(IEnumerable<ColumnNeed> needs, Length indent)
    {
        ColumnNeed all = default;
        foreach (ColumnNeed need in needs) all = ColumnNeed.Max(all, need);
        return new(all.Minimum + indent, all.Natural + indent);
    }
}
