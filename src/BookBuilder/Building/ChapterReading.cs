using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>Reads the chapters a book lists. What is wrong with one never stops the others.</summary>
internal static class ChapterReading
{
    /// <summary>Reads all chapters, as many at a time as there are processors; in the book's order.</summary>
    /// <param name="files">The book's files.</param>
    /// <param name="listed">The chapters.</param>
    /// <param name="language">The book's language.</param>
    /// <param name="limits">How much they may hold.</param>
    /// <param name="memory">The chapters that were read before.</param>
    /// <param name="read">Told the number of chapters read so far.</param>
    /// <param name="stop">Cancels.</param>
    public static ImmutableArray<Reported<Chapter?>> ReadAll(IBookFiles files, ImmutableArray<ManifestChapter> listed, string language,
        BookLimits limits, BuildMemory memory, Action<int> read, CancellationToken stop)
    {
        ImmutableArray<string> keys = Keys(listed);
        var chapters = new Reported<Chapter?>[listed.Length];
        int done = 0;
        long characters = 0;
        Parallel.For(0, listed.Length, new ParallelOptions { CancellationToken = stop }, (i, loop) =>
        {
            chapters[i] = Read(files, listed[i], keys[i], language, limits, memory, length =>
            {
                if (Interlocked.Add(ref characters, length) <= limits.BookCharacters) return true;
                loop.Stop();
                return false;
            });
            read(Interlocked.Increment(ref done));
        });
        if (characters > limits.BookCharacters) throw new LimitPassedException(Problems.BookTooLong(limits.BookCharacters, SourceSpan.None));
        return [.. chapters];
    }

    private static Reported<Chapter?> Read(IBookFiles files, ManifestChapter listed, string key, string language, BookLimits limits, BuildMemory memory, Func<long, bool> hasRoom)
    {
        var sink = new DiagnosticSink();
        ReadOnlyMemory<byte>? data = null;
        if (listed.Path is not null && (data = FileReading.Bytes(files, listed.Path, limits.ChapterBytes, listed.Span, sink, "chapter-bytes")) is null) return sink.With<Chapter?>(null);
        var file = new ChapterFile(new SourceFile(listed.Path ?? "", listed.Span, data ?? ReadOnlyMemory<byte>.Empty), listed, key, language);
        if (memory.Chapters.TryRecall(file, out ReadChapter read)) return hasRoom(read.Length) ? read.Chapter : sink.With<Chapter?>(null);
        if (listed.Path is null)
        {
            read = new(0, new(PartPage(listed, key), []));
        }
        else
        {
            string text = FileReading.Text(data!.Value, listed.Path, sink);
            if (!hasRoom(text.Length)) return sink.With<Chapter?>(null);
            Reported<Chapter> chapter = MarkdownReader.Read(new ChapterSource(key, listed.Path, listed.Role, text, language), limits);
            sink.Report(chapter.Diagnostics);
            read = new(text.Length, sink.With<Chapter?>(chapter.Value));
        }
        memory.Chapters.Keep(file, read);
        if (read.Chapter.Value is { } made) memory.Shelf?.NameRead(made, file);
        return read.Chapter;
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
        HashSet<string> taken = [.. Resolver.ReservedKeys];
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
