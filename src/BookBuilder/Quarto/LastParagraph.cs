using System.Collections.Immutable;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Takes the last paragraph of a division, which is the caption of what stands in it.</summary>
internal static class LastParagraph
{
    /// <summary>The lines before it, and its words on one line; no words when the division ends in something else.</summary>
    public static (ImmutableArray<SourceLine> Before, string Words) Take(ImmutableArray<SourceLine> lines)
    {
        int end = lines.Length;
        while (end > 0 && lines[end - 1].IsBlank) end--;
        int start = end;
        bool[] isText = RunningText.Find(lines);
        while (start > 0 && isText[start - 1] && !lines[start - 1].IsBlank) start--;
        if (start == end) return (lines, "");
        string first = lines[start].Text.TrimStart();
        bool isParagraph = first.Length > 0 && first[0] is not ('|' or '+' or '#' or '>' or '!' or ':' or '<' or '-') || first.StartsWith("![", StringComparison.Ordinal) && !first.TrimEnd().EndsWith(')') && !first.TrimEnd().EndsWith('}');
        return isParagraph ? (lines[..start], string.Join(' ', lines[start..end].Select(l => l.Text.Trim()))) : (lines, "");
    }
}
