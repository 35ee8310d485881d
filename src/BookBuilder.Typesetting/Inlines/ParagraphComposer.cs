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
    public static ComposedParagraph Compose(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure, ParagraphLabel? label = null)
    {
        using PreparedParagraph paragraph = PreparedParagraph.Of(context, content, style, measure, label);
        return paragraph.Items.Length == 0 ? new ComposedParagraph([], 0) : Made(context, paragraph, measure, Break(paragraph, measure, looseness: 0));
    }

    /// <summary>Sets a paragraph with a line less and with a line more than best; null where that cannot be had.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="content">The resolved inlines.</param>
    /// <param name="style">Its type.</param>
    /// <param name="measure">The width of the lines, indents included.</param>
    /// <param name="label">Generated text before it; null for none.</param>
    /// <param name="lines">How many lines it has at its best.</param>
    public static (ComposedParagraph? Shorter, ComposedParagraph? Longer) Otherwise(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure,
        ParagraphLabel? label, int lines)
    {
        using PreparedParagraph paragraph = PreparedParagraph.Of(context, content, style, measure, label);
        return paragraph.Items.Length == 0 ? default : (With(-1), With(1));

        ComposedParagraph? With(int looseness) =>
            Break(paragraph, measure, looseness) is var broken && broken.Breaks.Length == lines + looseness ? Made(context, paragraph, measure, broken) : null;
    }

    /// <summary>The widths a paragraph may take, for tables: its longest unbreakable piece, and all of it on one line.</summary>
    public static (Length Minimum, Length Natural) Measure(InlineContext context, ImmutableArray<Inline> content, TextStyle style)
    {
        using PreparedParagraph paragraph = PreparedParagraph.Of(context, content, style, Length.Unbounded, null);
        return ParagraphWidths.Of(paragraph.Items);
    }

    private static BrokenParagraph Break(PreparedParagraph paragraph, Length measure, int looseness)
    {
        TextStyle style = paragraph.Style;
        LineMeasures measures = new(measure - style.FirstIndent + paragraph.FirstHang, measure - style.HangingIndent);
        ReadOnlySpan<LineBreakCosts> passes = style.Alignment == LineAlignment.Justified
            ? BreakingPasses.Justified(style.Size, style.Hyphenated, BreakingPasses.Tolerance(paragraph.CharactersIn(measure)))
            : style.BreaksAsAddress ? BreakingPasses.Narrow(style.Size, style.Hyphenated) : BreakingPasses.Ragged(style.Size, style.Hyphenated);
        return BreakingPasses.Break(paragraph.Items, measures, passes, looseness);
    }

    private static ComposedParagraph Made(InlineContext context, PreparedParagraph paragraph, Length measure, BrokenParagraph broken)
    {
        ImmutableArray<Line> lines = LineMaker.Make(context, paragraph, broken.Breaks, measure);
        return new ComposedParagraph(LineComplaints.Attach(paragraph.Text, lines), broken.Demerits);
    }
}
