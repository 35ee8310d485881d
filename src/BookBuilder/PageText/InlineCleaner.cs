using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Turns the inlines of one chapter into the dialect of this program: marks, raised and lowered text, tags, and signs that would
/// mean something here that they did not mean on the page.</summary>
/// <param name="reading">The reading.</param>
/// <param name="chapter">The chapter, with its notes.</param>
/// <param name="labels">The labels of captions by what was printed: "Figure 3.1".</param>
internal sealed partial class InlineCleaner(PageReading reading, DraftChapter chapter, IReadOnlyDictionary<string, string> labels)
{
    private readonly HashSet<int> _marked = [];
    private int _highest;

    /// <summary>How many marks were set.</summary>
    public int Marks { get; private set; }

    /// <summary>The numbers of the notes that were marked.</summary>
    public IReadOnlySet<int> Marked => _marked;

    /// <summary>A stretch of running text in which marks may stand.</summary>
    public string Clean(string text, int line) => Clean(text, line, mayMark: true);

    /// <summary>The text of a note: no mark stands in it.</summary>
    public string CleanNote(string text, int line) => Clean(text, line, mayMark: false);

    private string Clean(string text, int line, bool mayMark)
    {
        text = DoubleAddresses(text, line);
        Dictionary<string, bool> pairs = Pairs(text);
        var clean = new StringBuilder(text.Length + 16);
        int at = 0;
        foreach (Match token in Token().Matches(text))
        {
            clean.Append(Plain(text[at..token.Index], line));
            at = token.Index + token.Length;
            if (token.Groups["sup"].Success) Raised(clean, token, line, mayMark);
            else if (token.Groups["sub"].Success) Lowered(clean, token, line);
            else if (token.Groups["image"].Success) clean.Append(Image(token, line));
            else if (token.Groups["tag"].Success) clean.Append(Tag(token, line, pairs));
            else if (token.Groups["math"].Success) clean.Append(IsFormula(token.Value) ? token.Value : Escaped(token.Value, "$", line));
            else if (token.Groups["sign"].Success) clean.Append('\\').Append(token.Value);
            else clean.Append(token.Value);
        }
        clean.Append(Plain(text[at..], line));
        return clean.ToString();
    }

    private void Raised(StringBuilder clean, Match token, int line, bool mayMark)
    {
        string raised = token.Groups["up"].Value;
        bool isFirst = clean.Length == 0;
        if (RaisedSet.Read(raised) is { } numbers && reading.Allows(line, PageTextRule.NoteMark))
        {
            string before = clean.ToString(Math.Max(0, clean.Length - 16), Math.Min(16, clean.Length));
            bool isExponent = numbers.Length == 1 && (Measure().IsMatch(before) || Ten().IsMatch(before) && numbers[0] != _highest + 1);
            if (mayMark && !isFirst && !isExponent && numbers.All(chapter.Notes.ContainsKey))
            {
                Mark(clean, token, numbers, line);
                return;
            }
            if (mayMark && !isFirst && !isExponent)
                reading.Doubt(line, PageTextRule.MarkWithoutNote, token.Value.Trim(), $"^{raised}^", Confidence.Low, Problems.PageMarkWithoutNote(raised, reading.Span(line)));
            else
                reading.Decide(line, PageTextRule.Superscript, token.Value.Trim(), $"^{raised}^", isExponent ? Confidence.Medium : Confidence.High);
        }
        else
            reading.Decide(line, PageTextRule.Superscript, token.Value.Trim(), $"^{raised}^", Confidence.High);
        clean.Append(token.Value[..^token.Value.TrimStart().Length]).Append('^').Append(Script(raised)).Append('^');
    }

    private void Mark(StringBuilder clean, Match token, int[] numbers, int line)
    {
        string marks = string.Concat(numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"[^{n}]")));
        string word = Folding.Ending(clean.ToString(Math.Max(0, clean.Length - 40), Math.Min(40, clean.Length)).TrimEnd(), 16);
        reading.Decide(line, PageTextRule.NoteMark, word + token.Value, word + marks, numbers.Min() > _highest + 1 ? Confidence.Medium : Confidence.High,
            numbers.Min() > _highest + 1 ? "a number before it has no mark" : null);
        while (clean.Length > 0 && clean[^1] == ' ') clean.Length--;
        clean.Append(marks);
        Marks += numbers.Length;
        _marked.UnionWith(numbers);
        _highest = Math.Max(_highest, numbers.Max());
    }

    private void Lowered(StringBuilder clean, Match token, int line)
    {
        string lowered = token.Groups["down"].Value;
        reading.Decide(line, PageTextRule.Superscript, token.Value, $"~{lowered}~", Confidence.High);
        if (lowered.Trim().Length > 0) clean.Append('~').Append(Script(lowered)).Append('~');
    }

    // A bare blank would end it, and its own sign would close it.
    private static string Script(string text) => Special().Replace(text.Trim(), @"\$0").Replace(" ", "\\ ", StringComparison.Ordinal);

    /// <summary>A picture in running text is its words: the picture did not come with the text.</summary>
    private string Image(Match token, int line)
    {
        string words = token.Groups["alt"].Value;
        reading.Doubt(line, PageTextRule.MissingPicture, token.Value, words, Confidence.Medium, Problems.PictureLost(null, reading.Span(line)), "a picture in running text");
        return words;
    }

    private string Tag(Match token, int line, Dictionary<string, bool> pairs)
    {
        string name = token.Groups["name"].Value.ToLowerInvariant();
        string? sign = name switch
        {
            "b" or "strong" => "**",
            "i" or "em" => "*",
            // Half a raised text: what it parted stays apart.
            "br" or "sup" or "sub" => " ",
            "u" or "span" or "small" or "big" or "font" or "center" or "p" or "div" => "",
            _ => null,
        };
        if (sign is null)
        {
            reading.Doubt(line, PageTextRule.Sign, token.Value, "\\" + token.Value, Confidence.Medium, Problems.PageTagKept(token.Value, reading.Span(line)));
            return "\\" + token.Value;
        }
        bool isPaired = sign.Length == 0 || sign == " " || pairs.GetValueOrDefault(name);
        reading.Decide(line, PageTextRule.Sign, token.Value, isPaired ? sign : "", isPaired && sign.Length > 0 ? Confidence.High : Confidence.Medium);
        return isPaired ? sign : "";
    }

    /// <summary>Which tags come in pairs here.</summary>
    private static Dictionary<string, bool> Pairs(string text) => AnyTag().Matches(text).GroupBy(m => m.Groups[2].Value.ToLowerInvariant())
        .ToDictionary(g => g.Key, g => g.Select((m, i) => m.Groups[1].Length == i % 2).All(alternates => alternates) && g.Count() % 2 == 0, StringComparer.Ordinal);

    /// <summary>A link whose text is its own address becomes the address.</summary>
    private string DoubleAddresses(string text, int line) => text.Contains("](", StringComparison.Ordinal)
        ? Link().Replace(text, match =>
        {
            string words = Backslash().Replace(match.Groups["words"].Value, "$1"), target = Backslash().Replace(match.Groups["target"].Value, "$1");
            if (!LeadsOut().IsMatch(target))
            {
                // A page's reader names files that are not here.
                reading.Decide(line, PageTextRule.Sign, match.Value, match.Groups["words"].Value, Confidence.High, "it leads to nothing in the book");
                return match.Groups["words"].Value;
            }
            if (words != target || !target.Contains("://", StringComparison.Ordinal) || !reading.Allows(line, PageTextRule.DoubleAddress)) return match.Value;
            reading.Decide(line, PageTextRule.DoubleAddress, match.Value, $"<{target}>", Confidence.High);
            return $"<{target}>";
        })
        : text;

    /// <summary>Text without any inline of its own.</summary>
    private string Plain(string text, int line)
    {
        if (labels.Count > 0 && text.Length > 4 && reading.Allows(line, PageTextRule.Reference))
            text = Typed().Replace(text, match =>
            {
                string printed = (match.Groups[1].Value.StartsWith('T') ? "Table " : "Figure ") + match.Groups[2].Value;
                if (!labels.TryGetValue(printed, out string? label)) return match.Value;
                reading.Decide(line, PageTextRule.Reference, match.Value, "@" + label, Confidence.High);
                return "@" + label;
            });
        if (!reading.Overrides.Dashes) return text;
        text = SpacedHyphen().Replace(text, match => Dashed(line, PageTextRule.Dash, match.Value, " – "));
        return RangeHyphen().Replace(text, match => Dashed(line, PageTextRule.RangeDash, match.Value, match.Value.Replace('-', '–')));
    }

    private string Dashed(int line, PageTextRule rule, string before, string after)
    {
        if (!reading.Allows(line, rule)) return before;
        reading.Decide(line, rule, before, after, Confidence.Medium);
        return after;
    }

    private string Escaped(string text, string sign, int line)
    {
        string escaped = text.Replace(sign, "\\" + sign, StringComparison.Ordinal);
        reading.Decide(line, PageTextRule.Sign, text, escaped, Confidence.Medium, "money and no formula");
        return escaped;
    }

    /// <summary>Signs of a formula and no sentence: "$5 or about$" is money.</summary>
    private static bool IsFormula(string math) => math.StartsWith("$$", StringComparison.Ordinal) || math.Length <= 300 && !(Word().Matches(math).Count >= 2);

    [GeneratedRegex(@"`+[^`]*`+|\\.|(?<image>!\[(?<alt>[^\[\]]*)\]\([^()\s]*\))|(?<math>\$\$[^$]+\$\$|\$(?![\s$])(?:\\.|[^$\\])+(?<!\s)\$(?!\d))|<(?:https?|ftp|mailto):[^<>\s]+>|\]\((?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))*\)|https?://[^\s<>""”)\]]+"
        + @"|(?<sup>[ ]*<sup>(?<up>[^<]*)</sup>)|(?<sub><sub>(?<down>[^<]*)</sub>)|(?<tag></?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>)"
        + @"|(?<sign>[<$^{}]|~(?!~)|(?<=\])\{|@(?=(?:fig|tbl|tab|sec|eq|lst)[-:]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!!)\[(?<words>(?:\\.|[^\[\]\\])+)\]\((?<target>(?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:https?|ftp)://|^mailto:|^www\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LeadsOut();

    [GeneratedRegex(@"\\+([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Backslash();

    [GeneratedRegex("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"[\^~\\*_\[\]<>`$]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    /// <summary>A number and a unit of length: what a raised 2 or 3 makes an area or a volume.</summary>
    [GeneratedRegex(@"\d\s?(?:m|cm|mm|km|dm|ft|yd|mi|in)$", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"(?<![\d.,])(?:10|2)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ten();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(Figure|Fig\.|Table|Tab\.)\s(\d{1,3}(?:\.\d{1,3})*)(?![\p{L}\p{N}_:-]|\.\d)(?!\s(?:of|in)\s\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"(?<=\p{L}[”’"")]?) - (?=[“‘""(]?\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedHyphen();

    [GeneratedRegex(@"(?<![\w.-])\d{1,4}-\d{1,4}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex RangeHyphen();

    [GeneratedRegex(@"(?<![\\\p{L}])\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
