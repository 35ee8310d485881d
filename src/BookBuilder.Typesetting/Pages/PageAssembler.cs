using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Puts what a plan says on a page: every box at its height, backgrounds behind, notes at the foot.</summary>
internal static class PageAssembler
{
    private sealed record Placed(GalleyBox Box, Length Y);

    /// <summary>Assembles a page.</summary>
    /// <param name="geometry">The measures.</param>
    /// <param name="galley">The chapter.</param>
    /// <param name="plan">What stands on the page.</param>
    /// <param name="measure">The width of the text block.</param>
    /// <param name="running">The section that runs from the page before; null before the first.</param>
    /// <param name="chapter">The chapter that does.</param>
    /// <returns>The page, and what its text consists of, from top to bottom, without what is only set again.</returns>
    public static (ChapterPage Page, ImmutableArray<GalleyBox> Text) Assemble(PageGeometry geometry, Galley galley, PagePlan plan, Length measure, RunningTitle? running,
        ResolvedChapter chapter)
    {
        List<GalleyBox> column = Column(geometry, galley, plan, out int repeated);
        List<Placed> notes = Notes(geometry, galley, plan);
        Length noteTop = notes.Count > 0 ? notes[0].Y : geometry.Height;
        List<Placed> text = Stack(geometry, plan, column, notes.Count > 0 ? noteTop - geometry.NoteGap : geometry.Height, notes.Count > 0);

        var parts = ImmutableArray.CreateBuilder<PlacedItems>(1 + text.Count + notes.Count);
        parts.Add(new([.. Panels(text)], Length.Zero));
        var marks = ImmutableArray.CreateBuilder<Destination>();
        foreach ((GalleyBox box, Length y) in text.Concat(notes).Select(p => (p.Box, p.Y)))
        {
            parts.Add(new(box.Items, y));
            marks.AddRange(box.Marks.Select(m => m with { At = new(m.At.X, m.At.Y + y) }));
        }
        chapter = column.Count > 0 ? column[0].Chapter ?? chapter : chapter;
        ResolvedChapter last = chapter;
        foreach (GalleyBox box in column)
        {
            running = box.Section ?? (box.Chapter is null ? running : null);
            last = box.Chapter ?? last;
        }
        if (chapter.Role == SectionRole.TitlePage) chapter = last;             // a title block is not what a page is about
        ImmutableArray<FrameItem> rules = notes.Count == 0 ? [] : [.. Rules(geometry, galley, plan, measure, notes)];
        var page = new ChapterPage
        {
            Parts = new(parts.MoveToImmutable()), Rules = rules, Marks = marks.ToImmutable(), Section = running, Chapter = chapter, LastChapter = last,
            IsTurned = column.Exists(b => b.IsTurned),
            Baselines = [.. text.Where(p => p.Box.Paragraph > 0).Select(p => p.Y + BaselineOf(p.Box))],
        };
        return (page, [.. column.Where((_, i) => i != repeated)]);
    }

    /// <summary>Raised and small signs of a line stand higher; its largest letters say where it stands.</summary>
    private static Length BaselineOf(GalleyBox line) => line.Items.OfType<GlyphRun>().MaxBy(static r => r.Size)?.Origin.Y ?? line.Height;

    /// <summary>The boxes of the page's text from top to bottom, floats among them.</summary>
    /// <param name="repeated">Which of them stood before and is set again, a table's head; -1 for none.</param>
    private static List<GalleyBox> Column(PageGeometry geometry, Galley galley, PagePlan plan, out int repeated)
    {
        List<GalleyBox> column = [];
        repeated = -1;
        Flex pending = Flex.None;
        int next = plan.FirstFloat;
        void Float()
        {
            GalleyFloat item = galley.Floats[next++];
            for (int i = 0; i < item.Boxes.Length; i++)
                column.Add(item.Boxes[i] with
                {
                    Space = i == 0 ? Flex.Max(pending, geometry.AroundFloat) : Flex.Rigid(item.Boxes[i].Space.Natural),
                });
            pending = geometry.AroundFloat;
        }
        for (int i = 0; i < plan.TopFloats; i++) Float();
        for (int i = plan.Start; i <= plan.End; i++)
        {
            while (next < plan.EndFloat && i > plan.Start && galley.Floats[next].Before == i) Float();
            if (i == plan.End) break;
            GalleyBox box = galley.Boxes[i];
            if (i == plan.Start && box.Reopening is { } again)
            {
                repeated = column.Count;
                column.Add(again with { Space = Flex.Rigid(pending.Natural) });
                pending = Flex.None;
            }
            column.Add(box with { Space = Flex.Max(pending, box.Space) });
            pending = Flex.None;
        }
        if (plan.End < galley.Boxes.Length && plan.End > plan.Start && galley.Boxes[plan.End].Closing is { } closing)
            column.Add(closing);
        return column;
    }

    /// <summary>Stands the boxes on each other. What is left over goes into the spaces, as far as they give way; never on a final page.</summary>
    private static List<Placed> Stack(PageGeometry geometry, PagePlan plan, List<GalleyBox> column, Length bottom, bool hasNotes)
    {
        Length natural = Length.Zero, stretch = Length.Zero, shrink = Length.Zero;
        int fills = 0;
        if (geometry.HasGrid && !column.Exists(b => b.Space.IsFill)) return [.. GridStack.Of(geometry, plan, column, bottom, hasNotes).Select((y, i) => new Placed(column[i], y))];
        for (int i = 0; i < column.Count; i++)
        {
            natural += column[i].Height;
            if (i == 0) continue;
            if (column[i].Space.IsFill) { fills++; continue; }
            natural += column[i].Space.Natural;
            stretch += column[i].Space.Stretch;
            shrink += column[i].Space.Shrink;
        }
        Length slack = bottom - natural;
        double ratio = 0;
        if (slack < Length.Zero && shrink > Length.Zero)
            ratio = Math.Max(-1, slack / shrink);
        else if (slack > Length.Zero && fills == 0 && !plan.IsFinal && stretch > Length.Zero)
        {
            // Above notes a line more of white is better than spaces out of their measure.
            Length toSpread = hasNotes ? slack - geometry.Line * 0.75 : slack;
            ratio = Math.Clamp(toSpread / stretch, 0, 1);
        }
        Length fill = fills > 0 && slack > Length.Zero ? slack / fills : Length.Zero;
        List<Placed> placed = [];
        Length y = Length.Zero;
        for (int i = 0; i < column.Count; i++)
        {
            if (i > 0) y += SpaceOf(column[i].Space, ratio, fill);
            placed.Add(new(column[i], y));
            y += column[i].Height;
        }
        return placed;
    }

    private static Length SpaceOf(Flex space, double ratio, Length fill) =>
        space.IsFill ? fill
        : ratio >= 0 ? space.Natural + space.Stretch * ratio
        : space.Natural + space.Shrink * ratio;

    /// <summary>The notes, the last line at the foot of the page.</summary>
    private static List<Placed> Notes(PageGeometry geometry, Galley galley, PagePlan plan)
    {
        List<Placed> placed = [];
        Length y = Length.Zero;
        foreach (NoteSlice slice in plan.Notes)
        {
            if (placed.Count > 0) y += geometry.BetweenNotes;
            ImmutableArray<GalleyBox> lines = galley.Notes[slice.Note];
            for (int i = slice.From; i < slice.To; i++)
            {
                if (i > slice.From) y += lines[i].Space.Natural;
                placed.Add(new(lines[i], y));
                y += lines[i].Height;
            }
        }
        return [.. placed.Select(p => p with { Y = p.Y + geometry.Height - y })];
    }

    /// <summary>The rule above the notes, as long as a line where a note of the page before goes on; and the sign where one goes on overleaf.</summary>
    private static IEnumerable<FrameItem> Rules(PageGeometry geometry, Galley galley, PagePlan plan, Length measure, List<Placed> notes)
    {
        Length width = plan.Notes[0].From > 0 ? measure : measure / 3;
        yield return new BoxItem(new(Length.Zero, notes[0].Y - geometry.NoteGap * 0.42, width, 0.5.Pt), Color.Black, null, Length.Zero) { Source = FrameSource.Artifact };
        NoteSlice last = plan.Notes[^1];
        if (last.To == galley.Notes[last.Note].Length) yield break;
        foreach (FrameItem item in galley.GoesOn) yield return item.MovedBy(Length.Zero, notes[^1].Y);
    }

    /// <summary>Grounds and rules behind neighbouring boxes that share them, outermost first.</summary>
    private static IEnumerable<FrameItem> Panels(List<Placed> text)
    {
        int depth = text.Count == 0 ? 0 : text.Max(p => p.Box.Panels.Length);
        for (int level = 0; level < depth; level++)
            for (int i = 0; i < text.Count; i++)
            {
                if (text[i].Box.Panels.Length <= level) continue;
                Panel panel = text[i].Box.Panels[level];
                int last = i;
                while (last + 1 < text.Count && text[last + 1].Box.Panels.Length > level && text[last + 1].Box.Panels[level] == panel) last++;
                // Where the page cuts it, the ground goes on as far as it does beyond its first and last lines.
                Length top = text[i].Y - (i == 0 && !IsPadding(text[i].Box, panel) ? panel.Padding : Length.Zero);
                Length foot = text[last].Y + text[last].Box.Height + (last == text.Count - 1 && !IsPadding(text[last].Box, panel) ? panel.Padding : Length.Zero);
                Length height = foot - top;
                if (panel.Fill is { } fill)
                    yield return new BoxItem(new(panel.Left, top, panel.Width, height), fill, null, Length.Zero) { Source = FrameSource.Artifact };
                if (panel.Rule is { } rule)
                    yield return new BoxItem(new(panel.Left, top, panel.RuleWidth, height), rule, null, Length.Zero) { Source = FrameSource.Artifact };
                if (panel.Frame is { } frame)
                    yield return new BoxItem(new(panel.Left, top, panel.Width, height), null, frame, 0.5.Pt) { Source = FrameSource.Artifact };
                i = last;
            }
    }

    /// <summary>Whether a box is the white at a panel's edge.</summary>
    private static bool IsPadding(GalleyBox box, Panel panel) => box.Items.IsEmpty && box.Height == panel.Padding;
}
