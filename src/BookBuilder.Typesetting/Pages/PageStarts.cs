using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Finds where in the text every page begins.</summary>
/// <remarks>
/// A page begins with what stands highest on it and is there for the first time: a line of text, a heading's number, a figure that was put off, a table's row.
/// The beginnings follow each other as the text does: a figure whose place in the text lies before the page above is passed over, and
/// the page begins with what stands below it.
/// </remarks>
internal static class PageStarts
{
    /// <summary>The beginnings of all pages on which something of the text stands, and of those that only end its notes: these begin where the text goes on.</summary>
    /// <param name="book">The book.</param>
    /// <param name="sections">Its sections in pages.</param>
    /// <param name="slots">The pages in the book's order.</param>
    public static PageMap Map(ResolvedBook book, IReadOnlyList<ChapterPages> sections, ImmutableArray<PageSlot> slots)
    {
        var order = ReadingOrder.Of(book);
        var starts = ImmutableArray.CreateBuilder<PageStart>();
        List<string> waiting = [];
        (int Position, int Offset) before = (-1, 0);
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i].Section < 0) continue;
            ChapterPages section = sections[slots[i].Section];
            TextPlace? start = StartOf(section.Pages[slots[i].Page], order, before);
            if (start is null) waiting.Add(slots[i].Label);
            bool isLast = slots[i].Page == section.Pages.Length - 1;
            if (start is { } found) before = (order.PositionOf(found.Leaf), found.Offset);
            else if (isLast) start = order.EndOf(section.Run.Chapters[^1]);
            if (start is not { } place) continue;
            foreach (string label in waiting) starts.Add(new(label, place.Leaf, place.Offset));
            if (waiting.Count == 0 || waiting[^1] != slots[i].Label) starts.Add(new(slots[i].Label, place.Leaf, place.Offset));
            waiting.Clear();
        }
        return new(starts.ToImmutable());
    }

    /// <summary>The first place on a page that lies after where the page before began; null when there is none.</summary>
    private static TextPlace? StartOf(ChapterPage page, ReadingOrder order, (int Position, int Offset) before)
    {
        foreach (GalleyBox box in page.Column)
            foreach (FrameItem item in box.Items)
            {
                if (item is LinkArea || item.Source.Part == FramePart.Artifact) continue;
                // A number or bullet stands before the first word of what it belongs to.
                TextPlace place = item.Source.Part == FramePart.Label ? new(item.Source.Node, 0) : order.WholeWord(new(item.Source.Node, item.Source.Offset));
                int position = order.PositionOf(place.Leaf);
                if (position > before.Position || position == before.Position && place.Offset > before.Offset) return place;
            }
        return null;
    }
}
