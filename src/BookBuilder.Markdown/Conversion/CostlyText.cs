using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Refuses texts that would keep the parser busy for minutes, before it begins: a running parse cannot be stopped.</summary>
/// <remarks>Brackets and other marks that stay open cost the square of their number within one block, reference definitions within one file,
/// marks of lists within one line, and divisions within each other.</remarks>
internal static class CostlyText
{
    private const int MaxBracketsInBlock = 20_000;
    private const int MaxMarksInBlock = 100_000;
    private const int MaxMarkersInLine = 2_000;
    private const int MaxDefinitions = 20_000;
    private const int MaxOpenDivisions = 200;

    /// <summary>What to say against a text that is longer than a chapter; null when it is none.</summary>
    public static Diagnostic? TooLong(string text, BookLimits limits, SourceMap map)
    {
        if (text.Length > limits.ChapterCharacters) return Problems.ChapterTooLarge(text.Length, limits.ChapterCharacters, map.Span(0, 0));
        return text.AsSpan().Count('\n') >= limits.ChapterLines ? Problems.ChapterTooManyLines(limits.ChapterLines, map.Span(0, 0)) : null;
    }

    /// <summary>What to say against a text; null when it may be parsed.</summary>
    public static Diagnostic? Check(string text, SourceMap map)
    {
        int definitions = 0, brackets = 0, marks = 0, divisions = 0, at = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.TrimStart();
            if (line.IsEmpty) brackets = marks = 0;
            brackets += line.Count('[');
            if (brackets > MaxBracketsInBlock) return Problems.CostlyText($"more than {MaxBracketsInBlock} brackets in one block", map.Span(at, at + raw.Length));
            marks += line.Count('*') + line.Count('_') + line.Count('~') + line.Count('^') + line.Count('|');
            if (marks > MaxMarksInBlock) return Problems.CostlyText($"more than {MaxMarksInBlock} marks of emphasis or tables in one block", map.Span(at, at + raw.Length));
            if (line.StartsWith(":::"))
                divisions = Math.Max(0, divisions + (line.IndexOfAnyExcept(": \t") < 0 ? -1 : 1));
            if (divisions > MaxOpenDivisions) return Problems.CostlyText($"more than {MaxOpenDivisions} divisions in each other", map.Span(at, at + raw.Length));
            int markers = line.IndexOfAnyExcept("-*+> \t");
            if ((markers < 0 ? line : line[..markers]).Count(' ') > MaxMarkersInLine && line[0] is not ' ')
                return Problems.CostlyText($"more than {MaxMarkersInLine} marks of lists in one line", map.Span(at, at + raw.Length));
            if (line.Length > 3 && line[0] == '[' && line[1] != '^' && line.IndexOf("]:") > 0 && ++definitions > MaxDefinitions)
                return Problems.CostlyText($"more than {MaxDefinitions} link definitions", map.Span(at, at + raw.Length));
            at += raw.Length + (at + raw.Length + 1 < text.Length && text[at + raw.Length] == '\r' && text[at + raw.Length + 1] == '\n' ? 2 : 1);
        }
        return null;
    }
}
