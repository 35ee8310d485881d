using System.Globalization;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Finds notes that had lost their text before the book was printed.</summary>
/// <remarks>Where chapters are joined before their notes are resolved, and each calls its notes 1, 2, 3, the last definition of a label
/// wins: every earlier note of that label prints the last one's text. So a note whose text is that of the last chapter that has its label,
/// in a book where some text stands under one label in three chapters or more, is not its chapter's own. A chapter's labels may go on from
/// those of the chapters before it, which shifts them against the printed numbers.</remarks>
internal static class CollidedNotes
{
    private const int FewestChapters = 3;
    private const int MostChaptersBack = 3;

    /// <summary>The chapters with the lost notes marked.</summary>
    public static List<DraftChapter> Mark(PageReading reading, List<DraftChapter> chapters)
    {
        if (NoteCollector.RunThrough(chapters)) return chapters;
        int[] shifts = [.. Enumerable.Range(0, chapters.Count).Select(c => Shift(chapters, c))];
        // The last chapter that has a label.
        Dictionary<int, int> last = [];
        Dictionary<(int Label, string Text), int> uses = [];
        for (int c = 0; c < chapters.Count; c++)
            foreach (DraftNote note in chapters[c].Notes.Values)
            {
                last[note.Number + shifts[c]] = c;
                (int, string) key = (note.Number + shifts[c], Folding.Fold(note.Text));
                uses[key] = uses.GetValueOrDefault(key) + 1;
            }
        if (!uses.Values.Any(n => n >= FewestChapters)) return chapters;

        List<DraftChapter> marked = [];
        for (int c = 0; c < chapters.Count; c++)
        {
            DraftChapter chapter = chapters[c];
            SortedDictionary<int, DraftNote> notes = [];
            foreach (DraftNote note in chapter.Notes.Values)
            {
                DraftChapter winner = chapters[last[note.Number + shifts[c]]];
                bool isLost = winner != chapter && reading.Allows(note.Line, PageTextRule.CollidedNote)
                    && winner.Notes.TryGetValue(note.Number + shifts[c] - shifts[last[note.Number + shifts[c]]], out DraftNote? other) && Folding.Fold(other.Text) == Folding.Fold(note.Text);
                notes.Add(note.Number, isLost ? note with { OverwrittenBy = winner } : note);
                if (isLost)
                    reading.Decide(note.Line, PageTextRule.CollidedNote, Folding.Short(note.Text, 200), Folding.Short(note.Text, 200), Confidence.Medium,
                        string.Create(CultureInfo.InvariantCulture, $"note {note.Number} of '{chapter.Title}' prints that of '{winner.Title}'; its own source is lost"));
            }
            if (notes.Values.Count(n => n.OverwrittenBy is not null) is > 0 and int lost)
                reading.Said.Report(Problems.PageNotesCollided(lost, notes.Count, chapter.Title, reading.Span(notes.Values.First(n => n.OverwrittenBy is not null).Line)));
            marked.Add(chapter with { Notes = notes });
        }
        return marked;
    }

    /// <summary>How far a chapter's labels are ahead of its printed numbers: 0, or as many as notes stand in the chapters right before it,
    /// whichever makes more of its notes equal to those of later chapters under the same label.</summary>
    private static int Shift(List<DraftChapter> chapters, int c)
    {
        int best = 0, most = Matches(chapters, c, 0), sum = 0;
        for (int back = c - 1, used = 0; back >= 0 && used < MostChaptersBack; back--)
        {
            if (chapters[back].Notes.Count == 0) continue;
            sum += chapters[back].Notes.Keys.Last();
            used++;
            int matches = Matches(chapters, c, sum);
            // One equal note may be chance.
            if (matches > most && matches > 1) (best, most) = (sum, matches);
        }
        return best;
    }

    private static int Matches(List<DraftChapter> chapters, int c, int shift) => chapters[c].Notes.Values.Count(note =>
        chapters.Skip(c + 1).Any(later => later.Notes.TryGetValue(note.Number + shift, out DraftNote? other) && Folding.Fold(other.Text) == Folding.Fold(note.Text)));
}
