using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Tables;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>A cell with its content set.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Boxes">Its content, at its place from left to right.</param>
/// <param name="Height">The height of its content.</param>
internal sealed record SetCell(GridCell Cell, ImmutableArray<GalleyBox> Boxes, Length Height);

/// <summary>A row, or a piece of one that is too high to stay whole.</summary>
/// <param name="Box">What stands in it.</param>
/// <param name="IsInner">Whether it goes on with cells begun in the piece before it.</param>
internal readonly record struct RowBox(GalleyBox Box, bool IsInner);

/// <summary>Makes the boxes of rows. Rows that a cell reaches over belong together; a page may still turn between their lines.</summary>
internal static class RowBoxes
{
    /// <summary>A cell goes on overleaf with so many lines, and has begun with as many.</summary>
    private const int LeastLines = 2;
    private const int BetweenJoinedRows = BreakCost.Reluctant * 10, WithinRow = BreakCost.Reluctant * 5;

    private sealed record Placed(SetCell Cell, Length Y, GalleyBox Box)
    {
        public Length Bottom => Y + Box.Height;
    }

    /// <summary>The boxes of all rows from top to bottom.</summary>
    /// <param name="cells">The cells, in reading order.</param>
    /// <param name="heights">The heights of the rows.</param>
    /// <param name="padding">The white above and below a cell's lines.</param>
    /// <param name="page">The height that rows have on a page of their own: only a higher one is divided without need.</param>
    public static ImmutableArray<RowBox> Of(ImmutableArray<SetCell> cells, ImmutableArray<Length> heights, Length padding, Length page)
    {
        var boxes = ImmutableArray.CreateBuilder<RowBox>(heights.Length);
        ILookup<int, SetCell> byRow = cells.ToLookup(c => c.Cell.Row);
        for (int row = 0; row < heights.Length;)
        {
            int end = row + 1;
            for (int r = row; r < end; r++)
                foreach (SetCell cell in byRow[r]) end = Math.Max(end, r + cell.Cell.RowSpan);
            Length[] tops = new Length[end - row + 1];
            for (int r = row; r < end; r++) tops[r - row + 1] = tops[r - row] + heights[r];
            List<Placed> placed = [];
            for (int r = row; r < end; r++)
                foreach (SetCell cell in byRow[r]) Place(placed, cell, tops[r - row] + padding);
            AddPieces(boxes, placed, tops, page);
            row = end;
        }
        return boxes.ToImmutable();
    }

    /// <summary>Everything in one box: the rows of a head, which never part.</summary>
    public static GalleyBox Whole(IEnumerable<(SetCell Cell, Length Y)> cells, Length height)
    {
        List<Placed> placed = [];
        foreach ((SetCell cell, Length y) in cells) Place(placed, cell, y);
        return Piece(placed, Length.Zero, height);
    }

    private static void Place(List<Placed> placed, SetCell cell, Length y)
    {
        for (int i = 0; i < cell.Boxes.Length; i++)
        {
            if (i > 0) y += cell.Boxes[i].Space.Natural;
            placed.Add(new(cell, y, cell.Boxes[i]));
            y += cell.Boxes[i].Height;
        }
    }

    /// <summary>Divides rows that belong together where no line is cut: between rows, and within rows that are high.</summary>
    private static void AddPieces(ImmutableArray<RowBox>.Builder boxes, List<Placed> placed, Length[] tops, Length page)
    {
        var cuts = new SortedDictionary<Length, (int Cost, bool IsInner)>();
        for (int r = 0; r + 1 < tops.Length; r++)
        {
            if (r > 0 && !placed.Exists(p => p.Y < tops[r] && p.Bottom > tops[r]))
                cuts[tops[r]] = (BetweenJoinedRows, placed.Exists(p => p.Y > tops[r] && p.Cell.Boxes[0] != p.Box && StartsAbove(placed, p, tops[r])));
            Length height = tops[r + 1] - tops[r];
            if (height * 2 < page) continue;
            foreach (Placed line in placed)
                if (line.Bottom > tops[r] && line.Bottom < tops[r + 1] && MayCut(placed, line.Bottom))
                    cuts.TryAdd(line.Bottom, (height > page ? WithinRow : BreakCost.Forbidden, true));
        }
        Length top = Length.Zero;
        (int Cost, bool IsInner) first = default;
        foreach ((Length y, (int Cost, bool IsInner) cut) in cuts)
        {
            boxes.Add(new(Piece(placed, top, y) with { BreakBefore = first.Cost }, first.IsInner));
            (top, first) = (y, cut);
        }
        boxes.Add(new(Piece(placed, top, tops[^1]) with { BreakBefore = first.Cost }, first.IsInner));
    }

    private static bool StartsAbove(List<Placed> placed, Placed box, Length y) => placed.Exists(p => p.Cell == box.Cell && p.Y < y);

    /// <summary>Whether all cells may part at a height: none is cut through a line, and each has lines enough above and below, or none.</summary>
    private static bool MayCut(List<Placed> placed, Length y)
    {
        if (placed.Exists(p => p.Y < y && p.Bottom > y)) return false;
        foreach (IGrouping<SetCell, Placed> cell in placed.GroupBy(p => p.Cell))
        {
            int above = cell.Count(p => p.Bottom <= y), below = cell.Count() - above;
            if (above > 0 && below > 0 && Math.Min(above, below) < LeastLines) return false;
        }
        return true;
    }

    private static GalleyBox Piece(List<Placed> placed, Length top, Length bottom)
    {
        List<FrameItem> items = [];
        List<NodeId> notes = [];
        List<Diagnostic> said = [];
        List<Destination> marks = [];
        FrameSource start = FrameSource.Artifact;
        foreach (Placed p in placed)
        {
            if (p.Y < top || p.Y >= bottom) continue;
            Length y = p.Y - top;
            foreach (Panel panel in p.Box.Panels)
                if (panel.Fill is { } fill)
                    items.Add(new BoxItem(new(panel.Left, y, panel.Width, p.Box.Height), fill, null, Length.Zero) { Source = FrameSource.Artifact });
            items.AddRange(p.Box.Items.Select(item => item.MovedBy(Length.Zero, y)));
            marks.AddRange(p.Box.Marks.Select(m => m with { At = new(m.At.X, m.At.Y + y) }));
            notes.AddRange(p.Box.Notes);
            said.AddRange(p.Box.Said);
            if (start.Node == NodeId.None) start = p.Box.Start;
        }
        return new GalleyBox { Height = bottom - top, Items = [.. items], Notes = [.. notes], Marks = [.. marks], Start = start, Said = [.. said] };
    }
}
