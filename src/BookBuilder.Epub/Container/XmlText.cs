using System.Text;

namespace BookBuilder.Epub.Container;

/// <summary>Keeps characters out of XML that XML cannot hold.</summary>
internal static class XmlText
{
    /// <summary>The text without the control characters, lone surrogates and non-characters that XML 1.0 forbids (section 2.2), its line ends as U+000A.</summary>
    public static string Clean(string text)
    {
        int first = 0;
        while (first < text.Length && Length(text, first) is int length and > 0)
            first += length;
        if (first == text.Length)
            return text;

        var clean = new StringBuilder(text, 0, first, text.Length);
        for (int at = first; at < text.Length;)
        {
            int length = Length(text, at);
            if (length > 0)
                clean.Append(text, at, length);
            else if (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'))
                clean.Append('\n');
            at += Math.Max(length, 1);
        }
        return clean.ToString();
    }

    /// <summary>How many UTF-16 units the allowed character at a place takes; 0 when it is not allowed.</summary>
    private static int Length(string text, int at)
    {
        char c = text[at];
        if (char.IsHighSurrogate(c))
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 0;
        return c is '\t' or '\n' or (>= ' ' and < '\ud800') or (>= '\ue000' and <= '\ufffd') ? 1 : 0;
    }
}
