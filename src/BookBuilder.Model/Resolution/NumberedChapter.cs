using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

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
}

/// <summary>A note with its number, and its first mark's name.</summary>
internal sealed record NumberedNote(NodeId Id, string Label, string Mark, NodeId FirstMark, NoteDefinition Source, ImmutableArray<Block> Content);

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
    /// <summary>Numbered figures in order.</summary>
    public List<(NodeId Id, string Number, ImmutableArray<Inline> Caption, Diagnostics.SourceSpan Span)> Figures { get; } = [];
    /// <summary>Numbered tables in order.</summary>
    public List<(NodeId Id, string Number, ImmutableArray<Inline> Caption, Diagnostics.SourceSpan Span)> Tables { get; } = [];
}

/// <summary>Gives anchors: letters, digits and hyphens, beginning with a letter, each once in the book.</summary>
internal sealed class AnchorNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    // The last number given to a name: ten thousand labels of one name ask for each number once.
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>The anchor of each node that has one.</summary>
    public Dictionary<NodeId, string> ByNode { get; } = [];

    /// <summary>Gives a node an anchor like the one wished for.</summary>
    public void Add(NodeId node, string wish)
    {
        string clean = string.Concat(wish.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        if (clean.Length == 0 || !char.IsAsciiLetter(clean[0])) clean = "x-" + clean;
        string anchor = clean;
        int number = _last.GetValueOrDefault(clean, 1);
        while (!_taken.Add(anchor))
            anchor = $"{clean}-{Numerals.Arabic(++number)}";
        _last[clean] = number;
        ByNode[node] = anchor;
    }
}
