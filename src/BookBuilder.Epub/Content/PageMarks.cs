using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>The mark at which a printed page begins.</summary>
/// <param name="Id">Its id, unique in the book.</param>
/// <param name="Label">The page's folio.</param>
/// <param name="Leaf">The leaf it stands in.</param>
/// <param name="Offset">UTF-16 offset into the leaf's text.</param>
internal sealed record PageMark(string Id, string Label, NodeId Leaf, int Offset);

/// <summary>A mark that was written.</summary>
/// <param name="Mark">Which.</param>
/// <param name="Href">Its address from the package's folder.</param>
internal sealed record PlacedMark(PageMark Mark, string Href);

/// <summary>Where the pages of the printed edition begin.</summary>
internal sealed class PageMarks
{
    private readonly FrozenDictionary<NodeId, ImmutableArray<PageMark>> _byLeaf;
    private readonly Dictionary<string, ImmutableArray<PageMark>> _byChapter;

    private PageMarks(ImmutableArray<PageMark> all)
    {
        All = all;
        _byChapter = all.GroupBy(static m => m.Leaf.Chapter).ToDictionary(static g => g.Key, static g => g.ToImmutableArray());
        _byLeaf = all.GroupBy(static m => m.Leaf).ToFrozenDictionary(static g => g.Key, static g => g.OrderBy(static m => m.Offset).ToImmutableArray());
    }

    /// <summary>All of them, in the order of the pages; empty when there is no printed edition.</summary>
    public ImmutableArray<PageMark> All { get; }

    /// <summary>The marks of a page map.</summary>
    /// <param name="pages">Where pages begin; null for none.</param>
    /// <param name="anchors">The ids already given in the book.</param>
    public static PageMarks Of(PageMap? pages, IEnumerable<string> anchors)
    {
        if (pages is null)
            return new PageMarks([]);
        HashSet<string> taken = new(anchors, StringComparer.Ordinal);
        return new PageMarks([.. pages.Pages.Select(page => new PageMark(FreeId(page.Label, taken), page.Label, page.Node, page.Offset))]);
    }

    /// <summary>The marks within a chapter, in the order of the pages.</summary>
    public ImmutableArray<PageMark> InChapter(string key) => _byChapter.GetValueOrDefault(key, []);

    /// <summary>The marks within a leaf, by their offsets.</summary>
    public ImmutableArray<PageMark> In(NodeId leaf) => _byLeaf.GetValueOrDefault(leaf, []);

    private static string FreeId(string label, HashSet<string> taken)
    {
        string id = "pg-" + string.Concat(label.Where(char.IsAsciiLetterOrDigit));
        string free = id;
        for (int i = 2; !taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        return free;
    }
}
