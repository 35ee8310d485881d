using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets titles: over several lines they are made about equally long, so that no last word stands alone.</summary>
internal static class BalancedParagraph
{
    private const int Trials = 7;

    /// <summary>Sets a title in the narrowest measure that takes no more lines than the full one, never less than half of it.</summary>
    public static ComposedParagraph Compose(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure, ParagraphLabel? label = null)
    {
        ComposedParagraph best = ParagraphComposer.Compose(context, content, style, measure, label);
        if (best.Lines.Length < 2) return best;
        int lines = best.Lines.Length;
        // Trials say nothing: the full measure has been complained about already.
        InlineContext quiet = context with { Sink = new() };
        Length low = measure / 2, high = measure;
        for (int i = 0; i < Trials; i++)
        {
            Length middle = (low + high) / 2;
            ComposedParagraph tried = ParagraphComposer.Compose(quiet, content, style, middle, label);
            if (tried.Lines.Length > lines || tried.Lines.Any(l => l.Overrun > Length.Zero))
                low = middle;
            else
                (high, best) = (middle, tried);
        }
        double share = style.Alignment switch { LineAlignment.Center => 0.5, LineAlignment.Right => 1, _ => 0 };
        return share == 0 ? best : Moved(best, (measure - high) * share);
    }

    /// <summary>Lines that stand in the middle of a narrower measure, or at its right edge, brought to those of the full one.</summary>
    private static ComposedParagraph Moved(ComposedParagraph title, Length right) => title with
    {
        Lines =
        [
            .. title.Lines.Select(l => l with
            {
                Items = [.. l.Items.Select(i => i.MovedBy(right, Length.Zero))], Width = l.Width + right,
                Anchors = [.. l.Anchors.Select(a => (a.Node, a.X + right))],
            }),
        ],
    };
}
