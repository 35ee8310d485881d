using System.Collections.Immutable;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Document;

/// <summary>The tree of pages (ISO 32000-1, 7.7.3), so many below each node that no way down is long.</summary>
internal sealed class PageTree
{
    private const int KidsOfANode = 32;

    private readonly PdfFile _file;
    private readonly ImmutableArray<ObjectRef> _nodes;
    private readonly List<ObjectRef> _pages = [];

    /// <summary>Takes the numbers of the nodes right above the pages.</summary>
    public PageTree(PdfFile file, int pages)
    {
        _file = file;
        _nodes = [.. Enumerable.Range(0, Math.Max(1, (pages + KidsOfANode - 1) / KidsOfANode)).Select(_ => file.Reserve())];
    }

    /// <summary>The objects of the pages, in order, as far as they are known.</summary>
    public IReadOnlyList<ObjectRef> Pages => _pages;

    /// <summary>Takes in the object of the next page.</summary>
    public void Add(ObjectRef page) => _pages.Add(page);

    /// <summary>The node above a page.</summary>
    public ObjectRef ParentOf(int page) => _nodes[page / KidsOfANode];

    /// <summary>Writes the nodes.</summary>
    /// <returns>The root.</returns>
    public ObjectRef Write()
    {
        List<(ObjectRef Id, ImmutableArray<ObjectRef> Kids, int Count)> level =
            [.. _nodes.Select((id, i) => Slice(id, _pages.Skip(i * KidsOfANode).Take(KidsOfANode)))];
        while (level.Count > 1)
        {
            List<(ObjectRef, ImmutableArray<ObjectRef>, int)> above = [];
            foreach (var group in level.Chunk(KidsOfANode))
            {
                ObjectRef parent = _file.Reserve();
                foreach (var node in group) Write(node.Id, parent, node.Kids, node.Count);
                above.Add((parent, [.. group.Select(node => node.Id)], group.Sum(node => node.Count)));
            }
            level = above;
        }
        Write(level[0].Id, null, level[0].Kids, level[0].Count);
        return level[0].Id;

        static (ObjectRef, ImmutableArray<ObjectRef>, int) Slice(ObjectRef id, IEnumerable<ObjectRef> kids)
        {
            ImmutableArray<ObjectRef> all = [.. kids];
            return (id, all, all.Length);
        }
    }

    private void Write(ObjectRef id, ObjectRef? parent, ImmutableArray<ObjectRef> kids, int count)
    {
        Syntax to = new Syntax().OpenDictionary().Name("Type").Name("Pages");
        if (parent is { } above) to.Name("Parent").Reference(above);
        to.Name("Count").Number(count).Name("Kids").OpenArray();
        foreach (ObjectRef kid in kids) to.Reference(kid);
        _file.Put(id, to.CloseArray().CloseDictionary());
    }
}
