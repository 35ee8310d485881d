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
    /// <param name="sections">The sections in pages.</param>
    /// <param name="slots">The pages in the book's order.</param>
    public static PageMap Map(IReadOnlyList<ChapterPages> sections, ImmutableArray<PageSlot> slots)
    {
        var starts = ImmutableArray.CreateBuilder<PageStart>(slots.Length);
        List<string> waiting = [];
        foreach (PageSlot slot in slots)
        {
            if (slot.Section < 0) continue;
            if (sections[slot.Section].Starts.Value[slot.Page] is not { } place)
            {
                waiting.Add(slot.Label);
                continue;
            }
            foreach (string label in waiting) starts.Add(new(label, place.Leaf, place.Offset));
            starts.Add(new(slot.Label, place.Leaf, place.Offset));
            waiting.Clear();
        }
        return new(starts.ToImmutable());
    }

    /// <summary>Where each page of a section begins; null where the text goes on after it. Of the last page at least the end of the text is known, if there is any.</summary>
    /// <param name="run">The section.</param>
    /// <param name="texts">What the text of each of its pages consists of.</param>
    public static ImmutableArray<TextPlace?> Of(ChapterRun run, ImmutableArray<ImmutableArray<GalleyBox>> texts)
    {
        var order = ReadingOrder.Of(run.Chapters);
        var starts = ImmutableArray.CreateBuilder<TextPlace?>(texts.Length);
        // What stands outside of the text, such as in a note, has no position: no page begins with it.
        (int Position, int Offset) before = (-1, int.MaxValue);
        foreach (ImmutableArray<GalleyBox> text in texts)
        {
            TextPlace? start = StartOf(text, order, before);
            if (start is { } found) before = (order.PositionOf(found.Leaf), found.Offset);
            else if (starts.Count == texts.Length - 1) start = order.EndOf(run.Chapters[^1]);
            starts.Add(start);
        }
        return starts.MoveToImmutable();
    }

    /// <summary>The first place on a page that lies after where the page before began; null when there is none.</summary>
    private static TextPlace? StartOf(ImmutableArray<GalleyBox> text, ReadingOrder order, (int Position, int Offset) before)
    {
        foreach (GalleyBox box in text)
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
