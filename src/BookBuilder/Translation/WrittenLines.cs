using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Keeps places within the lines that their author wrote: a line that was told again may be longer than it was.</summary>
/// <param name="files">The source.</param>
internal sealed class WrittenLines(IBookFiles files)
{
    private readonly Dictionary<string, ImmutableArray<SourceLine>?> _lines = new(StringComparer.Ordinal);

    /// <summary>What was said of a book and found in it, at places that are there.</summary>
    public TranslatedBook Within(TranslatedBook book) => book with
    {
        Diagnostics = [.. book.Diagnostics.Select(d => d with { Span = Within(d.Span) })],
        Findings = [.. book.Findings.Select(f => f with { Span = Within(f.Span) })],
    };

    /// <summary>The nearest place that is there; unchanged in a file that nobody wrote.</summary>
    public SourceSpan Within(SourceSpan span)
    {
        if (span.Path.Length == 0) return span;
        if (!_lines.TryGetValue(span.Path, out ImmutableArray<SourceLine>? lines)) _lines[span.Path] = lines = SourceText.TryLines(files, span.Path);
        return lines is [_, ..] written ? new SourceSpan(span.Path, Within(span.Start, written), Within(span.End, written)) : span;
    }

    private static SourcePosition Within(SourcePosition at, ImmutableArray<SourceLine> lines)
    {
        int line = Math.Clamp(at.Line, 1, lines.Length);
        return new SourcePosition(line, Math.Clamp(at.Column, 1, lines[line - 1].Text.Length + 1));
    }
}
