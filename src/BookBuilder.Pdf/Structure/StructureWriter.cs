using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Structure;

/// <summary>A place to click as an annotation in the file.</summary>
/// <param name="Source">The node it leads away from.</param>
/// <param name="Page">The page it is on, from 0.</param>
/// <param name="Annotation">Its object.</param>
/// <param name="ParentKey">Its key in the parent tree.</param>
internal sealed record LinkAnnotation(NodeId Source, int Page, ObjectRef Annotation, int ParentKey);

/// <summary>Writes the structure tree once all pages are painted: the plan gives the order, the pages the content.</summary>
internal sealed class StructureWriter
{
    private readonly PdfFile _file;
    private readonly ImmutableArray<ObjectRef> _pages;
    private readonly ContentPlaces _places;
    private readonly ILookup<NodeId, LinkAnnotation> _links;
    private readonly HashSet<StructureElement> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly ObjectRef[][] _holders;
    private readonly SortedDictionary<int, ObjectRef> _linkHolders = [];
    private readonly List<KeyValuePair<string, Action<Syntax>>> _ids = [];

    /// <summary>Writes the tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="plan">What the model says.</param>
    /// <param name="pages">The pages' objects.</param>
    /// <param name="places">Where the pages show what.</param>
    /// <param name="links">The annotations, in page order.</param>
    /// <returns>The structure tree root.</returns>
    public static ObjectRef Write(PdfFile file, StructurePlan plan, ImmutableArray<ObjectRef> pages, ContentPlaces places,
        IReadOnlyList<LinkAnnotation> links) => new StructureWriter(file, pages, places, links).Write(plan.Root, links);

    private StructureWriter(PdfFile file, ImmutableArray<ObjectRef> pages, ContentPlaces places, IReadOnlyList<LinkAnnotation> links)
    {
        (_file, _pages, _places) = (file, pages, places);
        _links = links.ToLookup(link => link.Source);
        _holders = [.. places.PartsOnPage.Select(count => new ObjectRef[count])];
    }

    private ObjectRef Write(StructureElement document, IReadOnlyList<LinkAnnotation> links)
    {
        ObjectRef rootId = _file.Reserve();
        Keep(document);
        Syntax root = new Syntax().OpenDictionary().Name("Type").Name("StructTreeRoot").Name("K").Reference(Write(document, rootId));
        foreach (LinkAnnotation link in links)
            if (!_linkHolders.ContainsKey(link.ParentKey))
                throw new InvalidOperationException($"A page has a link area of {link.Source}, which is no link of the book.");
        root.Name("ParentTree").Reference(SearchTree.WriteNumbers(_file, ParentEntries())).Name("ParentTreeNextKey").Number(_pages.Length + links.Count);
        if (_ids.Count > 0) root.Name("IDTree").Reference(SearchTree.WriteNames(_file, _ids));
        root.Name("RoleMap").OpenDictionary();
        foreach ((string own, string standard) in StructureTags.RoleMap) root.Name(own).Name(standard);
        _file.Put(rootId, root.CloseDictionary().CloseDictionary());
        return rootId;
    }

    private List<(int, Action<Syntax>)> ParentEntries()
    {
        List<(int, Action<Syntax>)> entries = [];
        for (int page = 0; page < _holders.Length; page++)
        {
            if (_holders[page].Length == 0) continue;
            Syntax array = new Syntax().OpenArray();
            foreach (ObjectRef holder in _holders[page]) array.Reference(holder);
            ObjectRef id = _file.Add(array.CloseArray());
            entries.Add((page, to => to.Reference(id)));
        }
        foreach ((int key, ObjectRef holder) in _linkHolders) entries.Add((key, to => to.Reference(holder)));
        return entries;
    }

    // An element of which no page shows anything is left out, but a table keeps its empty cells: the others stand beside them.
    private bool Keep(StructureElement element)
    {
        bool any = false;
        foreach (StructureKid kid in element.Kids)
            any |= kid switch
            {
                ElementKid below => Keep(below.Element),
                LeafKid leaf => _places.Of(leaf.Leaf).Count > 0,
                LinkKid link => _links.Contains(link.Source),
                _ => throw new UnreachableException($"{kid.GetType().Name} is new: say here whether the pages show it."),
            };
        if (any) _kept.Add(element);
        if (any && element.Tag == "Table") KeepCells(element);
        return any;
    }

    private void KeepCells(StructureElement element)
    {
        foreach (StructureKid kid in element.Kids)
            if (kid is ElementKid { Element: { Tag: "THead" or "TBody" or "TR" or "TH" or "TD" } below })
            {
                _kept.Add(below);
                KeepCells(below);
            }
    }

    private ObjectRef Write(StructureElement element, ObjectRef parent)
    {
        ObjectRef id = _file.Reserve();
        // What leads nowhere on these pages is no link.
        bool leadsNowhere = element.Tag == "Link" && !element.Kids.Exists(kid => kid is LinkKid link && _links.Contains(link.Source));
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("StructElem").Name("S").Name(leadsNowhere ? "Span" : element.Tag)
            .Name("P").Reference(parent);
        int page = PageOf(element);
        if (page >= 0) to.Name("Pg").Reference(_pages[page]);
        if (element.Language is { } language) to.Name("Lang").Text(language);
        if (element.Alternative is { Length: > 0 } alternative) to.Name("Alt").Text(alternative);
        if (element.Id is { } name)
        {
            to.Name("ID").Text(name);
            _ids.Add(new(name, value => value.Reference(id)));
        }
        WriteAttributes(to, element, page);
        to.Name("K").OpenArray();
        foreach (StructureKid kid in element.Kids) Write(to, kid, id, page);
        _file.Put(id, to.CloseArray().CloseDictionary());
        return id;
    }

    private void Write(Syntax to, StructureKid kid, ObjectRef holder, int page)
    {
        switch (kid)
        {
            case ElementKid below when _kept.Contains(below.Element):
                to.Reference(Write(below.Element, holder));
                break;
            case ElementKid:
                break;
            case LeafKid leaf:
                foreach (ContentPlace place in _places.Of(leaf.Leaf))
                {
                    _holders[place.Page][place.Number] = holder;
                    if (place.Page == page) to.Number(place.Number);
                    else to.OpenDictionary().Name("Type").Name("MCR").Name("Pg").Reference(_pages[place.Page]).Name("MCID").Number(place.Number).CloseDictionary();
                }
                break;
            case LinkKid link:
                foreach (LinkAnnotation annotation in _links[link.Source])
                {
                    _linkHolders[annotation.ParentKey] = holder;
                    to.OpenDictionary().Name("Type").Name("OBJR").Name("Pg").Reference(_pages[annotation.Page])
                        .Name("Obj").Reference(annotation.Annotation).CloseDictionary();
                }
                break;
            default:
                throw new UnreachableException($"{kid.GetType().Name} is new: say here how it is written.");
        }
    }

    private void WriteAttributes(Syntax to, StructureElement element, int page)
    {
        Bounds? box = element.Tag is "Figure" or "Formula" && page >= 0 ? BoxOf(element, page) : null;
        if (element.Attributes.Count == 0 && box is null) return;
        to.Name("A").OpenArray();
        foreach (var owner in element.Attributes.GroupBy(attribute => attribute.Owner))
        {
            to.OpenDictionary().Name("O").Name(owner.Key);
            foreach (StructureAttribute attribute in owner)
                if (attribute.Name is { } name) to.Name(attribute.Key).Name(name);
                else to.Name(attribute.Key).Number(attribute.Number ?? throw new InvalidOperationException($"{attribute.Key} has no value."));
            to.CloseDictionary();
        }
        if (box is { } b)
            to.OpenDictionary().Name("O").Name("Layout").Name("BBox").OpenArray()
                .Number(b.MinX, 2).Number(b.MinY, 2).Number(b.MaxX, 2).Number(b.MaxY, 2).CloseArray().CloseDictionary();
        to.CloseArray();
    }

    // The page of its own first content; -1 when it has none of its own.
    private int PageOf(StructureElement element)
    {
        foreach (StructureKid kid in element.Kids)
            if (kid is LeafKid leaf && _places.Of(leaf.Leaf) is [var first, ..]) return first.Page;
        return -1;
    }

    private Bounds BoxOf(StructureElement element, int page)
    {
        Bounds box = Bounds.Empty;
        foreach (StructureKid kid in element.Kids)
            if (kid is LeafKid leaf)
                foreach (ContentPlace place in _places.Of(leaf.Leaf))
                    if (place.Page == page) box = box.With(place.Box.MinX, place.Box.MinY).With(place.Box.MaxX, place.Box.MaxY);
        return box;
    }
}
