using System.Globalization;
using System.Text;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Tests.Typesetting.LineBreaking;

/// <summary>The cases of tests/suite/line-breaking.md. Characters are 5 pt wide; "-" is a place where a word may be divided, "=" a printed hyphen.</summary>
public sealed class LineBreakingSuite
{
    private const string Page = "line-breaking.md";

    public static TheoryData<string> Cases => [.. SuitePage.Open(Page).Cases("paragraph")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_end_where_the_page_says(string heading) => SuitePage.Open(Page).Check(heading, "paragraph", "lines", Run);

    private static string Run(string input)
    {
        string[] parts = input.Split('\n', 2);
        Settings settings = Settings.Read(parts[0]);
        List<ParagraphItem> items = [];
        List<string> texts = [];
        foreach (string word in parts[1].Replace('\n', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (items.Count > 0) Add(Space(settings), " ");
            AddWord(word);
        }
        Add(ParagraphItem.Penalty(ParagraphItem.Never), "");
        Add(ParagraphItem.Fill, "");
        Add(ParagraphItem.Penalty(ParagraphItem.Forced), "");

        ReadOnlySpan<LineBreakCosts> passes = settings.Ragged
            ? BreakingPasses.Ragged(10.Pt, settings.Hyphens) : BreakingPasses.Justified(10.Pt, settings.Hyphens);
        BrokenParagraph broken = BreakingPasses.Break(items.ToArray(), new LineMeasures(5.Pt * settings.First, 5.Pt * settings.Measure), passes, settings.Looseness);
        StringBuilder lines = new();
        int from = 0;
        foreach (BreakPoint end in broken.Breaks)
        {
            string text = string.Concat(texts[from..end.Item]) + (items[end.Item].Width > Length.Zero && items[end.Item].Kind == ItemKind.Penalty ? "-" : "");
            lines.Append(CultureInfo.InvariantCulture, $"|{text.Trim()}|  {Fit(end, end.Item == items.Count - 1, settings.Ragged)}\n");
            from = end.Item + 1;
            while (from < items.Count && items[from].Kind != ItemKind.Box) from++;
        }
        return lines.ToString().TrimEnd('\n');

        void Add(ParagraphItem item, string text)
        {
            items.Add(item);
            texts.Add(text);
        }

        void AddWord(string word)
        {
            string[] pieces = word.Split('-');
            for (int p = 0; p < pieces.Length; p++)
            {
                if (p > 0) Add(ParagraphItem.Division(5.Pt, 50), "");
                string[] joined = pieces[p].Split('=');
                for (int j = 0; j < joined.Length; j++)
                {
                    string shown = j < joined.Length - 1 ? joined[j] + "-" : joined[j];
                    if (shown.Length > 0) Add(ParagraphItem.Box(5.Pt * shown.Length), shown);
                    if (j < joined.Length - 1) Add(ParagraphItem.Hyphen(Length.Zero, 50), "");
                }
            }
        }
    }

    private static ParagraphItem Space(Settings settings) =>
        settings.Ragged ? ParagraphItem.Glue(5.Pt, Length.Zero, Length.Zero) : ParagraphItem.Glue(5.Pt, 2.5.Pt, 5.Pt / 3);

    private static string Fit(BreakPoint end, bool isLast, bool ragged)
    {
        if (end.Overrun > Length.Zero) return string.Create(CultureInfo.InvariantCulture, $"{end.Overrun / 5.Pt:0.##} too long");
        if (isLast && end.Ratio >= 0) return "last";
        return ragged ? string.Create(CultureInfo.InvariantCulture, $"{end.Shortfall / 5.Pt:0} short")
            : end.Ratio.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>The first line of a case: "measure 30 first 28 loose 1 ragged whole".</summary>
    private sealed record Settings(int Measure, int First, int Looseness, bool Ragged, bool Hyphens)
    {
        public static Settings Read(string line)
        {
            string[] words = line.Split(' ');
            int measure = Number("measure", 0);
            return new(measure, Number("first", measure), Number("loose", 0), words.Contains("ragged"), !words.Contains("whole"));

            int Number(string name, int otherwise) =>
                Array.IndexOf(words, name) is int at and >= 0 ? int.Parse(words[at + 1], CultureInfo.InvariantCulture) : otherwise;
        }
    }
}
