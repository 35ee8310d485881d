using BookBuilder.Bookdown;
using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Bookdown;

/// <summary>Small bookdown books and what they are told as.</summary>
internal static class Told
{
    /// <summary>A book of these files.</summary>
    public static TranslatedBook Book(params (string Path, string Text)[] files) => Book(new TranslationSettings(), files);

    public static TranslatedBook Book(TranslationSettings settings, params (string Path, string Text)[] files) =>
        BookdownBook.Translate(MemoryFiles.FromTexts("book", files.Select(f => KeyValuePair.Create(f.Path, f.Text))), null, settings);

    /// <summary>A chapter's text without blank lines; the heading "# C" first.</summary>
    public static string Chapter(string body, params (string Path, string Text)[] more) => Words(Book([("index.Rmd", "# C\n\n" + body), .. more]), "index.md");

    /// <summary>A file's lines that are not blank, the heading "# C" left out.</summary>
    public static string Words(TranslatedBook book, string path) => string.Join('\n', book.Files.Single(f => f.Path == path).Lines.Where(l => !l.IsBlank && l.Text != "# C").Select(l => l.Text));

    /// <summary>The codes of what is told.</summary>
    public static string[] Codes(this TranslatedBook book) => [.. book.Diagnostics.Select(d => d.Code)];
}
