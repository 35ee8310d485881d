using System.Collections.Immutable;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the rows of a table, the rules in the first and the last.</summary>
internal static class TableRows
{
    /// <summary>The head as one box; null when there is none. Cells stand on its lower rule. With a folded body it stands over each part, the later ones for the eye only.</summary>
    public static GalleyBox? Head(BlockContext context, TableFit fit, Setting setting)
    {
        if (fit.Table.Head.IsEmpty) return null;
        ImmutableArray<SetCell> cells = [.. fit.Table.Head.Select(c => Set(context, fit, c, fit.HeadText, setting, isHead: true))];
        Length[] heights = [.. Heights(cells, fit)];
        // A rule under cells over several columns says over which; it stands below them, above the next row of the head.
        for (int row = 0; row < heights.Length - 1; row++)
            if (fit.Table.Head.Any(c => IsRuled(c, heights.Length) && c.Row + c.RowSpan - 1 == row)) heights[row] += fit.RowPadding;
        Length[] tops = new Length[heights.Length + 1];
        for (int row = 0; row < heights.Length; row++) tops[row + 1] = tops[row] + heights[row];
        Length Foot(GridCell cell) => tops[cell.Row + cell.RowSpan];
        GalleyBox box = RowBoxes.Whole(cells.Select(c => (c, Foot(c.Cell) - fit.RowPadding * (IsRuled(c.Cell, heights.Length) ? 2 : 1) - c.Height)), tops[^1]);
        IEnumerable<FrameItem> under = fit.Table.Head.Where(c => IsRuled(c, heights.Length))
            .Select(c => Line(setting.Left + fit.Left(c), Foot(c) - fit.RowPadding / 2, fit.WidthOf(c), fit.Light));
        box = box with { Items = [.. box.Items, .. under] };
        IEnumerable<FrameItem> again = Enumerable.Range(1, fit.Fold - 1).SelectMany(part => box.Items.Where(i => i is not LinkArea)
            .Select(i => i.MovedBy(fit.FoldPitch * part, Length.Zero) with { Source = FrameSource.Artifact }));
        IEnumerable<FrameItem> rules = Enumerable.Range(0, fit.Fold).Select(part => Line(setting.Left + fit.FoldPitch * part, box.Height, fit.Widths.Total, fit.Light));
        box = box with { Height = box.Height + fit.Light + fit.RowPadding, Items = [.. box.Items, .. again, .. rules] };
        return WithRuleAbove(box, fit, setting.Left);
    }

    /// <summary>The rows of the body.</summary>
    /// <param name="context">The chapter around the table.</param>
    /// <param name="fit">How the table is set.</param>
    /// <param name="setting">Where.</param>
    /// <param name="page">The height that rows have on a page of their own.</param>
    public static ImmutableArray<RowBox> Body(BlockContext context, TableFit fit, Setting setting, Length page)
    {
        if (fit.Table.Body.IsEmpty) return [];
        int perPart = (fit.Table.BodyRows + fit.Fold - 1) / fit.Fold;
        List<SetCell> cells = [];
        foreach (GridCell cell in fit.Table.Body)
        {
            int part = cell.Row / perPart;
            SetCell set = Set(context, fit, cell, fit.Text, setting with { Left = setting.Left + fit.FoldPitch * part }, isHead: false);
            cells.Add(fit.Fold == 1 ? set : set with { Cell = cell with { Row = cell.Row - part * perPart } });
        }
        ImmutableArray<SetCell> all = [.. cells];
        RowBox[] rows = [.. RowBoxes.Of(all, Heights(all, fit), fit.RowPadding, page)];
        if (fit.Table.Head.IsEmpty) rows[0] = rows[0] with { Box = WithRuleAbove(rows[0].Box, fit, setting.Left) };
        GalleyBox last = rows[^1].Box;
        rows[^1] = rows[^1] with
        {
            Box = last with
            {
                Height = last.Height + fit.RowPadding + fit.Heavy,
                Items = last.Items.Add(Rule(fit, setting.Left, last.Height + fit.RowPadding, fit.Heavy)),
            },
        };
        return [.. rows];
    }

    /// <summary>A rule over the table's width.</summary>
    public static BoxItem Rule(TableFit fit, Length left, Length y, Length weight) => Line(left, y, fit.Width, weight);

    private static BoxItem Line(Length left, Length y, Length width, Length weight) =>
        new(new(left, y, width, weight), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };

    /// <summary>Whether a head's cell has a rule of its own: over several columns, with more of the head below it.</summary>
    private static bool IsRuled(GridCell cell, int rows) => cell.ColumnSpan > 1 && cell.Row + cell.RowSpan < rows && !cell.Cell.Content.IsEmpty;

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
        ColumnSetting column = cell.ColumnSpan == 1 ? fit.Columns[cell.Column] : isHead && cell.Column > 0 ? ColumnSetting.Center : ColumnSetting.Left;
        LineAlignment alignment = column switch
        {
            ColumnSetting.Left => LineAlignment.Left,
            ColumnSetting.Center => LineAlignment.Center,
            ColumnSetting.Right or ColumnSetting.Decimal => LineAlignment.Right,
            _ => throw new ArgumentOutOfRangeException(nameof(fit)),
        };
        if (column == ColumnSetting.Decimal && !isHead && TableMeasure.NumberOf(context, cell, style) is { } number)
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
        if (cell.IsAgain) boxes = [.. boxes.Select(ForTheEyeOnly)];
        return new(cell, boxes, Columns.Height(boxes));
    }

    /// <summary>What has been read before: no text, no links, no notes.</summary>
    public static GalleyBox ForTheEyeOnly(GalleyBox box) => box with
    {
        Items = [.. box.Items.Where(i => i is not LinkArea).Select(i => i with { Source = FrameSource.Artifact })],
        Notes = [], Marks = [], Said = [], Start = FrameSource.Artifact,
    };

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
}
