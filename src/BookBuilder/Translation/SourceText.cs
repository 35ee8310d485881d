using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Translation;

/// <summary>Reads the text files of a book in another tool's form.</summary>
internal static class SourceText
{
    /// <summary>The most bytes of a text that is read.</summary>
    public const long Limit = 16 << 20;

    /// <summary>A file's lines; null when there is none, which is not told.</summary>
    public static ImmutableArray<SourceLine>? TryLines(IBookFiles files, string path) =>
        TryText(files, path) is { } text ? SourceLine.Cut(text, path) : null;

    /// <summary>A file's text; null when there is none, which is not told.</summary>
    public static string? TryText(IBookFiles files, string path) =>
        files.Read(path, Limit) is FileFound found ? Printable(FileReading.Text(found.Data, path, new DiagnosticSink())) : null;

    /// <summary>A file's lines; none, and a report where it is named, when it cannot be read. What is no UTF-8 is told as well.</summary>
    public static ImmutableArray<SourceLine>? Lines(IBookFiles files, string path, SourceSpan mention, DiagnosticSink said) =>
        FileReading.Bytes(files, path, Limit, mention, said) is { } data ? SourceLine.Cut(Printable(FileReading.Text(data, path, said)), path) : null;

    // U+0000 is no character of a text (CommonMark 0.31, 2.3).
    private static string Printable(string text) => text.Replace('\0', '\ufffd');
}
