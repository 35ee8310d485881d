using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Generated text before a paragraph's own: a heading's number, "Figure 3.2", a note's number.</summary>
/// <param name="Text">The characters, trailing space or gap included.</param>
/// <param name="Style">Its type; null for the paragraph's.</param>
/// <param name="Owner">The node it belongs to: its frames get <c>FrameSource(Owner, Label)</c>.</param>
/// <param name="Width">When set, the label takes exactly this width (text left-aligned in it), so that text hangs beside it.</param>
internal sealed record ParagraphLabel(string Text, TextStyle? Style, NodeId Owner, Length? Width = null);

/// <summary>Turns inlines into lines: itemize, shape, hyphenate, break as a whole, justify.</summary>
internal static class ParagraphComposer
{
    /// <summary>Sets a paragraph.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="content">The resolved inlines.</param>
    /// <param name="style">Its type.</param>
    /// <param name="measure">The width of the lines.</param>
    /// <param name="label">Generated text before it; null for none.</param>
    /// <param name="looseness">Asks for so many lines more (1) or fewer (-1) than best; the result has the nearest count that can be had.</param>
    public static ComposedParagraph Compose(InlineContext context, ImmutableArray<Inline> content, TextStyle style, Length measure,
        ParagraphLabel? label = null, int looseness = 0) => throw new NotImplementedException();

    /// <summary>The widths a paragraph may take, for tables: its longest unbreakable piece, and all of it on one line.</summary>
    public static (Length Minimum, Length Natural) Measure(InlineContext context, ImmutableArray<Inline> content, TextStyle style) =>
        throw new NotImplementedException();
}
