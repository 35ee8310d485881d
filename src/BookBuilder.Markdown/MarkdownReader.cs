using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown;

/// <summary>A chapter's file before it is read.</summary>
/// <param name="Key">The chapter's key: "03-hardware".</param>
/// <param name="Path">The file, relative to the book's root, with forward slashes.</param>
/// <param name="Role">What it is to the book.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">The book's language, for quotes and dashes: a BCP 47 tag.</param>
public sealed record ChapterSource(string Key, string Path, ChapterRole Role, string Text, string Language);

/// <summary>Reads Markdown into the book's own blocks and inlines.</summary>
public static class MarkdownReader
{
    /// <summary>Reads a chapter. Never fails: what is not understood is kept as text and reported.</summary>
    public static Reported<Chapter> Read(ChapterSource source) =>
        new(new Chapter { Key = source.Key, Path = source.Path, Role = source.Role, Content = [], Notes = [] }, []);
}
