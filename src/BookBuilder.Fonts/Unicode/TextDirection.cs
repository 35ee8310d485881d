using static BookBuilder.Fonts.Unicode.BidiClass;

namespace BookBuilder.Fonts.Unicode;

/// <summary>Which way text runs, and the order its pieces are seen in (UAX #9, Unicode 15.0; both of the Consortium's test files hold).</summary>
/// <remarks>A level is even where text runs left to right and odd where it runs right to left.</remarks>
public static class TextDirection
{
    private static readonly CharacterTable Table = CharacterTable.Read("BidiClass.bin");

    /// <summary>Whether anything in a text can run right to left; most books have no such text and need no more of this.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        int first = text.IndexOfAnyExceptInRange('\0', '\u058f');
        for (int at = first < 0 ? text.Length : first; at < text.Length;)
        {
            if (text[at] < '\u0590')
            {
                at++;
                continue;
            }
            if (ClassOf(CharacterTable.CodePointAt(text, at, out int units)) is R or AL or AN or RLE or RLO or RLI) return true;
            at += units;
        }
        return false;
    }

    /// <summary>The level a text's first strong letter asks for, 0 or 1 (rules P2 and P3); null when it has none.</summary>
    public static byte? FirstStrong(ReadOnlySpan<char> text)
    {
        int isolates = 0;
        for (int at = 0; at < text.Length;)
        {
            BidiClass own = ClassOf(CharacterTable.CodePointAt(text, at, out int units));
            at += units;
            if (own is LRI or RLI or FSI) isolates++;
            else if (own == PDI) isolates = Math.Max(0, isolates - 1);
            else if (own == B) return null;
            else if (isolates == 0 && own is L or R or AL) return (byte)(own == L ? 0 : 1);
        }
        return null;
    }

    /// <summary>How many letters of a text run left to right, and how many right to left.</summary>
    public static (int Left, int Right) CountStrong(ReadOnlySpan<char> text)
    {
        int left = 0, right = 0;
        for (int at = 0; at < text.Length;)
        {
            BidiClass own = ClassOf(CharacterTable.CodePointAt(text, at, out int units));
            if (own == L) left++;
            else if (own is R or AL) right++;
            at += units;
        }
        return (left, right);
    }

    /// <summary>The level of a language's own paragraphs: 1 for those written right to left.</summary>
    /// <param name="language">A BCP 47 tag; a subtag for a script decides before the language does.</param>
    public static byte OfLanguage(string language)
    {
        // Every paragraph asks: nothing is made on the way.
        ReadOnlySpan<char> tag = language;
        foreach (Range part in tag.Split('-'))
            if (tag[part] is { Length: 4 } script && char.IsAsciiLetter(script[0])) return (byte)(IsOneOf(script, ScriptsToLeft) ? 1 : 0);
        int first = tag.IndexOf('-');
        return (byte)(IsOneOf(first < 0 ? tag : tag[..first], LanguagesToLeft) ? 1 : 0);
    }

    private static readonly string[] ScriptsToLeft = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "samr", "mand"];
    private static readonly string[] LanguagesToLeft = ["ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "arc", "syr", "nqo", "ks"];

    private static bool IsOneOf(ReadOnlySpan<char> subtag, string[] all)
    {
        foreach (string one in all)
            if (subtag.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The level of each UTF-16 unit, as if the text stood on one endless line (rules X1 to I2).</summary>
    /// <param name="text">One paragraph; if it has more, each has the same base.</param>
    /// <param name="baseLevel">0 for a paragraph that runs left to right, 1 for one that runs right to left.</param>
    public static byte[] Levels(ReadOnlySpan<char> text, byte baseLevel)
    {
        byte[] levels = new byte[text.Length];
        List<int> codePoints = [], places = [];
        for (int at = 0; at <= text.Length;)
        {
            bool ends = at == text.Length;
            int units = 1;
            if (!ends)
            {
                codePoints.Add(CharacterTable.CodePointAt(text, at, out units));
                places.Add(at);
                ends = ClassOf(codePoints[^1]) == B;
            }
            at += units;
            if (!ends || codePoints.Count == 0) continue;
            byte[] found = new BidiParagraph([.. codePoints], ClassOf, baseLevel).Resolve();
            for (int i = 0; i < found.Length; i++)
                levels.AsSpan(places[i], (i + 1 < places.Count ? places[i + 1] : Math.Min(at, text.Length)) - places[i]).Fill(found[i]);
            codePoints.Clear();
            places.Clear();
        }
        return levels;
    }

    /// <summary>Gives the white at a line's end, and around its tabulators, the paragraph's level (rule L1).</summary>
    /// <param name="line">The characters of one line.</param>
    /// <param name="levels">Their levels; changed.</param>
    /// <param name="baseLevel">The paragraph's.</param>
    public static void SettleWhite(ReadOnlySpan<char> line, Span<byte> levels, byte baseLevel)
    {
        int white = 0;
        for (int at = 0; at < line.Length;)
        {
            BidiClass own = ClassOf(CharacterTable.CodePointAt(line, at, out int units));
            at += units;
            if (own is B or S) levels[white..at].Fill(baseLevel);
            if (own is not (WS or LRI or RLI or FSI or PDI or BN or LRE or RLE or LRO or RLO or PDF)) white = at;
        }
        levels[white..].Fill(baseLevel);
    }

    /// <summary>The order in which pieces with these levels are seen from left to right (rule L2): the numbers of the pieces.</summary>
    public static int[] VisualOrder(ReadOnlySpan<byte> levels)
    {
        int[] order = new int[levels.Length];
        int highest = 0;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
        }
        for (int level = highest; level > 0; level--)
            for (int from = 0; from < order.Length; from++)
            {
                int to = from;
                while (to < order.Length && levels[order[to]] >= level) to++;
                order.AsSpan(from, to - from).Reverse();
                from = to;
            }
        return order;
    }

    internal static BidiClass ClassOf(int codePoint) => (BidiClass)Table[codePoint];
}
