using BookBuilder.Files;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells a Quarto book again in the book's own form.</summary>
internal static class QuartoBook
{
    /// <summary>Whether the files are such a book.</summary>
    public static bool Recognizes(IBookFiles files) => false;

    /// <summary>Translates it. Never fails: what is not understood is kept as text, found and told.</summary>
    /// <param name="files">The source; it is only read.</param>
    /// <param name="only">The one file that is the whole book; null when the project's files say what is in it.</param>
    /// <param name="settings">What the user chose.</param>
    public static TranslatedBook Translate(IBookFiles files, string? only, TranslationSettings settings) =>
        throw new NotSupportedException();
}
