using System.Globalization;
using System.Text;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.LineBreaking;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>The cases of tests/suite/break-places.md: "‹50›" is a line end that costs 50, "~" a space that is none.</summary>
public sealed class BreakPlacesSuite
{
    private const string Page = "break-places.md";

    public static TheoryData<string> Cases => [.. SuitePage.Open(Page).Cases("text")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_may_end_where_the_page_says(string heading) => SuitePage.Open(Page).Check(heading, "text", "places", Run);

    private static string Run(string input)
    {
        string language = "en-US";
        List<string> shown = [];
        foreach (string line in input.Split('\n'))
            if (line.StartsWith("language ", StringComparison.Ordinal)) language = line["language ".Length..];
            else shown.Add(Places(line, language));
        return string.Join('\n', shown);
    }

    private static string Places(string line, string language)
    {
        Desk desk = Desk.FixedPitch();
        TextStyle style = desk.Style with { Language = language, Hyphenated = false };
        PreparedParagraph paragraph = PreparedParagraph.Of(desk.Context, [desk.Text(line)], style, Length.Unbounded, null);
        string text = paragraph.Text.Characters;
        StringBuilder shown = new();
        int cost = 0;
        for (int i = 0; i < paragraph.Items.Length; i++)
        {
            ParagraphItem item = paragraph.Items[i];
            (int start, int end) = paragraph.Sources[i];
            if (item.Kind == ItemKind.Box) shown.Append(text, start, end - start);
            else if (item.Kind == ItemKind.Glue && end > start)
            {
                shown.Append(cost >= ParagraphItem.Never ? "~" : cost > 0 ? string.Create(CultureInfo.InvariantCulture, $"‹{cost}› ") : " ");
                cost = 0;
            }
            else if (item.Kind == ItemKind.Penalty && item.Cost != ParagraphItem.Forced)
            {
                bool beforeWhite = i + 1 < paragraph.Items.Length && paragraph.Items[i + 1].Kind == ItemKind.Glue && paragraph.Sources[i + 1].End > start;
                if (beforeWhite) cost = item.Cost;
                else if (item.Cost < ParagraphItem.Never) shown.Append(CultureInfo.InvariantCulture, $"‹{item.Cost}›");
            }
        }
        return shown.ToString();
    }
}
