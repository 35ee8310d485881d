using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using BookBuilder.Knitr;

namespace BookBuilder.Bookdown;

/// <summary>Reads a plain HTML table, such as kable() writes into knitted Markdown.</summary>
internal static partial class HtmlTables
{
    /// <summary>The table; null when it has no rows.</summary>
    public static RTable? Read(string html)
    {
        List<(bool IsHead, ImmutableArray<string> Cells, ImmutableArray<char> Align)> rows = [];
        foreach (Match row in Row().Matches(html))
        {
            ImmutableArray<Match> cells = [.. Cell().Matches(row.Groups[1].Value).Cast<Match>()];
            if (cells.IsEmpty) continue;
            rows.Add((cells.All(c => c.Groups["kind"].Value.Equals("th", StringComparison.OrdinalIgnoreCase)),
                [.. cells.SelectMany(c => Spread(c))],
                [.. cells.Select(c => Alignment().Match(c.Groups["attributes"].Value) is { Success: true } a ? char.ToLowerInvariant(a.Groups[1].Value[0]) : 'l')]));
        }
        if (rows.Count == 0) return null;
        bool hasHead = rows[0].IsHead;
        int columns = rows.Max(r => r.Cells.Length);
        return new RTable(new RFrame([], []))
        {
            Caption = Caption().Match(html) is { Success: true } caption ? Words(caption.Groups[1].Value) : null,
            Heads = [.. Enumerable.Range(0, columns).Select(c => hasHead && c < rows[0].Cells.Length ? rows[0].Cells[c] : "")],
            Cells = [.. rows.Skip(hasHead ? 1 : 0).Select(r => r.Cells)],
            Align = rows[^1].Align.Length == columns ? rows[^1].Align : [],
        };
    }

    /// <summary>A cell over several columns keeps its place; what it covers is empty.</summary>
    private static IEnumerable<string> Spread(Match cell)
    {
        int span = ColumnSpan().Match(cell.Groups["attributes"].Value) is { Success: true } found && int.TryParse(found.Groups[1].Value, out int n) ? Math.Clamp(n, 1, 50) : 1;
        return Enumerable.Repeat("", span - 1).Prepend(Words(cell.Groups["words"].Value));
    }

    /// <summary>Inline tags that Markdown's reader knows stay.</summary>
    private static string Words(string html) =>
        WebUtility.HtmlDecode(PipeTable.OneLine(Bold().Replace(Italic().Replace(OtherTag().Replace(html, " "), "*$1*"), "**$1**")));

    [GeneratedRegex(@"<tr[^>]*>(.*?)(?:</tr>|(?=<tr)|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<(?<kind>t[hd])(?<attributes>[^>]*)>(?<words>.*?)(?=</t[hd]>|<t[hd][\s>]|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex(@"(?:text-align\s*:|align\s*=\s*[""']?)\s*(left|center|right)", RegexOptions.IgnoreCase)]
    private static partial Regex Alignment();

    [GeneratedRegex(@"colspan\s*=\s*[""']?(\d{1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex ColumnSpan();

    [GeneratedRegex(@"<caption[^>]*>(.*?)</caption>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Caption();

    [GeneratedRegex(@"</?(?!(?:b|i|em|strong|sup|sub|br|code|u|s|span)\b)[A-Za-z!][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex OtherTag();

    [GeneratedRegex(@"<(?:em|i)>(.*?)</(?:em|i)>", RegexOptions.IgnoreCase)]
    private static partial Regex Italic();

    [GeneratedRegex(@"<(?:strong|b)>(.*?)</(?:strong|b)>", RegexOptions.IgnoreCase)]
    private static partial Regex Bold();
}
