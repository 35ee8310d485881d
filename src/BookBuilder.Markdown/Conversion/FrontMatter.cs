using System.Text.RegularExpressions;

namespace BookBuilder.Markdown.Conversion;

/// <summary>A YAML block at the top of a chapter. The book's data are in book.yml: it is passed over, and said so.</summary>
internal static partial class FrontMatter
{
    /// <summary>The length of the block; 0 when there is none.</summary>
    public static int Length(string text) => Block().Match(text).Length;

    /// <summary>The text with the block blanked out, so that every place in the rest stays what it is.</summary>
    public static string Blank(string text, int length) =>
        string.Concat(string.Create(length, text, static (blank, source) =>
        {
            for (int i = 0; i < blank.Length; i++) blank[i] = source[i] is '\n' or '\r' ? source[i] : ' ';
        }), text.AsSpan(length));

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?=[ \t]*(?:[\w""'][^\r\n]*:|\#))(?:(?!(?:---|\.\.\.)[ \t]*\r?$)[^\n]*\n)*(?:---|\.\.\.)[ \t]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Block();
}
