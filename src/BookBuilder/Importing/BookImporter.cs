using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.PageText;
using BookBuilder.Translation;

namespace BookBuilder.Importing;

/// <summary>Brings books of other kinds into this program's dialect: a new folder with a book.yml, chapters and a report.</summary>
public static class BookImporter
{
    /// <summary>The most bytes of a text: a thousand times a book's.</summary>
    private const long Limit = 64 << 20;

    /// <summary>Imports the text that a page reader made of a printed book.</summary>
    /// <param name="file">The text's file.</param>
    /// <param name="overrides">The overrides file; null for none.</param>
    /// <param name="folder">The new folder, which does not exist or is empty.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <returns>What came of it. With errors nothing is written.</returns>
    public static ImportResult ImportPageText(string file, string? overrides, string folder, ImportOptions? options = null)
    {
        Weighing weighing = WeighingOf(options);
        file = Path.GetFullPath(file);
        string root = Path.GetDirectoryName(file)!;
        string name = Path.GetFileName(file);
        var sink = new DiagnosticSink();
        if (Text(file, name, sink) is not { } text) return Failed();
        PageTextOverrides said = PageTextOverrides.None;
        if (overrides is not null)
        {
            string path = Path.GetRelativePath(root, Path.GetFullPath(overrides)).Replace(Path.DirectorySeparatorChar, '/');
            if (Text(Path.GetFullPath(overrides), path, sink) is not { } yaml) return Failed();
            Reported<PageTextOverrides> read = PageTextOverridesReader.Read(yaml, path);
            sink.Report(read.Diagnostics);
            if (HasErrors()) return Failed();
            said = read.Value;
        }

        PageTextBook book = PrintedNumbers.Compare(PageTextReader.Read(text, name, said), name);
        sink.Report(book.Diagnostics);
        if (HasErrors()) return Failed();
        ImmutableArray<TextFile> files = PageTextFiles.Of(book);
        if (ImportFolder.Write(folder, folder, files) is { } wrong)
        {
            sink.Report(wrong);
            return Failed();
        }
        return new ImportResult
        {
            Title = book.Metadata.Title,
            Summary = [.. PageTextReport.Summary(book)],
            Files = [.. files.Select(f => f.Path)],
            Diagnostics = weighing.Weigh(sink.ToImmutable()).Told,
            Root = root,
        };

        bool HasErrors() => weighing.Weigh(sink.ToImmutable()).Told.Any(d => d.Severity == Severity.Error);

        ImportResult Failed() => new() { Diagnostics = weighing.Weigh(sink.ToImmutable()).Told, Root = root };
    }

    /// <summary>Imports a book in another tool's form: the same translation that a build sets in place, its pictures, and a report.</summary>
    /// <param name="path">The book's folder, its project file, or the one file that is the whole book.</param>
    /// <param name="dialect">The form it is in; null to find out.</param>
    /// <param name="folder">The new folder, which does not exist or is empty.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <returns>What came of it. A file that is missing in the source is told, and the rest is written.</returns>
    /// <exception cref="DirectoryNotFoundException">There is nothing at that path.</exception>
    /// <exception cref="ArgumentException">It is a file of another kind.</exception>
    public static ImportResult ImportBook(string path, SourceDialect? dialect, string folder, ImportOptions? options = null)
    {
        BookProject project = BookProject.Open(path);
        string root = project.Files is DiskFiles disk ? disk.Root : Path.GetFullPath(path);
        SourceDialect form = dialect ?? (project.OnlyChapter is string only ? SourceForm.DetectFile(only) : SourceForm.Detect(project.Files, project.ManifestPath));
        if (SourceForm.Translate(project, form, new TranslationSettings(), BookLimits.Default) is not { } book)
            return new() { Diagnostics = [Problems.NothingToImport(SourceSpan.None)], Root = root };
        string title = TitleOf(book);
        List<KeyValuePair<string, ReadOnlyMemory<byte>>> files = [.. book.Files.Select(f => KeyValuePair.Create(f.Path, Bytes(f.Text)))];
        HashSet<string> taken = new(files.Select(f => f.Key), StringComparer.OrdinalIgnoreCase);
        foreach (string resource in book.Resources)
            if (taken.Add(resource) && project.Files.Read(resource, Limit) is FileFound found) files.Add(KeyValuePair.Create(resource, found.Data));
        if (taken.Add(ImportReport.FileName)) files.Add(KeyValuePair.Create(ImportReport.FileName, Bytes(ImportReport.Of(book, title))));
        if (ImportFolder.WriteAll(folder, folder, files) is { } wrong) return new() { Diagnostics = [.. book.Diagnostics, wrong], Root = root };
        return new ImportResult
        {
            Title = title,
            Summary = [.. ImportReport.Summary(book), $"report: {ImportReport.FileName}"],
            Files = [.. files.Select(f => f.Key)],
            Diagnostics = WeighingOf(options).Weigh(book.Diagnostics).Told,
            Root = root,
        };

        static ReadOnlyMemory<byte> Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
    }

    private static Weighing WeighingOf(ImportOptions? options) => new() { Errors = options?.WarningsAsErrors ?? [] };

    private static string TitleOf(TranslatedBook book) =>
        BookManifestReader.Read(book.Files[0].Text, "book.yml").Value?.Metadata.Title is { Length: > 0 } title ? title : "the book";

    /// <summary>A text file's characters; null when it cannot be read, which is reported.</summary>
    private static string? Text(string full, string path, DiagnosticSink sink)
    {
        try
        {
            var info = new FileInfo(full);
            if (Directory.Exists(full)) sink.Report(Problems.ImportFileNotRead(path, "it is a folder", SourceSpan.None));
            else if (!info.Exists) sink.Report(Problems.ImportFileMissing(path, SourceSpan.None));
            else if (info.Length > Limit) sink.Report(Problems.FileTooLarge(path, info.Length, Limit, limitName: null, SourceSpan.None));
            else return FileReading.Text(File.ReadAllBytes(full), path, sink);
        }
        catch (UnauthorizedAccessException)
        {
            sink.Report(Problems.ImportFileNotRead(path, "access is denied", SourceSpan.None));
        }
        catch (IOException exception)
        {
            sink.Report(Problems.ImportFileNotRead(path, exception.Message.TrimEnd('.'), SourceSpan.None));
        }
        return null;
    }
}
