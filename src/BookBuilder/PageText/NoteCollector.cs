using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Takes the notes out of the flow of the text, chapter by chapter, with the rules above them.</summary>
/// <remarks>Notes stand at the end of a page, so in the middle of paragraphs and before headings they do not belong to; what they belong to
/// is the chapter, by the number of their mark.</remarks>
internal static partial class NoteCollector
{
    /// <summary>Collects the notes of all chapters.</summary>
    public static List<DraftChapter> Collect(PageReading reading, List<DraftChapter> chapters)
    {
        HashSet<int> everywhere = [.. chapters.SelectMany(MarksOf)];
        List<DraftChapter> collected = [.. chapters.Select(c => Collect(reading, c, everywhere))];
        return Homed(reading, collected);
    }

    /// <summary>The numbers that are raised in running text: what may be a mark.</summary>
    private static HashSet<int> MarksOf(DraftChapter chapter)
    {
        HashSet<int> marks = [.. Numbers(chapter.Title)];
        foreach (PageBlock block in chapter.Blocks)
            switch (block)
            {
                case HeadingLine heading: marks.UnionWith(Numbers(heading.Text)); break;
                case TextRun text: marks.UnionWith(Numbers(Definition().Replace(text.Text, ""))); break;
                case ItemRun item: marks.UnionWith(Numbers(item.Text)); break;
                case QuoteRun quote: marks.UnionWith(Numbers(quote.Text)); break;
                case PipeRun pipe: marks.UnionWith(Numbers(pipe.Text)); break;
                case RowRun rows: marks.UnionWith(rows.Rows.SelectMany(r => r).SelectMany(Numbers)); break;
            }
        return marks;
    }

    private static IEnumerable<int> Numbers(string text) => Raised().Matches(text).SelectMany(m => RaisedSet.Read(m.Groups[1].Value) ?? []);

    private static DraftChapter Collect(PageReading reading, DraftChapter chapter, HashSet<int> everywhere)
    {
        HashSet<int> marks = MarksOf(chapter);
        List<PageBlock> left = [];
        SortedDictionary<int, DraftNote> notes = [];
        for (int i = 0; i < chapter.Blocks.Count; i++)
        {
            PageBlock block = chapter.Blocks[i];
            if (block is RuleLine && Next(chapter.Blocks, i) is TextRun below && IsNote(below, out int first) && !notes.ContainsKey(first) && reading.Allows(block.Line, PageTextRule.NoteRule))
            {
                reading.Decide(block.Line, PageTextRule.NoteRule, "---", "", Confidence.High);
                continue;
            }
            if (block is not TextRun text || !reading.Allows(text.Line, PageTextRule.Note)) { left.Add(block); continue; }
            bool isOne = false;
            foreach (string piece in Pieces(text.Text))
            {
                var run = new TextRun(text.Line, piece);
                if (!IsNote(run, out int number))
                {
                    left.Add(isOne ? run : text);
                    if (isOne) continue;
                    break;
                }
                if (notes.ContainsKey(number)) { left.Add(run); continue; }
                isOne = true;
                string words = Definition().Replace(piece, "").Trim();
                notes.Add(number, new DraftNote(text.Line, number, words));
                reading.Decide(text.Line, PageTextRule.Note, Folding.Short(piece, 200), string.Create(CultureInfo.InvariantCulture, $"[^{number}]: {Folding.Short(words, 200)}"),
                    Linked().IsMatch(piece) ? Confidence.High : Confidence.Medium);
            }
        }
        return chapter with { Blocks = left, Notes = notes };

        bool IsNote(TextRun text, out int number)
        {
            number = Definition().Match(text.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            // Prose is a note when a mark asks for it; an address behind a raised number is nothing else.
            return number > 0 && (Linked().IsMatch(text.Text) || marks.Contains(number) || everywhere.Contains(number) && marks.Count == 0);
        }
    }

    private static PageBlock? Next(List<PageBlock> blocks, int at)
    {
        while (++at < blocks.Count)
            if (blocks[at] is not (PageEnd or BlankRun)) return blocks[at];
        return null;
    }

    /// <summary>A paragraph of several notes, one behind the other, as one each.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        if (!Definition().IsMatch(text)) return [text];
        int[] starts = [0, .. Another().Matches(text).Select(m => m.Index + 1)];
        return starts.Select((start, i) => text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)].Trim());
    }

    /// <summary>Notes that stand in another chapter than their only mark (at the end of the book) go to it; notes without any mark go back into the text.</summary>
    private static List<DraftChapter> Homed(PageReading reading, List<DraftChapter> chapters)
    {
        HashSet<int>[] marks = [.. chapters.Select(MarksOf)];
        for (int c = 0; c < chapters.Count; c++)
            foreach (DraftNote note in chapters[c].Notes.Values.ToArray())
            {
                if (marks[c].Contains(note.Number)) continue;
                int[] homes = [.. Enumerable.Range(0, chapters.Count).Where(h => marks[h].Contains(note.Number) && !chapters[h].Notes.ContainsKey(note.Number))];
                chapters[c].Notes.Remove(note.Number);
                if (homes is [int home])
                {
                    chapters[home].Notes.Add(note.Number, note);
                    reading.Decide(note.Line, PageTextRule.Note, Folding.Short(note.Text), Folding.Short(note.Text), Confidence.Medium, $"it goes to the chapter of its mark, '{chapters[home].Title}'");
                    continue;
                }
                string text = string.Create(CultureInfo.InvariantCulture, $"<sup>{note.Number}</sup> {note.Text}");
                int at = chapters[c].Blocks.FindIndex(b => b.Line > note.Line);
                chapters[c].Blocks.Insert(at < 0 ? chapters[c].Blocks.Count : at, new TextRun(note.Line, text));
                reading.Doubt(note.Line, PageTextRule.NoteWithoutMark, Folding.Short(text), Folding.Short(text), Confidence.Low,
                    Problems.PageNoteWithoutMark(note.Number.ToString(CultureInfo.InvariantCulture), reading.Span(note.Line)));
            }
        return chapters;
    }

    /// <summary>Whether notes are numbered through the book: they never begin again.</summary>
    public static bool RunThrough(List<DraftChapter> chapters)
    {
        int[][] numbers = [.. chapters.Where(c => c.Notes.Count > 0).Select(c => c.Notes.Keys.ToArray())];
        return numbers.Length > 1 && numbers.Zip(numbers.Skip(1)).All(p => p.Second[0] > p.First[^1]);
    }

    [GeneratedRegex("<sup>([^<]*)</sup>", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(@"^\s*<sup>(\d{1,4})</sup>[.)]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\s*<sup>\d{1,4}</sup>\s*(?:<?https?:|\[|www\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Linked();

    [GeneratedRegex(@"\s<sup>\d{1,4}</sup>\s*(?=<?https?:|\[http)", RegexOptions.CultureInvariant)]
    private static partial Regex Another();
}
