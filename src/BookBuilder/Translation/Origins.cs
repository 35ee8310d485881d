using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Says of a place in a translated text where its author wrote it, so that every complaint names a line the author can find.</summary>
internal sealed class Origins
{
    private readonly FrozenDictionary<string, ImmutableArray<SourceLine>> _lines;
    private readonly WrittenLines _written;

    /// <summary>The origins of a book's lines.</summary>
    /// <param name="book">The translated book.</param>
    /// <param name="source">What it was made of.</param>
    public Origins(TranslatedBook book, IBookFiles source) =>
        (_lines, _written) = (book.Files.ToFrozenDictionary(f => f.Path, f => f.Lines, StringComparer.Ordinal), new WrittenLines(source));

    /// <summary>The same complaint at its place in the source.</summary>
    public Diagnostic Of(Diagnostic diagnostic) => diagnostic with { Span = Of(diagnostic.Span) };

    /// <summary>The place in the source; unchanged when the file was not translated, none when nobody wrote any line of it.</summary>
    /// <remarks>Columns are those of the translated line: exact wherever a line was not rewritten, near otherwise.</remarks>
    public SourceSpan Of(SourceSpan span)
    {
        if (!_lines.TryGetValue(span.Path, out ImmutableArray<SourceLine> lines) || lines.IsEmpty) return span;
        SourceLine start = Nearest(lines, span.Start.Line);
        SourceLine end = Nearest(lines, span.End.Line);
        if (start.Path.Length == 0) return SourceSpan.None;
        SourcePosition from = new(start.Line, span.Start.Column);
        SourcePosition to = end.Path == start.Path && end.Line >= start.Line ? new(end.Line, span.End.Column) : from;
        return _written.Within(new SourceSpan(start.Path, from, to));
    }

    /// <summary>The line, or the last one before it that somebody wrote; at the top of a file that has none, the first one after it.</summary>
    private static SourceLine Nearest(ImmutableArray<SourceLine> lines, int line)
    {
        int at = Math.Clamp(line - 1, 0, lines.Length - 1);
        while (at > 0 && lines[at].Path.Length == 0) at--;
        while (at < lines.Length - 1 && lines[at].Path.Length == 0) at++;
        return lines[at];
    }
}
