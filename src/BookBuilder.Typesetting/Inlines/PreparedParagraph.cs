using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>What an item of the line breaker stands for in the paragraph's characters.</summary>
/// <param name="Start">Its first character; of a penalty, the character the next line begins with.</param>
/// <param name="End">Just after its last; equal to <paramref name="Start"/> when it stands for none.</param>
internal readonly record struct ItemText(int Start, int End);

/// <summary>A paragraph shaped and cut into items: all that does not depend on the measure. All but its characters is borrowed until its lines are made.</summary>
internal sealed class PreparedParagraph : IDisposable
{
    /// <summary>Its type.</summary>
    public required TextStyle Style { get; init; }
    /// <summary>Its characters.</summary>
    public required ParagraphText Text { get; init; }
    /// <summary>Its glyphs.</summary>
    public required ShapedText Shaped { get; init; }
    /// <summary>Its items; empty when nothing stands in it.</summary>
    public ReadOnlySpan<ParagraphItem> Items => BorrowedItems.Items;
    /// <summary>For each item its characters.</summary>
    public ReadOnlySpan<ItemText> Sources => BorrowedSources.Items;
    /// <summary>Its items in borrowed memory.</summary>
    public required BorrowedList<ParagraphItem> BorrowedItems { private get; init; }
    /// <summary>Their characters in borrowed memory.</summary>
    public required BorrowedList<ItemText> BorrowedSources { private get; init; }
    /// <summary>The room the generated label takes; zero without one.</summary>
    public required Length LabelWidth { get; init; }
    /// <summary>How far the first line may hang out at its left.</summary>
    public required Length FirstHang { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Shaped.Dispose();
        BorrowedItems.Dispose();
        BorrowedSources.Dispose();
    }

    /// <summary>About how many of its characters a line of a width holds.</summary>
    public double CharactersIn(Length measure)
    {
        Length width = Length.Zero;
        foreach (ParagraphItem item in Items)
            if (item.Kind != ItemKind.Penalty) width += item.Width;
        return width > Length.Zero ? Text.Characters.Length * (measure / width) : 0;
    }

    /// <summary>Flattens, shapes and cuts a paragraph.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="content">The resolved inlines.</param>
    /// <param name="style">Its type.</param>
    /// <param name="measure">The widest a picture in it may be.</param>
    /// <param name="label">Generated text before it; null for none.</param>
    public static PreparedParagraph Of(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure, ParagraphLabel? label)
    {
        ParagraphText text = InlineFlattener.Flatten(context, content, style, measure, label);
        ShapedText shaped = ShapedText.Shape(text, context.Shaper);
        MissingGlyphs.Report(context, text, shaped);
        Length labelWidth = text.LabelLength == 0 ? Length.Zero
            : Length.Max(label?.Width ?? Length.Zero, shaped.Width(0, text.LabelLength));
        ItemCutter cutter = new(context, style, text, shaped);
        return new PreparedParagraph
        {
            Style = style, Text = text, Shaped = shaped, LabelWidth = labelWidth, FirstHang = cutter.FirstHang(),
            BorrowedItems = cutter.Cut(labelWidth), BorrowedSources = cutter.Sources,
        };
    }
}
