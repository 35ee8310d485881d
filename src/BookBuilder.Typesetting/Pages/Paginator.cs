using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Divides a text into pages so that all pages, taken together, are the least bad.</summary>
/// <remarks>
/// The total-fit method of M. F. Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981): the least costly
/// way through the graph whose nodes are (box, float, note lines still to print) and whose edges are possible pages. A node also knows
/// the side of the page to come and how short the page is that faces it. Paragraphs that can be a line longer or shorter are branches
/// of the way, as in S. Hassan and A. Hunter, "Knuth-Plass Revisited: Flexible Line-Breaking for Automatic Document Layout" (2015).
/// Floats keep their order and never stand before their first mention; a note begins on the page of its mark.
/// </remarks>
internal static class Paginator
{
    private const int OthersShown = 3;

    /// <summary>Chooses the pages.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="text">The chapter in lines.</param>
    /// <param name="first">The side of its first page.</param>
    /// <returns>At least one page, in order, with the total cost; every box, float and note line is on exactly one of them.</returns>
    public static Pagination Paginate(PageGeometry geometry, VariedText text, PageSide first)
    {
        Galley galley = text.Galley;
        if (galley.Boxes.IsEmpty && galley.Floats.IsEmpty) return new([], [], 0);
        Dictionary<(int, int, int), List<PageChoice>> known = [];
        Place start = new(0, 0, 0, 0, first, 0);
        Dictionary<Place, Node> open = new() { [start] = new(0, null, null, null, []) };
        PriorityQueue<Place, Place> inOrder = new([(start, start)]);
        while (true)
        {
            Place at = inOrder.Dequeue();
            open.Remove(at, out Node? node);
            if (at.Box == text.End && at.Float == galley.Floats.Length && at.Carried == 0)
                return Traced(text, LeastCostly(node!, inOrder, open));
            if (!known.TryGetValue((at.Box, at.Float, at.Carried), out List<PageChoice>? choices))
                known[(at.Box, at.Float, at.Carried)] = choices = PageChoices.From(geometry, text, at.Box, at.Float, node!.Carried);
            foreach (PageChoice choice in choices)
            {
                double spread = geometry.HasSpreads ? Spread(at, choice) : 0;
                double cost = node!.Cost + choice.Plan.Cost + spread;
                Place next = Next(text, at, choice);
                ref Node? best = ref CollectionsMarshal.GetValueRefOrAddDefault(open, next, out bool isKnown);
                if (!isKnown) inOrder.Enqueue(next, next);
                if (best is null || cost < best.Cost) best = new(cost, node, choice, choices, choice.Carried) { Spread = spread };
            }
        }
    }

    /// <summary>The best of the ways to the end; of equals the first.</summary>
    private static Node LeastCostly(Node first, PriorityQueue<Place, Place> others, Dictionary<Place, Node> open)
    {
        Node best = first;
        while (others.TryDequeue(out Place place, out _))
            if (open[place].Cost < best.Cost) best = open[place];
        return best;
    }

    /// <summary>What a page costs as one of two that face each other, or that are two sides of a leaf. Ends of chapters are exempt.</summary>
    private static double Spread(Place at, PageChoice choice)
    {
        if (choice.Plan.IsFinal) return 0;
        double uneven = at is { Side: PageSide.Recto, Facing: > 0 } ? PageCosts.Facing(at.Facing - 1, choice.White) : 0;
        return uneven + (choice.Divides && at.Side == PageSide.Recto ? PageCosts.HyphenOverleaf : 0);
    }

    private static Place Next(VariedText text, Place at, PageChoice choice)
    {
        PagePlan plan = choice.Plan;
        bool isLeft = at.Side == PageSide.Verso;
        return new(text.Rank(plan.End), plan.EndFloat, -choice.Carried.Sum(s => s.To - s.From), plan.End,
            isLeft ? PageSide.Recto : PageSide.Verso, isLeft && !plan.IsFinal ? choice.White + 1 : 0);
    }

    /// <summary>The way to a node, each page with its reasons.</summary>
    private static Pagination Traced(VariedText text, Node last)
    {
        List<PagePlan> plans = [];
        List<Variation> varied = [];
        for (Node? node = last; node?.Choice is { } choice; node = node.Before)
        {
            int end = text.Nominal(choice.Plan.End);
            plans.Add(choice.Plan with
            {
                Cost = choice.Plan.Cost + node.Spread,
                Reasons = choice.Plan.Reasons with
                {
                    Spread = node.Spread,
                    Changed = [.. choice.Varied.Select(v => (v.Paragraph, v.Gain))],
                    Others =
                    [
                        .. node.Others!.Where(c => c.Plan.EndFloat == choice.Plan.EndFloat)
                            .GroupBy(c => text.Nominal(c.Plan.End) - end).Where(g => g.Key != 0 && Math.Abs(g.Key) <= OthersShown)
                            .OrderBy(g => g.Key).Select(g => new OtherEnd(g.Key, g.Min(c => c.Plan.Cost))),
                    ],
                },
            });
            varied.AddRange(choice.Varied);
        }
        plans.Reverse();
        return new([.. plans], [.. varied.OrderBy(v => v.First)], last.Cost);
    }

    /// <summary>Where the next page begins. Carried lines count down, so that the order of places is an order of the pages.</summary>
    /// <param name="Rank">How far the text has come.</param>
    /// <param name="Float">The first float not yet on a page.</param>
    /// <param name="Carried">Note lines that still have to be printed, negative.</param>
    /// <param name="Box">The first box not yet on a page.</param>
    /// <param name="Side">The side of the next page.</param>
    /// <param name="Facing">One more than the lines of white at the foot of the page that faces it; 0 when there is none.</param>
    private readonly record struct Place(long Rank, int Float, int Carried, int Box, PageSide Side, int Facing) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            if (Rank != other.Rank) return Rank < other.Rank ? -1 : 1;
            if (Float != other.Float) return Float - other.Float;
            if (Carried != other.Carried) return Carried - other.Carried;
            if (Box != other.Box) return Box - other.Box;
            return Side != other.Side ? Side - other.Side : Facing - other.Facing;
        }
    }

    private sealed record Node(double Cost, Node? Before, PageChoice? Choice, List<PageChoice>? Others, ImmutableArray<NoteSlice> Carried)
    {
        public double Spread { get; init; }
    }
}

/// <summary>The pages of a chapter.</summary>
/// <param name="Pages">In order.</param>
/// <param name="Varied">The paragraphs that are set otherwise, in order.</param>
/// <param name="Cost">How bad they are, taken together.</param>
internal sealed record Pagination(ImmutableArray<PagePlan> Pages, ImmutableArray<Variation> Varied, double Cost);
