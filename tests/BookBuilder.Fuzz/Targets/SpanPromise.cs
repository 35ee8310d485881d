using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Fuzz.Targets;

/// <summary>Every complaint has its place within the file it names.</summary>
internal static class SpanPromise
{
    /// <summary>Checks complaints about one text.</summary>
    public static void Check(IEnumerable<Diagnostic> diagnostics, string path, string text) =>
        Check(diagnostics, name => name == path ? text : null, mayBePlaceless: false);

    /// <summary>Checks complaints about files.</summary>
    /// <param name="diagnostics">What was said.</param>
    /// <param name="textOf">The text of a file; null when there is no such file.</param>
    /// <param name="mayBePlaceless">Whether something may be said about the whole.</param>
    public static void Check(IEnumerable<Diagnostic> diagnostics, Func<string, string?> textOf, bool mayBePlaceless)
    {
        foreach (Diagnostic said in diagnostics)
        {
            if (said.Message.Length == 0) throw new BrokenPromiseException("a complaint says something", said.ToString());
            Check(said, textOf, mayBePlaceless);
        }
    }

    private static void Check(Diagnostic said, Func<string, string?> textOf, bool mayBePlaceless)
    {
        SourceSpan span = said.Span;
        if (span == SourceSpan.None && mayBePlaceless) return;
        string promise = $"{said.Code} has its place in the file";
        if (mayBePlaceless && span == SourceSpan.OfFile(span.Path)) return;
        string text = textOf(span.Path) ?? throw new BrokenPromiseException(promise, $"there is no file '{span.Path}': {said.Message}");
        if (span == SourceSpan.OfFile(span.Path)) return;
        string[] lines = Narrow(text), wide = [.. lines.SelectMany(static l => l.Split(['\u0085', '\u2028', '\u2029']))];
        if (!(IsIn(span.Start, lines) && IsIn(span.End, lines) || IsIn(span.Start, wide) && IsIn(span.End, wide)))
            throw new BrokenPromiseException(promise, $"{span.Start.Line}:{span.Start.Column} to {span.End.Line}:{span.End.Column} of {lines.Length} lines: {said.Message}");
        if ((span.End.Line, span.End.Column).CompareTo((span.Start.Line, span.Start.Column)) < 0)
            throw new BrokenPromiseException($"{said.Code} ends behind its beginning", $"{span.Start} to {span.End}: {said.Message}");
    }

    /// <summary>The lines as editors count them. YAML counts the separators of Unicode as well.</summary>
    private static string[] Narrow(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static bool IsIn(SourcePosition at, string[] lines) =>
        at.Line >= 1 && at.Column >= 1 && at.Line <= lines.Length && at.Column <= lines[at.Line - 1].Length + 2;
}
