using System.Collections.Immutable;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Makes pages even by setting single paragraphs a line longer or shorter: where a page is short, a widow cannot be avoided otherwise, or the last page is all but empty.</summary>
/// <remarks>Lines are better kept as they are: pages are sought without changes first, then with the paragraphs around those that are not good,
/// and where that does not help with more of them. So the time stays in proportion to the chapter's length.</remarks>
internal static class PageEvening
{
    private const double Trouble = 350;

    /// <summary>Divides a galley into pages, changing paragraphs where that pays.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="galley">The chapter in lines.</param>
    /// <param name="first">The side of its first page.</param>
    public static (Galley Galley, ImmutableArray<PagePlan> Pages) Paginate(PageGeometry geometry, Galley galley, PageSide first)
    {
        Dictionary<int, ParagraphVariants> known = [];
        var text = new VariedText(galley, new HashSet<int>(), known);
        Pagination pages = Paginator.Paginate(geometry, text, first);
        HashSet<int> paragraphs = [];
        foreach (int around in (ReadOnlySpan<int>)[2, 6])
        {
            int before = paragraphs.Count;
            for (int page = 0; page < pages.Pages.Length; page++)
                if (pages.Pages[page].Cost >= Trouble)
                    for (int near = Math.Max(0, page - around); near <= Math.Min(pages.Pages.Length - 1, page + 1); near++)
                        paragraphs.UnionWith(Paragraphs(text, pages.Pages[near]));
            if (paragraphs.Count == before) break;
            text = new VariedText(galley, paragraphs, known);
            pages = Paginator.Paginate(geometry, text, first);
        }
        return Settled(text, pages);
    }

    /// <summary>The numbers of the paragraphs on a page.</summary>
    private static IEnumerable<int> Paragraphs(VariedText text, PagePlan page)
    {
        int end = page.End == page.Start ? text.Nominal(page.End) : Math.Min(text.End, text.Nominal(page.End) + 1);
        for (int i = text.Nominal(page.Start); i < end; i++)
            if (text[i].Paragraph > 0) yield return text[i].Paragraph;
    }

    /// <summary>The galley with the changes made, and the pages in its own boxes.</summary>
    private static (Galley Galley, ImmutableArray<PagePlan> Pages) Settled(VariedText text, Pagination pages)
    {
        Galley galley = text.Galley;
        foreach (Variation change in pages.Varied.Reverse())
            galley = galley.With(change.First, change.Count, change.Lines);
        return (galley, [.. pages.Pages.Select(p => p with { Start = Place(p.Start), End = Place(p.End) })]);

        int Place(int place) => text.Owner(place) is { } owner ? Moved(owner.First) + place - owner.Start : Moved(place);
        int Moved(int box) => box + pages.Varied.Where(v => v.First < box).Sum(v => v.Gain);
    }
}
