using BookBuilder.Model.Resolution;

namespace BookBuilder.Typesetting;

/// <summary>A whole book that was set in pages, for an excerpt that names these pages.</summary>
/// <param name="Book">The book.</param>
/// <param name="Map">Where its pages begin in the text.</param>
public sealed record WholeEdition(ResolvedBook Book, PageMap Map);
