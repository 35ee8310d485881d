using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;
using BookBuilder.Pdf.Structure;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Document;

/// <summary>The named places of the document (ISO 32000-1, 12.3.2.3). A link may name a place before it is known where it is.</summary>
internal sealed class Destinations(ResolvedBook book)
{
    private readonly Dictionary<NodeId, (int Page, Position At)> _known = [];
    private readonly HashSet<NodeId> _wanted = [];

    /// <summary>Takes in the places a page says.</summary>
    public void Add(Page page, int index)
    {
        foreach (Destination destination in page.Destinations) _known.TryAdd(destination.Node, (index, TurnedSheet.Upright(page, destination.At)));
    }

    /// <summary>The name of a node's place, which will be in the tree.</summary>
    public string Want(NodeId node)
    {
        _wanted.Add(node);
        return NameOf(node);
    }

    /// <summary>Writes the name tree: every place the book has an anchor for, and all that links ask for.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="pages">The pages' objects.</param>
    /// <param name="sizes">The pages.</param>
    /// <param name="plan">The structure, for nodes whose place no page says: what they hold is shown somewhere.</param>
    /// <param name="places">Where the pages show what.</param>
    public ObjectRef Write(PdfFile file, IReadOnlyList<ObjectRef> pages, IReadOnlyList<Page> sizes, StructurePlan plan, ContentPlaces places)
    {
        SortedDictionary<string, Action<Syntax>> names = new(StringComparer.Ordinal);
        foreach (NodeId node in _wanted.Concat(book.Anchors.Keys))
            if (!names.ContainsKey(NameOf(node)) && PlaceOf(node) is { } place) names.Add(NameOf(node), place);
        return SearchTree.WriteNames(file, names);

        Action<Syntax>? PlaceOf(NodeId node)
        {
            if (_known.TryGetValue(node, out (int Page, Position At) known))
                return To(known.Page, Canvas.Thousandths(known.At.X), Canvas.Thousandths(sizes[known.Page].Size.Height) - Canvas.Thousandths(known.At.Y));
            if (places.FirstOf(node, plan) is { } first)
                return To(first.Page, (long)Math.Round(first.Box.MinX * 1000), (long)Math.Round(first.Box.MaxY * 1000));
            // A link must lead somewhere: to the beginning of the chapter its target belongs to, else of the book.
            if (!_wanted.Contains(node)) return null;
            ResolvedChapter? chapter = book.Chapters.FirstOrDefault(chapter => chapter.Key == node.Chapter);
            int page = chapter is not null && places.FirstOf(chapter.Id, plan) is { } begin ? begin.Page : 0;
            return To(page, 0, Canvas.Thousandths(sizes[page].Size.Height));
        }

        Action<Syntax> To(int page, long x, long y) => to => to.OpenArray().Reference(pages[page]).Name("XYZ")
            .Thousandths(x).Thousandths(y).Null().CloseArray();
    }

    private string NameOf(NodeId node) => book.Anchors.GetValueOrDefault(node) ?? node.ToString();
}
