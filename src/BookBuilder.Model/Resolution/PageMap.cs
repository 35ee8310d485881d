using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Where the printed pages begin in the text: all that the EPUB may know of the pages.</summary>
/// <param name="Pages">The pages on which something of the text stands, in order.</param>
public sealed record PageMap(ImmutableArray<PageStart> Pages)
{
    /// <summary>The page labels of what references lead to that name the page ("page 12"), as they were printed. Default: none.</summary>
    public FrozenDictionary<NodeId, string> Folios { get; init; } = FrozenDictionary<NodeId, string>.Empty;

    /// <summary>The title of the edition whose pages these are; null when they are those of the book itself.</summary>
    public string? Edition { get; init; }
}

/// <summary>The beginning of a printed page.</summary>
/// <param name="Label">Its folio: "iv", "12".</param>
/// <param name="Node">The first leaf (text, code, figure, table row) on the page.</param>
/// <param name="Offset">UTF-16 offset into the leaf's text, never within a word; 0 at its beginning.</param>
public sealed record PageStart(string Label, NodeId Node, int Offset);
