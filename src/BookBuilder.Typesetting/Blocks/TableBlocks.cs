using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets tables: caption above, a strong rule at head and foot, a light one under the head, no verticals.</summary>
internal static class TableBlocks
{
    /// <summary>Sets a table.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Table table, Setting setting)
    {
        NumberLabel? label = setting.Floats ? context.Inline.Book.LabelOf(table) : null;
        TableLayout layout = TableLayout.Of(context, table, setting, mayTurn: true);
        if (layout.IsTurned)
        {
            ImmutableArray<GalleyBox> pages = TurnedPages.Of(context, table, layout);
            foreach (GalleyBox page in pages) galley.Float([page], table.Id, label?.Text ?? "", table.Span, Placement.Page);
            if (!pages.IsEmpty) return;
            layout = TableLayout.Of(context, table, setting, mayTurn: false);
        }
        bool moves = setting.Floats && FigureBlocks.Moves(table.Placement, label);
        Setting inner = setting with { Floats = false };
        ImmutableArray<GalleyBox> boxes = Boxes(context, table, layout, inner, Room(context, 0));
        if ((label is not null || layout.IsFolded) && !HasRoom(context, boxes))
        {
            // Rows a little closer, if that saves the table from being divided.
            ImmutableArray<GalleyBox> closer = Boxes(context with { Inline = context.Inline with { Sink = new() } }, table,
                layout with { Parts = [.. layout.Parts.Select(p => p with { RowPadding = p.RowPadding * 0.4 })] }, inner, Room(context, 0));
            if (HasRoom(context, closer)) boxes = closer;
            else if (layout.IsFolded)
            {
                foreach (ImmutableArray<GalleyBox> page in FoldedPages.Of(context, table, layout.Parts[0], inner)) Add(page);
                return;
            }
        }
        Add(boxes);

        void Add(ImmutableArray<GalleyBox> boxes)
        {
            if (boxes.IsEmpty) return;
            boxes = boxes.SetItem(0, boxes[0] with { Said = [.. layout.Said, .. boxes[0].Said] });
            layout = layout with { Said = [] };
            if (moves && HasRoom(context, boxes))
                galley.Float(boxes, table.Id, label?.Text ?? "", table.Span, table.Placement);
            else
                FigureBlocks.Fixed(galley, boxes.SetItem(0, boxes[0] with { BreakBefore = 0, AwaitsFloats = label is not null }), context.Styles.AroundFloat);
        }
    }

    /// <summary>Whether a page can hold the table with its notes: then it moves as a whole; a higher one runs over pages.</summary>
    private static bool HasRoom(BlockContext context, ImmutableArray<GalleyBox> boxes) => Columns.Height(boxes) <= Room(context, boxes.Sum(b => b.Notes.Length));

    /// <summary>The height of a page beside so many notes.</summary>
    public static Length Room(BlockContext context, int notes)
    {
        const int linesOfANote = 3;
        Length room = context.Styles.PageHeight;
        return notes > 0 ? room - context.Styles.Line - context.Styles.Note.Leading * (notes * linesOfANote) : room;
    }

    /// <summary>All parts of the table. Between the rows of its body a page may break: the head stands again over the next page's rows.</summary>
    /// <param name="context">The chapter around the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="layout">What was decided for it.</param>
    /// <param name="setting">Where it stands.</param>
    /// <param name="page">The height of a page.</param>
    public static ImmutableArray<GalleyBox> Boxes(BlockContext context, Table table, TableLayout layout, Setting setting, Length page)
    {
        Length gap = context.Styles.Size(0.5);
        List<GalleyBox> boxes = [.. FigureBlocks.Caption(context, table, table.Caption, setting)];
        for (int part = 0; part < layout.Parts.Length; part++)
        {
            ImmutableArray<GalleyBox> rows = Part(context, table, layout.Parts[part], setting, page);
            if (rows.IsEmpty) continue;
            Length above = part > 0 ? context.Styles.Line : boxes.Count > 0 ? gap : Length.Zero;
            boxes.Add(rows[0] with
            {
                Space = Flex.Rigid(above), BreakBefore = part > 0 ? BreakCost.Reluctant : boxes.Count > 0 ? BreakCost.Forbidden : 0,
                Reopening = part > 0 ? Continued(context, table, setting) : null,
            });
            boxes.AddRange(rows[1..]);
        }
        ImmutableArray<GalleyBox> remarks = FigureBlocks.Remarks(context, table.Notes, setting);
        for (int i = 0; i < remarks.Length; i++)
            boxes.Add(remarks[i] with { Space = Flex.Rigid(i == 0 ? gap : remarks[i].Space.Natural) });
        return [.. boxes.Select(b => b with { Span = table.Span })];
    }

    /// <summary>The head and the rows of one part.</summary>
    public static ImmutableArray<GalleyBox> Part(BlockContext context, Table table, TableFit fit, Setting setting, Length page)
    {
        GalleyBox? head = TableRows.Head(context, fit, setting);
        GalleyBox again = Reopening(context, table, head, fit, setting, isInner: false), againInner = Reopening(context, table, head, fit, setting, isInner: true);
        ImmutableArray<RowBox> rows = TableRows.Body(context, fit, setting, page - againInner.Height - fit.Heavy - fit.RowPadding);
        List<GalleyBox> boxes = head is null ? [] : [head];
        for (int i = 0; i < rows.Length; i++)
        {
            // Rows next to the head and the foot like company: one alone is as bad as a widow.
            int edge = Math.Min(i, rows.Length - i), lonely = edge <= 1 ? BreakCost.Widow : edge == 2 ? BreakCost.Reluctant * 5 : 20;
            boxes.Add(i == 0
                ? rows[i].Box with { BreakBefore = head is null ? 0 : BreakCost.Forbidden }
                : rows[i].Box with
                {
                    BreakBefore = BreakCost.Both(rows[i].Box.BreakBefore, rows[i].IsInner ? 0 : lonely),
                    Reopening = rows[i].IsInner ? againInner : again,
                    Closing = Closing(fit, setting, rows[i].IsInner),
                });
        }
        return [.. boxes];
    }

    /// <summary>The rule that ends the rows of a page; below a cell that goes on overleaf, with a row's white above it.</summary>
    private static GalleyBox Closing(TableFit fit, Setting setting, bool isInner)
    {
        Length above = isInner ? fit.RowPadding : Length.Zero;
        return new() { Height = above + fit.Heavy, Items = [TableRows.Rule(fit, setting.Left, above, fit.Heavy)] };
    }

    /// <summary>What stands over the rows of a further page: "Table 5.1 (continued)" and the head, all of it decoration: it has been read before.</summary>
    private static GalleyBox Reopening(BlockContext context, Table table, GalleyBox? head, TableFit fit, Setting setting, bool isInner)
    {
        List<FrameItem> items = [];
        Length y = Length.Zero;
        if (Continued(context, table, setting) is { } name)
        {
            items.AddRange(name.Items);
            y += name.Height + context.Styles.Size(0.5);
        }
        if (head is not null)
        {
            items.AddRange(TableRows.ForTheEyeOnly(head).Items.Select(i => i.MovedBy(Length.Zero, y)));
            y += head.Height;
        }
        else
        {
            items.Add(TableRows.Rule(fit, setting.Left, y, fit.Heavy));
            y += fit.Heavy + fit.RowPadding;
        }
        if (isInner) y += fit.RowPadding;
        return new GalleyBox { Height = y, Items = [.. items] };
    }

    /// <summary>"Table 5.1 (continued)"; null for a table without a number.</summary>
    public static GalleyBox? Continued(BlockContext context, Table table, Setting setting)
    {
        if (context.Inline.Book.LabelOf(table) is not { } label) return null;
        TextStyle style = context.Styles.CaptionLabel;
        Lettering name = Lettering.Of(context.Inline.Shaper, label.Text, style, FrameSource.Artifact);
        Lettering continued = Lettering.Of(context.Inline.Shaper, $" ({context.Inline.Book.Terms.Continued})", context.Styles.Caption, FrameSource.Artifact);
        Length baseline = LineBoxes.Baseline(style);
        return new GalleyBox { Height = style.Leading, Items = [.. name.At(setting.Left, baseline), .. continued.At(setting.Left + name.Width, baseline)] };
    }
}
