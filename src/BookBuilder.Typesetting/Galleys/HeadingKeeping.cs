using System.Collections.Immutable;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>Keeps headings with what follows them: two lines of it at least stand on their page.</summary>
internal static class HeadingKeeping
{
    /// <summary>The boxes, those just below headings not to be parted from them.</summary>
    /// <param name="boxes">The column of text.</param>
    /// <param name="line">A line of its grid.</param>
    public static ImmutableArray<GalleyBox> Apply(ImmutableArray<GalleyBox> boxes, Length line)
    {
        ImmutableArray<GalleyBox>.Builder kept = boxes.ToBuilder();
        for (int i = 1; i < boxes.Length; i++)
        {
            if (!boxes[i - 1].IsHeading || boxes[i].IsHeading) continue;
            Length below = Length.Zero;
            for (int next = i; next < boxes.Length && boxes[next].BreakBefore != BreakCost.Forced; next++)
            {
                if (next > i)
                    kept[next] = kept[next] with { BreakBefore = Math.Max(kept[next].BreakBefore, BreakCost.Stranded) };
                below += boxes[next].Height;
                if (below > line * 1.8 || boxes[next].IsHeading) break;
            }
        }
        return kept.ToImmutable();
    }
}
