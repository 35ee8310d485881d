using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>What a book has written, and would write again.</summary>
/// <param name="Folder">The folder of the outputs; it need not exist.</param>
/// <param name="Files">The full paths of those that are there. Empty when there are none, and when the book cannot be read.</param>
/// <param name="Diagnostics">Why the book cannot be read.</param>
public sealed record CleanableOutputs(string Folder, ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Finds and removes the files that a build of a book has written, and nothing else.</summary>
public static class OutputCleaning
{
    /// <summary>The outputs of a book that are there: PDF, EPUB, their certificate, the same of the handouts that book.yml names, printer's sheets, and what builds that
    /// were cut off have left of these. Handouts that only a command has named are not known.</summary>
    /// <param name="project">The book.</param>
    /// <param name="options">How it would be built; only the folders matter.</param>
    public static CleanableOutputs Find(BookProject project, BuildOptions options)
    {
        var sink = new DiagnosticSink();
        BookProject told = Told(project, options);
        if (ProjectReading.Read(told, options.Limits, sink) is not { } book || OutputWriting.Folder(project, options, book.Manifest, sink) is not FolderOutputs outputs)
            return new("", [], Errors(sink));
        // What is wrong elsewhere in the book does not matter here: its name is known.
        string name = book.Manifest.OutputName ?? BookIdentity.Slug(TitleOf(told, book));
        string[] written =
        [
            .. FilesOf(name, OutputParity.File),
            .. book.Manifest.Handouts.Select(h => h.Name).OfType<string>().Select(h => $"{name}-{h}").SelectMany(h => FilesOf(h, OutputParity.FileOf(h))),
        ];
        if (!Directory.Exists(outputs.Folder)) return new(outputs.Folder, [], []);
        return new(outputs.Folder,
        [
            .. written.Select(file => Path.Combine(outputs.Folder, file)).Where(File.Exists),
            .. outputs.LeftOvers(),
        ], []);
    }

    /// <summary>Removes a file that <see cref="Find"/> has named.</summary>
    /// <returns>Null when it is gone; else why it is not.</returns>
    public static string? Remove(string file)
    {
        try
        {
            File.Delete(file);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    /// <summary>A book of another tool has the name that its translation gives it.</summary>
    private static BookProject Told(BookProject project, BuildOptions options) =>
        SourceForm.Translate(project, options.Dialect ?? SourceForm.Of(project), options.Translation, options.Limits) is { } told
            ? BookProject.FromFiles(new TranslatedFiles(project.Files, told)) : project;

    private static IEnumerable<string> FilesOf(string name, string certificate) =>
        [name + ".pdf", name + ".epub", certificate, .. Enum.GetValues<SheetScheme>().Select(scheme => name + OutputWriting.Ending(scheme) + ".pdf")];

    private static string TitleOf(BookProject project, ListedBook book)
    {
        if (book.Manifest.Metadata.Title.Length > 0) return book.Manifest.Metadata.Title;
        return ProjectReading.Titled(book.Manifest.Metadata, project.Files.Name, Read(project, book)).Title;
    }

    private static ImmutableArray<Chapter> Read(BookProject project, ListedBook book)
    {
        try
        {
            return [.. ChapterReading.ReadAll(project.Files, book.Chapters, book.Manifest.Metadata.Language, BookLimits.Default, BuildMemory.None, static _ => { }, default)
                .Select(static c => c.Value).OfType<Chapter>()];
        }
        catch (LimitPassedException)
        {
            return [];      // such a book has never been written
        }
    }

    private static ImmutableArray<Diagnostic> Errors(DiagnosticSink sink) => [.. sink.ToImmutable().Where(static d => d.Severity == Severity.Error)];
}
