using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Reads the title page: what stands before the contents and the first chapter.</summary>
internal static partial class FrontPage
{
    private const int LongestLine = 200;

    /// <summary>Reads it.</summary>
    /// <param name="blocks">The blocks of the title page only.</param>
    /// <param name="name">What the book is called when nothing else says so.</param>
    /// <param name="rest">What is no line of a title page: whole paragraphs.</param>
    public static PageTextMetadata Read(PageReading reading, List<PageBlock> blocks, string name, out List<PageBlock> rest)
    {
        string? title = null, subtitle = null;
        List<string>? authors = null;
        DateOnly? date = null;
        rest = [];
        foreach (PageBlock block in blocks)
        {
            string? line = block switch { HeadingLine heading => heading.Text, TextRun { Text.Length: <= LongestLine } text => text.Text, _ => null };
            if (block is PageEnd or RuleLine or BlankRun) continue;
            if (line is null) rest.Add(block);
            else if (title is null && (block is HeadingLine || !blocks.Any(b => b is HeadingLine)))
            {
                title = Plain(line);
                reading.Decide(block.Line, PageTextRule.Title, line, title, block is HeadingLine ? Confidence.High : Confidence.Medium);
            }
            else if (date is null && IsDate(line)) date = ReadDate(reading, block.Line, line);
            else if (block is HeadingLine && subtitle is null && authors is null)
            {
                subtitle = Plain(line);
                reading.Decide(block.Line, PageTextRule.Subtitle, line, subtitle, Confidence.Medium);
            }
            else if (authors is null && title is not null && Names(line) is { } names)
            {
                authors = names;
                bool sure = names.Count > 1 || names[0].Count(c => c == ' ') < 3;
                reading.Decide(block.Line, PageTextRule.Authors, line, string.Join("; ", names), sure ? Confidence.High : Confidence.Medium);
            }
            else if (line.Length > LongestLine / 2 || line.EndsWith('.') && line.Count(c => c == ' ') > 6) rest.Add(block);
            else reading.Doubt(block.Line, PageTextRule.FrontPage, line, "", Confidence.Medium, Problems.FrontPageLineLeftOut(Folding.Short(line, 60), reading.Span(block.Line)));
        }
        return Metadata(reading, name, title, subtitle, authors, date);
    }

    private static PageTextMetadata Metadata(PageReading reading, string name, string? title, string? subtitle, List<string>? authors, DateOnly? date)
    {
        PageTextOverrides said = reading.Overrides;
        if (title is null && said.Title is null && !reading.Words.IsEmpty) reading.Said.Report(Problems.NoTitleInPages(name, reading.Span(1)));
        if (said.Title is not null) reading.Decide(0, PageTextRule.Override, title ?? "", said.Title, Confidence.Certain);
        if (said.Authors is { } given) reading.Decide(0, PageTextRule.Override, string.Join("; ", authors ?? []), string.Join("; ", given), Confidence.Certain);
        if (said.Language is null) reading.Decide(0, PageTextRule.Language, "", "en-US", Confidence.Medium, "the text does not say its language: 'lang' in the overrides does");
        return new PageTextMetadata(said.Title ?? title ?? name, subtitle, [.. said.Authors ?? [.. authors ?? []]], said.Date ?? date, said.Language ?? "en-US");
    }

    private static string Plain(string line) => Spaces().Replace(Backslash().Replace(Marks().Replace(line, "").Replace("**", "", StringComparison.Ordinal), "$1"), " ").Trim();

    /// <summary>The names of a line of authors; null when it is something else.</summary>
    private static List<string>? Names(string line)
    {
        string plain = By().Replace(Plain(line), "");
        List<string> names = [];
        foreach (string part in Separators().Split(plain).Select(p => p.Trim()).Where(p => p.Length > 0))
            if (names.Count > 0 && Suffix().IsMatch(part)) names[^1] += ", " + part;
            else names.Add(part);
        return names.Count > 0 && names.All(n => Name().IsMatch(n)) ? names : null;
    }

    private static bool IsDate(string line) => Figures().IsMatch(line.Trim()) || Words(line) is not null;

    private static DateOnly? Words(string line)
    {
        string[] forms = ["d MMMM yyyy", "MMMM d, yyyy", "MMMM d yyyy", "d. MMMM yyyy", "d MMM yyyy", "MMM d, yyyy"];
        return DateOnly.TryParseExact(line.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
    }

    private static DateOnly? ReadDate(PageReading reading, int line, string text)
    {
        DateOnly? date = Words(text) ?? OfFigures(text.Trim());
        if (date is { } found)
            reading.Decide(line, PageTextRule.Date, text, found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Confidence.High);
        else if (reading.Overrides.Date is null)
            reading.Doubt(line, PageTextRule.Date, text, "", Confidence.Low, Problems.DateInTwoWays(text, reading.Span(line)));
        else
            reading.Decide(line, PageTextRule.Override, text, "", Confidence.Certain);
        return date;
    }

    /// <summary>Year first, or a field above 12, or two equal fields, leave one reading only.</summary>
    private static DateOnly? OfFigures(string text)
    {
        int[] parts = [.. Figures().Match(text).Groups.Values.Skip(1).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture))];
        if (parts is not [int a, int b, int c]) return null;
        (int year, int month, int day) = a > 31 ? (a, b, c) : b > 12 ? (c, a, b) : a > 12 ? (c, b, a) : a == b ? (c, a, b) : (0, 0, 0);
        return year is > 0 and < 10_000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(@"^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex("<sup>[^<]*</sup>|</?[a-zA-Z]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Backslash();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:by|von|par|por)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\s*[,;]\s*(?:and|&|und|et|y)\s+|\s+(?:and|&|und|et)\s+|\s*[,;]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:Jr|Sr|Ph\.?\s?D|M\.?D|MBA|II|III|IV|Esq)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    /// <summary>Two to five words that begin with capitals, small ones such as "van der" among them.</summary>
    [GeneratedRegex(@"^(?:Dr\.\s|Prof\.\s)?\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|da|di|del|la|le|al|bin|y)){1,5}(?:,\s[\p{L}.\s]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
