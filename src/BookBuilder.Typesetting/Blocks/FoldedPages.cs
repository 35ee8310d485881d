using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets a folded table that is longer than a page: each page is folded by itself, so that it is read down its first half and on at the top of its second.</summary>
internal static class FoldedPages
{
    private readonly record struct Row(Length Height, int Notes);

    /// <summary>The boxes of each page.</summary>
    public static ImmutableArray<ImmutableArray<GalleyBox>> Of(BlockContext context, Table table, TableFit fit, Setting setting)
    {
        Length gap = context.Styles.Size(0.5);
        ImmutableArray<GalleyBox> caption = FigureBlocks.Caption(context, table, table.Caption, setting);
        ImmutableArray<GalleyBox> remarks = FigureBlocks.Remarks(context, table.Notes, setting);
        GalleyBox? continued = TableBlocks.Continued(context, table, setting);
        ImmutableArray<Row> rows = Rows(context, table, fit, setting, out Length around);
        var pages = ImmutableArray.CreateBuilder<ImmutableArray<GalleyBox>>();
        for (int from = 0; from < rows.Length;)
        {
            ImmutableArray<GalleyBox> title = from == 0 ? caption : continued is null ? [] : [continued];
            Length used = around + (title.IsEmpty ? Length.Zero : Columns.Height(title) + gap);
            Length below = remarks.IsEmpty ? Length.Zero : Columns.Height(remarks) + gap;
            int to = from + MostThatFit(rows.AsSpan()[from..], fit.Fold, (notes, isLast) => TableBlocks.Room(context, notes) - used - (isLast ? below : Length.Zero));
            ImmutableArray<GalleyBox> part = TableBlocks.Part(context, table, fit with { Table = fit.Table.Rows(from, to) }, setting, TableBlocks.Room(context, 0));
            if (from > 0 && !fit.Table.Head.IsEmpty) part = part.SetItem(0, TableRows.ForTheEyeOnly(part[0]));
            List<GalleyBox> page = [.. title, part[0] with { Space = Flex.Rigid(title.IsEmpty ? Length.Zero : gap) }, .. part[1..]];
            if (to == rows.Length)
                page.AddRange(remarks.Select((r, i) => r with { Space = Flex.Rigid(i == 0 ? gap : r.Space.Natural) }));
            pages.Add([.. page.Select((b, i) => b with { Span = table.Span, BreakBefore = i == 0 ? 0 : BreakCost.Forbidden, Reopening = null, Closing = null })]);
            from = to;
        }
        return pages.ToImmutable();
    }

    /// <summary>The heights of the rows when each stands alone, and of what stands around them on every page.</summary>
    private static ImmutableArray<Row> Rows(BlockContext context, Table table, TableFit fit, Setting setting, out Length around)
    {
        BlockContext silent = context with { Inline = context.Inline with { Sink = new() } };
        TableFit alone = fit with { Fold = 1 };
        List<Row> rows = [];
        foreach (RowBox row in TableRows.Body(silent, alone with { Table = alone.Table with { Head = [] } }, setting, Length.Unbounded))
            rows.Add(new(row.Box.Height, row.Box.Notes.Length));
        around = (TableRows.Head(silent, alone, setting)?.Height ?? fit.Heavy + fit.RowPadding) + fit.Heavy + fit.RowPadding;
        rows[0] = rows[0] with { Height = rows[0].Height - fit.Heavy - fit.RowPadding };
        rows[^1] = rows[^1] with { Height = rows[^1].Height - fit.Heavy - fit.RowPadding };
        return [.. rows];
    }

    /// <summary>How many rows a page holds when they are folded; at least one.</summary>
    private static int MostThatFit(ReadOnlySpan<Row> rows, int fold, Func<int, bool, Length> room)
    {
        int most = 1, notes = 0;
        for (int count = 1; count <= rows.Length; count++)
        {
            notes += rows[count - 1].Notes;
            int perPart = (count + fold - 1) / fold;
            Length height = Length.Zero;
            for (int i = 0; i < perPart; i++)
            {
                Length row = Length.Zero;
                for (int at = i; at < count; at += perPart) row = Length.Max(row, rows[at].Height);
                height += row;
            }
            if (height > room(notes, false)) break;
            if (count < rows.Length || height <= room(notes, true)) most = count;
        }
        return most;
    }
}
