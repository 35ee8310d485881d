using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>Rewrites the running text of a line and leaves its code spans alone.</summary>
internal static class CodeSpans
{
    /// <summary>Replaces every match outside code spans.</summary>
    /// <param name="line">The line.</param>
    /// <param name="pattern">What is looked for. A match that begins in a code span does not count.</param>
    /// <param name="replace">What stands for it.</param>
    public static string Replace(string line, Regex pattern, MatchEvaluator replace)
    {
        if (!line.Contains('`')) return pattern.Replace(line, replace);
        bool[] isCode = InlineMask.OfCode(line);
        return pattern.Replace(line, m => m.Length > 0 && isCode[m.Index] ? m.Value : replace(m));
    }

    /// <summary>Every match outside code spans.</summary>
    public static IEnumerable<Match> Matches(string line, Regex pattern)
    {
        bool[] isCode = InlineMask.OfCode(line);
        return pattern.Matches(line).Where(m => m.Index >= isCode.Length || !isCode[m.Index]);
    }

    /// <summary>The line with its code spans blanked out, as long as before.</summary>
    public static string Blanked(string line)
    {
        bool[] isCode = InlineMask.OfCode(line);
        var blanked = new StringBuilder(line);
        for (int i = 0; i < isCode.Length; i++)
            if (isCode[i]) blanked[i] = ' ';
        return blanked.ToString();
    }
}
