using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BookBuilder.Translation;

/// <summary>Tells the lines of running text from code, formulas and comments.</summary>
internal static partial class RunningText
{
    /// <summary>For each line, whether it is running text: neither fenced nor indented code, no formula between double dollars, no comment.</summary>
    public static bool[] Find(ImmutableArray<SourceLine> lines)
    {
        ImmutableArray<bool> isCode = CodeFences.Find(lines);
        var isText = new bool[lines.Length];
        int lastCommentEnd = lines.Length - 1;
        while (lastCommentEnd >= 0 && !lines[lastCommentEnd].Text.Contains("-->", StringComparison.Ordinal)) lastCommentEnd--;
        bool inFormula = false, inComment = false, inItem = false, wasBlank = true, wasIndented = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Text;
            if (isCode[i])
            {
                (inFormula, inComment, wasBlank, wasIndented) = (false, false, false, false);
                continue;
            }
            string trimmed = line.TrimStart(' ', '\t', '>');
            if (inComment)
            {
                inComment = !line.Contains("-->", StringComparison.Ordinal);
                continue;
            }
            if (inFormula)
            {
                // A formula has no blank line: one that is never closed ends there.
                inFormula = trimmed.Length > 0 && Dollars(line) % 2 == 0;
                wasBlank = trimmed.Length == 0;
                continue;
            }
            // A comment that never ends is text.
            if (trimmed.StartsWith("<!--", StringComparison.Ordinal) && !trimmed.Contains("-->", StringComparison.Ordinal) && i < lastCommentEnd)
            {
                inComment = true;
                continue;
            }
            if (Dollars(line) % 2 == 1)
            {
                // The words before the dollars are text.
                inFormula = true;
                isText[i] = !trimmed.StartsWith("$$", StringComparison.Ordinal);
                wasBlank = false;
                continue;
            }
            int indent = Indent(line);
            bool isIndented = trimmed.Length > 0 && indent >= 4 && !inItem && (wasBlank || wasIndented);
            isText[i] = !isIndented && !(wasIndented && trimmed.Length == 0);
            if (trimmed.Length > 0)
            {
                if (Marker().IsMatch(line)) inItem = true;
                else if (wasBlank && indent == 0) inItem = false;
                wasIndented = isIndented;
            }
            wasBlank = trimmed.Length == 0;
        }
        return isText;
    }

    /// <summary>How far a line is indented, a tab to the next multiple of four.</summary>
    public static int Indent(string line)
    {
        int column = 0;
        foreach (char c in line)
            if (c == ' ') column++;
            else if (c == '\t') column += 4 - column % 4;
            else break;
        return column;
    }

    /// <summary>Whether an item of a list begins with the line, of whichever form.</summary>
    public static bool BeginsItem(string line) => Marker().IsMatch(line.TrimStart(' ', '\t'));

    /// <summary>How often two dollars stand in a line, outside of code.</summary>
    private static int Dollars(string line)
    {
        if (!line.Contains("$$", StringComparison.Ordinal)) return 0;
        bool[] isCode = InlineMask.OfCode(line);
        int count = 0;
        for (int at = 0; at < line.Length - 1; at++)
            if (line[at] == '\\') at++;
            else if (line[at] == '$' && line[at + 1] == '$' && !isCode[at]) { count++; at++; }
        return count;
    }

    [GeneratedRegex(@"^\s{0,3}(?:[-+*]|\d{1,9}[.)]|\(?(?:[a-zA-Z]|[ivxlcIVXLC]{1,6}|\d{1,4}|@[-\w]*)\)|[a-zA-Z]\.|[ivxlcIVXLC]{2,6}\.|#\.|\[\^[^\]]+\]:|[:~])(?:\s|$)")]
    private static partial Regex Marker();
}
