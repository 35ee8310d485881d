using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>Applies rules of the running text where there is running text: not in fenced code, code spans or formulas.</summary>
internal static partial class RunningText
{
    /// <summary>For each line, whether it is fenced code or stands in a formula of several lines.</summary>
    public static ImmutableArray<bool> Masked(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> code = CodeFences.Find(lines);
        var masked = ImmutableArray.CreateBuilder<bool>(lines.Length);
        bool isFormula = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (code[i])
            {
                masked.Add(true);
                isFormula = false;
                continue;
            }
            // A formula has no blank line in it: what stays open ends there.
            if (lines[i].IsBlank) isFormula = false;
            int dollars = Dollars().Count(CodeSpans.Blanked(lines[i].Text));
            masked.Add(isFormula);
            if (dollars % 2 == 1) isFormula = !isFormula;
        }
        return masked.MoveToImmutable();
    }

    /// <summary>Rewrites every line of running text.</summary>
    public static ImmutableArray<SourceLine> Each(ImmutableArray<SourceLine> lines, Func<SourceLine, string> rewrite)
    {
        ImmutableArray<bool> masked = Masked(lines);
        return [.. lines.Select((l, i) => masked[i] ? l : l.With(rewrite(l)))];
    }

    /// <summary>Replaces every match that begins neither in a code span nor in a formula.</summary>
    public static string Replace(string line, Regex pattern, MatchEvaluator replace)
    {
        if (line.Length == 0) return line;
        string? bare = null;
        return pattern.Replace(line, m =>
        {
            bare ??= Bare(line);
            return m.Length == 0 || bare[m.Index] != '\0' || line[m.Index] == '\0' ? replace(m) : m.Value;
        });
    }

    /// <summary>The matches that begin neither in a code span nor in a formula.</summary>
    public static IEnumerable<Match> Matches(string line, Regex pattern)
    {
        string bare = Bare(line);
        return pattern.Matches(line).Where(m => m.Length > 0 && bare[m.Index] != '\0');
    }

    /// <summary>The line with code spans and formulas made of U+0000, as long as before.</summary>
    private static string Bare(string line)
    {
        string spans = CodeSpans.Blanked(line);
        char[] bare = line.ToCharArray();
        for (int i = 0; i < bare.Length; i++)
            if (spans[i] != line[i]) bare[i] = '\0';
        foreach (Match formula in Formula().Matches(spans)) Array.Fill(bare, '\0', formula.Index, formula.Length);
        return new string(bare);
    }

    [GeneratedRegex(@"(?<!\\)\$\$")]
    private static partial Regex Dollars();

    // Pandoc's rule: no space within the dollars, no figure after them.
    [GeneratedRegex(@"(?<!\\)\$\$.*?\$\$|(?<![\\$])\$(?![\s$])(?:[^$\\]|\\.)*?(?<![\s\\])\$(?![\d$])")]
    private static partial Regex Formula();
}
