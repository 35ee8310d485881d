using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>What stands in the book a second time for the eye only, such as the head of a table on its next page.
/// It is read aloud once, where it first stands.</summary>
internal sealed class RepeatedItems
{
    private readonly HashSet<(int Page, int Item)> _repeated = [];

    /// <summary>Where nothing is read aloud, nothing is repeated.</summary>
    public static RepeatedItems None => new();

    /// <summary>Finds them in the pages of a section. Text is repeated when the same characters stand on another line; anything else when it stands on a later page.</summary>
    public static RepeatedItems Find(ImmutableArray<Page> pages, LeafTags tags)
    {
        RepeatedItems found = new();
        Dictionary<LeafKey, int> pageOf = [];
        Dictionary<(LeafKey Leaf, int Offset, string Text), (int Page, Length Line)> lineOf = [];
        for (int page = 0; page < pages.Length; page++)
            for (int i = 0; i < pages[page].Body.Length; i++)
            {
                FrameItem item = pages[page].Body[i];
                if (item is LinkArea || item.Source.Part == FramePart.Artifact) continue;
                LeafKey leaf = LeafKey.Of(item.Source);
                bool repeated;
                if (item is GlyphRun run && tags.Of(item.Source).IsText)
                {
                    (int, Length) here = (page, run.Origin.Y);
                    repeated = run.Text is not ("" or "\u00AD") && !lineOf.TryAdd((leaf, item.Source.Offset, run.Text), here)
                        && lineOf[(leaf, item.Source.Offset, run.Text)] != here;
                }
                else repeated = !pageOf.TryAdd(leaf, page) && pageOf[leaf] != page;
                if (repeated) found._repeated.Add((page, i));
            }
        return found;
    }

    /// <summary>Whether an item of a page's body is one.</summary>
    /// <param name="page">The page's place in its section, from 0.</param>
    /// <param name="item">The item's place in the body.</param>
    public bool Contains(int page, int item) => _repeated.Contains((page, item));
}
