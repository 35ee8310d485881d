using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Building;

/// <summary>Reads the chapters a book lists. What is wrong with one never stops the others.</summary>
internal static class ChapterReading
{
    /// <summary>The most bytes of a chapter's file.</summary>
    public const long Limit = 16 << 20;

    /// <summary>Reads all chapters, as many at a time as there are processors; in the book's order.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="listed">The chapters.</param>
    /// <param name="language">The book's language.</param>
    /// <param name="read">Told the number of chapters read so far.</param>
    /// <param name="stop">Cancels.</param>
    public static ImmutableArray<Reported<Chapter?>> ReadAll(IBookFiles files, ImmutableArray<ManifestChapter> listed, string language,
        Action<int> read, CancellationToken stop)
    {
        ImmutableArray<string> keys = Keys(listed);
        var chapters = new Reported<Chapter?>[listed.Length];
        int done = 0;
        Parallel.For(0, listed.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            chapters[i] = Read(files, listed[i], keys[i], language);
            read(Interlocked.Increment(ref done));
        });
        return [.. chapters];
    }

    private static Reported<Chapter?> Read(IBookFiles files, ManifestChapter listed, string key, string language)
    {
        if (listed.Path is null) return new(PartPage(listed, key), []);
        var sink = new DiagnosticSink();
        if (FileReading.Bytes(files, listed.Path, Limit, listed.Span, sink) is not { } data) return sink.With<Chapter?>(null);
        string text = FileReading.Text(data, listed.Path, sink);
        Reported<Chapter> chapter = MarkdownReader.Read(new ChapterSource(key, listed.Path, listed.Role, text, language));
        sink.Report(chapter.Diagnostics);
        return sink.With<Chapter?>(chapter.Value);
    }

    /// <summary>What a draft shows in place of a chapter that could not be read.</summary>
    public static Chapter Missing(ManifestChapter listed, string key) => TitleOnly(listed, key, $"Missing: {listed.Path}");

    /// <summary>A part that is only a title in book.yml.</summary>
    private static Chapter PartPage(ManifestChapter part, string key) => TitleOnly(part, key, part.Title!);

    private static Chapter TitleOnly(ManifestChapter listed, string key, string title) => new()
    {
        Key = key,
        Path = listed.Path ?? listed.Span.Path,
        Role = listed.Role,
        Content = [new Heading(1, [new Text(title) { Span = listed.Span }]) { Span = listed.Span }],
        Notes = [],
    };

    /// <summary>A key for each chapter, made of its file's name; a number tells equal ones apart.</summary>
    internal static ImmutableArray<string> Keys(ImmutableArray<ManifestChapter> listed)
    {
        HashSet<string> taken = [];
        var keys = ImmutableArray.CreateBuilder<string>(listed.Length);
        foreach (ManifestChapter chapter in listed)
        {
            string stem = AsciiKey(chapter.Path is null ? "part-" + chapter.Title : BookPath.StemOf(chapter.Path));
            string key = stem;
            for (int i = 2; !taken.Add(key); i++) key = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
            keys.Add(key);
        }
        return keys.ToImmutable();
    }

    // Letters, digits, hyphens: the key is a file's name and part of ids in the EPUB. Other letters become their code points.
    private static string AsciiKey(string text)
    {
        var key = new System.Text.StringBuilder();
        foreach (char character in text.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(character)) key.Append(character);
            else if (char.IsLetterOrDigit(character)) key.Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else if (key.Length > 0 && key[^1] != '-') key.Append('-');
        string made = key.ToString().Trim('-');
        return made.Length == 0 ? "chapter" : made.Length > 80 ? made[..80].TrimEnd('-') : made;
    }
}
