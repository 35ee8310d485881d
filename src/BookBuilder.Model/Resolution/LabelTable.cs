using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>What kind of thing a label names; it decides the word before its number.</summary>
internal enum LabelKind
{
    Part, Chapter, Appendix, Section, Figure, Table, Equation, Listing,
    Theorem, Lemma, Corollary, Proposition, Conjecture, Definition, Example, Exercise, Hypothesis,
    Other,
}

/// <summary>A thing that may be referred to.</summary>
/// <param name="Number">Null when it is not numbered.</param>
/// <param name="Title">Heading or caption, plain; empty when it has none.</param>
internal sealed record LabelledThing(string Label, LabelKind Kind, NodeId Id, string? Number, string Title, SourceSpan Span, bool IsAutomatic)
{
    /// <summary>The key of the chapter it stands in.</summary>
    public string Chapter => Id.Chapter;
}

/// <summary>All labels of the book. An author's label is unique in the book; one made of a heading's words only in its chapter.</summary>
internal sealed class LabelTable
{
    private readonly Dictionary<string, LabelledThing> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LabelledThing>> _automatic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LabelledThing> _chapterByPath = new(StringComparer.Ordinal);

    private readonly Guesses _guesses = new();

    /// <summary>Adds a thing; a second author's label of the same name is reported and does not count.</summary>
    public void Add(LabelledThing thing, DiagnosticSink sink)
    {
        if (thing.IsAutomatic)
        {
            if (!_automatic.TryGetValue(thing.Label, out List<LabelledThing>? list))
                _automatic[thing.Label] = list = [];
            list.Add(thing);
        }
        else if (!_own.TryAdd(thing.Label, thing))
        {
            sink.Report(Problems.DuplicateLabel(thing.Label, thing.Span, _own[thing.Label].Span));
        }
    }

    /// <summary>Whether an author gave something this label.</summary>
    public bool IsGiven(string label) => _own.ContainsKey(label);

    /// <summary>Adds the heading that a link to a chapter's file leads to.</summary>
    public void AddFile(string path, LabelledThing title) => _chapterByPath.TryAdd(path, title);

    /// <summary>The thing a file's link leads to, or null.</summary>
    public LabelledThing? File(string path) => _chapterByPath.GetValueOrDefault(path);

    /// <summary>The file of the book that a name probably means.</summary>
    public string? NearestFile(string path) => _guesses.Nearest(path, () => _chapterByPath.Keys);

    /// <summary>The thing that a label names as seen from a chapter; null when none does, or when it is not the only one.</summary>
    public LabelledThing? Known(string label, string chapter)
    {
        if (_own.TryGetValue(label, out LabelledThing? own)) return own;
        if (!_automatic.TryGetValue(label, out List<LabelledThing>? list)) return null;
        return list.Find(t => t.Chapter == chapter) ?? (list.Count == 1 ? list[0] : null);
    }

    /// <summary>The thing a label names as seen from a chapter: an author's label first, then the chapter's own headings, then any.</summary>
    /// <param name="label">The label.</param>
    /// <param name="chapter">The chapter the reference stands in, or the one it names.</param>
    /// <param name="span">Where the reference stands.</param>
    /// <param name="sink">Where an unknown or ambiguous label is reported.</param>
    public LabelledThing? Find(string label, string chapter, SourceSpan span, DiagnosticSink sink)
    {
        if (Known(label, chapter) is { } thing) return thing;
        if (_automatic.TryGetValue(label, out List<LabelledThing>? list))
        {
            sink.Report(Problems.AmbiguousLabel(label, span, list.Select(t => t.Chapter).Distinct()));
            return list[0];
        }
        sink.Report(Problems.UnknownLabel(label, span, _guesses.Nearest(label, () => _own.Keys.Concat(_automatic.Keys))));
        return null;
    }
}
