using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Translation;

namespace BookBuilder.Doctor;

/// <summary>Looks at a folder: whether it is a book, of which kind, and whether its outputs can be written.</summary>
internal static class FolderExamination
{
    public static IEnumerable<DoctorFinding> Examine(DoctorVisit visit)
    {
        if (!Directory.Exists(visit.Folder))
            return [new("book", Health.Ill, $"there is no folder '{visit.Folder}'", "name a folder that is there")];
        BookProject project = BookProject.Open(visit.Folder);
        var sink = new DiagnosticSink();
        ListedBook? book = ProjectReading.Read(project, BookLimits.Default, sink);
        int errors = sink.ToImmutable().Count(static d => d.Severity == Severity.Error);
        string outputs = book?.Manifest.OutputFolder is string own && project.Files is DiskFiles disk && disk.FolderBelow(own) is string below ? below : visit.UsualOutputFolder;
        return [errors > 0 ? Wrong(errors) : Kind(project.Files, book), Writing(outputs)];
    }

    private static DoctorFinding Wrong(int errors) => new("book", Health.Ill,
        $"book.yml has {errors} {(errors == 1 ? "error" : "errors")}", "say 'bookbuilder check' to see each with its line");

    private static DoctorFinding Kind(IBookFiles files, ListedBook? book)
    {
        int chapters = book?.Chapters.Count(static c => c.Path is not null) ?? 0;
        if (book is { HasManifest: true })
            return chapters > 0
                ? new("book", Health.Well, $"this folder is a book: book.yml, {Counted(chapters)}")
                : new("book", Health.Ill, "this folder has a book.yml and no chapters", "put Markdown files beside it, or list some under 'chapters:'");
        return Foreign(files) is string tool ? new("book", Health.Well, $"this folder is a book in the form of {tool}")
            : chapters > 0 ? new("book", Health.Well, $"this folder is a book without book.yml: {Counted(chapters)}")
            : new("book", Health.Known, "this folder is not a book", "say 'bookbuilder new NAME' to begin one");
    }

    private static string Counted(int files) => files == 1 ? "1 Markdown file" : $"{files} Markdown files";

    /// <summary>The other tool in whose form the folder's book is; null for none.</summary>
    private static string? Foreign(IBookFiles files) => SourceForm.Detect(files, BookProject.ManifestName) switch
    {
        SourceDialect.Quarto => "Quarto",
        SourceDialect.Bookdown => "bookdown",
        SourceDialect.MdBook => "mdBook",
        SourceDialect.Pandoc => "Pandoc",
        _ => null,
    };

    /// <summary>Tries it with a file that is gone at once, in the folder or, where that is still to be made, in the nearest one above it.</summary>
    private static DoctorFinding Writing(string folder)
    {
        string there = Path.GetFullPath(folder);
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is string above) there = above;
        try
        {
            if (File.Exists(folder)) throw new IOException("it is a file");
            string probe = Path.Combine(there, string.Create(System.Globalization.CultureInfo.InvariantCulture, $".bookbuilder.{Environment.ProcessId}.tmp"));
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
            return new("output", Health.Well, $"{folder} can be written to");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new("output", Health.Ill, $"{folder} cannot be written to: {exception.Message.TrimEnd('.')}", "choose another folder with '-o FOLDER' or 'output.dir' in book.yml");
        }
    }
}
