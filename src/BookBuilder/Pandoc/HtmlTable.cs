using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Turns an HTML table into a pipe table. A cell over several columns or rows leaves empty ones beside and below it.</summary>
internal static partial class HtmlTable
{
    /// <summary>The lines of the table, its caption after it.</summary>
    public static IEnumerable<string> Read(string html, TranslationAccount log, SourceLine place)
    {
        List<List<string>> rows = [];
        List<int> pending = [];                  // for each column, the rows a cell above still covers
        bool isHead = false, hasHead = false;
        string caption = "";
        List<string>? row = null;
        string? id = null;
        List<string> alignments = [];
        HtmlElement? open = null;
        foreach (HtmlElement tag in HtmlElement.In(html))
        {
            switch (tag.Name)
            {
                case "table" when !tag.IsClosing: id ??= tag["id"]; break;
                case "caption" when !tag.IsClosing: open = tag; break;
                case "caption" when open is not null: caption = Flat(html[open.End..tag.Start]); open = null; break;
                case "tr" when !tag.IsClosing: row = Next(rows, pending); isHead = true; break;
                case "tr" or "tbody" or "thead" or "table" when tag.IsClosing:
                    Close(html, tag.Start, ref open, row, pending, alignments, log, place);
                    if (row is not null && rows.Count == 1 && isHead) hasHead = true;
                    row = null;
                    break;
                case "td" or "th" when !tag.IsClosing:
                    Close(html, tag.Start, ref open, row, pending, alignments, log, place);
                    row ??= Next(rows, pending);
                    if (tag.Name == "td") isHead = false;
                    open = tag;
                    break;
                case "td" or "th":
                    Close(html, tag.Start, ref open, row, pending, alignments, log, place);
                    break;
            }
        }
        if (rows.Count == 0) yield break;
        int width = rows.Max(r => r.Count);
        if (!hasHead) rows.Insert(0, []);
        for (int i = 0; i < rows.Count; i++)
        {
            yield return "| " + string.Join(" | ", Enumerable.Range(0, width).Select(c => c < rows[i].Count ? rows[i][c] : "")) + " |";
            if (i == 0) yield return "|" + string.Join("|", Enumerable.Range(0, width).Select(c => c < alignments.Count ? alignments[c] : "---")) + "|";
        }
        if (caption.Length == 0 && id is null) yield break;
        yield return "";
        yield return $"Table: {caption}{(id is null ? "" : $" {{#{id}}}")}";
    }

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

    private static void Close(string html, int at, ref HtmlElement? cell, List<string>? row, List<int> pending, List<string> alignments, TranslationAccount log, SourceLine place)
    {
        if (cell is not { Name: "td" or "th" } || row is null) return;
        int columns = Span(cell["colspan"]), below = Span(cell["rowspan"]) - 1;
        if (columns > 1 || below > 0) log.Find(Carrying.Approximated, "HTML cell over several columns or rows", place.At(), "empty cells beside it");
        string words = Flat(html[cell.End..at]).Replace("|", "\\|", StringComparison.Ordinal);
        for (int c = 0; c < columns; c++)
        {
            while (pending.Count <= row.Count) pending.Add(0);
            pending[row.Count] = below;
            while (alignments.Count <= row.Count) alignments.Add("---");
            string? align = cell["align"] ?? (Align().Match(cell["style"] ?? "") is { Success: true } m ? m.Groups[1].Value : null);
            if (align is "right") alignments[row.Count] = "---:";
            else if (align is "center") alignments[row.Count] = ":---:";
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

    [GeneratedRegex(@"text-align:\s*(left|right|center)")]
    private static partial Regex Align();
}
