using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>A chapter whose nodes have names and numbers, but whose references are still as written.</summary>
/// <param name="Source">The author's chapter.</param>
/// <param name="Id">The section as a whole.</param>
/// <param name="Role">What it is.</param>
/// <param name="Label">Its number; null when it has none.</param>
/// <param name="Title">Its first heading of level 1; null when it has none.</param>
/// <param name="Content">Its blocks, named.</param>
/// <param name="Notes">Its notes in the order of their first marks, named.</param>
/// <param name="LastOrdinal">The last name given.</param>
internal sealed record NumberedChapter(
    Chapter Source, NodeId Id, SectionRole Role, NumberLabel? Label, Heading? Title,
    ImmutableArray<Block> Content, ImmutableArray<NumberedNote> Notes, int LastOrdinal)
{
    /// <summary>Its headings in order, the title first.</summary>
    public required ImmutableArray<Heading> Headings { get; init; }
    /// <summary>Its numbered figures in order.</summary>
    public required ImmutableArray<NumberedFloat> Figures { get; init; }
    /// <summary>Its numbered tables in order.</summary>
    public required ImmutableArray<NumberedFloat> Tables { get; init; }
}

/// <summary>A note with its number, and its first mark's name.</summary>
internal sealed record NumberedNote(NodeId Id, string Label, string Mark, NodeId FirstMark, NoteDefinition Source, ImmutableArray<Block> Content)
{
    /// <summary>What its paragraphs say, as plain text.</summary>
    public string Words { get; } = string.Join(' ', Content.OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));
}

/// <summary>A numbered figure or table.</summary>
internal sealed record NumberedFloat(NodeId Id, string Number, ImmutableArray<Inline> Caption, SourceSpan Span)
{
    /// <summary>The caption as plain text.</summary>
    public string Words { get; } = PlainText.Of(Caption);
}

/// <summary>What counts on from chapter to chapter.</summary>
internal sealed class BookCounters
{
    public int Part, Chapter, Appendix;
    public int Notes;
    /// <summary>Figures, tables and equations outside numbered chapters.</summary>
    public Dictionary<LabelKind, int> Loose { get; private init; } = [];

    /// <summary>The same counts, to be counted on.</summary>
    public BookCounters Copy() => new() { Part = Part, Chapter = Chapter, Appendix = Appendix, Notes = Notes, Loose = new(Loose) };

    /// <summary>Writes all counts into the name of what depends on them.</summary>
    public StoredWriter Write(StoredWriter to)
    {
        to.Number(Part).Number(Chapter).Number(Appendix).Number(Notes);
        foreach ((LabelKind kind, int count) in Loose.Where(static l => l.Value > 0).OrderBy(static l => l.Key)) to.Number((int)kind).Number(count);
        return to;
    }

    /// <summary>Whether all counts are the same.</summary>
    public bool IsSameAs(BookCounters other) => (Part, Chapter, Appendix, Notes) == (other.Part, other.Chapter, other.Appendix, other.Notes)
        && Loose.Count == other.Loose.Count && Loose.All(kind => other.Loose.GetValueOrDefault(kind.Key) == kind.Value);
}

/// <summary>All that the numbering of one chapter found out; it depends on the chapter and on what was counted before it.</summary>
/// <param name="Chapter">The chapter, named and numbered.</param>
/// <param name="Before">What was counted before it.</param>
/// <param name="After">And after it.</param>
internal sealed record ChapterNumbers(NumberedChapter Chapter, BookCounters Before, BookCounters After)
{
    /// <summary>What has a label, in order.</summary>
    public required IReadOnlyList<LabelledThing> Things { get; init; }
    /// <summary>The heading that a link to its file leads to; null when it has none.</summary>
    public required LabelledThing? Title { get; init; }
    /// <summary>Number and name by node.</summary>
    public required IReadOnlyDictionary<NodeId, NumberLabel> Numbers { get; init; }
    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<Diagnostic> Said { get; init; }
    /// <summary>The anchors that its nodes would like to have, in order, clean already.</summary>
    public required IReadOnlyList<(NodeId Node, string Wish)> Wishes { get; init; }
}

/// <summary>All that numbering found out.</summary>
internal sealed class NumberedBook
{
    /// <summary>The chapters in order.</summary>
    public List<NumberedChapter> Chapters { get; } = [];
    /// <summary>Every label.</summary>
    public LabelTable Labels { get; } = new();
    /// <summary>Number and name by node.</summary>
    public Dictionary<NodeId, NumberLabel> Numbers { get; } = [];
    /// <summary>Anchors by node.</summary>
    public AnchorNames Anchors { get; } = new();
    /// <summary>The anchors of each chapter, in its order.</summary>
    public List<ImmutableArray<string>> AnchorsOfChapters { get; } = [];
    /// <summary>Numbered figures in order.</summary>
    public List<NumberedFloat> Figures { get; } = [];
    /// <summary>Numbered tables in order.</summary>
    public List<NumberedFloat> Tables { get; } = [];

    /// <summary>Takes the next chapter in.</summary>
    public void Add(ChapterNumbers chapter, DiagnosticSink sink)
    {
        Chapters.Add(chapter.Chapter);
        sink.Report(chapter.Said);
        foreach (LabelledThing thing in chapter.Things) Labels.Add(thing, sink);
        if (chapter.Title is { } title) Labels.AddFile(chapter.Chapter.Source.Path, title);
        foreach ((NodeId node, NumberLabel number) in chapter.Numbers) Numbers[node] = number;
        AnchorsOfChapters.Add([.. chapter.Wishes.Select(wish => Anchors.Give(wish.Node, wish.Wish))]);
        Figures.AddRange(chapter.Chapter.Figures);
        Tables.AddRange(chapter.Chapter.Tables);
    }
}

/// <summary>Gives out anchors that are unique in the book: letters, digits and hyphens, a letter first.</summary>
internal sealed class AnchorNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    // The last number given to a name: ten thousand labels of one name ask for each number once.
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>The anchor of each node that has one.</summary>
    public Dictionary<NodeId, string> ByNode { get; } = [];

    /// <summary>Gives a node an anchor like the one wished for.</summary>
    public void Add(NodeId node, string wish) => Give(node, Clean(wish));

    /// <summary>Gives a node an anchor like a clean one.</summary>
    public string Give(NodeId node, string clean)
    {
        string anchor = clean;
        int number = _last.GetValueOrDefault(clean, 1);
        while (!_taken.Add(anchor))
            anchor = $"{clean}-{Numerals.Arabic(++number)}";
        _last[clean] = number;
        return ByNode[node] = anchor;
    }

    /// <summary>What an anchor may be made of a wish.</summary>
    public static string Clean(string wish)
    {
        string clean = string.Concat(wish.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return clean.Length == 0 || !char.IsAsciiLetter(clean[0]) ? "x-" + clean : clean;
    }
}
