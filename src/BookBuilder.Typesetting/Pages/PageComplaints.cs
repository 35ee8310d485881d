using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Says what could not be set as the rules want it.</summary>
internal static class PageComplaints
{
    /// <summary>What is to be said of a section: first what was said while it was composed, then what its pages give cause for.</summary>
    /// <param name="run">The section.</param>
    /// <param name="making">What its pages were made of.</param>
    /// <param name="geometry">The measures of pages.</param>
    public static IEnumerable<PageComplaint> Of(ChapterRun run, SectionMaking making, PageGeometry geometry)
    {
        foreach (Diagnostic said in making.Diagnostics)
            yield return new(said.Span == SourceSpan.None ? -1 : PageOf(making, said.Span), said, NamesFolio: false);
        Dictionary<NodeId, ResolvedNote> notes = run.Notes.ToDictionary(n => n.Id);
        for (int page = 0; page < making.Plans.Length; page++)
        {
            foreach (GalleyBox box in BoxesOn(making.Galley, making.Plans[page]))
                foreach (Diagnostic said in box.Said) yield return new(page, said, NamesFolio: false);
            foreach (Diagnostic said in OfPage(making, page, geometry, notes)) yield return new(page, said, NamesFolio: true);
        }
    }

    /// <summary>The page on which what comes from a place of the source begins; -1 when none shows it.</summary>
    private static int PageOf(SectionMaking section, SourceSpan span)
    {
        for (int page = 0; page < section.Plans.Length; page++)
            if (BoxesOn(section.Galley, section.Plans[page]).Any(b => Holds(b.Span, span)))
                return page;
        return -1;
    }

    private static bool Holds(SourceSpan outer, SourceSpan inner) =>
        outer.Path == inner.Path && outer != SourceSpan.None && outer.Start.Line <= inner.Start.Line && inner.Start.Line <= outer.End.Line;

    /// <summary>What is to be said of a page: nothing of it is in the author's words.</summary>
    private static IEnumerable<Diagnostic> OfPage(SectionMaking section, int page, PageGeometry geometry, Dictionary<NodeId, ResolvedNote> notes)
    {
        PagePlan plan = section.Plans[page];
        foreach (Diagnostic diagnostic in Break(section.Galley, plan)) yield return diagnostic;
        foreach (GalleyBox box in section.Galley.Boxes[plan.Start..plan.End])
            if (box.Height > geometry.Height) yield return Problems.TallerThanPage(Problems.UnknownFolio, box.Span);
        if (ShortPages.Of(geometry, section.Galley, plan) is { } isShort) yield return isShort;
        foreach (Diagnostic diagnostic in Notes(section, page, notes)) yield return diagnostic;
        for (int i = plan.FirstFloat; i < plan.EndFloat; i++)
        {
            GalleyFloat item = section.Galley.Floats[i];
            if (item.Height > geometry.Height) yield return Problems.TallerThanPage(Problems.UnknownFolio, item.Span);
            // The further pages of a long table follow its first one.
            if (i > 0 && section.Galley.Floats[i - 1].Node == item.Node) continue;
            int due = section.Plans.TakeWhile(p => p.End < item.Before).Count();
            if (page - due > 2) yield return Problems.DistantFloat(item.Name.Length > 0 ? item.Name : "this", page - due, item.Span);
        }
    }

    /// <summary>Everything that stands on a page: floats, text, notes.</summary>
    private static IEnumerable<GalleyBox> BoxesOn(Galley galley, PagePlan plan) =>
        galley.Floats[plan.FirstFloat..plan.EndFloat].SelectMany(f => f.Boxes)
            .Concat(galley.Boxes[plan.Start..plan.End])
            .Concat(plan.Notes.SelectMany(s => galley.Notes[s.Note][s.From..s.To]));

    /// <summary>Whether the page breaks where it should not.</summary>
    private static IEnumerable<Diagnostic> Break(Galley galley, PagePlan plan)
    {
        if (plan.End == 0 || plan.End == galley.Boxes.Length || plan.End == plan.Start) yield break;
        GalleyBox last = galley.Boxes[plan.End - 1], next = galley.Boxes[plan.End];
        if (next.BreakBefore == BreakCost.Forced) yield break;
        if (last.IsHeading && !next.IsHeading)
            yield return Problems.StrandedHeading(Problems.UnknownFolio, last.Span);
        else if (next.Paragraph > 0 && next.Paragraph == last.Paragraph && next.BreakBefore >= BreakCost.Widow)
            yield return Problems.LonelyLine(Problems.UnknownFolio, next.Span);
    }

    private static IEnumerable<Diagnostic> Notes(SectionMaking section, int page, Dictionary<NodeId, ResolvedNote> notes)
    {
        PagePlan plan = section.Plans[page];
        foreach (NoteSlice slice in plan.Notes)
            if (slice.From == 0 && slice.To < section.Galley.Notes[slice.Note].Length && notes.TryGetValue(slice.Note, out ResolvedNote? note))
                yield return Problems.NoteContinued(note.Mark, Problems.UnknownFolio, note.Span);
        foreach (NodeId id in MarkedOn(section.Galley, plan))
            if (notes.TryGetValue(id, out ResolvedNote? note) && !plan.Notes.Any(s => s.Note == id && s.From == 0))
                yield return Problems.NoteDisplaced(note.Mark, Problems.UnknownFolio, note.Span);
    }

    /// <summary>The notes whose marks stand on a page.</summary>
    private static IEnumerable<NodeId> MarkedOn(Galley galley, PagePlan plan)
    {
        for (int i = plan.FirstFloat; i < plan.EndFloat; i++)
            foreach (NodeId note in galley.Floats[i].Notes) yield return note;
        for (int i = plan.Start; i < plan.End; i++)
            foreach (NodeId note in galley.Boxes[i].Notes) yield return note;
    }
}
