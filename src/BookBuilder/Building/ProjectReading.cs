using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>A book as far as its manifest and its folder tell.</summary>
/// <param name="Manifest">What book.yml says, or the defaults.</param>
/// <param name="Chapters">The chapters in reading order.</param>
/// <param name="HasManifest">Whether there is a book.yml.</param>
internal sealed record ListedBook(BookManifest Manifest, ImmutableArray<ManifestChapter> Chapters, bool HasManifest)
{
    /// <summary>book.yml as it was read; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Source { get; init; }
}

/// <summary>Reads book.yml and finds out which files are the book, with or without it.</summary>
internal static class ProjectReading
{
    private const long ManifestLimit = 1 << 20;

    /// <summary>The manifest and the chapters it or the folder lists; null when book.yml cannot be read. The title may still be empty.</summary>
    public static ListedBook? Read(BookProject project, BookLimits limits, DiagnosticSink sink, BuildMemory? memory = null)
    {
        if (project.OnlyChapter is string only)
            return new(BookManifestReader.Default, [new ManifestChapter(ChapterRole.Body, only, null, SourceSpan.None)], false);

        IBookFiles files = project.Files;
        string path = project.ManifestPath;
        FileRead read = files.Read(path, ManifestLimit);
        BookManifest manifest = BookManifestReader.Default;
        ReadOnlyMemory<byte> source = ReadOnlyMemory<byte>.Empty;
        bool hasManifest = read is not FileMissing;
        if (read is FileFound found)
        {
            Reported<BookManifest?> reported = (memory?.Manifest ?? new()).Recall(new SourceFile(path, SourceSpan.None, found.Data), file => Read(file, limits));
            sink.Report(reported.Diagnostics);
            // Without its manifest the folder would be another book: whatever were said about that one would mislead.
            if (reported.Value is null) return null;
            manifest = reported.Value;
            source = found.Data;
        }
        else if (hasManifest)
        {
            sink.Report(FileReading.Problem(files, read, path, ManifestLimit, SourceSpan.OfFile(path)));
            return null;
        }
        else if (files.List().FirstOrDefault(IsMisnamed) is string misnamed)
        {
            sink.Report(Problems.MisnamedManifest(misnamed));
        }
        return new(manifest, manifest.ListsBody ? manifest.Chapters : WithFolder(files, manifest), hasManifest) { Source = source };
    }

    private static Reported<BookManifest?> Read(SourceFile file, BookLimits limits)
    {
        var sink = new DiagnosticSink();
        Reported<BookManifest?> read = BookManifestReader.Read(FileReading.Text(file.Data!.Value, file.Path, sink), file.Path, limits);
        sink.Report(read.Diagnostics);
        return sink.With(read.Value);
    }

    /// <summary>The metadata with a title: the given one, else the only chapter's or index.md's own, else the folder's name.</summary>
    public static BookMetadata Titled(BookMetadata metadata, string folder, ImmutableArray<Chapter> chapters)
    {
        if (metadata.Title.Length > 0) return metadata;
        Chapter? first = chapters.Length == 1 ? chapters[0] : chapters.FirstOrDefault(c => IsIndex(c.Path));
        Heading? heading = first?.Content.OfType<Heading>().FirstOrDefault(h => h.Level == 1);
        string title = heading is null ? "" : PlainText.Of(heading.Content);
        return metadata with { Title = title.Length > 0 ? title : Spoken(folder) };
    }

    /// <summary>What is listed, with the folder's other Markdown files as the body.</summary>
    private static ImmutableArray<ManifestChapter> WithFolder(IBookFiles files, BookManifest manifest)
    {
        HashSet<string?> listed = [.. manifest.Chapters.Select(c => c.Path)];
        return
        [
            .. manifest.Chapters.Where(c => c.Role == ChapterRole.FrontMatter),
            .. ChaptersOf(files, manifest).Where(c => !listed.Contains(c.Path)),
            .. manifest.Chapters.Where(c => c.Role != ChapterRole.FrontMatter),
        ];
    }

    /// <summary>The Markdown files at the root, else those below it. README.md is about the book, not in it, unless it is all there is.</summary>
    private static ImmutableArray<ManifestChapter> ChaptersOf(IBookFiles files, BookManifest manifest)
    {
        ImmutableArray<string> all = [.. files.List().Where(BookPath.IsMarkdown).Where(f => !IsBuilt(f, manifest))];
        ImmutableArray<string> atRoot = [.. all.Where(f => !f.Contains('/'))];
        ImmutableArray<string> here = atRoot.Any(f => !IsReadme(f)) ? atRoot : all;
        ImmutableArray<string> chapters = [.. here.Where(f => !IsReadme(f))];
        if (chapters.IsEmpty) chapters = [.. here.Take(1)];
        return [.. chapters.OrderBy(f => IsIndex(f) ? 0 : 1).Select(f => new ManifestChapter(ChapterRole.Body, f, null, SourceSpan.None))];
    }

    private static bool IsBuilt(string path, BookManifest manifest) =>
        manifest.OutputFolder is string folder && path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsReadme(string path) => BookPath.StemOf(path).Equals("readme", StringComparison.OrdinalIgnoreCase);

    private static bool IsIndex(string path) => path.ToLowerInvariant() is "index.md" or "index.markdown";

    private static bool IsMisnamed(string path) =>
        path.ToLowerInvariant() is "book.yaml" or "book.yml" or "_book.yml" or "bookbuilder.yml";

    /// <summary>A folder's name as a title: "harbours-of-the_north" is "Harbours of the north".</summary>
    internal static string Spoken(string folder)
    {
        string words = string.Join(' ', folder.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "Book" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
