using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Says what could not be set as the rules want it.</summary>
internal static class PageComplaints
{
    /// <summary>What is to be said about the pages of a section.</summary>
    /// <param name="section">The section in pages.</param>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="folio">The label of each of its pages.</param>
    public static IEnumerable<Diagnostic> Of(ChapterPages section, PageGeometry geometry, Func<int, string> folio)
    {
        Dictionary<NodeId, ResolvedNote> notes = section.Run.Notes.ToDictionary(n => n.Id);
        for (int page = 0; page < section.Plans.Length; page++)
        {
            string label = folio(page);
            foreach (Diagnostic diagnostic in OfPage(section, page, geometry, label, notes)) yield return diagnostic with { Page = label };
        }
    }

    /// <summary>What was said while a section was composed, each with the page on which what it is about begins, where that can be told.</summary>
    /// <param name="section">The section in pages.</param>
    /// <param name="folio">The label of each of its pages.</param>
    public static IEnumerable<Diagnostic> Placed(ChapterPages section, Func<int, string> folio)
    {
        foreach (Diagnostic said in section.Diagnostics)
        {
            int page = said.Span == SourceSpan.None ? -1 : PageOf(section, said.Span);
            yield return page < 0 ? said : said with { Page = folio(page) };
        }
    }

    /// <summary>The page on which stands what comes from a place of the source; -1 when none does.</summary>
    private static int PageOf(ChapterPages section, SourceSpan span)
    {
        for (int page = 0; page < section.Plans.Length; page++)
            if (BoxesOn(section.Galley, section.Plans[page]).Any(b => Holds(b.Span, span)))
                return page;
        return -1;
    }

    private static bool Holds(SourceSpan outer, SourceSpan inner) =>
        outer.Path == inner.Path && outer != SourceSpan.None && outer.Start.Line <= inner.Start.Line && inner.Start.Line <= outer.End.Line;

    private static IEnumerable<Diagnostic> OfPage(ChapterPages section, int page, PageGeometry geometry, string folio, Dictionary<NodeId, ResolvedNote> notes)
    {
        PagePlan plan = section.Plans[page];
        foreach (GalleyBox box in BoxesOn(section.Galley, plan))
            foreach (Diagnostic said in box.Said)
                yield return said;
        foreach (Diagnostic diagnostic in Break(section.Galley, plan, folio)) yield return diagnostic;
        foreach (GalleyBox box in section.Galley.Boxes[plan.Start..plan.End])
            if (box.Height > geometry.Height) yield return Problems.TallerThanPage(folio, box.Span);
        if (ShortPages.Of(geometry, section.Galley, plan, folio) is { } isShort) yield return isShort;
        foreach (Diagnostic diagnostic in Notes(section, page, notes, folio)) yield return diagnostic;
        for (int i = plan.FirstFloat; i < plan.EndFloat; i++)
        {
            GalleyFloat item = section.Galley.Floats[i];
            if (item.Height > geometry.Height) yield return Problems.TallerThanPage(folio, item.Span);
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
    private static IEnumerable<Diagnostic> Break(Galley galley, PagePlan plan, string folio)
    {
        if (plan.End == 0 || plan.End == galley.Boxes.Length || plan.End == plan.Start) yield break;
        GalleyBox last = galley.Boxes[plan.End - 1], next = galley.Boxes[plan.End];
        if (next.BreakBefore == BreakCost.Forced) yield break;
        if (last.IsHeading && !next.IsHeading)
            yield return Problems.StrandedHeading(folio, last.Span);
        else if (next.Paragraph > 0 && next.Paragraph == last.Paragraph && next.BreakBefore >= BreakCost.Widow)
            yield return Problems.LonelyLine(folio, next.Span);
    }

    private static IEnumerable<Diagnostic> Notes(ChapterPages section, int page, Dictionary<NodeId, ResolvedNote> notes, string folio)
    {
        PagePlan plan = section.Plans[page];
        foreach (NoteSlice slice in plan.Notes)
            if (slice.From == 0 && slice.To < section.Galley.Notes[slice.Note].Length && notes.TryGetValue(slice.Note, out ResolvedNote? note))
                yield return Problems.NoteContinued(note.Mark, folio, note.Span);
        foreach (NodeId id in MarkedOn(section.Galley, plan))
            if (notes.TryGetValue(id, out ResolvedNote? note) && !plan.Notes.Any(s => s.Note == id && s.From == 0))
                yield return Problems.NoteDisplaced(note.Mark, folio, note.Span);
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
