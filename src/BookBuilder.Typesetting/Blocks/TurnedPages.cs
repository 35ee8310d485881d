using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets a table on pages that are read with the book turned by a quarter, each page one box: caption, rows, notes, all as they are read.</summary>
internal static class TurnedPages
{
    /// <summary>The pages; none when a row with its notes is higher than a turned page.</summary>
    public static ImmutableArray<GalleyBox> Of(BlockContext context, Table table, TableLayout layout)
    {
        Length width = context.Styles.PageHeight, height = context.Styles.Design.Measure;
        ImmutableArray<GalleyBox> boxes = TableBlocks.Boxes(context, table, layout, new Setting(context.Styles.Body, Length.Zero, width), height);
        var pages = ImmutableArray.CreateBuilder<GalleyBox>();
        for (int from = 0; from < boxes.Length;)
        {
            int to = End(context, boxes, from, height);
            if (to == from) return [];
            GalleyBox page = Page(context, boxes, from, to, height);
            pages.Add(page with { Span = table.Span, Said = from == 0 ? [.. layout.Said, .. page.Said] : page.Said });
            from = to;
        }
        return pages.ToImmutable();
    }

    /// <summary>Just after the last box that fits the page; the first one itself when none does.</summary>
    private static int End(BlockContext context, ImmutableArray<GalleyBox> boxes, int from, Length height)
    {
        Length used = boxes[from].Reopening?.Height ?? Length.Zero;
        List<NodeId> notes = [];
        Length below = Length.Zero;
        int end = from;
        for (int i = from; i < boxes.Length; i++)
        {
            used += boxes[i].Height + (i > from ? boxes[i].Space.Natural : Length.Zero);
            bool isLast = i + 1 == boxes.Length;
            if (!boxes[i].Notes.IsEmpty)
            {
                notes.AddRange(boxes[i].Notes);
                below = Columns.Height(NotesOf(context, notes)) + context.Styles.NoteGap;
            }
            if (used + below > height) break;
            if (isLast || (boxes[i + 1].BreakBefore < BreakCost.Forbidden && used + below + (boxes[i + 1].Closing?.Height ?? Length.Zero) <= height)) end = i + 1;
        }
        return end;
    }

    private static GalleyBox Page(BlockContext context, ImmutableArray<GalleyBox> boxes, int from, int to, Length height)
    {
        List<GalleyBox> column = [];
        if (boxes[from].Reopening is { } again) column.Add(again);
        for (int i = from; i < to; i++) column.Add(i == from ? boxes[i] with { Space = Flex.None } : boxes[i]);
        if (to < boxes.Length && boxes[to].Closing is { } closing) column.Add(closing);
        List<FrameItem> items = [];
        List<Destination> marks = [];
        List<Diagnostic> said = [];
        Stand(column, Length.Zero);
        ImmutableArray<GalleyBox> notes = NotesOf(context, [.. column.SelectMany(b => b.Notes)]);
        if (!notes.IsEmpty)
        {
            Length top = height - Columns.Height(notes);
            items.Add(new BoxItem(new(Length.Zero, top - context.Styles.NoteGap * 0.42, height / 3, 0.5.Pt), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact });
            Stand(notes, top);
        }
        return new()
        {
            Height = context.Styles.PageHeight, IsTurned = true, Items = [.. items], Marks = [.. marks], Said = [.. said],
            Start = column.Select(b => b.Start).FirstOrDefault(s => s.Node != NodeId.None, FrameSource.Artifact),
        };

        void Stand(IReadOnlyList<GalleyBox> stack, Length y)
        {
            for (int i = 0; i < stack.Count; i++)
            {
                if (i > 0) y += stack[i].Space.Natural;
                items.AddRange(stack[i].Items.Select(item => item.MovedBy(Length.Zero, y)));
                marks.AddRange(stack[i].Marks.Select(m => m with { At = new(m.At.X, m.At.Y + y) }));
                said.AddRange(stack[i].Said);
                y += stack[i].Height;
            }
        }
    }

    /// <summary>The lines of notes, below each other.</summary>
    private static ImmutableArray<GalleyBox> NotesOf(BlockContext context, List<NodeId> ids)
    {
        if (ids.Count == 0) return [];
        Length hang = GalleyComposer.Hang(context);
        return
        [
            .. ids.SelectMany(id => context.Chapter.Notes.Where(n => n.Id == id)).SelectMany(note => GalleyComposer.Note(context, note, hang)
                .Select((line, i) => i == 0 ? line with { Space = Flex.Rigid(context.Styles.BetweenNotes) } : line)),
        ];
    }
}
