namespace BookBuilder.Translation;

/// <summary>Marks the characters of a line that no rule for running text may touch: code spans and formulas.</summary>
internal static class InlineMask
{
    /// <summary>For each character, whether it belongs to code or a formula.</summary>
    public static bool[] Of(string line) => Of(line, static (l, at) => l[at] == '$' ? Formula(l, at) : -1);

    /// <summary>For each character, whether it belongs to code (CommonMark 0.31, 6.1). A code span that goes on over the line's end is not known.</summary>
    public static bool[] OfCode(string line) => Of(line, static (_, _) => -1);

    private static bool[] Of(string line, Func<string, int, int> other)
    {
        var isMasked = new bool[line.Length];
        for (int at = 0; at < line.Length;)
        {
            char c = line[at];
            if (c == '\\') { at += 2; continue; }
            int end = c == '`' ? Code(line, at) : other(line, at);
            if (end < 0)
            {
                at += c == '`' ? Run(line, at) : 1;
                continue;
            }
            Array.Fill(isMasked, true, at, end - at);
            at = end;
        }
        return isMasked;
    }

    private static int Run(string line, int at)
    {
        int end = at;
        while (end < line.Length && line[end] == '`') end++;
        return end - at;
    }

    private static int Code(string line, int at)
    {
        int count = Run(line, at);
        for (int end = at + count; end < line.Length;)
        {
            if (line[end] != '`') { end++; continue; }
            int run = Run(line, end);
            if (run == count) return end + count;
            end += run;
        }
        return -1;
    }

    // Pandoc's tex_math_dollars: no white after the opening dollar, none before the closing one, no digit after it.
    private static int Formula(string line, int at)
    {
        bool isDisplay = at + 1 < line.Length && line[at + 1] == '$';
        int start = at + (isDisplay ? 2 : 1);
        if (start >= line.Length || !isDisplay && char.IsWhiteSpace(line[start])) return -1;
        for (int end = start; end < line.Length; end++)
        {
            if (line[end] == '\\') { end++; continue; }
            if (line[end] != '$') continue;
            if (isDisplay) { if (end + 1 < line.Length && line[end + 1] == '$') return end + 2; continue; }
            if (end > start && !char.IsWhiteSpace(line[end - 1]) && !(end + 1 < line.Length && char.IsAsciiDigit(line[end + 1]))) return end + 1;
        }
        return -1;
    }
}
