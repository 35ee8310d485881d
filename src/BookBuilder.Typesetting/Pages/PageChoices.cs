using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Typesetting.Galleys;

namespace BookBuilder.Typesetting.Pages;

/// <summary>A page that could follow.</summary>
/// <param name="Plan">What stands on it; its places are those of the <see cref="VariedText"/>.</param>
/// <param name="Carried">Note lines that go on to the next page.</param>
internal sealed record PageChoice(PagePlan Plan, ImmutableArray<NoteSlice> Carried)
{
    /// <summary>Whole lines of white at its foot, no more than count beside a facing page.</summary>
    public int White { get; init; }
    /// <summary>Whether a word is divided at its end.</summary>
    public bool Divides { get; init; }
    /// <summary>The paragraphs that begin on it and are set otherwise.</summary>
    public ImmutableArray<Variation> Varied { get; init; } = [];
}

/// <summary>Finds the pages that may begin at a place of the text.</summary>
internal static class PageChoices
{
    /// <summary>The possible pages; never empty, and each makes way.</summary>
    /// <param name="geometry">The measures of pages.</param>
    /// <param name="text">The chapter.</param>
    /// <param name="start">The first box not yet on a page.</param>
    /// <param name="firstFloat">The first float not yet on a page.</param>
    /// <param name="carried">Note lines that the page before could not hold.</param>
    public static List<PageChoice> From(PageGeometry geometry, VariedText text, int start, int firstFloat, ImmutableArray<NoteSlice> carried)
    {
        Galley galley = text.Galley;
        if (start == text.End && firstFloat == galley.Floats.Length || NeverFits(geometry, text, start, firstFloat))
            return [Emergency(geometry, text, start, firstFloat, carried)];
        if (firstFloat < galley.Floats.Length && galley.Floats[firstFloat] is { Placement: Placement.Page } alone && alone.Before <= text.Nominal(start)
            && OfItsOwn(geometry, galley, start, firstFloat, carried) is { } page) return [page];
        foreach (int threshold in (ReadOnlySpan<int>)[BreakCost.Forbidden, int.MaxValue])
        {
            using var walk = new PageWalk(geometry, text, start, firstFloat, carried, threshold);
            for (int early = 0; walk.TryAll(early); early++) { }
            if (walk.HasFound) return walk.Reasonable();
        }
        return [Emergency(geometry, text, start, firstFloat, carried)];
    }

    /// <summary>Whether a float that is due does not even fit a page of its own.</summary>
    private static bool NeverFits(PageGeometry geometry, VariedText text, int start, int firstFloat)
    {
        if (firstFloat == text.Galley.Floats.Length || text.Galley.Floats[firstFloat].Before > text.Nominal(start)) return false;
        var fill = new PageFill(text.Galley, geometry);
        fill.Add(text.Galley.Floats[firstFloat]);
        fill.AddNotes(text.Galley.Floats[firstFloat].Notes);
        return !fill.Fits;
    }

    /// <summary>A float that the author wants on a page of its own, with what notes go on there; null when these leave it no room, so that it waits for a page.</summary>
    private static PageChoice? OfItsOwn(PageGeometry geometry, Galley galley, int start, int number, ImmutableArray<NoteSlice> carried)
    {
        var fill = new PageFill(galley, geometry);
        fill.Add(galley.Floats[number]);
        foreach (NoteSlice slice in carried) fill.Add(slice);
        fill.AddNotes(galley.Floats[number].Notes);
        if (!fill.Fits) return null;
        return new(new PagePlan
        {
            Start = start, End = start, FirstFloat = number, TopFloats = 1, InnerFloats = 0, Notes = fill.Notes, IsFinal = true, Cost = PageCosts.EveryPage,
        }, []);
    }

    /// <summary>Not even one box fits with its notes: it is set alone, and what of its notes finds no room goes on. After the last box, the notes alone.</summary>
    private static PageChoice Emergency(PageGeometry geometry, VariedText text, int start, int firstFloat, ImmutableArray<NoteSlice> carried)
    {
        Galley galley = text.Galley;
        var fill = new PageFill(galley, geometry);
        bool isFloat = firstFloat < galley.Floats.Length && (start == text.End || galley.Floats[firstFloat].Before <= text.Nominal(start));
        ImmutableArray<NodeId> notes = [];
        if (isFloat)
        {
            fill.Add(galley.Floats[firstFloat]);
            notes = galley.Floats[firstFloat].Notes;
        }
        else if (start < text.End || start > text.End)
        {
            fill.Add(text[start]);
            notes = text[start].Notes;
        }
        var rest = ImmutableArray.CreateBuilder<NoteSlice>();
        IEnumerable<NoteSlice> all = carried.Concat(notes.Where(galley.Notes.ContainsKey).Select(n => new NoteSlice(n, 0, galley.Notes[n].Length)));
        foreach (NoteSlice slice in all)
        {
            int least = fill.IsEmpty ? 1 : 0;                        // even a line taller than the page has to stand somewhere
            int lines = rest.Count > 0 ? 0 : Math.Min(slice.To - slice.From, Math.Max(least, fill.LinesThatFit(slice.Note, slice.From)));
            if (lines > 0) fill.Add(slice with { To = slice.From + lines });
            if (lines < slice.To - slice.From) rest.Add(slice with { From = slice.From + lines });
        }
        return new(new PagePlan
        {
            Start = start, End = isFloat || start == text.End ? start : text.Next(start), FirstFloat = firstFloat, TopFloats = isFloat ? 1 : 0, InnerFloats = 0,
            Notes = fill.Notes, IsFinal = false, Cost = 100_000,
        }, rest.ToImmutable());
    }
}
