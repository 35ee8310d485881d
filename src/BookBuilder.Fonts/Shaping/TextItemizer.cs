using System.Text;
using BookBuilder.Fonts.Unicode;
using HarfBuzzSharp;

namespace BookBuilder.Fonts.Shaping;

/// <summary>A stretch of text of one direction and one script.</summary>
internal readonly record struct TextItem(int Start, int Length, Script Script, int Level)
{
    public bool IsRightToLeft => (Level & 1) == 1;
}

/// <summary>Cuts text where its script (UAX #24) or its direction (UAX #9) changes.</summary>
/// <remarks>Common and inherited characters go with the script of what stands before them.</remarks>
internal static class TextItemizer
{
    /// <summary>Cuts a text that stands on a line of its own; the pieces come as they are seen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="baseLevel">The direction of the line.</param>
    public static List<TextItem> ItemizeLine(ReadOnlySpan<char> text, byte baseLevel)
    {
        if (baseLevel == 0 && !TextDirection.HasRightToLeft(text)) return Itemize(text, 0);
        byte[] levels = TextDirection.Levels(text, baseLevel);
        TextDirection.SettleWhite(text, levels, baseLevel);
        List<TextItem> items = [];
        for (int start = 0; start < text.Length;)
        {
            int end = start + 1;
            while (end < text.Length && levels[end] == levels[start]) end++;
            foreach (TextItem item in Itemize(text[start..end], levels[start])) items.Add(item with { Start = item.Start + start });
            start = end;
        }
        return [.. TextDirection.VisualOrder([.. items.Select(i => (byte)i.Level)]).Select(i => items[i])];
    }

    /// <summary>Cuts a text of one level, in the order it is read.</summary>
    public static List<TextItem> Itemize(ReadOnlySpan<char> text, byte level)
    {
        List<TextItem> items = [];
        Script script = FirstScript(text);
        int start = 0, at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Script own = ScriptOf(rune.Value);
            bool otherScript = own != Script.Common && own != Script.Inherited && own != script;
            if (at > start && otherScript)
            {
                items.Add(new(start, at - start, script, level));
                start = at;
            }
            if (otherScript) script = own;
            at += rune.Utf16SequenceLength;
        }
        if (at > start) items.Add(new(start, at - start, script, level));
        return items;
    }

    /// <summary>Whether a character is of the Latin script or of none of its own, and says nothing of direction: the blocks up to Latin Extended-B, and General Punctuation but for its controls.</summary>
    public static bool IsLatinOrCommon(char c) =>
        c is < '\u0250' or (>= '\u2000' and <= '\u200A') or (>= '\u2010' and <= '\u2027') or (>= '\u202F' and <= '\u205F');

    private static Script ScriptOf(int codePoint) =>
        codePoint < 0x80 && !char.IsAsciiLetter((char)codePoint) ? Script.Common : UnicodeFunctions.Default.GetScript(codePoint);

    private static Script FirstScript(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            if (ScriptOf(rune.Value) is Script script && script != Script.Common && script != Script.Inherited && script != Script.Unknown)
                return script;
        return Script.Latin;
    }
}
