using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Properties;

/// <summary>Whether complaints have their places in the text they are about.</summary>
internal static class InFile
{
    public static void AssertPlaced(IEnumerable<Diagnostic> diagnostics, string path, string text)
    {
        // Editors end lines at line feeds; YAML at a few more.
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        string[] wide = [.. lines.SelectMany(static l => l.Split('\u0085', '\u2028', '\u2029'))];
        foreach (Diagnostic said in diagnostics)
        {
            Assert.Equal(path, said.Span.Path);
            Assert.True(IsIn(said.Span, lines) || IsIn(said.Span, wide), $"{said.Code} at {said.Span.Start.Line}:{said.Span.Start.Column} to {said.Span.End.Line}:{said.Span.End.Column} of {lines.Length} lines: {said.Message}");
            Assert.True((said.Span.Start.Line, said.Span.Start.Column).CompareTo((said.Span.End.Line, said.Span.End.Column)) <= 0, $"{said.Code}: {said.Span}");
        }
    }

    private static bool IsIn(SourceSpan span, string[] lines) => IsIn(span.Start, lines) && IsIn(span.End, lines);

    private static bool IsIn(SourcePosition at, string[] lines) => at.Line >= 1 && at.Column >= 1 && at.Line <= lines.Length && at.Column <= lines[at.Line - 1].Length + 2;
}
