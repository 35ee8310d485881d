using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Which pages of the whole book the pages of an excerpt show.</summary>
/// <param name="Slots">The excerpt's pages, labelled with the pages they show: "41–42".</param>
/// <param name="Map">Where the whole book's pages begin in the excerpt. A page that begins before what is taken begins with it.</param>
internal sealed record WholePages(ImmutableArray<PageSlot> Slots, PageMap Map)
{
    /// <summary>Finds them: both books hold the same leaves, so that a leaf says on which pages it stands in each.</summary>
    public static WholePages Of(ResolvedBook excerpt, WholeEdition whole, IReadOnlyList<ChapterPages> sections, ImmutableArray<PageSlot> slots)
    {
        ReadingOrder own = ReadingOrder.Of(excerpt), full = ReadingOrder.Of(whole.Book);
        var starts = new Starts(whole.Map, full);
        PageMap ownMap = PageStarts.Map(sections, slots);
        Dictionary<string, PageStart> ownStart = [];
        foreach (PageStart start in ownMap.Pages) ownStart.TryAdd(start.Label, start);

        // The leaves of the excerpt that the whole book has too, in their order, each with its place in both.
        // Title and imprint are an excerpt's own, though the whole book has pages of that name.
        HashSet<string> texts = [.. excerpt.Chapters.Where(static c => !(c.Role is SectionRole.TitlePage or SectionRole.Copyright)).Select(static c => c.Key)];
        HashSet<NodeId> context = ContextIn(excerpt, whole.Book, own);
        (NodeId Leaf, int Own, int Full)[] leaves = [.. own.Leaves.Where(l => texts.Contains(l.Chapter) && !context.Contains(l)).Select(l => (l, own.PositionOf(l), full.PositionOf(l))).Where(static l => l.Item3 >= 0)];
        var labels = new List<int>[slots.Length];
        var map = ImmutableArray.CreateBuilder<PageStart>();
        int page = 0, before = -1;
        labels[0] = [];
        foreach ((NodeId leaf, int ownPosition, int fullPosition) in leaves)
        {
            // What begins in this leaf: pages of the excerpt and of the book, by their offsets.
            while (Next(page) is { } next && Compare(next, (ownPosition, 0)) <= 0) Turn();
            int at = starts.At(fullPosition, 0);
            if (at >= 0 && at != before) map.Add(new(starts.Label(at), leaf, starts.OffsetIn(at, leaf)));
            Show(at);
            for (int inside = at + 1; inside < starts.Count && starts.IsIn(inside, leaf); inside++)
            {
                while (Next(page) is { } next && Compare(next, (ownPosition, starts.OffsetIn(inside, leaf))) <= 0) TurnShowing(inside - 1);
                map.Add(new(starts.Label(inside), leaf, starts.OffsetIn(inside, leaf)));
                Show(inside);
                at = inside;
            }
            while (Next(page) is { } next && next.Position == ownPosition) TurnShowing(at);
            before = at;
        }
        while (page + 1 < slots.Length) TurnShowing(before);
        // A page that only goes on with notes shows what the page before it does.
        for (int i = 1; i < slots.Length; i++)
            if (labels[i].Count == 0 && labels[i - 1].Count > 0) labels[i].Add(labels[i - 1][^1]);
        return new([.. slots.Select((s, i) => s with { Label = starts.Range(labels[i]) is { Length: > 0 } range ? range : s.Label })],
            new(map.ToImmutable()) { Folios = whole.Map.Folios, Edition = whole.Book.Metadata.Title });

        void Show(int start)
        {
            if (start >= 0 && !labels[page].Contains(start)) labels[page].Add(start);
        }

        void Turn() => labels[++page] = [];

        void TurnShowing(int start)
        {
            Turn();
            Show(start);
        }

        // Where the page after this one begins; null when it is the last, or begins nowhere in the text.
        (int Position, int Offset)? Next(int current)
        {
            for (int i = current + 1; i < slots.Length; i++)
                if (ownStart.TryGetValue(slots[i].Label, out PageStart? start)) return (own.PositionOf(start.Node), start.Offset);
            return null;
        }
    }

    /// <summary>The leaves of headings that only say to what a section belongs: what follows them in the whole book is not there.</summary>
    private static HashSet<NodeId> ContextIn(ResolvedBook excerpt, ResolvedBook whole, ReadingOrder own)
    {
        HashSet<NodeId> context = [];
        foreach (ResolvedChapter chapter in excerpt.Chapters)
        {
            if (whole.Chapters.FirstOrDefault(c => c.Key == chapter.Key) is not { } full) continue;
            for (int i = 0; i + 1 < chapter.Content.Length; i++)
            {
                if (chapter.Content[i] is not Heading heading) continue;
                Block? after = full.Content.SkipWhile(b => b.Id != heading.Id).Skip(1).FirstOrDefault();
                if (after is null || after.Id == chapter.Content[i + 1].Id) continue;
                int first = own.PositionOf(heading.Id), next = own.PositionOf(chapter.Content[i + 1].Id);
                context.UnionWith(own.Leaves.Where(l => own.PositionOf(l) is var at && at > first && at < next));
            }
        }
        return context;
    }

    private static int Compare((int Position, int Offset) left, (int Position, int Offset) right) => left.CompareTo(right);

    /// <summary>The beginnings of the whole book's pages.</summary>
    private sealed class Starts(PageMap map, ReadingOrder order)
    {
        private readonly (int Position, int Offset)[] _places = [.. map.Pages.Select(p => (order.PositionOf(p.Node), p.Offset))];

        public int Count => _places.Length;

        public string Label(int start) => map.Pages[start].Label;

        /// <summary>The page on which a place stands; -1 before the first.</summary>
        public int At(int position, int offset)
        {
            int at = -1;
            for (int low = 0, high = _places.Length - 1; low <= high;)
            {
                int middle = (low + high) / 2;
                if (_places[middle].CompareTo((position, offset)) <= 0) low = (at = middle) + 1;
                else high = middle - 1;
            }
            return at;
        }

        public bool IsIn(int start, NodeId leaf) => map.Pages[start].Node == leaf;

        /// <summary>Where in a leaf a page begins; 0 when it begins before it.</summary>
        public int OffsetIn(int start, NodeId leaf) => IsIn(start, leaf) ? map.Pages[start].Offset : 0;

        /// <summary>Pages as they are printed: "41", "41–42", "18, 41–43".</summary>
        public string Range(List<int> pages)
        {
            pages.Sort();
            List<string> runs = [];
            for (int i = 0; i < pages.Count;)
            {
                int last = i;
                while (last + 1 < pages.Count && pages[last + 1] == pages[last] + 1) last++;
                runs.Add(last == i ? Label(pages[i]) : $"{Label(pages[i])}\u2013{Label(pages[last])}");
                i = last + 1;
            }
            return string.Join(", ", runs);
        }
    }
}
