using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Tables;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets tables: caption above, a strong rule at head and foot, a light one under the head, no verticals.</summary>
internal static class TableBlocks
{
    /// <summary>Sets a table.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Table table, Setting setting)
    {
        TableFit fit = TableFit.Of(context, table, setting);
        if (fit.Widths.Overrun > Length.Zero)
            context.Inline.Sink.Report(Problems.WideTable(fit.Widths.Overrun.Points, table.Span));
        if (table.Fold > 1 && fit.Fold == 1)
            context.Inline.Sink.Report(Problems.FoldTooWide(table.Span));

        NumberLabel? label = setting.Floats ? context.Inline.Book.LabelOf(table) : null;
        bool moves = setting.Floats && FigureBlocks.Moves(table.Placement, label);
        ImmutableArray<GalleyBox> boxes = Boxes(context, table, fit, setting);
        if (label is not null && !HasRoom(context, boxes))
        {
            // Rows a little closer, if that saves the table from being divided.
            ImmutableArray<GalleyBox> closer = Boxes(context with { Inline = context.Inline with { Sink = new() } }, table,
                fit with { RowPadding = fit.RowPadding * 0.4 }, setting);
            if (HasRoom(context, closer)) boxes = closer;
        }
        if (moves && HasRoom(context, boxes))
            galley.Float(boxes, table.Id, label?.Text ?? "", table.Span, table.Placement);
        else
            FigureBlocks.Fixed(galley, boxes.SetItem(0, boxes[0] with { BreakBefore = 0, AwaitsFloats = label is not null }), context.Styles.AroundFloat);
    }

    /// <summary>Whether a page can hold the table with its notes: then it moves as a whole; a higher one runs over pages.</summary>
    private static bool HasRoom(BlockContext context, ImmutableArray<GalleyBox> boxes)
    {
        const int linesOfANote = 3;
        int notes = boxes.Sum(b => b.Notes.Length);
        Length room = context.Styles.PageHeight;
        if (notes > 0) room -= context.Styles.Line + context.Styles.Note.Leading * (notes * linesOfANote);
        return Columns.Height(boxes) <= room;
    }

    private static ImmutableArray<GalleyBox> Boxes(BlockContext context, Table table, TableFit fit, Setting setting)
    {
        Setting inner = setting with { Floats = false };
        ImmutableArray<GalleyBox> caption = FigureBlocks.Caption(context, table, table.Caption, inner);
        ImmutableArray<GalleyBox> head = TableRows.Head(context, fit, inner);
        ImmutableArray<GalleyBox> body = TableRows.Body(context, fit, inner);
        ImmutableArray<GalleyBox> remarks = FigureBlocks.Remarks(context, table.Notes, inner);
        return Whole(context, table, caption, head, body, remarks, fit, inner);
    }

    /// <summary>All parts of the table. Between the rows of its body a page may break: the head stands again over the next page's rows.</summary>
    private static ImmutableArray<GalleyBox> Whole(BlockContext context, Table table, ImmutableArray<GalleyBox> caption,
        ImmutableArray<GalleyBox> head, ImmutableArray<GalleyBox> body, ImmutableArray<GalleyBox> remarks, TableFit fit, Setting setting)
    {
        Length gap = context.Styles.Size(0.5);
        List<GalleyBox> boxes = [.. caption];
        bool hasCaption = boxes.Count > 0;
        foreach (GalleyBox row in head)
        {
            boxes.Add(row with { BreakBefore = boxes.Count == 0 ? 0 : BreakCost.Forbidden, Space = Flex.Rigid(hasCaption ? gap : Length.Zero) });
            hasCaption = false;
        }
        GalleyBox again = Reopening(context, table, head, fit, setting);
        GalleyBox closing = new() { Height = fit.Heavy, Items = [TableRows.Rule(fit, setting.Left, Length.Zero, fit.Heavy)] };
        for (int i = 0; i < body.Length; i++)
        {
            int cost = boxes.Count == 0 ? 0 : i == 0 ? BreakCost.Forbidden
                : BreakCost.Both(body[i].BreakBefore, i <= 2 || i >= body.Length - 2 ? BreakCost.Reluctant * 5 : 20);
            boxes.Add(body[i] with
            {
                BreakBefore = cost, Reopening = i == 0 ? null : again, Closing = i == 0 ? null : closing,
                Space = Flex.Rigid(i == 0 && hasCaption ? gap : Length.Zero),
            });
        }
        for (int i = 0; i < remarks.Length; i++)
            boxes.Add(remarks[i] with { Space = Flex.Rigid(i == 0 ? gap : remarks[i].Space.Natural) });
        return [.. boxes.Select(b => b with { Span = table.Span })];
    }

    /// <summary>What stands over the rows of a further page: "Table 5.1 (continued)" and the head, all of it decoration: it has been read before.</summary>
    private static GalleyBox Reopening(BlockContext context, Table table, ImmutableArray<GalleyBox> head, TableFit fit, Setting setting)
    {
        List<FrameItem> items = [];
        Length y = Length.Zero;
        if (context.Inline.Book.LabelOf(table) is { } label)
        {
            TextStyle style = context.Styles.CaptionLabel;
            Lettering name = Lettering.Of(context.Inline.Shaper, label.Text, style, FrameSource.Artifact);
            Lettering continued = Lettering.Of(context.Inline.Shaper, $" ({context.Inline.Book.Terms.Continued})", context.Styles.Caption, FrameSource.Artifact);
            items.AddRange(name.At(setting.Left, LineBoxes.Baseline(style)));
            items.AddRange(continued.At(setting.Left + name.Width, LineBoxes.Baseline(style)));
            y += style.Leading + context.Styles.Size(0.5);
        }
        if (head.IsEmpty)
        {
            items.Add(TableRows.Rule(fit, setting.Left, y, fit.Heavy));
            y += fit.Heavy + fit.RowPadding;
        }
        foreach (GalleyBox row in head)
        {
            items.AddRange(row.Items.Where(i => i is not LinkArea).Select(i => i.MovedBy(Length.Zero, y) with { Source = FrameSource.Artifact }));
            y += row.Height;
        }
        return new GalleyBox { Height = y, Items = [.. items] };
    }
}
