using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>The words of a heading or caption as a reader sees them, and the label that Pandoc makes of them.</summary>
internal static partial class HeadingWords
{
    /// <summary>Running text without its marks: a heading's words as a reader sees them.</summary>
    public static string Plain(string written)
    {
        string words = Link().Replace(written, "$1");
        words = NoteMark().Replace(words, "");
        return Marks().Replace(words, "").Replace("\\", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Pandoc's identifier of a heading's words (manual, extension auto_identifiers).</summary>
    public static string Slug(string words)
    {
        var kept = new StringBuilder();
        foreach (char c in words.ToLower(CultureInfo.InvariantCulture))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-' or '.') kept.Append(c);
            else if (char.IsWhiteSpace(c)) kept.Append(' ');
        string text = string.Join('-', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        int letter = 0;
        while (letter < text.Length && !char.IsLetter(text, letter)) letter++;
        return letter < text.Length ? text[letter..] : "section";
    }

    [GeneratedRegex(@"!?\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\}|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\]]+\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"[*`~^]|(?<!\w)_|_(?!\w)")]
    private static partial Regex Marks();
}
