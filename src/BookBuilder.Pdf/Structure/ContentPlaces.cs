using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>Where a page shows a leaf, or a part of it.</summary>
/// <param name="Page">The page, from 0.</param>
/// <param name="Number">The marked-content identifier on that page.</param>
/// <param name="Box">What it covers, y UP from the lower edge.</param>
internal readonly record struct ContentPlace(int Page, int Number, Bounds Box);

/// <summary>Where the pages of a section show each leaf of its chapters; pages count from the section's first.</summary>
internal sealed class SectionPlaces
{
    private static readonly IReadOnlyList<ContentPlace> Nowhere = [];
    private readonly Dictionary<LeafKey, List<ContentPlace>> _places = [];

    /// <param name="pages">The marked parts of its pages.</param>
    public SectionPlaces(IReadOnlyList<ImmutableArray<MarkedPart>> pages)
    {
        for (int page = 0; page < pages.Count; page++)
            foreach (MarkedPart part in pages[page])
            {
                if (!_places.TryGetValue(part.Leaf, out List<ContentPlace>? places)) _places.Add(part.Leaf, places = new(1));
                places.Add(new(page, part.Number, part.Box));
            }
        PartsOnPage = [.. pages.Select(static p => p.Length)];
        Chapters = [.. _places.Keys.Select(static leaf => leaf.Node.Chapter)];
    }

    /// <summary>How many marked parts each page has.</summary>
    public ImmutableArray<int> PartsOnPage { get; }

    /// <summary>The keys of the chapters of which something is shown.</summary>
    public ImmutableHashSet<string> Chapters { get; }

    /// <summary>The places of a leaf, in page order; empty when no page shows it.</summary>
    public IReadOnlyList<ContentPlace> Of(LeafKey leaf) => _places.TryGetValue(leaf, out List<ContentPlace>? places) ? places : Nowhere;
}

/// <summary>Where the pages show each leaf of the book, filled section by section.</summary>
internal sealed class ContentPlaces
{
    private readonly Dictionary<string, (SectionPlaces Places, int First)> _sections = [];

    /// <summary>Takes in the next section.</summary>
    /// <param name="chapters">The keys of its chapters.</param>
    /// <param name="places">Where its pages show what.</param>
    /// <param name="first">Its first page, from 0.</param>
    public void Add(IEnumerable<string> chapters, SectionPlaces places, int first)
    {
        foreach (string chapter in chapters) _sections.Add(chapter, (places, first));
    }

    /// <summary>Where a node begins: its own first place, else that of what its element holds; null when no page shows any of it.</summary>
    public ContentPlace? FirstOf(NodeId node, StructurePlan plan)
    {
        if (!_sections.TryGetValue(node.Chapter, out var section)) return null;
        ContentPlace? first = First(section.Places, new LeafKid(new(node, IsLabel: true))) ?? First(section.Places, new LeafKid(new(node, IsLabel: false)))
            ?? (plan.ElementOf(node) is { } element ? First(section.Places, new ElementKid(element)) : null);
        return first is { } place ? place with { Page = place.Page + section.First } : null;
    }

    private static ContentPlace? First(SectionPlaces places, StructureKid kid) => kid switch
    {
        LeafKid leaf => places.Of(leaf.Leaf) is [var first, ..] ? first : null,
        ElementKid below => below.Element.Kids.Select(k => First(places, k)).FirstOrDefault(static place => place is not null),
        _ => null,
    };
}
