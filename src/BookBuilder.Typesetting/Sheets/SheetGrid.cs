using System.Diagnostics;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Sheets;

/// <summary>The cells of a sheet that pages stand in.</summary>
/// <param name="Sheet">The sheet as it lies.</param>
/// <param name="Columns">How many cells stand side by side.</param>
/// <param name="Rows">How many stand below each other.</param>
/// <param name="Scale">By how much pages are made smaller, 1 for not at all.</param>
internal sealed record SheetGrid(PageSize Sheet, int Columns, int Rows, double Scale)
{
    /// <summary>The grid on which pages stay largest; of two alike, the sheet that lies for two pages and the one that stands for four.</summary>
    public static SheetGrid For(SheetScheme scheme, PageSize page, PageSize paper)
    {
        PageSize standing = paper.Width > paper.Height ? new(paper.Height, paper.Width) : paper;
        PageSize lying = new(standing.Height, standing.Width);
        return (scheme switch
        {
            SheetScheme.Booklet => new[] { Of(lying, 2, 1), Of(standing, 2, 1) },
            SheetScheme.TwoUp => [Of(lying, 2, 1), Of(standing, 1, 2)],
            SheetScheme.FourUp => [Of(standing, 2, 2), Of(lying, 2, 2)],
            _ => throw new UnreachableException($"{scheme} is new: say here how its pages stand."),
        }).MaxBy(static g => g.Scale)!;

        SheetGrid Of(PageSize sheet, int columns, int rows) =>
            new(sheet, columns, rows, Math.Min(1, Math.Min(sheet.Width / columns / page.Width, sheet.Height / rows / page.Height)));
    }

    /// <summary>The width of a cell.</summary>
    public Length CellWidth => Sheet.Width / Columns;

    /// <summary>The height of a cell.</summary>
    public Length CellHeight => Sheet.Height / Rows;

    /// <summary>A page in its cell, in the middle of it; in a stitched sheet at the spine.</summary>
    /// <param name="page">Its place in the book.</param>
    /// <param name="size">Its size.</param>
    /// <param name="cell">The cell, row by row from the upper left.</param>
    /// <param name="isAtSpine">Whether pages touch the middle of the sheet.</param>
    /// <param name="creep">How far it is moved towards the spine.</param>
    public PlacedPage Place(int page, PageSize size, int cell, bool isAtSpine, Length creep)
    {
        Rectangle room = new(CellWidth * (cell % Columns), CellHeight * (cell / Columns), CellWidth, CellHeight);
        Length width = size.Width * Scale, height = size.Height * Scale;
        bool isLeft = cell % Columns == 0;
        Length x = !isAtSpine ? room.X + (room.Width - width) / 2 : isLeft ? room.Right - width + creep : room.X - creep;
        return new(page, new(x, room.Y + (room.Height - height) / 2, width, height), room);
    }

    /// <summary>The page where it is when the sheet is turned by half a turn.</summary>
    public PlacedPage Turned(PlacedPage page) => page with { Box = Turned(page.Box), Cell = Turned(page.Cell), IsUpsideDown = true };

    private Rectangle Turned(Rectangle box) => new(Sheet.Width - box.Right, Sheet.Height - box.Bottom, box.Width, box.Height);
}
