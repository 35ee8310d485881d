using System.Text;
using BookBuilder.Files;

namespace BookBuilder.Fuzz.Targets;

/// <summary>Many text files as one text, so that mutations and shrinking need to know nothing of files: before each stands a line with its name.</summary>
internal static class FileBundle
{
    private const string Mark = "=====> ";

    /// <summary>The one text.</summary>
    public static string Of(IEnumerable<(string Path, string Text)> files) =>
        string.Concat(files.Select(static f => $"{Mark}{f.Path}\n{f.Text}{(f.Text.EndsWith('\n') ? "" : "\n")}"));

    /// <summary>The files of a text, with others that are always there. What is no name of a file, or one for the second time, is passed over.</summary>
    public static MemoryFiles Files(string bundle, params IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> others)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        foreach (string part in ("\n" + bundle).Split("\n" + Mark).Skip(1))
        {
            int end = part.IndexOf('\n');
            string name = end < 0 ? part : part[..end], text = end < 0 ? "" : part[(end + 1)..];
            if (BookPath.Normalize(name) is { Length: > 0 } path) files.TryAdd(path, Encoding.UTF8.GetBytes(text));
        }
        foreach ((string path, ReadOnlyMemory<byte> data) in others) files.TryAdd(path, data);
        return new MemoryFiles("fuzzed", files);
    }

    /// <summary>The text of a file; null when there is none.</summary>
    public static string? Text(IBookFiles files, string path) =>
        path.Length > 0 && files.Read(path, long.MaxValue) is FileFound found ? Encoding.UTF8.GetString(found.Data.Span is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : found.Data.Span) : null;
}
