using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Tables;

/// <summary>A cell as far as its height goes: how many lines it has at a width is counted without setting them.</summary>
/// <param name="Row">Its first row; those of the body after those of the head.</param>
/// <param name="Column">Its column.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Other">The width of everything else in it, as if it stood on one line.</param>
/// <param name="Leading">The height of a line.</param>
internal sealed record CellShape(int Row, int Column, ImmutableArray<ParagraphItem[]> Paragraphs, Length Other, Length Leading)
{
    /// <summary>Its height when its lines are so wide.</summary>
    public Length HeightAt(Length measure)
    {
        int lines = Other > Length.Zero && measure > Length.Zero ? (int)Math.Ceiling(Math.Min(10_000, Other / measure)) : 0;
        foreach (ParagraphItem[] paragraph in Paragraphs) lines += Lines(paragraph, measure, divides: false) ?? Lines(paragraph, measure, divides: true) ?? 1;
        return Leading * Math.Max(1, lines) + Leading / 4 * Math.Max(0, Paragraphs.Length - 1);
    }

    /// <summary>The same in a table whose body is set in parts side by side: it stands in a line with rows of the other parts.</summary>
    public CellShape Folded(int headRows, int bodyRows, int fold) =>
        Row < headRows ? this : this with { Row = headRows + (Row - headRows) % ((bodyRows + fold - 1) / fold) };

    /// <summary>The lines of a paragraph when each takes what fits: the total-fit breaker hardly ever needs more in ragged text. Null when a word would have to be divided and may not.</summary>
    private static int? Lines(ReadOnlySpan<ParagraphItem> items, Length measure, bool divides)
    {
        int lines = 0;
        Length used = Length.Zero, left = Length.Zero;              // since the line's beginning, and since its last place to break
        bool mayBreak = false, afterBox = false;
        foreach (ParagraphItem item in items)
        {
            switch (item.Kind)
            {
                case ItemKind.Penalty when item.Cost == ParagraphItem.Forced:
                    lines++;
                    used = Length.Zero;
                    mayBreak = false;
                    break;
                case ItemKind.Penalty:
                    if (item.Cost >= ParagraphItem.Never || used + item.Width > measure || (item.IsDivision && !divides)) break;
                    mayBreak = true;
                    left = used;
                    break;
                case ItemKind.Glue:
                    used += item.Width;
                    if (!afterBox) break;
                    mayBreak = true;
                    left = used;
                    break;
                case ItemKind.Box:
                    used += item.Width;
                    if (used > measure && mayBreak)
                    {
                        lines++;
                        used -= left;
                        mayBreak = false;
                    }
                    if (used > measure && !divides) return null;
                    break;
            }
            afterBox = item.Kind == ItemKind.Box;
        }
        return lines;
    }
}
