using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Brings each note to the chapter of its mark. A note belongs to the file it is written in; only a mark that has none there takes one of another file,
/// as in bookdown, where all files are one text and the last note of a label is the only one.</summary>
internal static partial class NoteScopes
{
    private sealed record Definition(string Label, int Chapter, int Start, int End, SourceLine Line)
    {
        public string File => Line.Path;
    }

    private sealed record Mark(string Label, int Chapter, int Line, int Column, string File);

    /// <summary>The chapters with every note beside its mark.</summary>
    public static ImmutableArray<BookChapter> Settle(ImmutableArray<BookChapter> chapters, TranslationAccount account)
    {
        List<Definition> definitions = [];
        List<Mark> marks = [];
        for (int c = 0; c < chapters.Length; c++) Collect(chapters[c].Lines, c, definitions, marks);
        if (definitions.Count == 0 && marks.Count == 0) return chapters;
        TellCollisions(definitions, account);
        Dictionary<Mark, ImmutableArray<Definition>> notes = Paired(definitions, marks, account);
        HashSet<Definition> used = [.. notes.Values.SelectMany(n => n)];
        return [.. chapters.Select((chapter, c) => Settled(chapters, c, definitions, marks, notes, used, account))];
    }

    private static void Collect(ImmutableArray<SourceLine> lines, int chapter, List<Definition> definitions, List<Mark> marks)
    {
        ImmutableArray<bool> masked = Prose.Masked(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            if (masked[i]) continue;
            int from = 0;
            if (Begin().Match(lines[i].Text) is { Success: true } begin)
            {
                definitions.Add(new Definition(begin.Groups[1].Value, chapter, i, EndOf(lines, masked, i), lines[i]));
                from = begin.Length;
            }
            foreach (Match mark in Prose.Matches(lines[i].Text, MarkPattern()))
                if (mark.Index >= from) marks.Add(new Mark(mark.Groups[1].Value, chapter, i, mark.Index, lines[i].Path));
        }
    }

    /// <summary>Just after the last line of a note: what is indented below it belongs to it, and the rest of its paragraph.</summary>
    private static int EndOf(ImmutableArray<SourceLine> lines, ImmutableArray<bool> masked, int start)
    {
        int end = start + 1;
        for (int i = start + 1; i < lines.Length; i++)
        {
            if (lines[i].IsBlank) continue;
            bool isIndented = lines[i].Text.StartsWith("    ", StringComparison.Ordinal) || lines[i].Text.StartsWith('\t');
            bool goesOn = i == end && !masked[i] && !NewBlock().IsMatch(lines[i].Text);
            if (!isIndented && !goesOn) break;
            end = i + 1;
        }
        return end;
    }

    private static void TellCollisions(List<Definition> definitions, TranslationAccount account)
    {
        foreach (IGrouping<string, Definition> label in definitions.GroupBy(d => d.Label))
        {
            Definition first = label.First();
            foreach (Definition other in label.Where(d => d.File != first.File).DistinctBy(d => d.File))
            {
                account.Find(Carrying.Supported, $"note label {label.Key} in several files", other.Line.At(0, other.Line.Text.IndexOf(':', StringComparison.Ordinal)), "a note of its file");
                account.Tell(Problems.NoteLabelsCollide(label.Key, other.Line.At(0, label.Key.Length + 4), first.Line.At()));
            }
        }
    }

    /// <summary>The notes of each mark: one of its own file; of several of the same label the first for the first mark, and so on, the rest for the last, so that none is lost.</summary>
    private static Dictionary<Mark, ImmutableArray<Definition>> Paired(List<Definition> definitions, List<Mark> marks, TranslationAccount account)
    {
        Dictionary<Mark, ImmutableArray<Definition>> notes = [];
        ILookup<(string File, string Label), Definition> own = definitions.ToLookup(d => (d.File, d.Label));
        Dictionary<string, Definition> last = [];
        foreach (Definition definition in definitions) last[definition.Label] = definition;
        foreach (IGrouping<(string File, string Label), Mark> group in marks.GroupBy(m => (m.File, m.Label)))
        {
            ImmutableArray<Definition> here = [.. own[group.Key]];
            ImmutableArray<Mark> all = [.. group];
            if (here.Length > 1) account.Tell(Problems.NoteLabelTwice(group.Key.Label, here[1].Line.At(0, group.Key.Label.Length + 4), here[0].Line.Line));
            for (int i = 0; i < all.Length; i++)
                notes[all[i]] = here.Length switch
                {
                    0 => last.TryGetValue(group.Key.Label, out Definition? other) ? [other] : [],
                    1 => [here[0]],
                    _ when i == all.Length - 1 && here.Length > all.Length => here[i..],
                    _ => [here[Math.Min(i, here.Length - 1)]],
                };
        }
        return notes;
    }

    private static BookChapter Settled(ImmutableArray<BookChapter> chapters, int index, List<Definition> definitions, List<Mark> marks, Dictionary<Mark, ImmutableArray<Definition>> notes,
        HashSet<Definition> used, TranslationAccount account)
    {
        BookChapter chapter = chapters[index];
        ImmutableArray<Mark> own = [.. marks.Where(m => m.Chapter == index)];
        ImmutableArray<Definition> needed = [.. own.SelectMany(m => notes[m]).Distinct()];
        ImmutableArray<Definition> here = [.. definitions.Where(d => d.Chapter == index)];
        Dictionary<Definition, string> names = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Definition definition in here.Where(needed.Contains).Concat(needed.Where(d => d.Chapter != index)).Concat(here.Where(d => !used.Contains(d))))
        {
            string name = definition.Label;
            for (int i = 2; !taken.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{definition.Label}-{i}");
            names.Add(definition, name);
        }

        List<SourceLine> lines = [.. chapter.Lines];
        foreach (Mark mark in own.OrderByDescending(m => m.Line).ThenByDescending(m => m.Column))
        {
            string text = lines[mark.Line].Text;
            string written = $"[^{mark.Label}]";
            string becomes = notes[mark].IsEmpty ? "\\" + written : string.Concat(notes[mark].Select(d => $"[^{names[d]}]"));
            if (notes[mark].IsEmpty) account.Tell(Problems.NoteMissing(mark.Label, chapter.Lines[mark.Line].At(mark.Column, written.Length)));
            if (becomes != written) lines[mark.Line] = lines[mark.Line].With(text[..mark.Column] + becomes + text[(mark.Column + written.Length)..]);
        }
        foreach (Definition definition in needed.Where(d => d.Chapter != index))
            account.Find(Carrying.Supported, $"note {definition.Label} of another chapter", definition.Line.At(), "a note of this chapter");
        foreach (Definition definition in here.OrderByDescending(d => d.Start))
            if (names.TryGetValue(definition, out string? name))
                lines[definition.Start] = Renamed(lines[definition.Start], definition.Label, name);
            else
                lines.RemoveRange(definition.Start, definition.End - definition.Start);
        return chapter with { Lines = [.. lines, .. needed.Where(d => d.Chapter != index).SelectMany(d => Brought(d, chapters[d.Chapter].Lines, names[d]))] };
    }

    private static IEnumerable<SourceLine> Brought(Definition definition, ImmutableArray<SourceLine> lines, string name) =>
        [definition.Line.With(""), Renamed(definition.Line, definition.Label, name), .. lines[(definition.Start + 1)..definition.End]];

    private static SourceLine Renamed(SourceLine line, string label, string name) =>
        label == name ? line : line.With(line.Text.Replace($"[^{label}]:", $"[^{name}]:", StringComparison.Ordinal));

    [GeneratedRegex(@"^ {0,3}\[\^([^\s\[\]^]+)\]:")]
    private static partial Regex Begin();

    [GeneratedRegex(@"(?<!\\)\[\^([^\s\[\]^]+)\](?!\()")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"^\s{0,3}(?:#{1,6}\s|`{3,}|~{3,}|:{3,}|>|[-*+]\s|\d+[.)]\s|\[\^|\||<(?:div|table|center|img|p)\b)")]
    private static partial Regex NewBlock();
}
