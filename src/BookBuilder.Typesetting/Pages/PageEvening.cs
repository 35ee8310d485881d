using System.Collections.Immutable;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Makes pages even by setting single paragraphs a line longer or shorter: where a page is short, a widow cannot be avoided otherwise, or the last page is all but empty.</summary>
/// <remarks>Lines are better kept as they are: a paragraph changes only when the pages become clearly better by it.</remarks>
internal static class PageEvening
{
    private const double Trouble = 350;
    private const double Worthwhile = 150;
    private const int MostChanges = 12;
    private const int BoxesTried = 400_000;
    private const int LeastLines = 4;

    /// <summary>Divides a galley into pages, changing paragraphs where that pays.</summary>
    public static (Galley Galley, Pagination Pages) Paginate(PageGeometry geometry, Galley galley)
    {
        Pagination pages = Paginator.Paginate(geometry, galley);
        HashSet<int> tried = [];
        // Each trial divides the whole chapter anew: a long one gets fewer, so that the time stays in proportion.
        int most = Math.Max(10, BoxesTried / Math.Max(1, galley.Boxes.Length));
        for (int change = 0; change < MostChanges; change++)
        {
            if (Better(geometry, galley, pages, tried, most) is not { } better) break;
            (galley, pages) = better;
        }
        return (galley, pages);
    }

    /// <summary>The best single change on the first page in trouble where any pays, or the page before it; null when none does. No paragraph is tried twice.</summary>
    private static (Galley Galley, Pagination Pages)? Better(PageGeometry geometry, Galley galley, Pagination pages, HashSet<int> tried, int most)
    {
        (Galley Galley, Pagination Pages)? best = null;
        double bestCost = pages.Cost - Worthwhile;
        for (int page = 0; page < pages.Pages.Length; page++)
        {
            if (pages.Pages[page].Cost < Trouble) continue;
            for (int near = Math.Max(0, page - 1); near <= page; near++)
                foreach ((int first, int count, int number) in Paragraphs(galley, pages.Pages[near]))
                {
                    if (tried.Count >= most || !tried.Add(number)) continue;
                    foreach (int looseness in (ReadOnlySpan<int>)[-1, 1])
                    {
                        ImmutableArray<GalleyBox> lines = galley.Variants[number](looseness);
                        if (lines.Length != count + looseness) continue;
                        Galley varied = galley.With(first, count, lines);
                        Pagination outcome = Paginator.Paginate(geometry, varied);
                        if (outcome.Cost >= bestCost) continue;
                        bestCost = outcome.Cost;
                        best = (varied, outcome);
                    }
                }
            if (best is not null) return best;
        }
        return best;
    }

    /// <summary>The paragraphs of running text that stand on a page and have lines to spare.</summary>
    private static IEnumerable<(int First, int Count, int Number)> Paragraphs(Galley galley, PagePlan page)
    {
        for (int i = page.Start; i < page.End; i++)
        {
            int number = galley.Boxes[i].Paragraph;
            if (number == 0 || !galley.Variants.ContainsKey(number) || (i > page.Start && galley.Boxes[i - 1].Paragraph == number)) continue;
            int first = i, last = i;
            while (first > 0 && galley.Boxes[first - 1].Paragraph == number) first--;
            while (last + 1 < galley.Boxes.Length && galley.Boxes[last + 1].Paragraph == number) last++;
            if (last - first + 1 >= LeastLines)
                yield return (first, last - first + 1, number);
        }
    }
}
