using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Turns inlines into lines: itemize, shape, hyphenate, break as a whole, justify.</summary>
internal static class ParagraphComposer
{
    /// <summary>Sets a paragraph.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="content">The resolved inlines.</param>
    /// <param name="style">Its type.</param>
    /// <param name="measure">The width of the lines, indents included.</param>
    /// <param name="label">Generated text before it; null for none.</param>
    /// <param name="looseness">Asks for so many lines more (1) or fewer (-1) than best; the result has the nearest count that can be had.</param>
    public static ComposedParagraph Compose(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure,
        ParagraphLabel? label = null, int looseness = 0)
    {
        PreparedParagraph paragraph = PreparedParagraph.Of(context, content, style, measure, label);
        return Set(context, paragraph, measure, looseness);
    }

    /// <summary>The widths a paragraph may take, for tables: its longest unbreakable piece, and all of it on one line.</summary>
    public static (Length Minimum, Length Natural) Measure(InlineContext context, ImmutableArray<Inline> content, TextStyle style)
    {
        PreparedParagraph paragraph = PreparedParagraph.Of(context, content, style, Length.Unbounded, null);
        return ParagraphWidths.Of(paragraph.Items);
    }

    private static ComposedParagraph Set(InlineContext context, PreparedParagraph paragraph, Length measure, int looseness)
    {
        if (paragraph.Items.Length == 0) return new ComposedParagraph([], 0);
        TextStyle style = paragraph.Style;
        LineMeasures measures = new(measure - style.FirstIndent + paragraph.FirstHang, measure - style.HangingIndent);
        ReadOnlySpan<LineBreakCosts> passes = style.Alignment == LineAlignment.Justified
            ? BreakingPasses.Justified(style.Size, style.Hyphenated, BreakingPasses.Tolerance(paragraph.CharactersIn(measure)))
            : style.BreaksAsAddress ? BreakingPasses.Narrow(style.Size, style.Hyphenated) : BreakingPasses.Ragged(style.Size, style.Hyphenated);
        BrokenParagraph broken = BreakingPasses.Break(paragraph.Items, measures, passes, looseness);
        ImmutableArray<Line> lines = LineMaker.Make(context, paragraph, broken.Breaks, measure);
        return new ComposedParagraph(LineComplaints.Attach(paragraph.Text, lines), broken.Demerits);
    }
}
