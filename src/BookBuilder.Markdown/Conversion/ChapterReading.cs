using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Markdown.Syntax;

namespace BookBuilder.Markdown.Conversion;

/// <summary>What is known and collected while one chapter is converted.</summary>
internal sealed class ChapterReading(ChapterSource source, string text)
{
    /// <summary>The file.</summary>
    public ChapterSource Source { get; } = source;
    /// <summary>Its text as it was parsed; offsets point into it.</summary>
    public string Text { get; } = text;
    /// <summary>Places in it.</summary>
    public SourceMap Map { get; } = new(source.Path, text);
    /// <summary>What is said about it.</summary>
    public DiagnosticSink Said { get; } = new();
    /// <summary>The notes it defines, the first of each label.</summary>
    public Dictionary<string, NoteDefinitionBlock> Defined { get; } = new(StringComparer.Ordinal);
    /// <summary>The labels of the notes that have a mark.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);
    /// <summary>The notes written in the text itself.</summary>
    public List<NoteDefinition> InlineNotes { get; } = [];
    /// <summary>What the author probably meant.</summary>
    public Guesses Guesses { get; } = new();
    /// <summary>The comments that silence messages.</summary>
    public List<Silence> Silences { get; } = [];
    /// <summary>The parser's block that is being read; null before the first.</summary>
    public Markdig.Syntax.Block? At { get; set; }
    /// <summary>Whether too deep a nesting was reported; once is enough.</summary>
    public bool SaidTooDeep { get; set; }

    /// <summary>The label of the next note written in the text: it begins with a space, which no author's label can.</summary>
    public string NextInlineNoteLabel() => $" {InlineNotes.Count + 1}";
}
