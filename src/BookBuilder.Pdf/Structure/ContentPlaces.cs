using BookBuilder.Model.Blocks;
using BookBuilder.Pdf.Content;

namespace BookBuilder.Pdf.Structure;

/// <summary>Where a page shows a leaf, or a part of it.</summary>
/// <param name="Page">The page, from 0.</param>
/// <param name="Number">The marked-content identifier on that page.</param>
/// <param name="Box">What it covers, y UP from the lower edge.</param>
internal readonly record struct ContentPlace(int Page, int Number, Bounds Box);

/// <summary>Where the pages show each leaf, filled in page order.</summary>
internal sealed class ContentPlaces
{
    private static readonly IReadOnlyList<ContentPlace> Nowhere = [];
    private readonly Dictionary<LeafKey, List<ContentPlace>> _places = [];
    private readonly List<int> _partsOnPage = [];

    /// <summary>How many marked parts each page has.</summary>
    public IReadOnlyList<int> PartsOnPage => _partsOnPage;

    /// <summary>Takes in the next page.</summary>
    public void Add(PaintedPage page)
    {
        foreach (MarkedPart part in page.Parts)
        {
            if (!_places.TryGetValue(part.Leaf, out List<ContentPlace>? places)) _places.Add(part.Leaf, places = []);
            places.Add(new(_partsOnPage.Count, part.Number, part.Box));
        }
        _partsOnPage.Add(page.Parts.Length);
    }

    /// <summary>The places of a leaf, in page order; empty when no page shows it.</summary>
    public IReadOnlyList<ContentPlace> Of(LeafKey leaf) => _places.TryGetValue(leaf, out List<ContentPlace>? places) ? places : Nowhere;

    /// <summary>Where a node begins: its own first place, else that of what its element holds; null when no page shows any of it.</summary>
    public ContentPlace? FirstOf(NodeId node, StructurePlan plan) =>
        First(new LeafKid(new(node, IsLabel: true))) ?? First(new LeafKid(new(node, IsLabel: false)))
        ?? (plan.Elements.TryGetValue(node, out StructureElement? element) ? First(new ElementKid(element)) : null);

    private ContentPlace? First(StructureKid kid) => kid switch
    {
        LeafKid leaf => Of(leaf.Leaf) is [var first, ..] ? first : null,
        ElementKid below => below.Element.Kids.Select(First).FirstOrDefault(place => place is not null),
        _ => null,
    };
}
