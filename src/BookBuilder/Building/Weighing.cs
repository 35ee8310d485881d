using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Building;

/// <summary>What was said once its author and the caller have been heard: what is told, and what is not.</summary>
/// <param name="Told">What is told; warnings that count as errors are errors.</param>
/// <param name="Suppressed">What is not.</param>
/// <param name="Idle">The comments, each with a code that it silences in vain.</param>
internal sealed record WeighedDiagnostics(ImmutableArray<Diagnostic> Told, ImmutableArray<SuppressedDiagnostic> Suppressed, ImmutableArray<(Silence Silence, CodePattern Code)> Idle);

/// <summary>Weighs what was said: silences what need not be told, and makes errors of the warnings that count as such. Errors are always told.</summary>
internal sealed record Weighing
{
    /// <summary>The comments in the text.</summary>
    public ImmutableArray<Silence> Silences { get; init; } = [];
    /// <summary>What book.yml silences in the whole book.</summary>
    public ImmutableArray<Silence> Ignored { get; init; } = [];
    /// <summary>What the caller silences in the whole book.</summary>
    public ImmutableArray<CodePattern> IgnoredByCaller { get; init; } = [];
    /// <summary>The warnings that count as errors.</summary>
    public ImmutableArray<CodePattern> Errors { get; init; } = [];

    /// <summary>Weighs what was said, each at its place in the author's files.</summary>
    public WeighedDiagnostics Weigh(IEnumerable<Diagnostic> said)
    {
        Diagnostic[] all = [.. said];
        SilencedLine?[] silenced = SilencedBy(all, out List<SilencedLine> lines);
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        var suppressed = ImmutableArray.CreateBuilder<SuppressedDiagnostic>();
        for (int i = 0; i < all.Length; i++)
        {
            Diagnostic diagnostic = all[i];
            if (diagnostic.Severity == Severity.Error) told.Add(diagnostic);
            else if (silenced[i] is { } line) suppressed.Add(new(diagnostic, line.Silence.Place, IsInSource: true, line.Silence.Reason));
            else if (Ignored.FirstOrDefault(s => s.Codes.Any(c => c.Covers(diagnostic.Code))) is { } ignored) suppressed.Add(new(diagnostic, ignored.Place, IsInSource: false, ignored.Reason));
            else if (IgnoredByCaller.Any(c => c.Covers(diagnostic.Code))) suppressed.Add(new(diagnostic, SourceSpan.None, IsInSource: false, ""));
            else told.Add(CountsAsError(diagnostic) ? Problems.AsError(diagnostic) : diagnostic);
        }
        return new(told.ToImmutable(), suppressed.ToImmutable(), [.. lines.Where(static l => !l.WasNeeded).Select(static l => (l.Silence, l.Code))]);
    }

    // A remark counts as an error only where its own code is named: nobody who asks for all warnings means the remarks.
    private bool CountsAsError(Diagnostic diagnostic) =>
        Errors.Any(c => c.Covers(diagnostic.Code) && (diagnostic.Severity == Severity.Warning || c.IsOne));

    /// <summary>By which comment each was silenced. One pass over each file, as both the comments and what they silence may be many.</summary>
    private SilencedLine?[] SilencedBy(Diagnostic[] said, out List<SilencedLine> lines)
    {
        var by = new SilencedLine?[said.Length];
        lines = [.. Silences.SelectMany(static s => s.Codes.Select(c => new SilencedLine(s, c)))];
        ILookup<string, SilencedLine> ofFile = lines.ToLookup(static l => l.Silence.Place.Path, StringComparer.Ordinal);
        foreach (IGrouping<string, int> file in Enumerable.Range(0, said.Length).Where(i => said[i].Severity != Severity.Error).GroupBy(i => said[i].Span.Path, StringComparer.Ordinal))
        {
            // Of comments about the same lines the first speaks for all.
            Queue<SilencedLine> coming = new(ofFile[file.Key].DistinctBy(static l => (l.First, l.Last, l.Code.Written)).OrderBy(static l => l.First));
            if (coming.Count == 0) continue;
            List<SilencedLine> open = [];
            foreach (int i in file.OrderBy(i => said[i].Span.Start.Line))
            {
                int line = said[i].Span.Start.Line;
                while (coming.TryPeek(out SilencedLine? next) && next.First <= line) open.Add(coming.Dequeue());
                open.RemoveAll(l => l.Last < line);
                // The innermost is the one that was meant.
                by[i] = open.FindLast(l => l.Code.Covers(said[i].Code));
                if (by[i] is { } found) found.WasNeeded = true;
            }
        }
        return by;
    }

    /// <summary>A code of a comment, with the lines it is about.</summary>
    private sealed class SilencedLine(Silence silence, CodePattern code)
    {
        public Silence Silence { get; } = silence;
        public CodePattern Code { get; } = code;
        public int First { get; } = silence.Scope?.Start.Line ?? 0;
        public int Last { get; } = silence.Scope?.End.Line ?? int.MaxValue;
        public bool WasNeeded { get; set; }
    }
}
