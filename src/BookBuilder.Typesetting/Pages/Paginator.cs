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
        PageGraph graph = new(geometry, text);
        // Two ways may come to one place with other notes to go on, and only one is kept: then the bound may be out of reach.
        return Traced(text, Best(graph, first, Bound(graph, first)) ?? Best(graph, first, double.PositiveInfinity)!);
    }

    /// <summary>Chooses the pages by looking at all there could be: what <see cref="Paginate"/> is held against.</summary>
    /// <inheritdoc cref="Paginate"/>
    public static Pagination PaginateByAll(PageGeometry geometry, VariedText text, PageSide first)
    {
        if (text.Galley.Boxes.IsEmpty && text.Galley.Floats.IsEmpty) return new([], [], 0);
        return Traced(text, Best(new(geometry, text), first, double.PositiveInfinity)!);
    }

    /// <summary>What the best pages cost, and a trifle: found by trying first what promises the least cost (A*: P. E. Hart, N. J. Nilsson and B. Raphael, 1968).</summary>
    private static double Bound(PageGraph graph, PageSide first)
    {
        const double trifle = 1e-3;
        Dictionary<Place, double> least = [];
        PriorityQueue<(Place At, double Cost, ImmutableArray<NoteSlice> Carried), double> promising = new();
        promising.Enqueue((Place.First(first), 0, []), 0);
        while (true)
        {
            (Place at, double cost, ImmutableArray<NoteSlice> carried) = promising.Dequeue();
            if (graph.IsEnd(at)) return cost + trifle;
            if (least.TryGetValue(at, out double known) && known < cost) continue;
            foreach (PageChoice choice in graph.From(at, carried))
            {
                double total = cost + choice.Plan.Cost + graph.Spread(at, choice);
                Place next = graph.Next(at, choice);
                ref double best = ref CollectionsMarshal.GetValueRefOrAddDefault(least, next, out bool isKnown);
                if (isKnown && best <= total) continue;
                best = total;
                promising.Enqueue((next, total, choice.Carried), total + graph.AtLeast(next));
            }
        }
    }

    /// <summary>The best way, page after page; of equals the first. What cannot lead to the bound is left out: those are most places of the text. Null when nothing leads there.</summary>
    private static Node? Best(PageGraph graph, PageSide first, double bound)
    {
        Place start = Place.First(first);
        Dictionary<Place, Node> open = new() { [start] = new(0, null, null, null, []) };
        PriorityQueue<Place, Place> inOrder = new([(start, start)]);
        while (inOrder.TryDequeue(out Place at, out _))
        {
            open.Remove(at, out Node? node);
            if (graph.IsEnd(at)) return LeastCostly(node!, inOrder, open);
            List<PageChoice> choices = graph.From(at, node!.Carried);
            foreach (PageChoice choice in choices)
            {
                double spread = graph.Spread(at, choice);
                double cost = node.Cost + choice.Plan.Cost + spread;
                Place next = graph.Next(at, choice);
                if (cost + graph.AtLeast(next) > bound) continue;
                ref Node? best = ref CollectionsMarshal.GetValueRefOrAddDefault(open, next, out bool isKnown);
                if (!isKnown) inOrder.Enqueue(next, next);
                if (best is null || cost < best.Cost) best = new(cost, node, choice, choices, choice.Carried) { Spread = spread };
            }
        }
        return null;
    }

    /// <summary>The best of the ways to the end; of equals the first.</summary>
    private static Node LeastCostly(Node first, PriorityQueue<Place, Place> others, Dictionary<Place, Node> open)
    {
        Node best = first;
        while (others.TryDequeue(out Place place, out _))
            if (open[place].Cost < best.Cost) best = open[place];
        return best;
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
