using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>A row of the printed contents.</summary>
/// <param name="Number">"3.1"; empty when it has none.</param>
internal sealed record ContentsRow(int Line, string Number, string Title);

/// <summary>Takes the printed contents and lists out of the text; the contents' rows are kept to hold the headings against them.</summary>
internal static partial class PrintedContents
{
    private const int LongestRow = 160;

    /// <summary>The rest of the blocks.</summary>
    /// <param name="rows">The rows, in their order.</param>
    /// <param name="at">Where the contents stood among the blocks that are left; null when there were none.</param>
    public static List<PageBlock> Take(PageReading reading, List<PageBlock> blocks, out List<ContentsRow> rows, out int? at)
    {
        List<PageBlock> left = [];
        rows = [];
        at = null;
        int i = 0;
        while (i < blocks.Count)
        {
            if (KindOf(blocks[i]) is not { } kind || !reading.Allows(blocks[i].Line, PageTextRule.Contents) || Rows(blocks, i + 1) is not { Count: > 0 } taken)
            {
                left.Add(blocks[i++]);
                continue;
            }
            at ??= left.Count;
            string name = blocks[i] is HeadingLine heading ? heading.Text : ((TextRun)blocks[i]).Text;
            reading.Decide(blocks[i].Line, PageTextRule.Contents, name, "", Confidence.High, $"with {taken.Sum(t => t.Rows.Count)} rows; it is made anew");
            i++;
            foreach ((PageBlock block, List<(ContentsRow Row, string Text)> found) in taken)
            {
                // A form feed between the pages of the contents is no news of the text.
                while (!ReferenceEquals(blocks[i], block)) i++;
                i++;
                foreach ((ContentsRow row, string text) in found)
                {
                    if (kind == HeadingKind.Contents) rows.Add(row);
                    reading.Decide(row.Line, PageTextRule.Contents, text, "", Confidence.High);
                }
            }
        }
        return left;
    }

    private static HeadingKind? KindOf(PageBlock block) => block switch
    {
        HeadingLine heading when HeadingShape.Of(heading.Text).Kind is HeadingKind.Contents or HeadingKind.ListOf => HeadingShape.Of(heading.Text).Kind,
        TextRun { Text.Length: < 40 } text when HeadingShape.Of(text.Text).Kind is HeadingKind.Contents or HeadingKind.ListOf => HeadingShape.Of(text.Text).Kind,
        _ => null,
    };

    private static List<(PageBlock Block, List<(ContentsRow, string)> Rows)> Rows(List<PageBlock> blocks, int from)
    {
        List<(PageBlock, List<(ContentsRow, string)>)> taken = [];
        for (int i = from; i < blocks.Count; i++)
        {
            if (blocks[i] is PageEnd or BlankRun or RuleLine) continue;
            if (RowsOf(blocks[i]) is not { Count: > 0 } rows) break;
            taken.Add((blocks[i], rows));
        }
        return taken;
    }

    private static List<(ContentsRow, string)>? RowsOf(PageBlock block)
    {
        switch (block)
        {
            case RowRun run:
                List<(ContentsRow, string)> rows = [];
                for (int r = 0; r < run.Rows.Length; r++)
                {
                    string[] cells = [.. run.Rows[r].Where(c => c.Length > 0)];
                    string text = string.Join(' ', cells);
                    // A row without a page is a part's or the second line of a title; a table has many such.
                    rows.Add((RowOf(run.Line + r, cells.Length > 1 && IsPage(Clean(cells[^1])) ? string.Join(' ', cells[..^1]) : text), text));
                }
                return run.Rows.Count(r => IsPage(Clean(r.LastOrDefault(c => c.Length > 0) ?? ""))) * 10 >= run.Rows.Length * 6 ? rows : null;
            case TextRun text:
                return OfText(text.Line, text.Text);
            case ItemRun item when OfText(item.Line, item.Marker == "-" ? item.Text : item.Marker.TrimEnd('.', ')') + " " + item.Text) is { } found:
                return found;
            default:
                return null;
        }
    }

    private static List<(ContentsRow, string)>? OfText(int line, string text)
    {
        MatchCollection led = Led().Matches(text);
        if (led.Count > 0 && led[^1].Index + led[^1].Length == text.Length)
            return [.. led.Select(m => (RowOf(line, m.Groups[1].Value), m.Value.Trim()))];
        return text.Length <= LongestRow && Ending().Match(Clean(text)) is { Success: true } ending ? [(RowOf(line, ending.Groups[1].Value), text)] : null;
    }

    private static ContentsRow RowOf(int line, string text)
    {
        text = Clean(text);
        Match match = Number().Match(text);
        if (match.Success) return new(line, match.Groups[1].Value, match.Groups[2].Value);
        HeadingShape shape = HeadingShape.Of(text);
        return shape.Kind is HeadingKind.Chapter or HeadingKind.Appendix && shape.Title.Length > 0 ? new(line, shape.Number, shape.Title) : new(line, "", text);
    }

    private static string Clean(string text) => Leaders().Replace(Tag().Replace(text, "").Replace("**", "", StringComparison.Ordinal), "").Trim();

    private static bool IsPage(string text) => PageNumber().IsMatch(text);

    [GeneratedRegex(@"^(?:\d{1,4}|[ivxlc]{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\G\s*(\S.*?)\s*(?:\.\s?|…\s?){3,}\s*(?:\d{1,4}|[ivxlc]{1,7})(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Led();

    [GeneratedRegex(@"^(\S.*\D)\s+(?:\d{1,4}|[ivxlc]{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})*)\.?\s+(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>Two dots at least, or the ellipsis that closes a title would be taken for leaders.</summary>
    [GeneratedRegex(@"(?:\s\.){2,}\s*$|(?:\.\s?){4,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    [GeneratedRegex("</?[a-zA-Z]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
