using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Where the printed pages begin in the text: all that the EPUB may know of the pages.</summary>
public sealed record PageMap(ImmutableArray<PageStart> Pages);

/// <summary>The beginning of a printed page.</summary>
/// <param name="Label">Its folio: "iv", "12".</param>
/// <param name="Node">The first leaf (text, code, figure, table row) on the page.</param>
/// <param name="Offset">UTF-16 offset into the leaf's text, never within a word; 0 at its beginning.</param>
public sealed record PageStart(string Label, NodeId Node, int Offset);
