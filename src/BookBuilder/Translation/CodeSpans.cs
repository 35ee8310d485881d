using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>Rewrites the running text of a line and leaves its code spans alone (CommonMark 0.31, 6.1). A code span that goes on over the line's end is not known.</summary>
internal static class CodeSpans
{
    /// <summary>Replaces every match outside code spans.</summary>
    /// <param name="line">The line.</param>
    /// <param name="pattern">What is looked for. A match that begins in a code span does not count.</param>
    /// <param name="replace">What stands for it.</param>
    public static string Replace(string line, Regex pattern, MatchEvaluator replace)
    {
        if (!line.Contains('`')) return pattern.Replace(line, replace);
        bool[] isCode = Mark(line);
        return pattern.Replace(line, m => m.Length > 0 && isCode[m.Index] ? m.Value : replace(m));
    }

    /// <summary>Every match outside code spans.</summary>
    public static IEnumerable<Match> Matches(string line, Regex pattern)
    {
        bool[] isCode = Mark(line);
        return pattern.Matches(line).Where(m => m.Index >= isCode.Length || !isCode[m.Index]);
    }

    /// <summary>The line with its code spans blanked out, as long as before.</summary>
    public static string Blanked(string line)
    {
        bool[] isCode = Mark(line);
        var blanked = new StringBuilder(line);
        for (int i = 0; i < isCode.Length; i++)
            if (isCode[i]) blanked[i] = ' ';
        return blanked.ToString();
    }

    private static bool[] Mark(string line)
    {
        var isCode = new bool[line.Length];
        for (int at = 0; at < line.Length;)
        {
            if (line[at] == '\\') { at += 2; continue; }
            if (line[at] != '`') { at++; continue; }
            int count = Run(line, at);
            int end = at + count;
            while (end < line.Length && !(line[end] == '`' && Run(line, end) == count)) end += line[end] == '`' ? Run(line, end) : 1;
            if (end >= line.Length) { at += count; continue; }
            for (int i = at; i < end + count; i++) isCode[i] = true;
            at = end + count;
        }
        return isCode;
    }

    private static int Run(string line, int at)
    {
        int end = at;
        while (end < line.Length && line[end] == '`') end++;
        return end - at;
    }
}
