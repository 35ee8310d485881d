using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Parity.Readings;

/// <summary>Takes down what a section says while somebody goes through it: the model's tree, a tree of tags, a tree of elements.</summary>
/// <remarks>One of the three goes through notes where their marks are, one after the paragraph and one at the end: each note is therefore taken
/// down by itself, and all come after the text in the order of their beginnings.</remarks>
internal sealed class SectionReader
{
    // A bar over several letters is a sign in MathML and a rule in print.
    private const string Bar = "\u00AF";

    private readonly Flow _body = new();
    private readonly List<Flow> _notes = [];
    private readonly Stack<Flow> _suspended = new();
    private Flow _now;

    public SectionReader() => _now = _body;

    /// <summary>Takes words down.</summary>
    public void Say(ReadOnlySpan<char> words) => ComparedText.Append(_now.Text, words);

    /// <summary>Begins a passage: what is said until its end belongs to it.</summary>
    public void Begin(PassageKind kind, string target = "", SourceSpan? place = null)
    {
        if (kind == PassageKind.Link && _now.Paused is { } link && link.Target == target && link.Reach == _now.Text.Length)
        {
            // A link paused for the mark of a note, because links hold no links in XHTML: it goes on.
            _now.Open.Push(link);
            _now.Paused = null;
            return;
        }
        _now.Passages.Add(null);
        _now.Open.Push(new Begun(kind, target, place ?? SourceSpan.None, _now.Passages.Count - 1, _now.Text.Length));
    }

    /// <summary>Ends the passage that was begun last.</summary>
    public void End()
    {
        Begun begun = _now.Open.Pop();
        string text = begun.Without(_now.Text);
        _now.Passages[begun.Index] = text.Length == 0 ? null : new Passage(begun.Kind, text, begun.Target, begun.Place);
        if (begun.Kind == PassageKind.Mark)
        {
            foreach (Begun around in _now.Open.Where(static o => o.Kind == PassageKind.Link)) around.Marks.Add((begun.Start, _now.Text.Length));
            if (_now.Paused is { } link && link.Reach == begun.Start)
            {
                link.Marks.Add((begun.Start, _now.Text.Length));
                link.Reach = _now.Text.Length;
            }
        }
        else if (begun.Kind == PassageKind.Link)
        {
            begun.Reach = _now.Text.Length;
            _now.Paused = begun;
        }
    }

    /// <summary>Takes down a formula: its words, and its signs as they are written. Without signs, a space, it is none.</summary>
    public void TellFormula(string words, string symbols, SourceSpan? place = null)
    {
        symbols = ComparedText.Of(symbols).Replace(Bar, "", StringComparison.Ordinal);
        if (symbols.Length == 0) return;
        Tell(PassageKind.Formula, words, place);
        _now.Passages.Add(new Passage(PassageKind.Symbols, symbols, "", place ?? SourceSpan.None));
    }

    /// <summary>Takes down what is said in the place of a picture or formula; nothing for one that says nothing.</summary>
    public void Tell(PassageKind kind, string words, SourceSpan? place = null)
    {
        if (words.Length == 0) return;
        _now.Passages.Add(new Passage(kind, ComparedText.Of(words), "", place ?? SourceSpan.None));
        _now.Text.Append(ComparedText.Thing);
    }

    /// <summary>Takes down again what another reader took down.</summary>
    /// <param name="said">What that was.</param>
    /// <param name="length">How much of its text.</param>
    public void Repeat(SectionReading said, int length)
    {
        _now.Text.Append(said.Text, 0, length);
        _now.Passages.AddRange(said.Passages);
    }

    /// <summary>Begins a note: what is said until its end is no part of what surrounds it.</summary>
    public void BeginNote(SourceSpan? place = null)
    {
        _suspended.Push(_now);
        _notes.Add(_now = new Flow());
        Begin(PassageKind.Note, "", place);
    }

    /// <summary>Ends the note.</summary>
    public void EndNote()
    {
        End();
        _now = _suspended.Pop();
    }

    /// <summary>Says where the author wrote what comes next.</summary>
    public void At(SourceSpan place)
    {
        if (place != SourceSpan.None) _now.Places.Add((_now.Text.Length, place));
    }

    /// <summary>All that was taken down.</summary>
    public SectionReading Finish(string key)
    {
        List<(int Offset, SourceSpan Place)> places = [.. _body.Places];
        foreach (Flow note in _notes)
        {
            places.AddRange(note.Places.Select(p => (p.Offset + _body.Text.Length, p.Place)));
            _body.Text.Append(note.Text);
        }
        return new(key, _body.Text.ToString(), [.. _notes.Prepend(_body).SelectMany(static f => f.Passages).OfType<Passage>()]) { Places = [.. places] };
    }

    private sealed class Flow
    {
        public StringBuilder Text { get; } = new();
        /// <summary>In the order of their beginnings; null until the end, and for those that turn out empty.</summary>
        public List<Passage?> Passages { get; } = [];
        public Stack<Begun> Open { get; } = new();
        public List<(int Offset, SourceSpan Place)> Places { get; } = [];
        /// <summary>The link that ended last.</summary>
        public Begun? Paused { get; set; }
    }

    private sealed class Begun(PassageKind kind, string target, SourceSpan place, int index, int start)
    {
        public PassageKind Kind => kind;
        public string Target => target;
        public SourceSpan Place => place;
        public int Index => index;
        public int Start => start;
        /// <summary>Where it ended, and where marks that followed it at once ended.</summary>
        public int Reach { get; set; }
        /// <summary>Marks of notes within it, which are not its words.</summary>
        public List<(int Start, int End)> Marks { get; } = [];

        public string Without(StringBuilder text)
        {
            StringBuilder own = new();
            int at = start;
            foreach ((int from, int to) in Marks)
            {
                own.Append(text, at, from - at);
                at = to;
            }
            return own.Append(text, at, text.Length - at).ToString();
        }
    }
}
