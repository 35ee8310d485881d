using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Finds out why pages are short.</summary>
internal static class ShortPages
{
    /// <summary>What is to be said of a page that ends before it is full; null when it is full, or may be short: at a chapter's end and before a forced break.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="galley">The chapter.</param>
    /// <param name="plan">The page.</param>
    public static Diagnostic? Of(PageGeometry geometry, Galley galley, PagePlan plan)
    {
        if (plan.IsFinal || plan.End >= galley.Boxes.Length) return null;
        PageFill fill = Filled(geometry, galley, plan);
        int lines = (int)Math.Round(fill.Missing);
        return lines == 0 ? null : Problems.ShortPage(Problems.UnknownFolio, lines, ReasonOf(fill, galley, plan), galley.Boxes[plan.End].Span);
    }

    private static PageFill Filled(PageGeometry geometry, Galley galley, PagePlan plan)
    {
        var fill = new PageFill(galley, geometry);
        int next = plan.FirstFloat;
        for (; next < plan.FirstFloat + plan.TopFloats; next++) fill.Add(galley.Floats[next]);
        for (int i = plan.Start; i < plan.End; i++)
        {
            for (; next < plan.EndFloat && i > plan.Start && galley.Floats[next].Before == i; next++) fill.Add(galley.Floats[next]);
            fill.Add(galley.Boxes[i]);
        }
        for (; next < plan.EndFloat; next++) fill.Add(galley.Floats[next]);
        foreach (NoteSlice slice in plan.Notes) fill.Add(slice);
        return fill;
    }

    /// <summary>Why what comes next does not stand on the page: it is looked at up to the next place where a page may well begin.</summary>
    private static ShortPageReason ReasonOf(PageFill fill, Galley galley, PagePlan plan)
    {
        GalleyBox first = galley.Boxes[plan.End];
        if (first.AwaitsFloats && plan.EndFloat < galley.Floats.Length && galley.Floats[plan.EndFloat].Before <= plan.End) return ShortPageReason.Waiting;
        if (first.IsHeading) return ShortPageReason.Heading;
        for (int i = plan.End; i < galley.Boxes.Length; i++)
        {
            GalleyBox box = galley.Boxes[i];
            if (i > plan.End && box.BreakBefore < BreakCost.Widow / 2) break;
            if (box.IsHeading) return ShortPageReason.Heading;
            fill.Add(box);
            if (!fill.Fits) return box.Paragraph > 0 && box.Paragraph == first.Paragraph ? ShortPageReason.SingleLine
                : box.Paragraph > 0 || first.Panels.Length > 0 ? ShortPageReason.Together : ShortPageReason.Figure;
            fill.AddNotes(box.Notes);
            if (!fill.Fits) return ShortPageReason.Note;
        }
        return ShortPageReason.Together;
    }
}
