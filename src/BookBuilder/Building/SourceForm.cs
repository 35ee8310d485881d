using BookBuilder.Bookdown;
using BookBuilder.Files;
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
        files.Read(manifestPath, 0) is not FileMissing ? SourceDialect.Native
        : QuartoBook.Recognizes(files) ? SourceDialect.Quarto
        : BookdownBook.Recognizes(files) ? SourceDialect.Bookdown
        : MdBookBook.Recognizes(files) ? SourceDialect.MdBook
        : PandocFolder.Recognizes(files) ? SourceDialect.Pandoc
        : SourceDialect.Native;

    /// <summary>The form of a single file that is the whole book, by its name.</summary>
    public static SourceDialect DetectFile(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".qmd" => SourceDialect.Quarto,
        ".rmd" => SourceDialect.Bookdown,
        _ => SourceDialect.Native,
    };

    /// <summary>The book in its own form; null when that is the form it is written in.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="dialect">The form it is written in.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook? Translate(IBookFiles files, SourceDialect dialect, string? only, TranslationSettings settings) => dialect switch
    {
        SourceDialect.Native => null,
        SourceDialect.Bookdown => BookdownBook.Translate(files, only, settings),
        SourceDialect.Quarto => QuartoBook.Translate(files, only, settings),
        SourceDialect.MdBook => MdBookBook.Translate(files, only, settings),
        SourceDialect.Pandoc => PandocFolder.Translate(files, only, settings),
        _ => throw new System.Diagnostics.UnreachableException($"{dialect} is new: say here who translates it."),
    };
}
