using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>Finds where in the text a page begins: the first leaf of its own column, or of its floats when it has no text.</summary>
internal static class PageStarts
{
    /// <summary>The first leaf and the place in it, never within a word.</summary>
    public static FrameSource Of(Galley galley, PagePlan plan)
    {
        for (int i = plan.Start; i < plan.End; i++)
            if (IsLeaf(galley.Boxes[i].Start))
                return i > 0 && galley.Boxes[i - 1].IsHyphenated ? NextWord(galley.Boxes[i]) : galley.Boxes[i].Start;
        for (int i = plan.FirstFloat; i < plan.EndFloat; i++)
            foreach (GalleyBox box in galley.Floats[i].Boxes)
                if (IsLeaf(box.Start)) return box.Start;
        return FrameSource.Artifact;
    }

    private static bool IsLeaf(FrameSource source) => source is { Part: FramePart.Content } && source.Node != NodeId.None;

    /// <summary>The line begins within a word: the page is said to begin with the next one.</summary>
    private static FrameSource NextWord(GalleyBox line)
    {
        FrameSource first = line.Start;
        foreach (GlyphRun run in line.Items.OfType<GlyphRun>())
        {
            if (!IsLeaf(run.Source)) continue;
            if (run.Source.Node != first.Node) return run.Source;
            int space = run.Text.IndexOf(' ', StringComparison.Ordinal);
            if (space >= 0 && space + 1 < run.Text.Length)
                return run.Source with { Offset = run.Source.Offset + space + 1 };
            if (space >= 0) continue;
            if (run.Source.Offset > first.Offset && run != line.Items[0] && EndsInSpace(line, run)) return run.Source;
        }
        return first;
    }

    private static bool EndsInSpace(GalleyBox line, GlyphRun run)
    {
        GlyphRun? before = line.Items.OfType<GlyphRun>().TakeWhile(r => r != run).LastOrDefault();
        return before is not null && before.Text.EndsWith(' ');
    }
}
