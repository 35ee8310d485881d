using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Markdown.Conversion;

/// <summary>Refuses texts that would keep the parser busy for minutes, before it begins: a running parse cannot be stopped.</summary>
/// <remarks>Brackets and reference definitions cost the square of their number within one block and one file.</remarks>
internal static class CostlyText
{
    /// <summary>The longest chapter that is read, in UTF-16 units: some 5,000 pages.</summary>
    public const int MaxLength = 16_000_000;
    private const int MaxBracketsInBlock = 20_000;
    private const int MaxDefinitions = 20_000;

    /// <summary>What to say against a text; null when it may be parsed.</summary>
    public static Diagnostic? Check(string text, SourceMap map)
    {
        if (text.Length > MaxLength) return Problems.ChapterTooLarge(text.Length, MaxLength, map.Span(0, 0));
        int definitions = 0, brackets = 0, at = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.TrimStart();
            if (line.IsEmpty) brackets = 0;
            brackets += line.Count('[');
            if (brackets > MaxBracketsInBlock) return Problems.CostlyText($"more than {MaxBracketsInBlock} brackets in one block", map.Span(at, at + raw.Length));
            if (line.Length > 3 && line[0] == '[' && line[1] != '^' && line.IndexOf("]:") > 0 && ++definitions > MaxDefinitions)
                return Problems.CostlyText($"more than {MaxDefinitions} link definitions", map.Span(at, at + raw.Length));
            at += raw.Length + (at + raw.Length + 1 < text.Length && text[at + raw.Length] == '\r' && text[at + raw.Length + 1] == '\n' ? 2 : 1);
        }
        return null;
    }
}
