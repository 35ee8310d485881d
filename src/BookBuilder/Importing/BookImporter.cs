using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.PageText;

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
    /// <returns>What came of it. With errors nothing is written.</returns>
    public static ImportResult ImportPageText(string file, string? overrides, string folder)
    {
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
            Diagnostics = sink.ToImmutable(),
            Root = root,
        };

        bool HasErrors() => sink.ToImmutable().Any(d => d.Severity == Severity.Error);

        ImportResult Failed() => new() { Diagnostics = sink.ToImmutable(), Root = root };
    }

    /// <summary>A text file's characters; null when it cannot be read, which is reported.</summary>
    private static string? Text(string full, string path, DiagnosticSink sink)
    {
        try
        {
            var info = new FileInfo(full);
            if (!info.Exists) sink.Report(Problems.ImportFileMissing(path, SourceSpan.None));
            else if (info.Length > Limit) sink.Report(Problems.FileTooLarge(path, info.Length, Limit, SourceSpan.None));
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
