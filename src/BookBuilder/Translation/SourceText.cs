using System.Collections.Immutable;
using System.Text;
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
        files.Read(path, Limit) is FileFound found ? SourceLine.Cut(Decoded(found.Data), path) : null;

    /// <summary>A file's text; null when there is none, which is not told.</summary>
    public static string? TryText(IBookFiles files, string path) =>
        files.Read(path, Limit) is FileFound found ? Decoded(found.Data) : null;

    /// <summary>A file's lines; none, and a report where it is named, when it cannot be read.</summary>
    public static ImmutableArray<SourceLine>? Lines(IBookFiles files, string path, SourceSpan mention, DiagnosticSink said)
    {
        FileRead read = files.Read(path, Limit);
        switch (read)
        {
            case FileFound found: return SourceLine.Cut(Decoded(found.Data), path);
            case FileOutside: said.Report(Problems.FileOutside(path, mention)); break;
            case FileTooLarge large: said.Report(Problems.FileTooLarge(path, large.Size, Limit, mention)); break;
            case FileUnreadable unreadable: said.Report(Problems.FileUnreadable(path, unreadable.Reason, mention)); break;
            default: said.Report(Problems.FileMissing(path, mention, Spelling.Nearest(path, files.List()))); break;
        }
        return null;
    }

    // What is no UTF-8 becomes U+FFFD: seen on the page, and never a reason to stop.
    private static string Decoded(ReadOnlyMemory<byte> data)
    {
        ReadOnlySpan<byte> bytes = data.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        return Encoding.UTF8.GetString(bytes).Replace("\0", "\ufffd", StringComparison.Ordinal);
    }
}
