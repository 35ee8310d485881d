using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Divides a galley into pages so that all pages, taken together, are the least bad.</summary>
/// <remarks>
/// The total-fit method of M. F. Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981): the least costly
/// way through the graph whose nodes are (box, float, note lines still to print) and whose edges are possible pages.
/// Floats keep their order and never stand before their place; a note begins on the page of its mark.
/// </remarks>
internal static class Paginator
{
    /// <summary>Chooses the pages.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="galley">The chapter in lines.</param>
    /// <returns>At least one page, in order, with the total cost; every box, float and note line is on exactly one of them.</returns>
    public static Pagination Paginate(PageGeometry geometry, Galley galley)
    {
        if (galley.Boxes.IsEmpty && galley.Floats.IsEmpty) return new([], 0);
        var open = new SortedDictionary<(int Box, int Float, int Carry), Node>
        {
            [(0, 0, 0)] = new(0, null, null, []),
        };
        while (true)
        {
            ((int Box, int Float, int Carry) at, Node node) = open.First();
            open.Remove(at);
            if (at.Box == galley.Boxes.Length && at.Float == galley.Floats.Length && at.Carry == 0)
                return new(node.Plans(), node.Cost);
            foreach (PageChoice choice in PageChoices.From(geometry, galley, at.Box, at.Float, node.Carried))
            {
                // Carried lines count down, so that the order of the keys is an order of the pages.
                var key = (choice.Plan.End, choice.Plan.EndFloat, -choice.Carried.Sum(s => s.To - s.From));
                double cost = node.Cost + choice.Cost;
                if (!open.TryGetValue(key, out Node? known) || cost < known.Cost)
                    open[key] = new(cost, node, choice.Plan, choice.Carried);
            }
        }
    }

    private sealed record Node(double Cost, Node? Before, PagePlan? Plan, ImmutableArray<NoteSlice> Carried)
    {
        public ImmutableArray<PagePlan> Plans()
        {
            List<PagePlan> plans = [];
            for (Node? node = this; node?.Plan is not null; node = node.Before)
                plans.Add(node.Plan);
            plans.Reverse();
            return [.. plans];
        }
    }
}

/// <summary>The pages of a chapter.</summary>
/// <param name="Pages">In order.</param>
/// <param name="Cost">How bad they are, taken together; to compare variants of a galley.</param>
internal sealed record Pagination(ImmutableArray<PagePlan> Pages, double Cost);
