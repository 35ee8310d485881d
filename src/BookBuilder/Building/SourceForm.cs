using BookBuilder.Bookdown;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Manifest;
using BookBuilder.MdBook;
using BookBuilder.Pandoc;
using BookBuilder.Quarto;
using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>Finds out in which tool's form a book is written, and has it told again in the book's own.</summary>
internal static class SourceForm
{
    /// <summary>The form of a folder's book. Its own project file comes first, then those of the others in the order of how surely they tell.</summary>
    public static SourceDialect Detect(IBookFiles files, string manifestPath) =>
        files.Read(manifestPath, 0) is not FileMissing ? OfManifest(files, manifestPath)
        : QuartoBook.Recognizes(files) ? SourceDialect.Quarto
        : BookdownBook.Recognizes(files) ? SourceDialect.Bookdown
        : MdBookBook.Recognizes(files) ? SourceDialect.MdBook
        : PandocFolder.Recognizes(files) ? SourceDialect.Pandoc
        : SourceDialect.Native;

    /// <summary>The form of a project's book.</summary>
    public static SourceDialect Of(BookProject project) =>
        project.OnlyChapter is string only ? DetectFile(only) : Detect(project.Files, project.ManifestPath);

    /// <summary>What an author adds to give the book its title.</summary>
    public static string TitlePlace(BookProject project, SourceDialect dialect) => project.Files.Read(project.ManifestPath, 0) is not FileMissing ? "'title: …' to book.yml" : dialect switch
    {
        SourceDialect.Quarto => "'title: …' under 'book:' to _quarto.yml",
        SourceDialect.MdBook => "'title = \"…\"' under [book] to book.toml",
        SourceDialect.Bookdown or SourceDialect.Pandoc => "'title: …' to the YAML block at the top of the first file",
        _ => "'title: …' to book.yml",
    };

    /// <summary>The form a word names; null for "auto" and for words that name none.</summary>
    public static SourceDialect? Named(string? word) => word?.ToLowerInvariant() switch
    {
        "native" => SourceDialect.Native,
        "bookdown" => SourceDialect.Bookdown,
        "quarto" => SourceDialect.Quarto,
        "mdbook" => SourceDialect.MdBook,
        "pandoc" => SourceDialect.Pandoc,
        _ => null,
    };

    /// <summary>What <c>source.dialect</c> of a book.yml says. What is wrong with the file is told when it is read for good.</summary>
    private static SourceDialect OfManifest(IBookFiles files, string manifestPath) =>
        SourceText.TryText(files, manifestPath) is { } yaml && YamlReader.Read(yaml, manifestPath, new DiagnosticSink()) is YamlMap map
            ? Named(map.Text("source", "dialect")) ?? SourceDialect.Native
            : SourceDialect.Native;

    /// <summary>The form of a single file that is the whole book, by its name.</summary>
    public static SourceDialect DetectFile(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".qmd" => SourceDialect.Quarto,
        ".rmd" => SourceDialect.Bookdown,
        _ => SourceDialect.Native,
    };

    /// <summary>The book in its own form; null when that is the form it is written in.</summary>
    /// <param name="project">The source; it is only read.</param>
    /// <param name="dialect">The form it is written in.</param>
    /// <param name="settings">What the user chose.</param>
    /// <param name="limits">How much the book may hold.</param>
    public static TranslatedBook? Translate(BookProject project, SourceDialect dialect, TranslationSettings settings, BookLimits limits) =>
        dialect == SourceDialect.Native ? null
        : new WrittenLines(project.Files).Within(
            project.OnlyChapter is null && project.Files.Read(project.ManifestPath, 0) is not FileMissing ? ChapterTranslation.Translate(project, dialect, settings, limits)
            : Translate(project.Files, dialect, project.OnlyChapter, settings));

    private static TranslatedBook Translate(IBookFiles files, SourceDialect dialect, string? only, TranslationSettings settings) => dialect switch
    {
        SourceDialect.Bookdown => BookdownBook.Translate(files, only, settings),
        SourceDialect.Quarto => QuartoBook.Translate(files, only, settings),
        SourceDialect.MdBook => MdBookBook.Translate(files, only, settings),
        SourceDialect.Pandoc => PandocFolder.Translate(files, only, settings),
        _ => throw new System.Diagnostics.UnreachableException($"{dialect} is new: say here who translates it."),
    };
}
