using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.MdBook;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Pandoc;
using BookBuilder.Quarto;
using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>A book with a book.yml of our own and chapters in another tool's Markdown: the manifest stays, each chapter is told again.</summary>
internal static class ChapterTranslation
{
    public static TranslatedBook Translate(BookProject project, SourceDialect dialect, TranslationSettings settings, BookLimits limits)
    {
        var log = new TranslationAccount();
        IBookFiles files = project.Files;
        ImmutableArray<SourceLine> manifest = SourceText.TryLines(files, project.ManifestPath) ?? [];
        // What is wrong with book.yml, or with a file it names, is told by the build that follows.
        ListedBook? listed = ProjectReading.Read(project, limits, new DiagnosticSink());
        var scope = new QuartoScope(files, settings, log);
        var read = ImmutableArray.CreateBuilder<QuartoChapter>();
        foreach (ManifestChapter chapter in listed?.Chapters ?? [])
            if (chapter.Path is { } path && files.Read(path, SourceText.Limit) is FileFound && Read(files, path, dialect, scope, log) is { } text)
                read.Add(new QuartoChapter(path, text, null));
        ImmutableArray<TranslatedFile> told = LooseEnds.Tie(
        [
            new TranslatedFile("book.yml", manifest),
            .. read.Select(c => new TranslatedFile(c.Path, dialect == SourceDialect.MdBook ? c.Lines : c.Finished(files, scope, log))),
        ], log.Said).AddRange(scope.Cells.Drawings);
        return new TranslatedBook
        {
            Dialect = dialect,
            Files = told,
            Resources = BookResources.Of(files, told),
            Findings = log.Findings,
            Diagnostics = FindingSummary.Of(log),
        };
    }

    /// <summary>A chapter told as far as it needs no knowledge of the others.</summary>
    private static ImmutableArray<SourceLine>? Read(IBookFiles files, string path, SourceDialect dialect, QuartoScope scope, TranslationAccount log)
    {
        switch (dialect)
        {
            case SourceDialect.Quarto:
                return QuartoChapter.Read(files, path, SourceSpan.None, new QuartoProject(), scope, log)?.Lines;
            case SourceDialect.MdBook:
                return new MdBookText(files, hasMath: true, new MdBookCode(null, log), log).Read(path, SourceSpan.None);
            default:
                return SourceText.TryLines(files, path) is { } lines ? MetadataBlocks.Take(lines, log).Text : null;
        }
    }
}
