using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace BookBuilder.Fonts.Shaping;

/// <summary>A stretch of text of one direction and one script.</summary>
internal readonly record struct TextItem(int Start, int Length, Script Script, int Level)
{
    public bool IsRightToLeft => (Level & 1) == 1;
}

/// <summary>Cuts text where its script or its direction changes, and puts the pieces in the order they are seen.</summary>
/// <remarks>
/// Scripts by UAX #24 (common and inherited characters go with what stands before them). Directions by a plain reading of
/// UAX #9: strong letters, digits, and neutrals between them; no explicit embeddings.
/// </remarks>
internal static class TextItemizer
{
    private enum Side { Neutral, Left, Right, Digit }

    public static List<TextItem> Itemize(ReadOnlySpan<char> text, bool startsRightToLeft)
    {
        List<TextItem> items = [];
        int[]? levels = HasRightToLeft(text) || startsRightToLeft ? Levels(text, startsRightToLeft) : null;
        Script script = FirstScript(text);
        int start = 0, at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Script own = ScriptOf(rune.Value);
            bool otherScript = own != Script.Common && own != Script.Inherited && own != script;
            if (at > start && (otherScript || (levels is not null && levels[at] != levels[at - 1])))
            {
                items.Add(new(start, at - start, script, levels?[start] ?? 0));
                start = at;
            }
            if (otherScript) script = own;
            at += rune.Utf16SequenceLength;
        }
        if (at > start) items.Add(new(start, at - start, script, levels?[start] ?? 0));
        return levels is null ? items : InVisualOrder(items);
    }

    private static Script ScriptOf(int codePoint) =>
        codePoint < 0x80 && !char.IsAsciiLetter((char)codePoint) ? Script.Common : UnicodeFunctions.Default.GetScript(codePoint);

    private static Script FirstScript(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            if (ScriptOf(rune.Value) is Script script && script != Script.Common && script != Script.Inherited && script != Script.Unknown)
                return script;
        return Script.Latin;
    }

    private static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            if (SideOf(rune) == Side.Right)
                return true;
        return false;
    }

    private static Side SideOf(Rune rune) => rune.Value switch
    {
        < 0x590 => Rune.IsLetter(rune) ? Side.Left : Rune.IsDigit(rune) ? Side.Digit : Side.Neutral,
        (>= 0x660 and <= 0x669) or (>= 0x6F0 and <= 0x6F9) => Side.Digit,
        <= 0x8FF or 0x200F or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Side.Right,
        _ => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark ? Side.Left
            : Rune.IsDigit(rune) ? Side.Digit : Side.Neutral,
    };

    /// <summary>The embedding level of each UTF-16 unit: even runs to the right, odd to the left.</summary>
    private static int[] Levels(ReadOnlySpan<char> text, bool startsRightToLeft)
    {
        int[] levels = new int[text.Length];
        int paragraph = startsRightToLeft ? 1 : 0;
        Side before = startsRightToLeft ? Side.Right : Side.Left, strong = before;
        int neutralsFrom = 0, at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Side side = SideOf(rune);
            if (side != Side.Neutral)
            {
                // A number after letters that run left to right is one of them; after the others it is an island.
                Side acts = side == Side.Digit ? strong : side;
                int between = acts == Side.Right && before == Side.Right ? 1 : acts == Side.Left && before == Side.Left ? 2 * paragraph : paragraph;
                levels.AsSpan(neutralsFrom, at - neutralsFrom).Fill(between);
                int level = side switch
                {
                    Side.Right => 1,
                    Side.Digit when strong == Side.Right => 2,
                    _ => 2 * paragraph,
                };
                levels.AsSpan(at, rune.Utf16SequenceLength).Fill(level);
                before = acts;
                if (side != Side.Digit) strong = side;
                neutralsFrom = at + rune.Utf16SequenceLength;
            }
            at += rune.Utf16SequenceLength;
        }
        levels.AsSpan(neutralsFrom).Fill(paragraph);
        return levels;
    }

    /// <summary>From the highest level down, turns round every stretch of at least that level (UAX #9, rule L2).</summary>
    private static List<TextItem> InVisualOrder(List<TextItem> items)
    {
        for (int level = items.Count == 0 ? 0 : items.Max(i => i.Level); level > 0; level--)
        for (int from = 0; from < items.Count; from++)
        {
            int to = from;
            while (to < items.Count && items[to].Level >= level) to++;
            if (to == from) continue;
            items.Reverse(from, to - from);
            from = to;
        }
        return items;
    }
}
