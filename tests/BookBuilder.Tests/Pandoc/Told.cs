using System.Collections.Immutable;
using BookBuilder.Building;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Pandoc;

/// <summary>Texts and books told again, for tests: lines in, lines out.</summary>
internal static class Told
{
    /// <summary>Pandoc's Markdown in the book's own, without blank lines, and what was found.</summary>
    public static (string[] Lines, ImmutableArray<Finding> Findings) Pandoc(params string[] lines)
    {
        var account = new TranslationAccount();
        ImmutableArray<SourceLine> told = PandocMarkdown.Translate(SourceLine.Cut(string.Join('\n', lines), "a.md"), account);
        return ([.. told.Select(l => l.Text).Where(l => l.Trim().Length > 0)], account.Findings);
    }

    /// <summary>A book in memory, translated.</summary>
    public static TranslatedBook Book(SourceDialect dialect, params (string Path, string Text)[] files) =>
        SourceForm.Translate(BookProject.FromTexts("a-book", files.Select(f => KeyValuePair.Create(f.Path, f.Text))), dialect, new TranslationSettings(), BookBuilder.Model.Metadata.BookLimits.Default)!;

    /// <summary>The lines of one of its files that are not blank.</summary>
    public static string[] File(this TranslatedBook book, string path) =>
        [.. book.Files.Single(f => f.Path == path).Lines.Select(l => l.Text).Where(l => l.Trim().Length > 0)];

    /// <summary>The folder of a whole book beside the tests.</summary>
    public static string Sample(string tool) => Path.Combine(Repository.Root, "tests", "BookBuilder.Tests", tool, "sample");
}
