using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>A book on a printer's sheets, several pages on each side. Data only; who draws it decides nothing.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Sides">Front and back of each sheet, in the order of printing.</param>
/// <param name="Turn">How the printer turns the sheet for its back.</param>
public sealed record ImposedBook(PagedBook Pages, ImmutableArray<SheetSide> Sides, SheetTurn Turn);

/// <summary>One side of a sheet.</summary>
public sealed record SheetSide
{
    /// <summary>Its name: "1 front", "1 back".</summary>
    public required string Label { get; init; }
    /// <summary>The sheet as it lies.</summary>
    public required PageSize Size { get; init; }
    /// <summary>The pages on it; a blank page is none.</summary>
    public required ImmutableArray<PlacedPage> Pages { get; init; }
    /// <summary>Where to fold and to cut, in the sheet's coordinates.</summary>
    public ImmutableArray<FrameItem> Marks { get; init; } = [];
}

/// <summary>A page at its place on a sheet.</summary>
/// <param name="Page">Its place in the book, from 0.</param>
/// <param name="Box">Where it lies, in the sheet's coordinates: y DOWN from the top left corner. Its proportions are the page's.</param>
/// <param name="Cell">What of the sheet it may cover: a page that moves towards the spine is cut off there.</param>
public sealed record PlacedPage(int Page, Rectangle Box, Rectangle Cell)
{
    /// <summary>Whether it stands on its head. Default: no.</summary>
    public bool IsUpsideDown { get; init; }
}
