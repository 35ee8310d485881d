using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Measures what cells need.</summary>
internal static class CellNeeds
{
    /// <summary>The widths blocks may take: those of the neediest among them, with its indent.</summary>
    public static ColumnNeed Of(BlockContext context, ImmutableArray<Block> blocks, TextStyle style)
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
