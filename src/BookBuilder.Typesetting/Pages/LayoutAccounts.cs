using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Gives account of finished pages: gathers what the passes decided, and decides nothing.</summary>
internal static class LayoutAccounts
{
    /// <summary>The account of a whole book.</summary>
    /// <param name="sections">Its sections in pages.</param>
    /// <param name="slots">The order of their pages.</param>
    /// <param name="pages">The finished pages, one for each slot.</param>
    public static LayoutAccount Of(IReadOnlyList<ChapterPages> sections, ImmutableArray<PageSlot> slots, ImmutableArray<Page> pages)
    {
        var accounts = ImmutableArray.CreateBuilder<PageAccount>();
        for (int sheet = 0; sheet < slots.Length; sheet++)
            if (slots[sheet].Section >= 0)
                accounts.Add(Of(sections[slots[sheet].Section], slots, sheet) with { Side = pages[sheet].Side });
        return new(accounts.ToImmutable());
    }

    private static PageAccount Of(ChapterPages section, ImmutableArray<PageSlot> slots, int sheet)
    {
        PageSlot slot = slots[sheet];
        SectionMaking making = MakingOf(section);
        (Galley galley, PagePlan plan) = (making.Galley, making.Plans[slot.Page]);
        Dictionary<int, int> gains = [];
        foreach (PagePlan any in making.Plans)
            foreach ((int paragraph, int gain) in any.Reasons.Changed) gains[paragraph] = gain;
        ImmutableArray<GalleyBox> boxes = galley.Boxes[plan.Start..plan.End];
        ImmutableArray<GalleyFloat> floats = galley.Floats[plan.FirstFloat..plan.EndFloat];
        bool isEnd = plan.End >= galley.Boxes.Length;
        GalleyBox? next = isEnd ? null : galley.Boxes[plan.End];
        return new PageAccount
        {
            Label = slot.Label, Sheet = sheet + 1, Side = PageSide.Recto, Chapter = section.Pages[slot.Page].Chapter.Title,
            Lines = [.. Lines(galley, plan, gains)],
            Floats = [.. floats.Select((f, i) => FloatOf(section, slots, slot, f, isAtTop: i < plan.TopFloats))],
            PutOff = [.. galley.Floats[plan.EndFloat..].TakeWhile(f => f.Before < plan.End).Select(f => f.Name).Distinct()],
            Notes = [.. plan.Notes.Select(n => NoteOf(section, n))],
            Begins = [.. section.Pages[slot.Page].Marks.Select(m => m.Node)],
            Said = [.. boxes.SelectMany(b => b.Said)],
            Ending = isEnd && plan.EndFloat == galley.Floats.Length ? PageEnding.ChapterEnd
                : next is { BreakBefore: BreakCost.Forced } ? PageEnding.Forced
                : next is { Paragraph: > 0 } && plan.End > plan.Start && next.Paragraph == galley.Boxes[plan.End - 1].Paragraph ? PageEnding.WithinParagraph
                : PageEnding.BetweenBlocks,
            Next = next?.Span ?? SourceSpan.None,
            Costs = [.. Costs(plan.Reasons)],
            Others = [.. plan.Reasons.Others.Select(o => (o.Lines, o.Cost))],
        };
    }

    private static SectionMaking MakingOf(ChapterPages section) =>
        section.Making ?? throw new InvalidOperationException("Of pages that another process made no account can be given.");

    private static IEnumerable<(string, double)> Costs(PageReasons reasons)
    {
        (string, double)[] all =
        [
            ("for how it is filled", reasons.Filling), ("for where it breaks", reasons.Breaking), ("for paragraphs set otherwise than best", reasons.Changes),
            ("for a note that goes on overleaf", reasons.Notes), ("for figures and tables put off", reasons.Floats), ("for the page that faces it", reasons.Spread),
        ];
        return all.Where(c => c.Item2 != 0);
    }

    private static IEnumerable<LineAccount> Lines(Galley galley, PagePlan plan, Dictionary<int, int> gains)
    {
        for (int i = plan.Start; i < plan.End; i++)
        {
            GalleyBox box = galley.Boxes[i];
            if (box.Paragraph == 0 || box.Fill is not { } fill) continue;
            int first = i, last = i;
            while (first > 0 && galley.Boxes[first - 1].Paragraph == box.Paragraph) first--;
            while (last + 1 < galley.Boxes.Length && galley.Boxes[last + 1].Paragraph == box.Paragraph) last++;
            string words = string.Concat(box.Items.OfType<GlyphRun>().Where(r => r.Source.Part == FramePart.Content).Select(r => r.Text)).Trim();
            yield return new(box.Span, i - first + 1, last - first + 1, words, fill.SpaceRatio, fill.LetterGrowth, box.IsHyphenated, gains.GetValueOrDefault(box.Paragraph));
        }
    }

    private static FloatAccount FloatOf(ChapterPages section, ImmutableArray<PageSlot> slots, PageSlot slot, GalleyFloat item, bool isAtTop)
    {
        ImmutableArray<PagePlan> plans = MakingOf(section).Plans;
        int due = Math.Min(plans.TakeWhile(p => p.End < item.Before).Count(), plans.Length - 1);
        PageSlot place = slots.First(s => s.Section == slot.Section && s.Page == due);
        Length width = Length.Zero;
        foreach (FrameItem frame in item.Boxes.SelectMany(b => b.Items))
            width = Length.Max(width, frame switch { DrawingFrame d => d.Box.X + d.Box.Width, RasterItem r => r.Box.X + r.Box.Width, BoxItem b => b.Box.X + b.Box.Width, _ => Length.Zero });
        int moved = slot.Page - due;
        return new(item.Node, item.Name, item.Span, isAtTop, width, item.Height, place.Label, moved, item.Placement, [.. item.Boxes.SelectMany(b => b.Said)]);
    }

    private static NoteAccount NoteOf(ChapterPages section, NoteSlice slice)
    {
        ResolvedNote note = section.Run.Notes.First(n => n.Id == slice.Note);
        return new(note.Mark, note.Span, slice.From + 1, slice.To, MakingOf(section).Galley.Notes[slice.Note].Length);
    }
}
