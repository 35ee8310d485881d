using System.Text;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Files;

/// <summary>Reads files and says what is wrong with them where they are named.</summary>
internal static class FileReading
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file's bytes, or null and a report.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <param name="mention">Where it is named.</param>
    /// <param name="sink">For the report.</param>
    /// <param name="limitName">What the limit is called; null when nobody can move it.</param>
    public static ReadOnlyMemory<byte>? Bytes(IBookFiles files, string path, long limit, SourceSpan mention, DiagnosticSink sink, string? limitName = null)
    {
        FileRead read = files.Read(path, limit);
        if (read is FileFound found) return found.Data;
        sink.Report(Problem(files, read, path, limit, mention, limitName));
        return null;
    }

    /// <summary>What to say of a file that was not read.</summary>
    public static Diagnostic Problem(IBookFiles files, FileRead read, string path, long limit, SourceSpan mention, string? limitName = null, Guesses? guesses = null) => read switch
    {
        FileMissing => Missing(files, path, mention, guesses ?? new Guesses()),
        FileOutside => Problems.FileOutside(path, mention),
        FileTooLarge large => Problems.FileTooLarge(path, large.Size, limit, limitName, mention),
        FileUnreadable unreadable => Problems.FileUnreadable(path, unreadable.Reason, mention),
        _ => throw new System.Diagnostics.UnreachableException($"{read.GetType().Name} is new: say here what is wrong with it."),
    };

    /// <summary>A text file's characters. What is not UTF-8 is reported and replaced by U+FFFD.</summary>
    public static string Text(ReadOnlyMemory<byte> data, string path, DiagnosticSink sink)
    {
        ReadOnlySpan<byte> bytes = data.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            string before = Encoding.UTF8.GetString(bytes[..Math.Clamp(exception.Index, 0, bytes.Length)]);
            SourcePosition at = new(1 + before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n'));
            sink.Report(Problems.NotUtf8(new SourceSpan(path, at, at)));
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static Diagnostic Missing(IBookFiles files, string path, SourceSpan mention, Guesses guesses)
    {
        if (!guesses.IsWorthIt()) return Problems.FileMissing(path, mention, nearest: null);
        IReadOnlyList<string> all = files.List();
        if (all.Contains(path)) return Problems.FileUnreadable(path, "it is a link that leads nowhere", mention);
        if (all.FirstOrDefault(f => f.Equals(path, StringComparison.OrdinalIgnoreCase)) is string otherCase)
            return Problems.FileCase(path, mention, otherCase);
        // The same name in another folder is likelier than another name in the same one.
        string name = BookPath.FileNameOf(path);
        string? nearest = all.FirstOrDefault(f => BookPath.FileNameOf(f).Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? Spelling.Nearest(path, all) ?? NearestName(all, name);
        return Problems.FileMissing(path, mention, nearest);
    }

    private static string? NearestName(IReadOnlyList<string> all, string name) =>
        Spelling.Nearest(name, all.Select(BookPath.FileNameOf)) is string near ? all.First(f => BookPath.FileNameOf(f) == near) : null;
}
