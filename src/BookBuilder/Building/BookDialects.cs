using BookBuilder.Translation;

namespace BookBuilder.Building;

/// <summary>The words for the forms that books are read in.</summary>
public static class BookDialects
{
    /// <summary>The form that "native", "bookdown", "quarto", "mdbook" or "pandoc" names; null for anything else, "auto" among it.</summary>
    public static SourceDialect? Named(string? word) => SourceForm.Named(word);
}
