using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Lines that begin with a bar keep their ends and their indent: verse, addresses (Pandoc's manual, extension line_blocks).</summary>
internal static partial class LineBlocks
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            int end = i;
            if (isText[i] && (i == 0 || lines[i - 1].IsBlank || lines[i - 1].Text.TrimStart().StartsWith(":::", StringComparison.Ordinal)) && Bar().IsMatch(lines[i].Text))
                while (end < lines.Length && isText[end] && (Bar().IsMatch(lines[end].Text) || end > i && lines[end].Text.StartsWith(' ') && !lines[end].IsBlank)) end++;
            if (end == i || IsTable(lines, i, end))
            {
                told.Add(lines[i]);
                continue;
            }
            log.Find(Carrying.Supported, "line block", lines[i].At());
            told.Add(lines[i].With("::: {.verse}"));
            for (int at = i; at < end; at++) told.Add(lines[at].With(Verse(lines, at, end)));
            told.Add(lines[end - 1].With(":::"));
            i = end - 1;
        }
        return told.ToImmutable();
    }

    /// <summary>A line with its indent kept and its end marked; a bar alone is the white between two stanzas.</summary>
    private static string Verse(ImmutableArray<SourceLine> lines, int at, int end)
    {
        string line = lines[at].Text;
        if (!Bar().IsMatch(line)) return line.Trim() + Ending(lines, at, end);
        string words = line.TrimEnd()[1..];
        if (words.StartsWith(' ')) words = words[1..];
        string text = words.TrimStart(' ');
        if (text.Length == 0) return "";
        return string.Concat(Enumerable.Repeat("&nbsp;", words.Length - text.Length)) + text + Ending(lines, at, end);
    }

    // A line that goes on without a bar is one with the line above.
    private static string Ending(ImmutableArray<SourceLine> lines, int at, int end) =>
        at + 1 < end && Bar().IsMatch(lines[at + 1].Text) && lines[at + 1].Text.Trim() != "|" ? "\\" : "";

    private static bool IsTable(ImmutableArray<SourceLine> lines, int start, int end)
    {
        if (end - start >= 2 && Delimiters().IsMatch(lines[start + 1].Text)) return true;
        for (int i = start; i < end; i++)
            if (Bar().IsMatch(lines[i].Text) && lines[i].Text.TrimEnd().Length > 1 && lines[i].Text.TrimEnd()[1..].Contains('|') && lines[i].Text.TrimEnd().EndsWith('|')) continue;
            else return false;
        return true;
    }

    [GeneratedRegex(@"^\|(?: |$)")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*([|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")]
    private static partial Regex Delimiters();
}
