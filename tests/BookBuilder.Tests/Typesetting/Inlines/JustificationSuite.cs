using System.Globalization;
using System.Text;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>The cases of tests/suite/justification.md.</summary>
public sealed class JustificationSuite
{
    private const string Page = "justification.md";

    public static TheoryData<string> Cases => [.. SuitePage.Open(Page).Cases("justified")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_filled_as_the_page_says(string heading) => SuitePage.Open(Page).Check(heading, "justified", "lines", Run);

    private static string Run(string input)
    {
        string[] parts = input.Split('\n', 2), words = parts[0].Split(' ');
        int characters = int.Parse(words[1], CultureInfo.InvariantCulture);
        Desk desk = Desk.FixedPitch();
        ComposedParagraph set = desk.Set(desk.Style with
        {
            Hyphenated = false, Expansion = words.Contains("rigid") ? 0 : 0.02, Protruding = !words.Contains("inside"),
        }, characters, desk.Text(parts[1].Replace('\n', ' ')));
        var text = new StringBuilder();
        foreach (Line line in set.Lines)
        {
            GlyphRun[] runs = [.. Desk.Runs(line)];
            double left = -runs[0].Origin.X.Points, right = (line.Width - 5.Pt * characters).Points;
            bool isLast = line == set.Lines[^1];
            text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(runs.Select(r => r.Text)).Trim()}|  spaces x{line.SpaceRatio:0.00}");
            double growth = runs.Max(r => Math.Abs(r.Expansion - 1)) * Math.Sign(runs.MaxBy(r => Math.Abs(r.Expansion - 1))!.Expansion - 1) * 100;
            if (Math.Abs(growth) > 0.005) text.Append(CultureInfo.InvariantCulture, $"  letters {growth:+0.0;-0.0} %");
            if (left > 0.01) text.Append(CultureInfo.InvariantCulture, $"  left {left:0.##}");
            if (!isLast && right > 0.01) text.Append(CultureInfo.InvariantCulture, $"  right {right:0.##}");
            if (!isLast && right < -0.01) text.Append(CultureInfo.InvariantCulture, $"  short by {-right:0.##}");
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }
}
