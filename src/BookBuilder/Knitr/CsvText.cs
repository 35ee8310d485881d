using System.Collections.Immutable;
using System.Text;

namespace BookBuilder.Knitr;

/// <summary>Reads values separated by commas and the like (RFC 4180): a value in quotes may hold commas, line ends and doubled quotes.</summary>
internal static class CsvText
{
    /// <summary>The rows; blank lines are none.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="separator">What stands between values; U+0000 for any white space.</param>
    public static IEnumerable<ImmutableArray<string>> Read(string text, char separator)
    {
        var row = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        bool wasQuoted = false;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : '\n';
            if (c == '"' && cell.Length == 0 && !wasQuoted)
            {
                at = Quoted(text, at + 1, cell);
                wasQuoted = true;
            }
            else if (c == '\n')
            {
                if (cell.Length > 0 || wasQuoted || row.Count > 0) End();
                if (row.Count > 0) yield return row.ToImmutable();
                row.Clear();
            }
            else if (separator == '\0' ? c is ' ' or '\t' : c == separator)
            {
                if (separator != '\0' || cell.Length > 0 || wasQuoted) End();
            }
            else if (c != '\r') cell.Append(c);
        }

        void End()
        {
            row.Add(wasQuoted ? cell.ToString() : cell.ToString().Trim());
            cell.Clear();
            wasQuoted = false;
        }
    }

    /// <summary>Reads up to the closing quotes and gives their place.</summary>
    private static int Quoted(string text, int at, StringBuilder cell)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else return at;
        }
        return at - 1;
    }
}
