using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>An HTML table. A cell over several columns or rows leaves empty ones beside and below it.</summary>
/// <param name="Heads">The words of its first row, as many as it has columns; all empty when it has no head.</param>
/// <param name="Rows">The others; a row may be short.</param>
/// <param name="Align">For each column <c>l</c>, <c>c</c>, <c>r</c>, or a blank when none is given.</param>
/// <param name="Caption">Its caption; empty when it has none.</param>
/// <param name="Id">Its id; null when it has none.</param>
internal sealed partial record HtmlTable(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<char> Align, string Caption, string? Id)
{
    /// <summary>Reads a table; null when it has no cells.</summary>
    public static HtmlTable? Read(string html, TranslationAccount log, SourceLine place)
    {
        List<List<string>> rows = [];
        List<int> pending = [];                  // for each column, the rows a cell above still covers
        bool isHead = false, hasHead = false;
        string caption = "";
        List<string>? row = null;
        string? id = null;
        List<char> alignments = [];
        HtmlElement? open = null;
        foreach (HtmlElement tag in HtmlElement.In(html))
        {
            switch (tag.Name)
            {
                case "table" when !tag.IsClosing: id ??= tag["id"]; break;
                case "caption" when !tag.IsClosing: open = tag; break;
                case "caption" when open is { Name: "caption" }: caption = Flat(html[open.End..tag.Start]); open = null; break;
                case "tr":
                case "tbody" or "thead" or "table" when tag.IsClosing:
                    EndRow(tag.Start);
                    if (tag is not { Name: "tr", IsClosing: false }) break;
                    row = Next(rows, pending);
                    isHead = true;
                    break;
                case "td" or "th":
                    Close(html, tag.Start, ref open, row, pending, alignments, log, place);
                    if (tag.IsClosing) break;
                    if (row is null) (row, isHead) = (Next(rows, pending), true);
                    if (tag.Name == "td") isHead = false;
                    open = tag;
                    break;
            }
        }
        EndRow(html.Length);
        int width = rows.Select(r => r.Count).DefaultIfEmpty(0).Max();
        if (width == 0) return null;
        if (!hasHead) rows.Insert(0, []);
        return new HtmlTable(
            [.. Enumerable.Range(0, width).Select(c => c < rows[0].Count ? rows[0][c] : "")],
            [.. rows.Skip(1).Select(r => r.ToImmutableArray())],
            [.. Enumerable.Range(0, width).Select(c => c < alignments.Count ? alignments[c] : ' ')],
            caption, id);

        void EndRow(int at)
        {
            Close(html, at, ref open, row, pending, alignments, log, place);
            if (row is not null && rows.Count == 1 && isHead) hasHead = true;
            row = null;
        }
    }

    /// <summary>The lines of a pipe table, its caption after it.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Line(Heads);
        yield return "|" + string.Join("|", Align.Select(a => a switch { 'r' => "---:", 'c' => ":---:", _ => "---" })) + "|";
        foreach (ImmutableArray<string> row in Rows) yield return Line(row);
        if (Caption.Length == 0 && Id is null) yield break;
        yield return "";
        yield return $"Table: {Caption}{(Id is null ? "" : $" {{#{Id}}}")}";
    }

    private string Line(ImmutableArray<string> cells) =>
        "| " + string.Join(" | ", Heads.Select((_, c) => c < cells.Length ? cells[c].Replace("|", "\\|", StringComparison.Ordinal) : "")) + " |";

    private static List<string> Next(List<List<string>> rows, List<int> pending)
    {
        var row = new List<string>();
        rows.Add(row);
        Skip(row, pending);
        return row;
    }

    private static void Skip(List<string> row, List<int> pending)
    {
        while (row.Count < pending.Count && pending[row.Count] > 0)
        {
            pending[row.Count]--;
            row.Add("");
        }
    }

    private static void Close(string html, int at, ref HtmlElement? cell, List<string>? row, List<int> pending, List<char> alignments, TranslationAccount log, SourceLine place)
    {
        if (cell is not { Name: "td" or "th" } || row is null) return;
        int columns = Span(cell["colspan"]), below = Span(cell["rowspan"]) - 1;
        if (columns > 1 || below > 0) log.Find(Carrying.Approximated, "HTML cell over several columns or rows", place.At(), "empty cells beside it");
        string words = Flat(html[cell.End..at]);
        for (int c = 0; c < columns; c++)
        {
            while (pending.Count <= row.Count) pending.Add(0);
            pending[row.Count] = below;
            while (alignments.Count <= row.Count) alignments.Add(' ');
            string? align = cell["align"] ?? (Alignment().Match(cell["style"] ?? "") is { Success: true } m ? m.Groups[1].Value : null);
            if (align?.ToLowerInvariant() is "left" or "right" or "center") alignments[row.Count] = char.ToLowerInvariant(align[0]);
            row.Add(c == 0 ? words : "");
        }
        Skip(row, pending);
        cell = null;
    }

    private static int Span(string? written) => int.TryParse(written, out int span) && span is >= 1 and <= 100 ? span : 1;

    private static string Flat(string html) => Blanks().Replace(Paragraphs().Replace(html, " "), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("</?p[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"text-align\s*:\s*(left|right|center)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alignment();
}
