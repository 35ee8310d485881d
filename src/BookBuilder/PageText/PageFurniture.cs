using System.Globalization;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Takes page numbers and running heads out of the text, where a page's reader kept them.</summary>
/// <remarks>A number alone is a page's only in a row of such numbers or beside a form feed; a repeated line is a running head only with
/// page numbers, beside form feeds or when it is a title of the book. A refrain stays.</remarks>
internal static partial class PageFurniture
{
    private const int LongestHead = 80;
    private const int FewestRepeats = 3;
    private const int MostBlankPages = 4;

    /// <summary>The blocks without furniture.</summary>
    public static List<PageBlock> Drop(PageReading reading, List<PageBlock> blocks)
    {
        HashSet<int> dropped = Numbers(reading, blocks);
        Heads(reading, blocks, dropped);
        return [.. blocks.Where((_, i) => !dropped.Contains(i))];
    }

    private static HashSet<int> Numbers(PageReading reading, List<PageBlock> blocks)
    {
        List<(int At, int Page)> lone = [];
        for (int i = 0; i < blocks.Count; i++)
            if (blocks[i] is TextRun text && PageOf(text.Text) is { } page && reading.Allows(text.Line, PageTextRule.PageNumber)) lone.Add((i, page));
        HashSet<int> row = [.. Enumerable.Range(0, Math.Min(lone.Count, 8)).Select(start => Row(lone, start)).MaxBy(r => r.Count) ?? []];
        HashSet<int> dropped = [];
        foreach ((int at, int _) in lone)
        {
            bool atEnd = IsAtPageEnd(blocks, at);
            if (!atEnd && (row.Count < FewestRepeats || !row.Contains(at))) continue;
            dropped.Add(at);
            reading.Decide(blocks[at].Line, PageTextRule.PageNumber, ((TextRun)blocks[at]).Text, "", Confidence.High,
                atEnd ? "a number alone at a page's edge" : "a number alone, in a row of growing ones");
        }
        return dropped;
    }

    /// <summary>The numbers that grow from one on, with room for pages without one.</summary>
    private static List<int> Row(List<(int At, int Page)> lone, int start)
    {
        List<int> row = [lone[start].At];
        int last = lone[start].Page;
        foreach ((int at, int page) in lone.Skip(start + 1))
            if (page > last && page - last <= MostBlankPages) { row.Add(at); last = page; }
        return row;
    }

    private static void Heads(PageReading reading, List<PageBlock> blocks, HashSet<int> dropped)
    {
        HashSet<string> titles = [.. blocks.OfType<HeadingLine>().SelectMany(h => new[] { Folding.Fold(h.Text), Folding.Fold(HeadingShape.Of(h.Text).Title) })];
        var groups = Enumerable.Range(0, blocks.Count)
            .Where(i => !dropped.Contains(i) && blocks[i] is TextRun { Text.Length: <= LongestHead } text && !NoteStart().IsMatch(text.Text) && reading.Allows(text.Line, PageTextRule.RunningHead))
            .GroupBy(i => Folding.Fold(Bare(((TextRun)blocks[i]).Text))).Where(g => g.Key.Length > 1);
        foreach (IGrouping<string, int> group in groups)
        {
            int[] at = [.. group];
            bool isTitle = titles.Contains(group.Key);
            int withPage = at.Count(i => Bare(((TextRun)blocks[i]).Text) != ((TextRun)blocks[i]).Text);
            int besideEnd = at.Count(i => IsAtPageEnd(blocks, i) || dropped.Contains(i - 1) || dropped.Contains(i + 1));
            bool repeats = at.Length >= FewestRepeats;
            Confidence? sure = repeats && (besideEnd * 3 >= at.Length * 2 || withPage * 3 >= at.Length * 2) ? Confidence.High
                : isTitle && (besideEnd == at.Length || repeats) ? Confidence.Medium
                : null;
            if (sure is { } confidence)
                foreach (int i in at)
                {
                    dropped.Add(i);
                    reading.Decide(blocks[i].Line, PageTextRule.RunningHead, ((TextRun)blocks[i]).Text, "", confidence, $"the line stands there {at.Length} times");
                }
            else if (repeats && at.Length >= 2 * FewestRepeats)
                reading.Decide(blocks[at[0]].Line, PageTextRule.RunningHead, ((TextRun)blocks[at[0]]).Text, ((TextRun)blocks[at[0]]).Text, Confidence.Low,
                    $"the line stands there {at.Length} times, and stays: nothing shows that it is a running head");
        }
    }

    private static bool IsAtPageEnd(List<PageBlock> blocks, int at) =>
        at > 0 && blocks[at - 1] is PageEnd || at + 1 < blocks.Count && blocks[at + 1] is PageEnd;

    private static int? PageOf(string text)
    {
        if (Page().Match(text) is not { Success: true } match) return null;
        string number = match.Groups[1].Value;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : HeadingShape.Roman(number);
    }

    /// <summary>A running head without the page number at its edge.</summary>
    private static string Bare(string text) => Edge().Replace(text, "").Trim();

    [GeneratedRegex(@"^(?:(?i:page)\s+|[-–—|·]\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*[-–—|·])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"^\d{1,4}[\s|·–—-]+(?=\D)|(?<=\D)[\s|·–—-]+\d{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Edge();

    [GeneratedRegex("^<sup>", RegexOptions.CultureInvariant)]
    private static partial Regex NoteStart();
}
