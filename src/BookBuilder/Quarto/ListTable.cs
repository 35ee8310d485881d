using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Tells a table that is written as a list of lists (the filter list-table) as a pipe table.</summary>
internal static partial class ListTable
{
    public static ImmutableArray<SourceLine> Translate(FencedDivision division, TranslationAccount log)
    {
        ImmutableArray<SourceLine> lines = [.. DivisionTree.Lines(division.Content)];
        List<List<string>> rows = [];
        string caption = "";
        foreach (SourceLine line in lines)
        {
            if (Row().Match(line.Text) is { Success: true } row) rows.Add([row.Groups[1].Value.Trim()]);
            else if (rows.Count > 0 && Cell().Match(line.Text) is { Success: true } cell) rows[^1].Add(cell.Groups[1].Value.Trim());
            else if (!line.IsBlank && rows.Count > 0) rows[^1][^1] = $"{rows[^1][^1]} {line.Text.Trim()}".Trim();
            else if (!line.IsBlank) caption = $"{caption} {line.Text.Trim()}".Trim();
        }
        log.Find(Carrying.Approximated, "list table", division.Opening.At(), "a table with one paragraph a cell");
        if (rows.Count == 0) return [division.Opening, .. lines, division.Closing.With(":::")];
        int width = rows.Max(r => r.Count);
        bool hasHead = !int.TryParse(division.Attributes["header-rows"] ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int heads) || heads > 0;
        if (!hasHead) rows.Insert(0, []);
        string aligns = division.Attributes["aligns"] ?? "";
        string[] sides = aligns.Contains(',') ? aligns.Split(',') : [.. aligns.Select(c => c.ToString())];
        var told = ImmutableArray.CreateBuilder<SourceLine>();
        told.Add(division.Opening.With(""));
        for (int i = 0; i < rows.Count; i++)
        {
            told.Add(division.Opening.With("| " + string.Join(" | ", Enumerable.Range(0, width).Select(c => c < rows[i].Count ? rows[i][c].Replace("|", "\\|", StringComparison.Ordinal) : "")) + " |"));
            if (i == 0)
                told.Add(division.Opening.With("|" + string.Join("|", Enumerable.Range(0, width).Select(c => (c < sides.Length ? sides[c].Trim() : "") switch { "c" => ":---:", "r" => "---:", "l" => ":---", _ => "---" })) + "|"));
        }
        var attributes = new AttributeList(division.Attributes.Id, [], []);
        if (division.Attributes["widths"] is { } widths) attributes = attributes.With("tbl-colwidths", $"[{widths}]");
        if (caption.Length > 0 || attributes.Id is not null) told.AddRange(division.Opening.With(""), division.Opening.With($": {caption} {attributes}".TrimEnd()));
        told.Add(division.Closing.With(""));
        return told.ToImmutable();
    }

    [GeneratedRegex(@"^\s{0,3}[-*+]\s+[-*+](?:\s+(.*))?$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\s+[-*+](?:\s+(.*))?$")]
    private static partial Regex Cell();
}
