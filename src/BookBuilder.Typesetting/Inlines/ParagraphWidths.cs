using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>The widths a paragraph may take.</summary>
internal static class ParagraphWidths
{
    /// <summary>Its longest piece without a place to break, and its longest line when only forced line ends are taken.</summary>
    public static (Length Minimum, Length Natural) Of(ReadOnlySpan<ParagraphItem> items)
    {
        Length piece = Length.Zero, line = Length.Zero, longestPiece = Length.Zero, longestLine = Length.Zero;
        bool afterBox = false;
        foreach (ParagraphItem item in items)
        {
            bool mayEnd = item.Kind switch { ItemKind.Glue => afterBox, ItemKind.Penalty => item.Cost < ParagraphItem.Never, _ => false };
            if (mayEnd)
            {
                longestPiece = Length.Max(longestPiece, item.Kind == ItemKind.Penalty ? piece + item.Width : piece);
                piece = Length.Zero;
            }
            else if (item.Kind != ItemKind.Penalty) piece += item.Width;
            if (item.Kind != ItemKind.Penalty) line += item.Width;
            if (item is { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced })
            {
                longestLine = Length.Max(longestLine, line);
                line = Length.Zero;
            }
            afterBox = item.Kind == ItemKind.Box;
        }
        return (longestPiece, longestLine);
    }
}
