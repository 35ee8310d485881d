using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Keeps files that include files from going on without end: none is opened within itself, none more than ten deep, and a book takes in only so many lines.</summary>
/// <param name="said">Told of each include that is refused, once for each place.</param>
/// <param name="limit">The most lines that a book takes in: a hundred times a long book's. Very long lines count for several.</param>
internal sealed class Includes(DiagnosticSink said, int limit = 300_000)
{
    /// <summary>mdBook's own limit.</summary>
    private const int Deepest = 10;

    /// <summary>How many characters count for a line.</summary>
    private const int LongLine = 1000;

    private readonly List<string> _open = [];
    private readonly HashSet<(SourceSpan, string)> _refused = [];
    private long _taken;

    /// <summary>A file's lines with what they include; null, and a report, when it is not to be included or cannot be read.</summary>
    /// <param name="path">The file, or the part of it, as a name of its own.</param>
    /// <param name="from">The file that includes it.</param>
    /// <param name="written">The file as its author wrote it.</param>
    /// <param name="span">Where.</param>
    /// <param name="read">Reads the lines; null, and a report of its own, when it cannot.</param>
    /// <param name="tell">Puts in place what the lines include.</param>
    public ImmutableArray<SourceLine>? Put(string path, string from, string written, SourceSpan span, Func<ImmutableArray<SourceLine>?> read,
        Func<ImmutableArray<SourceLine>, ImmutableArray<SourceLine>> tell)
    {
        Diagnostic? wrong = path == from || _open.Contains(path) ? Problems.IncludeInCircle(written, span)
            : _open.Count >= Deepest ? Problems.IncludeTooDeep(written, Deepest, span)
            : _taken >= limit ? Problems.IncludedTooMuch(written, limit, span) : null;
        if (wrong is not null)
        {
            if (_refused.Add((span, path))) said.Report(wrong);
            return null;
        }
        if (read() is not { } lines) return null;
        // A file without lines has been opened, too.
        _taken += 1 + lines.Sum(l => 1L + l.Text.Length / LongLine);
        _open.Add(path);
        lines = tell(lines);
        _open.RemoveAt(_open.Count - 1);
        return lines;
    }
}
