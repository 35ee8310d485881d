using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>Applies rules of the running text where there is running text: not in code, not in formulas.</summary>
internal static class Prose
{
    /// <summary>For each line, whether it is something else than running text.</summary>
    public static ImmutableArray<bool> Masked(ImmutableArray<SourceLine> lines) => [.. RunningText.Find(lines).Select(static isText => !isText)];

    /// <summary>Rewrites every line of running text.</summary>
    public static ImmutableArray<SourceLine> Each(ImmutableArray<SourceLine> lines, Func<SourceLine, string> rewrite)
    {
        bool[] isText = RunningText.Find(lines);
        return [.. lines.Select((l, i) => isText[i] ? l.With(rewrite(l)) : l)];
    }

    /// <summary>Replaces every match that begins neither in a code span nor in a formula.</summary>
    public static string Replace(string line, Regex pattern, MatchEvaluator replace)
    {
        if (line.Length == 0) return line;
        bool[]? mask = null;
        return pattern.Replace(line, m =>
        {
            mask ??= InlineMask.Of(line);
            return m.Length == 0 || !mask[m.Index] ? replace(m) : m.Value;
        });
    }

    /// <summary>The matches that begin neither in a code span nor in a formula.</summary>
    public static IEnumerable<Match> Matches(string line, Regex pattern)
    {
        bool[] mask = InlineMask.Of(line);
        return pattern.Matches(line).Where(m => m.Length > 0 && !mask[m.Index]);
    }
}
