using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Keeps a line within a paragraph from beginning a heading, a list or a quotation: in Pandoc's Markdown those need a blank line before them.</summary>
/// <remarks>Pandoc's manual, extensions blank_before_header and blank_before_blockquote; lists_without_preceding_blankline is off.</remarks>
internal static partial class ParagraphGuard
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        bool inParagraph = false;
        for (int i = 0; i < lines.Length; i++)
        {
            SourceLine line = lines[i];
            if (!isText[i] || line.IsBlank)
            {
                inParagraph = false;
                told.Add(line);
                continue;
            }
            if (inParagraph && Ending().IsMatch(line.Text))
            {
                inParagraph = false;
                told.Add(line);
                continue;
            }
            if (inParagraph && Interrupting().Match(line.Text) is { Success: true } mark)
            {
                int at = mark.Groups[1].Index;
                // "12." would begin a list by its full stop, the others by their first character.
                if (mark.Groups[2].Success) at = mark.Groups[2].Index;
                told.Add(line.With(line.Text.Insert(at, "\\")));
                continue;
            }
            if (!inParagraph) inParagraph = !BlockStart().IsMatch(line.Text) && RunningText.Indent(line.Text) == 0 && (i == 0 || lines[i - 1].IsBlank);
            told.Add(line);
        }
        return told.ToImmutable();
    }

    // The line under a heading, and the fence of a division.
    [GeneratedRegex(@"^(?: {0,3}(?:=+|-+)[ \t]*$|[ \t>]*:::)")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^ {0,3}(?:([#>+*-])(?:(?<=>)|#{0,5}[ \t]+\S)|\d{1,9}([.)])[ \t])")]
    private static partial Regex Interrupting();

    [GeneratedRegex(@"^\s*(?:[#>|+*-]|\d{1,9}[.)]\s|[a-zA-Z]{1,6}[.)]\s|:|~|\[\^[^\]]+\]:|`{3}|<|\$\$|\\begin|\{\{|!\[|Table:|\()")]
    private static partial Regex BlockStart();
}
