using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the rows of a table: each is one box with all its cells, the rules in the first and the last.</summary>
internal static class TableRows
{
    private sealed record SetCell(GridCell Cell, ImmutableArray<GalleyBox> Boxes, Length Height);

    /// <summary>The rows of the head; cells stand on its lower rule. With a folded body the head stands over each part, the later ones for the eye only.</summary>
    public static ImmutableArray<GalleyBox> Head(BlockContext context, TableFit fit, Setting setting)
    {
        if (fit.Head.IsEmpty) return [];
        ImmutableArray<SetCell> cells = [.. fit.Head.Select(c => Set(context, fit, c, fit.HeadText, setting, isHead: true))];
        ImmutableArray<Length> heights = Heights(cells, fit);
        GalleyBox[] rows = [.. Rows(cells, heights, fit, atFoot: true)];
        for (int row = 0; row < rows.Length; row++)
        {
            List<FrameItem> items = [.. rows[row].Items];
            for (int part = 1; part < fit.Fold; part++)
            {
                Length shift = (fit.Widths.Total + fit.FoldGutter) * part;
                items.AddRange(rows[row].Items.Where(i => i is not LinkArea).Select(i => i.MovedBy(shift, Length.Zero) with { Source = FrameSource.Artifact }));
            }
            rows[row] = rows[row] with { Items = [.. items] };
        }
        rows[0] = WithRuleAbove(rows[0], fit, setting.Left);
        GalleyBox last = rows[^1];
        rows[^1] = last with
        {
            Height = last.Height + fit.Light + fit.RowPadding,
            Items = last.Items.AddRange(Enumerable.Range(0, fit.Fold).Select(part => Rule(fit, setting.Left, last.Height, fit.Light, part))),
        };
        return [.. rows];
    }

    /// <summary>The rows of the body. A row that a cell from above reaches into does not begin a page.</summary>
    public static ImmutableArray<GalleyBox> Body(BlockContext context, TableFit fit, Setting setting)
    {
        if (fit.Body.IsEmpty) return [];
        int count = fit.Body.Max(c => c.Row + c.RowSpan);
        int perPart = (count + fit.Fold - 1) / fit.Fold;
        List<SetCell> cells = [];
        foreach (GridCell cell in fit.Body)
        {
            int part = cell.Row / perPart;
            Setting inPart = setting with { Left = setting.Left + (fit.Widths.Total + fit.FoldGutter) * part };
            SetCell set = Set(context, fit, cell, fit.Text, inPart, isHead: false);
            cells.Add(fit.Fold == 1 ? set : set with { Cell = cell with { Row = cell.Row - part * perPart } });
        }
        ImmutableArray<SetCell> all = [.. cells];
        GalleyBox[] rows = [.. Rows(all, Heights(all, fit), fit, atFoot: false)];
        foreach (SetCell cell in all)
            for (int i = 1; i < cell.Cell.RowSpan; i++)
                rows[cell.Cell.Row + i] = rows[cell.Cell.Row + i] with { BreakBefore = BreakCost.Forbidden };
        if (fit.Head.IsEmpty) rows[0] = WithRuleAbove(rows[0], fit, setting.Left);
        GalleyBox last = rows[^1];
        rows[^1] = last with
        {
            Height = last.Height + fit.RowPadding + fit.Heavy,
            Items = last.Items.Add(Rule(fit, setting.Left, last.Height + fit.RowPadding, fit.Heavy)),
        };
        return [.. rows];
    }

    /// <summary>A rule over the table's width.</summary>
    public static BoxItem Rule(TableFit fit, Length left, Length y, Length weight) =>
        new(new(left, y, fit.Width, weight), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };

    /// <summary>A rule over one part of a folded table.</summary>
    private static BoxItem Rule(TableFit fit, Length left, Length y, Length weight, int part) =>
        new(new(left + (fit.Widths.Total + fit.FoldGutter) * part, y, fit.Widths.Total, weight), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };

    private static GalleyBox WithRuleAbove(GalleyBox row, TableFit fit, Length left)
    {
        Length shift = fit.Heavy + fit.RowPadding;
        return row with
        {
            Height = row.Height + shift,
            Items = [Rule(fit, left, Length.Zero, fit.Heavy), .. row.Items.Select(i => i.MovedBy(Length.Zero, shift))],
            Marks = [.. row.Marks.Select(m => m with { At = new(m.At.X, m.At.Y + shift) })],
        };
    }

    private static SetCell Set(BlockContext context, TableFit fit, GridCell cell, TextStyle style, Setting setting, bool isHead)
    {
        Length left = setting.Left + fit.Left(cell), width = fit.WidthOf(cell);
        ColumnSetting column = cell.ColumnSpan == 1 ? fit.Columns[cell.Column] : isHead ? ColumnSetting.Center : ColumnSetting.Left;
        LineAlignment alignment = column switch
        {
            ColumnSetting.Left => LineAlignment.Left,
            ColumnSetting.Center => LineAlignment.Center,
            ColumnSetting.Right or ColumnSetting.Decimal => LineAlignment.Right,
            _ => throw new ArgumentOutOfRangeException(nameof(fit)),
        };
        if (column == ColumnSetting.Decimal && !isHead && fit.NumberOf(context, cell) is { } number)
        {
            (Length before, Length after) = fit.Decimals[cell.Column];
            // The numbers stand under each other; the widest ends at the column's edge.
            left += Length.Max(Length.Zero, width - before - after) + before - number.Before;
            width = Length.Unbounded;
            alignment = LineAlignment.Left;
        }
        var galley = new GalleyBuilder();
        if (context.IsTarget(cell.Cell.Id)) galley.Mark(cell.Cell.Id, left);
        BlockComposer.Compose(context, galley, cell.Cell.Content, new Setting(style with { Alignment = alignment }, left, width)
        {
            ParagraphSpace = Flex.Rigid(style.Leading / 4),
        });
        ImmutableArray<GalleyBox> boxes = galley.ToBoxes();
        return new(cell, boxes, Columns.Height(boxes));
    }

    /// <summary>The heights of rows: the highest cell of each; a cell over several rows makes the last of them higher when it has to.</summary>
    private static ImmutableArray<Length> Heights(ImmutableArray<SetCell> cells, TableFit fit)
    {
        var heights = new Length[cells.Max(c => c.Cell.Row + c.Cell.RowSpan)];
        Array.Fill(heights, fit.Text.Leading + fit.RowPadding * 2);
        foreach (SetCell cell in cells.OrderBy(c => c.Cell.RowSpan))
        {
            Length have = Length.Zero;
            for (int i = 0; i < cell.Cell.RowSpan; i++) have += heights[cell.Cell.Row + i];
            Length need = cell.Height + fit.RowPadding * 2;
            if (need > have) heights[cell.Cell.Row + cell.Cell.RowSpan - 1] += need - have;
        }
        return [.. heights];
    }

    private static IEnumerable<GalleyBox> Rows(ImmutableArray<SetCell> cells, ImmutableArray<Length> heights, TableFit fit, bool atFoot)
    {
        for (int row = 0; row < heights.Length; row++)
        {
            List<FrameItem> items = [];
            List<NodeId> notes = [];
            List<Diagnostic> said = [];
            List<Destination> marks = [];
            FrameSource start = FrameSource.Artifact;
            foreach (SetCell cell in cells)
            {
                if (cell.Cell.Row != row) continue;
                Length y = fit.RowPadding;
                if (atFoot && cell.Cell.RowSpan == 1) y = heights[row] - fit.RowPadding - cell.Height;
                for (int i = 0; i < cell.Boxes.Length; i++)
                {
                    GalleyBox box = cell.Boxes[i];
                    if (i > 0) y += box.Space.Natural;
                    foreach (Panel panel in box.Panels)
                        if (panel.Fill is { } fill)
                            items.Add(new BoxItem(new(panel.Left, y, panel.Width, box.Height), fill, null, Length.Zero) { Source = FrameSource.Artifact });
                    items.AddRange(box.Items.Select(item => item.MovedBy(Length.Zero, y)));
                    marks.AddRange(box.Marks.Select(m => m with { At = new(m.At.X, m.At.Y + y) }));
                    notes.AddRange(box.Notes);
                    said.AddRange(box.Said);
                    if (start.Node == NodeId.None) start = box.Start;
                    y += box.Height;
                }
            }
            yield return new GalleyBox { Height = heights[row], Items = [.. items], Notes = [.. notes], Marks = [.. marks], Start = start, Said = [.. said] };
        }
    }
}
