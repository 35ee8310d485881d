using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>The notes of a text in several files, in which a mark may find its note anywhere; each chapter is given those it marks.</summary>
/// <remarks>A mark takes the note of its own file first. Where two files define one label, their own tool prints one of the two twice: here each keeps its own, and it is told.</remarks>
internal sealed partial class GlobalNotes
{
    private sealed record Note(string Label, ImmutableArray<SourceLine> Lines)
    {
        public string Path => Lines[0].Path;
        public bool IsPrinted { get; set; }
    }

    private readonly List<Note> _notes = [];
    private readonly Dictionary<(string Path, string Label), int> _marks = [];

    /// <summary>Takes the notes out of a text.</summary>
    public ImmutableArray<SourceLine> Take(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        var rest = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!isText[i] || Definition().Match(lines[i].Text) is not { Success: true } definition)
            {
                rest.Add(lines[i]);
                continue;
            }
            int end = i + 1, last = i;
            while (end < lines.Length)
            {
                bool isLazy = !lines[end].IsBlank && !lines[end - 1].IsBlank && !Definition().IsMatch(lines[end].Text) && !Block().IsMatch(lines[end].Text);
                if (!lines[end].IsBlank && !isLazy && RunningText.Indent(lines[end].Text) < 4) break;
                if (!lines[end].IsBlank) last = end;
                end++;
            }
            string label = definition.Groups[1].Value;
            var note = new Note(label, lines[i..(last + 1)]);
            if (_notes.Find(n => n.Label == label && n.Path == note.Path) is { } same)
                log.Said.Report(Problems.NoteLabelTwice(label, lines[i].At(0, definition.Length), same.Lines[0].Line));
            else if (_notes.Find(n => n.Label == label) is { } first)
                log.Said.Report(Problems.CollidedNote(label, lines[i].At(0, definition.Length), first.Lines[0].At()));
            _notes.Add(note);
            rest.Add(lines[i].With(""));
            i = last;
        }
        return rest.ToImmutable();
    }

    /// <summary>A chapter with the notes it marks at its end.</summary>
    public ImmutableArray<SourceLine> Give(ImmutableArray<SourceLine> chapter, TranslationAccount log)
    {
        if (_notes.Count == 0) return chapter;
        var told = ImmutableArray.CreateBuilder<SourceLine>(chapter.Length);
        var given = new Dictionary<string, Note>(StringComparer.Ordinal);
        bool[] isText = RunningText.Find(chapter);
        var queue = new Queue<Note>();
        for (int i = 0; i < chapter.Length; i++)
            told.Add(isText[i] ? chapter[i].With(Marked(chapter[i], given, queue, log)) : chapter[i]);
        while (queue.TryDequeue(out Note? note))
        {
            string label = given.First(g => g.Value == note).Key;
            told.Add(note.Lines[0].With(""));
            for (int i = 0; i < note.Lines.Length; i++)
            {
                string text = note.Lines[i].Text;
                if (i == 0) text = $"[^{label}]:" + Marked(note.Lines[0].With(text[(text.IndexOf("]:", StringComparison.Ordinal) + 2)..]), given, queue, log);
                else text = Marked(note.Lines[i].With(text), given, queue, log);
                told.Add(note.Lines[i].With(text));
            }
        }
        return told.ToImmutable();
    }

    /// <summary>The notes that no chapter marked: they go where their own reader will complain of them.</summary>
    /// <param name="path">The file they stand in.</param>
    /// <param name="chapter">The chapter that is given them; none of them takes the label of a note that it has.</param>
    public ImmutableArray<SourceLine> Left(string path, ImmutableArray<SourceLine> chapter)
    {
        Dictionary<string, Note> taken = new(StringComparer.Ordinal);
        foreach (SourceLine line in chapter)
            if (Definition().Match(line.Text) is { Success: true } m) taken.TryAdd(m.Groups[1].Value, new Note(m.Groups[1].Value, [line]));
        var left = ImmutableArray.CreateBuilder<SourceLine>();
        foreach (Note note in _notes.Where(n => !n.IsPrinted && n.Path == path))
        {
            string name = Fresh(note.Label, taken), first = note.Lines[0].Text;
            taken.Add(name, note);
            left.AddRange(note.Lines[0].With(""), note.Lines[0].With($"[^{name}]{first[(first.IndexOf(']', StringComparison.Ordinal) + 1)..]}"));
            left.AddRange(note.Lines.Skip(1));
        }
        return left.ToImmutable();
    }

    private string Marked(SourceLine line, Dictionary<string, Note> given, Queue<Note> queue, TranslationAccount log) =>
        CodeSpans.Replace(line.Text, Mark(), m =>
        {
            string label = m.Groups[1].Value;
            // Several notes of one label in one file are for its marks in their order, the last for all that are left.
            Note[] own = [.. _notes.Where(n => n.Label == label && n.Path == line.Path)];
            int count = _marks[(line.Path, label)] = _marks.GetValueOrDefault((line.Path, label)) + 1;
            if ((own.Length > 0 ? own[Math.Min(count, own.Length) - 1] : _notes.Find(n => n.Label == label)) is not { } note) return m.Value;
            string name = given.FirstOrDefault(g => g.Value == note).Key ?? Fresh(label, given);
            if (given.TryAdd(name, note))
            {
                queue.Enqueue(note);
                if (note.Path != line.Path) log.Said.Report(Problems.NoteOfOtherFile(label, note.Path, line.At(m.Index, m.Length)));
            }
            note.IsPrinted = true;
            return $"[^{name}]";
        });

    private static string Fresh(string label, Dictionary<string, Note> given)
    {
        string own = label;
        for (int i = 2; given.ContainsKey(own); i++) own = string.Create(CultureInfo.InvariantCulture, $"{label}-{i}");
        return own;
    }

    [GeneratedRegex(@"^ {0,3}\[\^([^\s\[\]^]+)\]:")]
    private static partial Regex Definition();

    // At the beginning of a line a colon after it makes it a note.
    [GeneratedRegex(@"(?<!\\)\[\^([^\s\[\]^]+)\](?!(?<=^[\s>*+-]*\[\^[^\[\]]+\]):)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s{0,3}(?:#{1,6}\s|:::|`{3}|~{3})")]
    private static partial Regex Block();
}
