using System.Collections.Immutable;

namespace BookBuilder.Knitr;

/// <summary>Writes a table in the book's own form: a pipe table; line ends within a cell are <c>&lt;br&gt;</c>.</summary>
internal static class PipeTable
{
    /// <summary>Adds the table with its caption and the remarks under it.</summary>
    /// <param name="lines">Where.</param>
    /// <param name="table">The table.</param>
    /// <param name="caption">Its caption with its label; null when it has none.</param>
    public static void Add(LineList lines, RTable table, string? caption)
    {
        int columns = table.Heads.Length;
        lines.Gap();
        if (caption is not null) lines.Add("Table: " + caption).Add("");
        lines.Add(Row(table.Heads, columns));
        lines.Add("|" + string.Concat(Enumerable.Range(0, columns).Select(c => (c < table.Align.Length ? table.Align[c] : 'l') switch
        {
            'r' => "---:|",
            'c' => ":---:|",
            _ => ":---|",
        })));
        foreach (ImmutableArray<string> row in table.Cells) lines.Add(Row(row, columns));
        lines.Add("");
        if (table.Notes.IsEmpty) return;
        lines.Add("::: {.table-note}");
        foreach (string note in table.Notes) lines.Add(OneLine(note)).Add("");
        lines.Add(":::").Add("");
    }

    /// <summary>Adds, in place of a table that only a run would make, one that says so.</summary>
    public static void AddUnrun(LineList lines, string program, string caption) =>
        Add(lines, new RTable(new RFrame([], [])) { Heads = [""], Cells = [[$"*This table is made by {program}.*"]] }, caption);

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Row(ImmutableArray<string> cells, int columns) =>
        "|" + string.Concat(Enumerable.Range(0, columns).Select(c => " " + (c < cells.Length ? Cell(cells[c]) : "") + " |"));

    private static string Cell(string text) => OneLine(text.Trim().ReplaceLineEndings("\n").Replace("\n", "<br>", StringComparison.Ordinal)).Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
