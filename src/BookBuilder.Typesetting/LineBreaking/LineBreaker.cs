using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>Chooses the line breaks of a paragraph so that its lines, taken together, are the least bad.</summary>
/// <remarks>The total-fit method of D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981), with the refinements of TeX
/// ("The TeXbook", chapter 14; "TeX: The Program", part 38).</remarks>
internal static class LineBreaker
{
    /// <summary>Breaks a paragraph.</summary>
    /// <param name="items">The paragraph; its last item is a forced break.</param>
    /// <param name="measures">The widths its lines are to fill.</param>
    /// <param name="costs">What is thought bad.</param>
    /// <returns>One break a line, in order; nothing when no breaking keeps within <see cref="LineBreakCosts.MaxRatio"/>:
    /// the caller retries with hyphens, then with more stretch (see <see cref="BreakingPasses"/>).</returns>
    /// <exception cref="ArgumentException">The paragraph does not end in a forced break.</exception>
    public static BrokenParagraph Break(ReadOnlySpan<ParagraphItem> items, LineMeasures measures, LineBreakCosts costs)
    {
        if (items.IsEmpty || items[^1] is not { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced })
            throw new ArgumentException("A paragraph must end in a forced break.", nameof(items));
        using Search search = new(items.Length, measures, costs);
        search.Open();
        for (int i = 0; i < items.Length; i++)
        {
            if (search.IsLegal(items, i)) search.TryBreak(items, i, isLast: i == items.Length - 1);
            if (search.HasFailed) return BrokenParagraph.Impossible;
            search.Pass(items[i]);
        }
        return search.Choose();
    }

    /// <summary>How bad a line is whose white takes so much of its stretch or shrink. 100 where it is as wide or as narrow as a good line may be.</summary>
    /// <remarks>TeX's cube hardly tells a line a quarter too wide from a perfect one. Evenness is made of just these: the square counts them,
    /// the fourth power keeps the extremes away; beyond a good line every bit costs as much as a divided word.</remarks>
    private static double Badness(double ratio)
    {
        // Spaces three quarters as wide as usual look as bad as those half as wide again, so shrinking counts for more than stretching.
        double r = ratio < 0 ? -ratio * NarrowestGood : ratio;
        return r <= 1 ? 50 * r * r * (1 + r * r) : Math.Min(100 + 600 * (r - 1), 1e9);
    }

    /// <summary>A shrinking line is still good when its white has given up so much of what it may, turned upside down.</summary>
    private const double NarrowestGood = 1.4;

    /// <summary>0 tight, 1 decent, 2 loose, 3 very loose.</summary>
    private static int FitnessOf(double ratio) => ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;

    /// <summary>A way to set the paragraph up to a break.</summary>
    /// <param name="Before">The place among all ways of the one before it; none before the first line.</param>
    /// <param name="Item">The item that its last line ends at; none before the first line.</param>
    /// <param name="Line">How many lines it has.</param>
    /// <param name="Fitness">How tight its last line is.</param>
    /// <param name="Hyphens">How many hyphenated lines, one below the other, end here.</param>
    /// <param name="Demerits">How bad it is.</param>
    /// <param name="Break">Where and how its last line ends.</param>
    /// <param name="After">The sums before the first box of the next line.</param>
    private readonly record struct Way(int Before, int Item, int Line, int Fitness, int Hyphens, double Demerits, BreakPoint Break, Sums After);

    private const int None = -1;

    private readonly record struct Sums(long Width, long Stretch, long Shrink, long Give, int Fills)
    {
        public Sums With(in ParagraphItem item) => new(Width + item.Width.ScaledPoints, Stretch + item.Stretch.ScaledPoints,
            Shrink + item.Shrink.ScaledPoints, Give + item.Give.ScaledPoints, Fills + (item.Fills ? 1 : 0));
    }

    /// <summary>The breaks that may still begin a line, and the sums so far.</summary>
    private sealed class Search(int count, LineMeasures measures, LineBreakCosts costs) : IDisposable
    {
        private const int UsualWays = 256, UsualCandidates = 16;

        private readonly BorrowedList<Way> _ways = new(UsualWays);
        /// <summary>The places of those among them that a line may still begin after.</summary>
        private readonly BorrowedList<int> _active = new(UsualCandidates);
        private readonly BorrowedList<Way> _candidates = new(UsualCandidates);
        private readonly bool _countsLines = costs.Lines is not null;
        private Sums _sums;
        private bool _afterBox;
        private int _mostWays = 16 * UsualWays;

        public bool HasFailed => _active.Count == 0;

        public void Open()
        {
            _ways.Add(new Way(None, Item: None, Line: 0, Fitness: 1, Hyphens: 0, Demerits: 0, Break: default, After: default));
            _active.Add(0);
        }

        public void Dispose()
        {
            _ways.Dispose();
            _active.Dispose();
            _candidates.Dispose();
        }

        public bool IsLegal(ReadOnlySpan<ParagraphItem> items, int i) => items[i].Kind switch
        {
            ItemKind.Glue => _afterBox,
            ItemKind.Penalty => items[i].Cost < ParagraphItem.Never && (costs.Hyphens || !items[i].IsDivision),
            _ => false,
        };

        public void Pass(in ParagraphItem item)
        {
            _afterBox = item.Kind == ItemKind.Box;
            if (item.Kind != ItemKind.Penalty) _sums = _sums.With(item);
        }

        public void TryBreak(ReadOnlySpan<ParagraphItem> items, int at, bool isLast)
        {
            ParagraphItem item = items[at];
            bool forced = item is { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced };
            _candidates.KeepFirst(0);
            (int From, BreakPoint Line)? rescue = null;
            Sums after = default;
            int kept = 0;
            for (int a = 0; a < _active.Count; a++)
            {
                int from = _active[a];
                BreakPoint line = Fit(items, in _ways[from], at);
                bool tooLong = line.Overrun > Length.Zero;
                if (!tooLong && line.Ratio <= costs.MaxRatio)
                {
                    if (_candidates.Count == 0) after = SumsAfter(items, at);
                    Consider(from, line, item, after, isLast);
                }
                if (tooLong && costs.Overfull && (rescue is null || line.Overrun < rescue.Value.Line.Overrun))
                    rescue = (from, line);
                // A line that is too long here is too long at every later place as well.
                if (!tooLong && !forced) _active[kept++] = from;
            }
            _active.KeepFirst(kept);
            if (kept == 0 && _candidates.Count == 0 && rescue is { } last)
            {
                BreakPoint line = last.Line with { Ratio = -1 };
                double cost = _ways[last.From].Demerits + 1e10 + line.Overrun.Points;
                _candidates.Add(Made(last.From, line, item, 0, cost, SumsAfter(items, at)));
            }
            if (_ways.Count > _mostWays)
            {
                Forget();
                // What is forgotten was looked at once: so seldom that it costs nothing beside the search.
                _mostWays = Math.Max(16 * UsualWays, 2 * _ways.Count);
            }
            foreach (ref readonly Way candidate in _candidates.Items)
            {
                _active.Add(_ways.Count);
                _ways.Add(candidate);
            }
        }

        public BrokenParagraph Choose()
        {
            int best = None;
            foreach (int way in _active.Items)
                if (best == None || _ways[way].Demerits < _ways[best].Demerits) best = way;
            if (best == None) return BrokenParagraph.Impossible;
            int wanted = costs.Lines ?? _ways[best].Line;
            int chosen = best;
            foreach (int way in _active.Items)
            {
                int distance = Math.Abs(_ways[way].Line - wanted), known = Math.Abs(_ways[chosen].Line - wanted);
                if (distance < known || (distance == known && _ways[way].Demerits < _ways[chosen].Demerits)) chosen = way;
            }
            BreakPoint[] breaks = new BreakPoint[_ways[chosen].Line];
            for (int way = chosen; _ways[way].Before != None; way = _ways[way].Before) breaks[_ways[way].Line - 1] = _ways[way].Break;
            return new BrokenParagraph(ImmutableCollectionsMarshal.AsImmutableArray(breaks), _ways[chosen].Demerits, _ways[best].Line);
        }

        /// <summary>Forgets the ways that none goes on from which a line may still begin after, or which a candidate continues: a long paragraph has one beginning, and few ends.</summary>
        /// <remarks>A way stands behind the one before it, and the order of those that are left stays.</remarks>
        private void Forget()
        {
            int[] places = ArrayPool<int>.Shared.Rent(_ways.Count);
            places.AsSpan(0, _ways.Count).Fill(None);
            foreach (int way in _active.Items) Mark(places, way);
            foreach (ref readonly Way candidate in _candidates.Items) Mark(places, candidate.Before);
            int kept = 0;
            for (int way = 0; way < _ways.Count; way++)
            {
                if (places[way] == None) continue;
                int before = _ways[way].Before;
                _ways[kept] = _ways[way] with { Before = before == None ? None : places[before] };
                places[way] = kept++;
            }
            _ways.KeepFirst(kept);
            for (int i = 0; i < _active.Count; i++) _active[i] = places[_active[i]];
            for (int i = 0; i < _candidates.Count; i++) _candidates[i] = _candidates[i] with { Before = places[_candidates[i].Before] };
            ArrayPool<int>.Shared.Return(places);
        }

        private void Mark(int[] places, int way)
        {
            for (; way != None && places[way] == None; way = _ways[way].Before) places[way] = 0;
        }

        /// <summary>How the line from one break to another would be set.</summary>
        private BreakPoint Fit(ReadOnlySpan<ParagraphItem> items, ref readonly Way from, int at)
        {
            ref readonly ParagraphItem end = ref items[at];
            long measure = (from.Line == 0 ? measures.First : measures.Others).ScaledPoints + end.HangBefore.ScaledPoints;
            long width = _sums.Width - from.After.Width;
            if (end.Kind == ItemKind.Penalty) width += end.Width.ScaledPoints;
            if (from.Item >= 0)
            {
                measure += items[from.Item].HangAfter.ScaledPoints;
                width += items[from.Item].WidthAfter.ScaledPoints;
            }
            Length shortfall = new(measure - width);
            if (shortfall > Length.Zero && _sums.Fills > from.After.Fills) return new(at, 0, 0, shortfall, Length.Zero);
            Length stretch = new Length(_sums.Stretch - from.After.Stretch) + end.EndStretch + costs.ExtraStretch;
            Justification set = Justification.Of(shortfall, new(_sums.Give - from.After.Give), stretch, new(_sums.Shrink - from.After.Shrink));
            return new(at, set.White, set.Letters, shortfall, set.Overrun);
        }

        /// <summary>The sums where the next line's first box will stand: white and penalties after a break vanish.</summary>
        private Sums SumsAfter(ReadOnlySpan<ParagraphItem> items, int at)
        {
            Sums sums = _sums;
            for (int i = at; i < count; i++)
            {
                ParagraphItem item = items[i];
                if (item.Kind == ItemKind.Box || (i > at && item is { Kind: ItemKind.Penalty, Cost: ParagraphItem.Forced })) break;
                if (item.Kind == ItemKind.Glue) sums = sums.With(item);
            }
            return sums;
        }

        private void Consider(int before, BreakPoint line, ParagraphItem item, Sums after, bool isLast)
        {
            ref readonly Way from = ref _ways[before];
            if (from.Line >= costs.Lines) return;                      // more lines than asked for
            double badness = costs.Line + Badness(line.Ratio);
            double demerits = badness * badness;
            int cost = item.Kind == ItemKind.Penalty ? item.Cost : 0;
            if (cost > 0) demerits += (double)cost * cost;
            else if (cost > ParagraphItem.Forced) demerits -= (double)cost * cost;
            int fitness = FitnessOf(line.Ratio);
            if (from.Item >= 0 && Math.Abs(fitness - from.Fitness) > 1) demerits += costs.Adjacent;
            if (item.IsHyphen && from.Hyphens > 0) demerits += from.Hyphens > 1 ? costs.TripleHyphen : costs.DoubleHyphen;
            if (isLast && from.Hyphens > 0) demerits += costs.FinalHyphen;
            if (isLast && from.Item >= 0 && measures.Others - line.Shortfall < costs.RuntWidth) demerits += costs.Runt;
            demerits += from.Demerits;

            // One way is kept for each fitness; with a looseness to find, for each number of lines too; hyphens in a stack as well.
            int hyphens = item.IsHyphen ? Math.Min(from.Hyphens + 1, 2) : 0;
            for (int c = 0; c < _candidates.Count; c++)
            {
                ref readonly Way known = ref _candidates[c];
                if (known.Fitness != fitness || known.Hyphens != hyphens || (_countsLines && known.Line != from.Line + 1)) continue;
                if (demerits < known.Demerits) _candidates[c] = Made(before, line, item, fitness, demerits, after);
                return;
            }
            _candidates.Add(Made(before, line, item, fitness, demerits, after));
        }

        private Way Made(int before, BreakPoint line, ParagraphItem item, int fitness, double demerits, Sums after)
        {
            ref readonly Way from = ref _ways[before];
            return new(before, line.Item, from.Line + 1, fitness, item.IsHyphen ? Math.Min(from.Hyphens + 1, 2) : 0, demerits, line, after);
        }
    }
}
