using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>A line of text that knows where its author wrote it, however often it is rewritten on the way.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="Path">The file it comes from, relative to the book's root; empty when no file holds it.</param>
/// <param name="Line">The line's number in that file, from 1.</param>
internal readonly record struct SourceLine(string Text, string Path, int Line)
{
    /// <summary>The place of one of its characters, as far as the line is as it was written.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="length">How many UTF-16 units.</param>
    public SourceSpan At(int column = 0, int length = 0) =>
        Path.Length == 0 ? SourceSpan.None : new(Path, new(Line, column + 1), new(Line, column + length + 1));

    /// <summary>Other text in its place.</summary>
    public SourceLine With(string text) => this with { Text = text };

    /// <summary>Whether it holds nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Cuts a file's text into its lines; CR LF and a lone CR end lines as LF does.</summary>
    public static ImmutableArray<SourceLine> Cut(string text, string path)
    {
        string[] lines = LineFeeds.Only(text).Split('\n');
        int count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        var cut = ImmutableArray.CreateBuilder<SourceLine>(count);
        for (int i = 0; i < count; i++) cut.Add(new SourceLine(lines[i], path, i + 1));
        return cut.MoveToImmutable();
    }
}
