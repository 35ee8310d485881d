using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Joins paragraphs and list items that a page break cut. Notes, rules, heads and folios are out of the way by now; figures and
/// tables between the halves move behind them.</summary>
/// <remarks>Two halves are one when the first has no end and the second begins with a small letter. Both together are rare by chance, and
/// where they are not (verse, lists of terms) lines are short or there are many in a row; everything else without an end is reported.</remarks>
internal sealed partial class ParagraphJoiner
{
    /// <summary>A first half is two lines of print at least, since no page ends in a single one.</summary>
    private const int ShortestHalf = 40;
    /// <summary>A paragraph that is cut twice fills a page between.</summary>
    private const int ShortestPage = 600;

    private readonly PageReading _reading;
    private readonly List<PageBlock> _blocks;
    private readonly HashSet<int> _asked = [];

    private ParagraphJoiner(PageReading reading, List<PageBlock> blocks) => (_reading, _blocks) = (reading, [.. blocks]);

    /// <summary>How many were joined.</summary>
    public int Joined { get; private set; }

    /// <summary>How many have no end and were not joined.</summary>
    public int OpenEnds { get; private set; }

    /// <summary>Joins what belongs together in one chapter.</summary>
    public static (List<PageBlock> Blocks, int Joined, int OpenEnds) Join(PageReading reading, List<PageBlock> blocks)
    {
        var joiner = new ParagraphJoiner(reading, blocks);
        joiner.Run();
        return (joiner._blocks, joiner.Joined, joiner.OpenEnds);
    }

    private void Run()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (TextOf(_blocks[i]) is not { } text) continue;
            bool? said = Said(LastLineOf(_blocks[i])) ?? Said(_blocks[i].Line);
            if (said == false) continue;
            int before = Joined;
            int next = i + 1;
            while (next < _blocks.Count && _blocks[next] is LostFigure or PrintedTable or RuleLine) next++;
            TextRun? second = next < _blocks.Count ? _blocks[next] as TextRun : null;
            if (said == true && second is not null) Join(i, next, second, Confidence.Certain, "the overrides say so");
            else if (IsOpen(text)) Consider(i, next, text, second);
            else if (second is not null && StartsSmall(second.Text) && _blocks[i] is TextRun)
                _reading.Decide(second.Line, PageTextRule.OpenEnd, Folding.Beginning(second.Text), Folding.Beginning(second.Text), Confidence.Low, "it begins with a small letter, behind a full stop: not joined");
            // A paragraph may go over more than one page break.
            if (Joined > before) i--;
        }
    }

    /// <summary>What the overrides say of a line, once.</summary>
    private bool? Said(int line) => _reading.Overrides.At(line).Joins is { } joins && (!joins || _asked.Add(line)) ? joins : null;

    private void Consider(int i, int next, string text, TextRun? second)
    {
        if (second is not null && StartsSmall(second.Text) && Doubt(i, next, text, second) is not { } objection)
        {
            if (!_reading.Allows(second.Line, _blocks[i] is ItemRun ? PageTextRule.JoinItem : PageTextRule.JoinParagraph)) return;
            bool overFloat = next > i + 1 && _blocks[(i + 1)..next].Any(b => b is LostFigure or PrintedTable);
            bool overRule = next > i + 1 && _blocks[(i + 1)..next].Any(b => b is RuleLine);
            Join(i, next, second, overRule ? Confidence.Low : overFloat || _blocks[i] is ItemRun ? Confidence.Medium : Confidence.High,
                overFloat ? "over a figure or table, which stands behind it now" : overRule ? "over a rule, which is left out" : null);
            return;
        }
        string? why = second is not null && StartsSmall(second.Text) ? Doubt(i, next, text, second)
            : second is not null ? "the next paragraph begins with no small letter"
            : next < _blocks.Count && _blocks[next] is not HeadingLine ? null
            : "no paragraph follows";
        bool isWorthSaying = why is not null && (text.Length >= ShortestHalf || second is not null && StartsSmall(second.Text)) && !(_blocks[i] is ItemRun && !OthersEnd(i)) && !Captions.IsOne(text);
        if (!isWorthSaying) return;
        OpenEnds++;
        _reading.Doubt(LastLineOf(_blocks[i]), PageTextRule.OpenEnd, Folding.Ending(text), Folding.Ending(text), Confidence.Low, Problems.PageOpenEnd(Folding.Ending(text), _reading.Span(LastLineOf(_blocks[i]))), why);
    }

    /// <summary>What speaks against joining; null when nothing does.</summary>
    private string? Doubt(int i, int next, string text, TextRun second)
    {
        if (text.Length < ShortestHalf) return "too short for the end of a page";
        if (_blocks[i] is ItemRun && !OthersEnd(i)) return "the list's items have no full stops";
        bool isChain = IsOpen(second.Text) && next + 1 < _blocks.Count && _blocks[next + 1] is TextRun third && StartsSmall(third.Text);
        bool isMiddle = i > 0 && _blocks[i - 1] is TextRun { IsJoined: false } before && IsOpen(before.Text) && StartsSmall(text);
        if (isChain && second.Text.Length < ShortestPage || isMiddle && text.Length < ShortestPage) return "several lines in a row have no end: verse or a list of terms";
        return null;
    }

    /// <summary>Whether the other items of the list end as sentences do.</summary>
    private bool OthersEnd(int i)
    {
        List<string> others = [];
        for (int n = i - 1; n >= 0 && _blocks[n] is ItemRun item; n--) others.Add(item.Text);
        return others.All(t => !IsOpen(t));
    }

    private void Join(int i, int next, TextRun second, Confidence confidence, string? remark)
    {
        string first = TextOf(_blocks[i])!;
        string joined = WordJoin.Join(first, second.Text, second.Line, _reading, out Confidence? word);
        bool isQuoted = first.LastIndexOf('“') > first.LastIndexOf('”');
        string tail = Folding.Ending(first), head = Folding.Beginning(second.Text);
        _reading.Decide(LastLineOf(_blocks[i]), _blocks[i] is ItemRun ? PageTextRule.JoinItem : PageTextRule.JoinParagraph, $"{tail} ¶ {head}",
            word is null ? $"{tail} {head}" : $"{tail} {head}", word is { } sure && sure < confidence ? sure : confidence,
            string.Create(CultureInfo.InvariantCulture, $"with line {second.Line}") + (remark is null ? "" : "; " + remark) + (isQuoted ? "; a quotation is open" : ""));
        foreach (PageBlock between in _blocks[(i + 1)..next])
            if (between is not RuleLine)
                _reading.Decide(between.Line, PageTextRule.FloatMoved, "", "", Confidence.Medium, string.Create(CultureInfo.InvariantCulture, $"behind the paragraph of line {_blocks[i].Line}, which it cut"));
        _blocks[i] = _blocks[i] switch
        {
            ItemRun item => item with { Text = joined },
            TextRun run => run with { Text = joined, LastLine = second.LastLine, IsJoined = true },
            _ => _blocks[i],
        };
        _blocks.RemoveAt(next);
        _blocks.RemoveAll(b => b is RuleLine rule && rule.Line > _blocks[i].Line && rule.Line < second.Line && confidence == Confidence.Low);
        Joined++;
        // A figure between two items would cut the list: it goes behind the last of them.
        if (_blocks[i] is not ItemRun) return;
        int end = i + 1;
        while (end < _blocks.Count && _blocks[end] is LostFigure or PrintedTable) end++;
        if (end == i + 1) return;
        int behind = end;
        while (behind < _blocks.Count && _blocks[behind] is ItemRun) behind++;
        List<PageBlock> moved = _blocks[(i + 1)..end];
        _blocks.InsertRange(behind, moved);
        _blocks.RemoveRange(i + 1, moved.Count);
    }

    private static string? TextOf(PageBlock block) => block switch { TextRun text => text.Text, ItemRun item => item.Text, _ => null };

    private static int LastLineOf(PageBlock block) => block is TextRun text ? text.LastLine : block.Line;

    /// <summary>Whether a text ends as no sentence does, marks and closing signs left aside.</summary>
    internal static bool IsOpen(string text)
    {
        string bare = Closing().Replace(text.Length > 200 ? text[^200..] : text, "");
        return bare.Length > 0 && bare[^1] is not ('.' or '!' or '?' or ':' or '…');
    }

    private static bool StartsSmall(string text) => Small().IsMatch(text);

    [GeneratedRegex(@"(?:\[\^\d+\]|\^[^^\s]+\^|[\s""'”’)\]*_»])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^[“‘""'(\[*_«]*\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Small();
}
