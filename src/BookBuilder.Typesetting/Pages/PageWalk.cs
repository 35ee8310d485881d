using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Walks down the text from the beginning of a page and finds where it may end. Paragraphs may become a line longer or shorter on the way.</summary>
/// <param name="geometry">The measures of pages.</param>
/// <param name="text">The chapter.</param>
/// <param name="start">The first box not yet on a page.</param>
/// <param name="firstFloat">The first float not yet on a page.</param>
/// <param name="carried">Note lines that the page before could not hold.</param>
/// <param name="threshold">Breaks that cost so much are not taken.</param>
internal sealed class PageWalk(PageGeometry geometry, VariedText text, int start, int firstFloat, ImmutableArray<NoteSlice> carried, int threshold) : IDisposable
{
    /// <summary>So many paragraphs of a page may change, and so many lines be won or lost by it.</summary>
    public const int MostVaried = 2;
    /// <summary>Pages that are so much worse than the best are dropped.</summary>
    private const double TooShort = 30_000;
    private const int UsualCandidates = 32;

    /// <summary>A page on the way down: filled so far, its paragraphs set in one way or another. It is filled on as long as nothing branches off.</summary>
    private sealed class Trail(PageFill fill, int gain, double cost, ImmutableArray<Variation> varied)
    {
        public PageFill Fill = fill;
        public int Gain { get; } = gain;
        public double Cost { get; } = cost;
        public ImmutableArray<Variation> Varied { get; } = varied;
    }

    /// <summary>An end that a page may have. Most are dropped again, so that they become pages last.</summary>
    private readonly record struct Candidate(
        int End, int Placed, int Top, bool IsFinal, int White, bool Divides, double Filling, double Breaking, double Changes, double Split, double Floats,
        ImmutableArray<NoteSlice> Notes, ImmutableArray<NoteSlice> Rest, ImmutableArray<Variation> Varied)
    {
        public double Cost => Filling + Breaking + Changes + Split + Floats;
    }

    private readonly Galley _galley = text.Galley;
    private readonly int _start = text.Nominal(start);
    private bool _isForNotes;
    private int _top, _placed, _floats, _inner, _from;

    private readonly List<PageChoice> _found = [];
    private readonly BorrowedList<Candidate> _candidates = new(UsualCandidates);

    /// <inheritdoc/>
    public void Dispose() => _candidates.Dispose();

    /// <summary>Whether a page was found.</summary>
    public bool HasFound => _found.Count + _candidates.Count > 0;

    /// <summary>The pages found that are reasonably full; the others only when there are no such.</summary>
    public List<PageChoice> Reasonable()
    {
        double best = double.PositiveInfinity;
        foreach (PageChoice page in _found) best = Math.Min(best, page.Plan.Cost);
        foreach (ref readonly Candidate candidate in _candidates.Items) best = Math.Min(best, candidate.Cost);
        List<PageChoice> choices = _found.FindAll(c => c.Plan.Cost <= best + TooShort);
        foreach (ref readonly Candidate candidate in _candidates.Items)
            if (candidate.Cost <= best + TooShort) choices.Add(Page(candidate));
        return choices;
    }

    /// <summary>Fills pages with so many floats at the top that have their place further down, but were mentioned before; false when there are not so many.</summary>
    public bool TryAll(int early)
    {
        int before = _candidates.Count;
        for (int inner = 0; Try(early, inner); inner++) { }
        return _candidates.Count > before && !_isForNotes;
    }

    /// <summary>Fills a page with so many floats at their own places in the text; false when there are not so many.</summary>
    private bool Try(int early, int inner)
    {
        var fill = new PageFill(_galley, geometry);
        if (!Carry(ref fill, out ImmutableArray<NoteSlice> stillCarried)) return Only(fill, stillCarried);
        if (!AddTop(ref fill, early, out bool isStuck) || (isStuck && inner + early > 0)) return false;
        (_placed, _inner) = (0, inner);
        List<Trail> trails = [new(fill, 0, 0, [])];
        int at = start;
        if (text.Owner(start) is { } open)
            while (trails.Count > 0 && text.Owner(at) == open)
            {
                trails = Step(trails, at);
                at = text.Next(at);
            }
        while (trails.Count > 0)
        {
            trails = WithFloats(trails, at);
            foreach (Trail trail in trails) Offer(trail, at);
            if (at == text.End || (at != start && text[at].BreakBefore == BreakCost.Forced) || IsAwaiting(at)) break;
            ImmutableArray<Variation> variations = text.At(at);
            if (variations.IsEmpty)
            {
                trails = Step(trails, at, offered: true);
                at++;
                continue;
            }
            int end = at + variations[0].Count;
            trails = Merged([.. trails.SelectMany(t => Through(t, at, end, variations))]);
            at = end;
        }
        return _placed == inner && _floats < _galley.Floats.Length && !isStuck;
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
        _isForNotes = true;
        if (!fill.IsEmpty)
            _found.Add(new(new PagePlan
            {
                Start = start, End = start, FirstFloat = firstFloat, TopFloats = 0, InnerFloats = 0, Notes = fill.Notes, IsFinal = false, Cost = 20_000,
            }, rest));
        return false;
    }

    /// <summary>Puts at the top the floats that are due, as many as fit, and so many more that are wanted at the top and were mentioned on an earlier page.</summary>
    private bool AddTop(ref PageFill fill, int early, out bool isStuck)
    {
        isStuck = false;
        _floats = firstFloat;
        while (_floats < _galley.Floats.Length && _galley.Floats[_floats].Before <= _start)
        {
            PageFill tried = fill;
            tried.Add(_galley.Floats[_floats]);
            tried.AddNotes(_galley.Floats[_floats].Notes);
            if (!tried.Fits || _galley.Floats[_floats].Placement == Placement.Page)
            {
                isStuck = true;
                break;
            }
            fill = tried;
            _floats++;
        }
        // Set otherwise, the paragraph may bring the mention a line later.
        int spoken = text.Owner(start) is null ? _start : _start - 1;
        for (int i = 0; i < early; i++)
        {
            if (isStuck || _floats == _galley.Floats.Length || _galley.Floats[_floats] is not { Placement: Placement.Top } item || item.Earliest > spoken) return false;
            fill.Add(item);
            fill.AddNotes(item.Notes);
            if (!fill.Fits) return false;
            _floats++;
        }
        _top = _floats - firstFloat;
        _from = early == 0 ? _start : _galley.Floats[_floats - 1].Before;
        return true;
    }

    /// <summary>The trails with the floats whose place is here.</summary>
    private List<Trail> WithFloats(List<Trail> trails, int at)
    {
        while (_placed < _inner && _floats < _galley.Floats.Length && _galley.Floats[_floats] is { Placement: Placement.Near } item && item.Before == at && at != start)
        {
            foreach (Trail trail in trails)
            {
                trail.Fill.Add(item);
                trail.Fill.AddNotes(item.Notes);
            }
            trails.RemoveAll(static trail => !trail.Fill.Fits);
            _floats++;
            _placed++;
        }
        return trails;
    }

    /// <summary>Whether what comes next must not overtake floats that still wait.</summary>
    private bool IsAwaiting(int at) => text[at].AwaitsFloats && threshold == BreakCost.Forbidden
        && _floats < _galley.Floats.Length && _galley.Floats[_floats].Before <= at;

    /// <summary>A paragraph in all ways it can be set.</summary>
    private IEnumerable<Trail> Through(Trail trail, int first, int end, ImmutableArray<Variation> variations)
    {
        List<Trail> ways = [trail];
        List<Trail> others = [.. variations.Where(v => trail.Varied.Length < MostVaried && Math.Abs(trail.Gain + v.Gain) <= MostVaried)
            .Select(v => new Trail(trail.Fill, trail.Gain + v.Gain, trail.Cost + v.Cost, trail.Varied.Add(v)))];
        for (int at = first; at < end && ways.Count > 0; at++) ways = Step(ways, at, offered: at == first);
        foreach (Trail other in others)
        {
            List<Trail> way = [other];
            Variation variation = other.Varied[^1];
            for (int k = 0; k < variation.Lines.Length && way.Count > 0; k++) way = Step(way, variation.Start + k, offered: k == 0);
            ways.AddRange(way);
        }
        return ways;
    }

    /// <summary>Of the trails that are equally long, the best.</summary>
    private static List<Trail> Merged(List<Trail> trails) => [.. trails.GroupBy(t => t.Gain).Select(g => g.MinBy(t => t.Cost)!)];

    /// <summary>The trails with one more box; those on which it finds no room end.</summary>
    private List<Trail> Step(List<Trail> trails, int at, bool offered = false)
    {
        GalleyBox box = text[at];
        int on = 0;
        for (int t = 0; t < trails.Count; t++)
        {
            Trail trail = trails[t];
            if (!offered) Offer(trail, at);
            trail.Fill.Add(box);
            if (!trail.Fill.Fits) continue;
            if (!box.Notes.IsEmpty)
            {
                PageFill before = trail.Fill;
                trail.Fill.AddNotes(box.Notes);
                if (!trail.Fill.Fits)
                {
                    trail.Fill = before;
                    if (_placed == _inner) Split(trail, at, box.Notes);
                    continue;
                }
            }
            trails[on++] = trail;
        }
        trails.RemoveRange(on, trails.Count - on);
        return trails;
    }

    /// <summary>The last note does not fit whole: it begins here, at least two lines of it, and goes on overleaf with at least two.</summary>
    private void Split(Trail trail, int at, ImmutableArray<NodeId> notes)
    {
        int next = text.Next(at);
        if (next != text.End && text[next].BreakBefore >= threshold) return;
        NodeId[] known = [.. notes.Where(_galley.Notes.ContainsKey)];
        if (known.Length == 0) return;
        trail.Fill.AddNotes([.. known[..^1]]);
        if (!trail.Fill.Fits) return;
        int count = _galley.Notes[known[^1]].Length;
        int lines = Math.Min(trail.Fill.LinesThatFit(known[^1], 0), count - 2);
        if (lines < 2) return;
        trail.Fill.Add(new NoteSlice(known[^1], 0, lines));
        Offer(trail, next, [new(known[^1], lines, count)]);
    }

    /// <summary>A page may end here.</summary>
    private void Offer(Trail trail, int end)
    {
        bool makesWay = end != start || _top > 0 || carried.Length > 0;
        if (makesWay && _placed == _inner && (end == text.End || text[end].BreakBefore < threshold || end == start))
            Offer(trail, end, []);
    }

    private void Offer(Trail trail, int end, ImmutableArray<NoteSlice> rest)
    {
        // A table that goes on overleaf is closed with a rule, which needs its room.
        if (end != text.End && end != start && text[end].Closing is { } closing && trail.Fill.Slack + trail.Fill.Shrink < closing.Height) return;
        int nominal = text.Nominal(end);
        if (nominal < _from) return;                                 // a float may stand on the page of its place, not on an earlier one
        bool isEnd = end == text.End;
        bool isForced = !isEnd && text[end].BreakBefore == BreakCost.Forced;
        bool isFinal = (isEnd && _floats == _galley.Floats.Length && rest.IsEmpty) || isForced;
        bool makesEven = trail.Varied.IsEmpty || isFinal || trail.Fill.Missing < MostVaried;
        if (!makesEven) return;                                      // paragraphs are changed to fill pages, not to leave them short
        bool breaks = !isEnd && !isForced && end != start;
        double floats = 0;
        for (int f = _floats; f < _galley.Floats.Length && _galley.Floats[f].Before < nominal; f++)
            floats += _galley.Floats[f].Before <= _start && _start > 0 ? PageCosts.FloatPutOffAgain : PageCosts.FloatPutOff;
        _candidates.Add(new(end, _placed, _top, isFinal,
            White: isFinal ? 0 : Math.Min(PageCosts.MostUneven, (int)Math.Round(trail.Fill.FootWhite)),
            Divides: breaks && text[end].Paragraph > 0 && text[end - 1] is { IsHyphenated: true } last && last.Paragraph == text[end].Paragraph,
            Filling: PageCosts.Of(geometry, trail.Fill, isFinal), Breaking: breaks ? Math.Min(text[end].BreakBefore, 100_000) : 0,
            Changes: trail.Cost, Split: rest.IsEmpty ? 0 : PageCosts.SplitNote, floats, trail.Fill.Notes, rest, trail.Varied));
    }

    private PageChoice Page(in Candidate candidate)
    {
        var reasons = new PageReasons
        {
            Filling = candidate.Filling, Breaking = candidate.Breaking, Changes = candidate.Changes, Notes = candidate.Split, Floats = candidate.Floats,
        };
        return new(new PagePlan
        {
            Start = start, End = candidate.End, FirstFloat = firstFloat, TopFloats = candidate.Top, InnerFloats = candidate.Placed, Notes = candidate.Notes,
            IsFinal = candidate.IsFinal, Cost = reasons.Cost, Reasons = reasons,
        }, candidate.Rest) { White = candidate.White, Divides = candidate.Divides, Varied = candidate.Varied };
    }
}
