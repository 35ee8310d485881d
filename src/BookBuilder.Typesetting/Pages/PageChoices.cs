using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A page that could follow.</summary>
/// <param name="Plan">What stands on it.</param>
/// <param name="Cost">How bad it is.</param>
/// <param name="Carried">Note lines that go on to the next page.</param>
internal sealed record PageChoice(PagePlan Plan, double Cost, ImmutableArray<NoteSlice> Carried);

/// <summary>Finds the pages that may begin at a place of the galley.</summary>
internal static class PageChoices
{
    /// <summary>The possible pages; never empty, and each makes way.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="galley">The chapter.</param>
    /// <param name="start">The first box not yet on a page.</param>
    /// <param name="firstFloat">The first float not yet on a page.</param>
    /// <param name="carried">Note lines that the page before could not hold.</param>
    public static List<PageChoice> From(PageGeometry geometry, Galley galley, int start, int firstFloat, ImmutableArray<NoteSlice> carried)
    {
        if (start == galley.Boxes.Length && firstFloat == galley.Floats.Length || NeverFits(geometry, galley, start, firstFloat))
            return [Emergency(geometry, galley, start, firstFloat, carried)];
        if (firstFloat < galley.Floats.Length && galley.Floats[firstFloat] is { Placement: Placement.Page } alone && alone.Before <= start
            && OfItsOwn(geometry, galley, start, firstFloat, carried) is { } page) return [page];
        foreach (int threshold in (ReadOnlySpan<int>)[BreakCost.Forbidden, int.MaxValue])
        {
            var search = new Search(geometry, galley, start, firstFloat, carried, threshold);
            for (int early = 0; search.TryAll(early); early++) { }
            if (search.Found.Count > 0) return WithoutTheShort(search.Found);
        }
        return [Emergency(geometry, galley, start, firstFloat, carried)];
    }

    /// <summary>Whether a float that is due does not even fit a page of its own.</summary>
    private static bool NeverFits(PageGeometry geometry, Galley galley, int start, int firstFloat)
    {
        if (firstFloat == galley.Floats.Length || galley.Floats[firstFloat].Before > start) return false;
        var fill = new PageFill(galley, geometry);
        fill.Add(galley.Floats[firstFloat]);
        fill.AddNotes(galley.Floats[firstFloat].Notes);
        return !fill.Fits;
    }

    /// <summary>A float that the author wants on a page of its own, with what notes go on there; null when these leave it no room, so that it waits for a page.</summary>
    private static PageChoice? OfItsOwn(PageGeometry geometry, Galley galley, int start, int number, ImmutableArray<NoteSlice> carried)
    {
        var fill = new PageFill(galley, geometry);
        fill.Add(galley.Floats[number]);
        foreach (NoteSlice slice in carried) fill.Add(slice);
        fill.AddNotes(galley.Floats[number].Notes);
        if (!fill.Fits) return null;
        return new(new PagePlan
        {
            Start = start, End = start, FirstFloat = number, TopFloats = 1, InnerFloats = 0, Notes = [.. fill.Notes], IsFinal = true,
        }, PageCosts.EveryPage, []);
    }

    /// <summary>Keeps the pages that are reasonably full; the others only when there are no such.</summary>
    private static List<PageChoice> WithoutTheShort(List<PageChoice> found)
    {
        double best = found.Min(c => c.Cost);
        return found.FindAll(c => c.Cost <= best + 30_000);
    }

    /// <summary>Not even one box fits with its notes: it is set alone, and what of its notes finds no room goes on. After the last box, the notes alone.</summary>
    private static PageChoice Emergency(PageGeometry geometry, Galley galley, int start, int firstFloat, ImmutableArray<NoteSlice> carried)
    {
        var fill = new PageFill(galley, geometry);
        bool isFloat = firstFloat < galley.Floats.Length && (start == galley.Boxes.Length || galley.Floats[firstFloat].Before <= start);
        ImmutableArray<NodeId> notes = [];
        if (!isFloat && start == galley.Boxes.Length)
            notes = [];
        else if (isFloat)
        {
            fill.Add(galley.Floats[firstFloat]);
            notes = galley.Floats[firstFloat].Notes;
        }
        else
        {
            fill.Add(galley.Boxes[start]);
            notes = galley.Boxes[start].Notes;
        }
        var rest = ImmutableArray.CreateBuilder<NoteSlice>();
        IEnumerable<NoteSlice> all = carried.Concat(notes.Where(galley.Notes.ContainsKey).Select(n => new NoteSlice(n, 0, galley.Notes[n].Length)));
        foreach (NoteSlice slice in all)
        {
            int least = fill.IsEmpty ? 1 : 0;                        // even a line taller than the page has to stand somewhere
            int lines = rest.Count > 0 ? 0 : Math.Min(slice.To - slice.From, Math.Max(least, fill.LinesThatFit(slice.Note, slice.From)));
            if (lines > 0) fill.Add(slice with { To = slice.From + lines });
            if (lines < slice.To - slice.From) rest.Add(slice with { From = slice.From + lines });
        }
        return new(new PagePlan
        {
            Start = start, End = isFloat ? start : Math.Min(start + 1, galley.Boxes.Length), FirstFloat = firstFloat, TopFloats = isFloat ? 1 : 0, InnerFloats = 0,
            Notes = [.. fill.Notes], IsFinal = false,
        }, 100_000, rest.ToImmutable());
    }

    /// <summary>One walk down the galley.</summary>
    private sealed class Search(PageGeometry geometry, Galley galley, int start, int firstFloat, ImmutableArray<NoteSlice> carried, int threshold)
    {
        public List<PageChoice> Found { get; } = [];

        private int _from;

        /// <summary>Fills pages with so many floats at the top that have their place further down, but were mentioned before; false when there are not so many.</summary>
        public bool TryAll(int early)
        {
            int before = Found.Count;
            for (int inner = 0; Try(early, inner); inner++) { }
            return Found.Count > before;
        }

        /// <summary>Fills a page with so many floats at their own places in the text; false when there are not so many.</summary>
        private bool Try(int early, int inner)
        {
            var fill = new PageFill(galley, geometry);
            if (!Carry(ref fill, out ImmutableArray<NoteSlice> stillCarried)) return Only(fill, stillCarried);
            int floats = firstFloat;
            bool stuck = false;
            while (floats < galley.Floats.Length && galley.Floats[floats].Before <= start)
            {
                PageFill tried = fill;
                tried.Add(galley.Floats[floats]);
                tried.AddNotes(galley.Floats[floats].Notes);
                if (!tried.Fits || galley.Floats[floats].Placement == Placement.Page) { stuck = true; break; }
                fill = tried;
                floats++;
            }
            if (stuck && inner + early > 0) return false;
            for (int i = 0; i < early; i++)
            {
                if (floats == galley.Floats.Length || galley.Floats[floats] is not { Placement: Placement.Top } item || item.Earliest > start) return false;
                fill.Add(item);
                fill.AddNotes(item.Notes);
                if (!fill.Fits) return false;
                floats++;
            }
            int top = floats - firstFloat;
            _from = early == 0 ? start : galley.Floats[floats - 1].Before;
            int placed = 0;
            for (int box = start; ; box++)
            {
                while (placed < inner && floats < galley.Floats.Length && galley.Floats[floats] is { Placement: Placement.Near } item && item.Before == box && box > start)
                {
                    fill.Add(item);
                    fill.AddNotes(item.Notes);
                    if (!fill.Fits) return false;
                    floats++;
                    placed++;
                }
                bool isEnd = box == galley.Boxes.Length;
                if (box > start || top > 0 || carried.Length > 0)
                    if (placed == inner && (isEnd || galley.Boxes[box].BreakBefore < threshold || box == start))
                        Offer(fill, box, top, placed, floats, [], inner);
                if (isEnd || (box > start && galley.Boxes[box].BreakBefore == BreakCost.Forced)) break;
                GalleyBox next = galley.Boxes[box];
                if (next.AwaitsFloats && threshold == BreakCost.Forbidden && floats < galley.Floats.Length && galley.Floats[floats].Before <= box) break;
                fill.Add(next);
                if (!fill.Fits) break;
                PageFill before = fill;
                fill.AddNotes(next.Notes);
                if (fill.Fits) continue;
                if (placed == inner) Split(before, box, next.Notes, top, placed, floats, inner);
                break;
            }
            return placed == inner && floats < galley.Floats.Length && !stuck;
        }

        /// <summary>Puts the lines of earlier pages' notes at the foot; false when they fill the page and leave some over.</summary>
        private bool Carry(ref PageFill fill, out ImmutableArray<NoteSlice> rest)
        {
            var left = ImmutableArray.CreateBuilder<NoteSlice>();
            foreach (NoteSlice slice in carried)
            {
                int lines = left.Count > 0 ? 0 : Math.Min(slice.To - slice.From, fill.LinesThatFit(slice.Note, slice.From));
                if (lines > 0) fill.Add(slice with { To = slice.From + lines });
                if (lines < slice.To - slice.From) left.Add(slice with { From = slice.From + lines });
            }
            rest = left.ToImmutable();
            return rest.IsEmpty;
        }

        /// <summary>A page of notes alone.</summary>
        private bool Only(PageFill fill, ImmutableArray<NoteSlice> rest)
        {
            if (!fill.IsEmpty)
                Found.Add(new(Plan(fill, start, 0, 0, isFinal: false), 20_000, rest));
            return false;
        }

        /// <summary>The last note does not fit whole: it begins here, at least two lines of it, and goes on overleaf with at least two.</summary>
        private void Split(PageFill fill, int box, ImmutableArray<NodeId> notes, int top, int placed, int floats, int inner)
        {
            if (box + 1 < galley.Boxes.Length && galley.Boxes[box + 1].BreakBefore >= threshold) return;
            NodeId[] known = [.. notes.Where(galley.Notes.ContainsKey)];
            if (known.Length == 0) return;
            fill.AddNotes([.. known[..^1]]);
            if (!fill.Fits) return;
            int count = galley.Notes[known[^1]].Length;
            int lines = Math.Min(fill.LinesThatFit(known[^1], 0), count - 2);
            if (lines < 2) return;
            fill.Add(new NoteSlice(known[^1], 0, lines));
            Offer(fill, box + 1, top, placed, floats, [new(known[^1], lines, count)], inner);
        }

        private void Offer(PageFill fill, int end, int top, int placed, int floats, ImmutableArray<NoteSlice> rest, int inner)
        {
            if (end < _from) return;                                 // a float may stand on the page of its place, not on an earlier one
            bool isEnd = end == galley.Boxes.Length;
            bool isForced = !isEnd && galley.Boxes[end].BreakBefore == BreakCost.Forced;
            bool isFinal = (isEnd && floats == galley.Floats.Length && rest.IsEmpty) || isForced;
            double cost = PageCosts.Of(geometry, fill, isFinal);
            if (!isEnd && !isForced && end > start) cost += Math.Min(galley.Boxes[end].BreakBefore, 100_000);
            if (!rest.IsEmpty) cost += PageCosts.SplitNote;
            for (int i = floats; i < galley.Floats.Length && galley.Floats[i].Before < end; i++)
                cost += galley.Floats[i].Before <= start && start > 0 ? PageCosts.FloatPutOffAgain : PageCosts.FloatPutOff;
            Found.Add(new(Plan(fill, end, top, placed, isFinal) with { Cost = cost }, cost, rest));
        }

        private PagePlan Plan(PageFill fill, int end, int top, int placed, bool isFinal) => new()
        {
            Start = start, End = end, FirstFloat = firstFloat, TopFloats = top, InnerFloats = placed, Notes = [.. fill.Notes], IsFinal = isFinal,
        };
    }
}

/// <summary>How bad pages are.</summary>
internal static class PageCosts
{
    /// <summary>A note that goes on overleaf.</summary>
    public const double SplitNote = 9_000;
    /// <summary>A float that moves to the next page.</summary>
    public const double FloatPutOff = 120;
    /// <summary>A float that moves on once more.</summary>
    public const double FloatPutOffAgain = 2_500;

    /// <summary>A page, be it ever so good.</summary>
    public const double EveryPage = 100;

    private const double MissingLine = 300;
    private const double MissingLineMore = 700;
    private const double Stretching = 60;
    private const double FewLinesByFloats = 220;

    /// <summary>How bad a page is in itself: stretched, shrunk or short.</summary>
    public static double Of(PageGeometry geometry, PageFill fill, bool isFinal)
    {
        if (fill.Slack < Length.Zero)
        {
            double shrunk = -fill.Slack / Length.Max(fill.Shrink, new Length(1));
            return EveryPage + Stretching * shrunk * shrunk;
        }
        // A last page with hardly anything on it looks like a mistake.
        if (isFinal || fill.HasFill)
            return EveryPage + (fill.Text < geometry.Line * 5 ? 500 : 0);
        Length give = fill.Stretch + (fill.Notes.IsEmpty ? Length.Zero : geometry.Line);
        double ratio = give > Length.Zero ? Math.Min(1, fill.Slack / give) : 0;
        double missing = Length.Max(Length.Zero, fill.Slack - give) / geometry.Line;
        return EveryPage + Stretching * ratio * ratio + Missing(missing) + FewLines(fill);
    }

    /// <summary>A line or two missing are seen by few, and worse each; from then on every line is as bad as the next: a page may be short with reason.</summary>
    private static double Missing(double lines)
    {
        double few = Math.Min(lines, 3);
        return MissingLine * few * few + MissingLineMore * (lines - few);
    }

    /// <summary>Up to three lines of text beside figures look lost: better the figures alone, or more text.</summary>
    private static double FewLines(PageFill fill) =>
        fill.HasFloats && fill.Lines is > 0 and < 4 ? FewLinesByFloats * (4 - fill.Lines) : 0;
}
