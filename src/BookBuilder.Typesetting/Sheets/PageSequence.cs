using System.Collections.Immutable;
using BookBuilder.Model.Design;

namespace BookBuilder.Typesetting.Sheets;

/// <summary>Which pages stand on which side, by their places in the book; -1 for a blank one. Arithmetic only.</summary>
internal static class PageSequence
{
    /// <summary>The sides of sheets that are laid into each other, the outermost first: front and back of each, the page left of the spine first.</summary>
    /// <param name="pages">How many pages there are. They are filled up to a multiple of four by blank ones at the end.</param>
    /// <param name="signature">How many pages are sewn together; 0 for all.</param>
    /// <param name="binding">The side of the binding.</param>
    public static ImmutableArray<StitchedSide> Stitched(int pages, int signature, BindingSide binding)
    {
        var sides = ImmutableArray.CreateBuilder<StitchedSide>();
        for (int first = 0; first < pages; first += signature)
        {
            int most = signature == 0 ? pages : Math.Min(signature, pages - first);
            int padded = (most + 3) / 4 * 4;
            for (int sheet = 0; sheet < padded / 4; sheet++)
            {
                Add(sheet, padded - 1 - 2 * sheet, 2 * sheet);
                Add(sheet, 2 * sheet + 1, padded - 2 - 2 * sheet);
            }
            if (signature == 0) break;

            void Add(int sheet, int left, int right)
            {
                if (binding == BindingSide.Right) (left, right) = (right, left);
                sides.Add(new(sheet, Page(left), Page(right)));
            }

            int Page(int place) => place < most ? first + place : -1;
        }
        return sides.ToImmutable();
    }

    /// <summary>So many pages a side, as they are read: row by row. The last side is filled up with blank ones.</summary>
    public static ImmutableArray<ImmutableArray<int>> InRows(int pages, int columns, int rows, BindingSide beginning)
    {
        var sides = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (int first = 0; first < pages; first += columns * rows)
            sides.Add([.. Enumerable.Range(0, columns * rows).Select(cell =>
            {
                int column = cell % columns, row = cell / columns;
                int page = first + row * columns + (beginning == BindingSide.Right ? columns - 1 - column : column);
                return page < pages ? page : -1;
            })]);
        return sides.ToImmutable();
    }
}

/// <summary>A side of a stitched sheet.</summary>
/// <param name="Depth">How many sheets of its signature lie around it.</param>
/// <param name="Left">The page left of the spine; -1 for a blank one.</param>
/// <param name="Right">The page right of it.</param>
internal readonly record struct StitchedSide(int Depth, int Left, int Right);
