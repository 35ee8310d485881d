using System.Text;

namespace BookBuilder.Parity.Readings;

/// <summary>The form in which words are compared: without what the setting of lines adds or takes.</summary>
/// <remarks>
/// White space goes, because a line's end swallows it and a wide letter-spacing looks like it; so do soft hyphens and signs that nobody sees
/// (joiners, marks of direction, signs that choose between looks, halves of a character alone). Everything else stays as it is, letter for letter: case, accents, quotation marks and dashes count.
/// </remarks>
public static class ComparedText
{
    /// <summary>Stands in the text for a picture or a formula, whose words are compared by themselves.</summary>
    public const char Thing = '\uFFFC';

    /// <summary>Adds words in the form that is compared.</summary>
    public static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        for (int i = 0; i < words.Length; i++)
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                // Tags and selectors (U+E0000 to U+E0FFF), which nobody sees: faces have no glyph of them, so the PDF does not either.
                if (char.ConvertToUtf32(words[i], words[i + 1]) is not (>= 0xE0000 and <= 0xE0FFF)) text.Append(words[i]).Append(words[i + 1]);
                i++;
            }
            else if (!char.IsSurrogate(words[i]) && !IsDropped(words[i])) text.Append(words[i]);
    }

    /// <summary>Words in the form that is compared.</summary>
    public static string Of(string words)
    {
        StringBuilder text = new(words.Length);
        Append(text, words);
        return text.ToString();
    }

    private static bool IsDropped(char c) => char.IsWhiteSpace(c) || char.IsControl(c) ||
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or Thing or '\u034F' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u061C';
}
