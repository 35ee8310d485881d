using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Turns simple and multiline tables, which are ruled by hyphens, into pipe tables (Pandoc's manual, extensions simple_tables and multiline_tables).</summary>
internal static partial class DashTables
{
    public static ImmutableArray<SourceLine> Translate(ImmutableArray<SourceLine> lines, TranslationAccount log)
    {
        var told = ImmutableArray.CreateBuilder<SourceLine>(lines.Length);
        bool[] isText = RunningText.Find(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            if (isText[i] && Read(lines, isText, i) is { } table)
            {
                log.Find(Carrying.Supported, table.IsMultiline ? "multiline table" : "simple table", lines[i].At());
                Write(told, table, lines);
                i = WriteCaption(told, table, lines) - 1;
            }
            else
            {
                told.Add(lines[i]);
            }
        }
        return told.ToImmutable();
    }

    /// <summary>A table that was found.</summary>
    /// <param name="Columns">Where its columns begin and end in a line.</param>
    /// <param name="Head">The lines of its head; empty when it has none.</param>
    /// <param name="Rows">The lines of each row.</param>
    /// <param name="End">Just after its last line.</param>
    /// <param name="IsMultiline">Whether rows have several lines and columns a width.</param>
    private sealed record DashTable(ImmutableArray<(int Start, int End)> Columns, List<int> Head, List<List<int>> Rows, int End, bool IsMultiline);

    private static DashTable? Read(ImmutableArray<SourceLine> lines, bool[] isText, int start)
    {
        bool isFirst = start == 0 || lines[start - 1].IsBlank || !isText[start - 1] || lines[start - 1].Text.TrimStart().StartsWith(":::", StringComparison.Ordinal);
        if (!isFirst || lines[start].IsBlank) return null;
        string first = lines[start].Text;
        int ruler;
        List<int> head = [];
        bool hasTopRule = Rule().IsMatch(first);
        if (hasTopRule && !Columns().IsMatch(first))
        {
            // A multiline table with a head: rule, head, ruler.
            for (ruler = start + 1; ruler < lines.Length && isText[ruler] && !lines[ruler].IsBlank && !Columns().IsMatch(lines[ruler].Text); ruler++) head.Add(ruler);
            if (head.Count == 0 || ruler >= lines.Length || !Columns().IsMatch(lines[ruler].Text)) return null;
        }
        else if (Columns().IsMatch(first)) ruler = start;
        else if (start + 1 < lines.Length && isText[start + 1] && Columns().IsMatch(lines[start + 1].Text))
        {
            ruler = start + 1;
            head.Add(start);
        }
        else return null;

        bool mayBeMultiline = head.Count == 0 || hasTopRule;
        // A bottom rule tells a multiline table, in which blank lines part the rows, from a simple one, which ends with the first of them.
        int bottom = -1, blank = -1;
        for (int i = ruler + 1; i < lines.Length && isText[i]; i++)
        {
            if (lines[i].IsBlank) { if (blank < 0) blank = i; if (!mayBeMultiline || i + 1 < lines.Length && lines[i + 1].IsBlank) break; continue; }
            if (lines[i].Text.StartsWith('#')) break;
            if (Rule().IsMatch(lines[i].Text) || Columns().IsMatch(lines[i].Text)) { bottom = i; break; }
        }
        bool isMultiline = bottom > 0 && mayBeMultiline && blank > 0 && blank < bottom || hasTopRule && head.Count > 0 && bottom > 0;
        if (hasTopRule && head.Count > 0 && !isMultiline) return null;
        if (!isMultiline && head.Count == 0 && (bottom < 0 || blank >= 0 && blank < bottom)) return null;
        int end = isMultiline ? bottom : bottom > 0 && (blank < 0 || bottom < blank) ? bottom : blank < 0 ? EndOfText(lines, isText, ruler + 1) : blank;
        var rows = new List<List<int>>();
        if (isMultiline)
        {
            List<int> row = [];
            for (int i = ruler + 1; i <= end; i++)
            {
                if (i < end && !lines[i].IsBlank) { row.Add(i); continue; }
                if (row.Count > 0) rows.Add(row);
                row = [];
            }
        }
        else
        {
            for (int i = ruler + 1; i < end; i++) rows.Add([i]);
        }
        if (rows.Count == 0 && head.Count == 0) return null;
        int after = end < lines.Length && (Rule().IsMatch(lines[end].Text) || Columns().IsMatch(lines[end].Text)) ? end + 1 : end;
        return new DashTable(ColumnsOf(lines[ruler].Text), head, rows, after, isMultiline);
    }

    private static int EndOfText(ImmutableArray<SourceLine> lines, bool[] isText, int from)
    {
        while (from < lines.Length && isText[from]) from++;
        return from;
    }

    private static ImmutableArray<(int Start, int End)> ColumnsOf(string ruler) => [.. Dashes().Matches(ruler).Select(m => (m.Index, m.Index + m.Length))];

    private static void Write(ImmutableArray<SourceLine>.Builder told, DashTable table, ImmutableArray<SourceLine> lines)
    {
        List<int> model = table.Head.Count > 0 ? table.Head : table.Rows.Count > 0 ? table.Rows[0] : [];
        SourceLine first = lines[model.Count > 0 ? model[0] : table.End - 1];
        if (table.IsMultiline && (told.Count > 0 && !told[^1].IsBlank)) told.Add(first.With(""));
        told.Add(first.With(Row(table, table.Head, lines)));
        var rule = new StringBuilder("|");
        foreach ((int start, int end) in table.Columns) rule.Append(Alignment(model.Select(i => lines[i].Text), start, end)).Append('|');
        told.Add(first.With(rule.ToString()));
        foreach (List<int> row in table.Rows) told.Add(lines[row[0]].With(Row(table, row, lines)));
    }

    /// <summary>The widths of a multiline table's columns, in percent.</summary>
    private static string? WidthsOf(DashTable table)
    {
        int total = table.Columns[^1].End - table.Columns[0].Start;
        if (!table.IsMultiline || total <= 0) return null;
        return string.Join(",", table.Columns.Select((c, i) =>
            ((i + 1 < table.Columns.Length ? table.Columns[i + 1].Start : c.End) - c.Start) * 100 / total).Select(w => w.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A caption after the table takes the widths of its columns with it; without one they are lost, as the lines' lengths are.</summary>
    /// <returns>Just after the last line that was told.</returns>
    private static int WriteCaption(ImmutableArray<SourceLine>.Builder told, DashTable table, ImmutableArray<SourceLine> lines)
    {
        int start = table.End;
        while (start < lines.Length && lines[start].IsBlank) start++;
        if (WidthsOf(table) is not { } widths || start >= lines.Length || !Caption().IsMatch(lines[start].Text)) return table.End;
        int end = start;
        while (end < lines.Length && !lines[end].IsBlank) end++;
        for (int i = table.End; i < end; i++) told.Add(i == end - 1 ? lines[i].With(WithWidths(lines[i].Text, widths)) : lines[i]);
        return end;
    }

    private static string WithWidths(string caption, string widths) =>
        AttributeList.AtEnd(caption) is var (list, before) ? $"{before} {list.With("tbl-colwidths", $"[{widths}]")}" : $"{caption.TrimEnd()} {{tbl-colwidths=\"[{widths}]\"}}";

    private static string Row(DashTable table, List<int> row, ImmutableArray<SourceLine> lines)
    {
        var text = new StringBuilder("|");
        for (int c = 0; c < table.Columns.Length; c++)
        {
            string cell = string.Join(' ', row.Select(i => Cell(lines[i].Text, table.Columns, c)).Where(p => p.Length > 0));
            text.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
        }
        return text.ToString();
    }

    private static string Cell(string line, ImmutableArray<(int Start, int End)> columns, int column)
    {
        int start = column == 0 ? 0 : columns[column].Start;
        int end = column + 1 < columns.Length ? columns[column + 1].Start : line.Length;
        return start >= line.Length ? "" : line[start..Math.Min(end, line.Length)].Trim();
    }

    /// <summary>How the head's words, or the first row's, stand over the hyphens says how the column is aligned.</summary>
    private static string Alignment(IEnumerable<string> model, int start, int end)
    {
        string line = model.Select(l => l.PadRight(end)).FirstOrDefault(l => l[start..end].Trim().Length > 0) ?? "";
        if (line.Length == 0) return "---";
        bool left = line[start] != ' ', right = line[end - 1] != ' ';
        return (left, right) switch { (true, false) => ":---", (false, true) => "---:", (false, false) => ":---:", _ => "---" };
    }

    [GeneratedRegex(@"^ {0,3}-{3,}[ \t]*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ *-{2,}(?: +-{2,})+[ \t]*$")]
    private static partial Regex Columns();

    [GeneratedRegex("-+")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(?:[Tt]able)?:[ \t]")]
    private static partial Regex Caption();
}
