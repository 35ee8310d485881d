using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Resolution;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Structure;

/// <summary>The structure of a section as it stands in the file.</summary>
/// <param name="Pages">The pages it speaks of.</param>
/// <param name="Parents">The numbers of the elements that hold its chapters.</param>
/// <param name="Block">Its objects; null when they are not kept.</param>
/// <param name="Chapters">The elements of its chapters, in order; null for one of which no page shows anything.</param>
/// <param name="PageHolders">For each page the array of the elements that hold its marked parts; null for a page without any.</param>
/// <param name="LinkHolders">For each place to click its key in the parent tree and the element that holds it.</param>
/// <param name="Ids">The elements that have names.</param>
internal sealed record WrittenStructure(WrittenSection Pages, ImmutableArray<int> Parents, PdfBlock? Block, ImmutableArray<ObjectRef?> Chapters,
    ImmutableArray<ObjectRef?> PageHolders, ImmutableArray<(int Key, ObjectRef Holder)> LinkHolders, ImmutableArray<(string Name, ObjectRef Element)> Ids);

/// <summary>Writes the structure tree once all pages are painted: the plan gives the order, the pages the content.</summary>
internal static class StructureWriter
{
    /// <summary>Writes the tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="plan">What the model says.</param>
    /// <param name="sections">The sections, in the order of the pages.</param>
    /// <param name="pages">How many pages there are.</param>
    /// <param name="known">The sections whose structure was written before.</param>
    /// <param name="isKept">Whether this one is kept to be written again.</param>
    /// <returns>The structure tree root.</returns>
    public static ObjectRef Write(PdfFile file, StructurePlan plan, IReadOnlyList<SectionOfBook> sections, int pages, Remembered<SectionPlaces, WrittenStructure> known, bool isKept)
    {
        ObjectRef rootId = file.Reserve(), documentId = file.Reserve();
        Dictionary<string, ObjectRef> parents = [];
        Dictionary<StructureElement, ObjectRef> parts = new(ReferenceEqualityComparer.Instance);
        HashSet<StructureElement> shown = new(sections.SelectMany(s => s.Chapters.Where(c => s.Shows(c.Key))).Select(c => plan.Chapters[c.Key].Section), ReferenceEqualityComparer.Instance);
        Dictionary<StructureElement, string> keyOf = new(ReferenceEqualityComparer.Instance);
        foreach ((string key, ChapterPlan chapter) in plan.Chapters) keyOf.Add(chapter.Section, key);
        foreach (StructureElement element in ElementsOf(plan.Root))
            if (keyOf.TryGetValue(element, out string? key)) parents.Add(key, documentId);
            else if (ElementsOf(element).Any(shown.Contains))
            {
                parts.Add(element, file.Reserve());
                foreach (StructureElement below in ElementsOf(element)) parents.Add(keyOf[below], parts[element]);
            }

        List<WrittenStructure> written = [.. sections.Select(section => Write(file, plan, section, parents, documentId, known, isKept))];
        Dictionary<StructureElement, ObjectRef> chapters = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < written.Count; i++)
            for (int c = 0; c < sections[i].Chapters.Length; c++)
                if (written[i].Chapters[c] is { } id) chapters.Add(plan.Chapters[sections[i].Chapters[c].Key].Section, id);
        foreach ((StructureElement part, ObjectRef id) in parts) WriteHolder(file, id, part, documentId, ElementsOf(part).Where(chapters.ContainsKey).Select(e => chapters[e]));
        WriteHolder(file, documentId, plan.Root, rootId, ElementsOf(plan.Root).Where(e => chapters.ContainsKey(e) || parts.ContainsKey(e)).Select(e => chapters.TryGetValue(e, out ObjectRef id) ? id : parts[e]));

        List<(int, Action<Syntax>)> entries = [];
        for (int i = 0; i < written.Count; i++)
            for (int page = 0; page < written[i].PageHolders.Length; page++)
                if (written[i].PageHolders[page] is { } holders) entries.Add((sections[i].First + page, to => to.Reference(holders)));
        int links = 0;
        foreach ((int key, ObjectRef holder) in written.SelectMany(static w => w.LinkHolders))
        {
            entries.Add((key, to => to.Reference(holder)));
            links++;
        }
        List<KeyValuePair<string, Action<Syntax>>> ids = [.. written.SelectMany(static w => w.Ids).Select(static id => new KeyValuePair<string, Action<Syntax>>(id.Name, to => to.Reference(id.Element)))];
        Syntax root = new Syntax().OpenDictionary().Name("Type").Name("StructTreeRoot").Name("K").Reference(documentId);
        root.Name("ParentTree").Reference(SearchTree.WriteNumbers(file, entries)).Name("ParentTreeNextKey").Number(pages + links);
        if (ids.Count > 0) root.Name("IDTree").Reference(SearchTree.WriteNames(file, ids));
        root.Name("RoleMap").OpenDictionary();
        foreach ((string own, string standard) in StructureTags.RoleMap) root.Name(own).Name(standard);
        file.Put(rootId, root.CloseDictionary().CloseDictionary());
        return rootId;
    }

    private static IEnumerable<StructureElement> ElementsOf(StructureElement element) => element.Kids.OfType<ElementKid>().Select(static kid => kid.Element);

    private static void WriteHolder(PdfFile file, ObjectRef id, StructureElement element, ObjectRef parent, IEnumerable<ObjectRef> kids)
    {
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("StructElem").Name("S").Name(element.Tag).Name("P").Reference(parent).Name("K").OpenArray();
        foreach (ObjectRef kid in kids) to.Reference(kid);
        file.Put(id, to.CloseArray().CloseDictionary());
    }

    /// <summary>The structure of a section: as it was, where its pages are as they were and all numbers are the same; else written now.</summary>
    private static WrittenStructure Write(PdfFile file, StructurePlan plan, SectionOfBook section, Dictionary<string, ObjectRef> parents, ObjectRef document,
        Remembered<SectionPlaces, WrittenStructure> known, bool isKept)
    {
        // The parent of a part without anything on its pages is never asked for.
        ImmutableArray<int> holders = [.. section.Chapters.Select(c => parents.GetValueOrDefault(c.Key, document).Number)];
        if (known.TryRecall(section.Places, out WrittenStructure before) && before.Block is { } block && block.First == file.NextOfBlock
            && ReferenceEquals(before.Pages, section.Written) && before.Parents.AsSpan().SequenceEqual(holders.AsSpan()))
        {
            file.Repeat(block);
            return before;
        }
        WrittenStructure written = new SectionStructure(file, section, isKept).Write([.. section.Chapters.Select(c => plan.Chapters[c.Key].Section)], holders);
        known.Keep(section.Places, written);
        return written;
    }
}

/// <summary>Writes the structure of one section.</summary>
internal sealed class SectionStructure
{
    private readonly PdfFile _file;
    private readonly SectionOfBook _section;
    private readonly bool _isKept;
    private readonly ImmutableArray<ObjectRef> _pages;
    private readonly SectionPlaces _places;
    private readonly ILookup<NodeId, LinkAnnotation> _links;
    private readonly HashSet<StructureElement> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly ObjectRef[][] _holders;
    private readonly SortedDictionary<int, ObjectRef> _linkHolders = [];
    private readonly List<(string Name, ObjectRef Element)> _ids = [];

    /// <param name="file">Where to.</param>
    /// <param name="section">The section.</param>
    /// <param name="isKept">Whether its objects are kept to be written again.</param>
    public SectionStructure(PdfFile file, SectionOfBook section, bool isKept)
    {
        (_file, _section, _isKept) = (file, section, isKept);
        (_pages, _places) = (section.Written.Pages, section.Places);
        _links = section.Written.Links.ToLookup(static link => link.Source);
        _holders = [.. _places.PartsOnPage.Select(static count => new ObjectRef[count])];
    }

    /// <summary>Writes it.</summary>
    /// <param name="chapters">The elements of its chapters.</param>
    /// <param name="parents">The numbers of the elements that hold them.</param>
    public WrittenStructure Write(ImmutableArray<StructureElement> chapters, ImmutableArray<int> parents)
    {
        _file.BeginBlock(_isKept);
        ImmutableArray<ObjectRef?> written = [.. chapters.Select((chapter, i) => Keep(chapter) ? Write(chapter, new ObjectRef(parents[i])) : (ObjectRef?)null)];
        foreach (LinkAnnotation link in _section.Written.Links)
            if (!_linkHolders.ContainsKey(link.ParentKey))
                throw new InvalidOperationException($"A page has a link area of {link.Source}, which is no link of the book.");
        ImmutableArray<ObjectRef?> pages = [.. _holders.Select(WriteHolders)];
        PdfBlock? block = _file.EndBlock();
        return new(_section.Written, parents, block, written, pages, [.. _linkHolders.Select(static l => (l.Key, l.Value))], [.. _ids]);
    }

    private ObjectRef? WriteHolders(ObjectRef[] holders)
    {
        if (holders.Length == 0) return null;
        Syntax array = new Syntax().OpenArray();
        foreach (ObjectRef holder in holders) array.Reference(holder);
        return _file.Add(array.CloseArray());
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
            _ids.Add((name, id));
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
