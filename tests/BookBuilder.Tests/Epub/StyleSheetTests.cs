using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Model.Units;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>The style sheet leaves colours to the reader, or gives words and ground together so that they can be told apart.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string Sheet = Comment().Replace(Text(Write(Resolve(Book(Chapter("one", Title("One"))))), "EPUB/style.css"), "");

    [Fact]
    public void Every_colour_of_words_stands_on_its_ground_with_the_contrast_that_WCAG_asks_for()
    {
        List<string> pairs = [];
        foreach ((string selector, Dictionary<string, string> style) in Rules())
        {
            string? color = style.GetValueOrDefault("color"), ground = style.GetValueOrDefault("background-color");
            if (color is "inherit" || color is null && ground is null)
                continue;
            // Drawings bring white paper along: their colours were chosen for it, and their words are held against it where they are read.
            if (selector == "img.drawing")
            {
                Assert.Equal((null, "#ffffff"), (color, ground));
                continue;
            }
            Assert.True(color is not null && ground is not null, $"{selector} has one without the other");
            double ratio = Contrast.Between(ColorOf(color), ColorOf(ground));
            Assert.True(ratio >= Contrast.OfText, $"{selector}: {ratio}");
            pairs.Add(selector);
        }
        Assert.Equal(["mark", ":root", "mark"], pairs);
    }

    [Fact]
    public void Nothing_is_made_paler_than_its_colour() => Assert.DoesNotContain(Rules(), r => r.Style.ContainsKey("opacity") || r.Style.ContainsKey("filter"));

    [Fact]
    public void No_other_colour_hides_in_a_shorthand() =>
        Assert.DoesNotContain(Rules().SelectMany(r => r.Style), d => d.Key is not ("color" or "background-color") && Regex.IsMatch(d.Value, "#[0-9a-f]{3}|rgb|hsl|white|black|gr[ae]y"));

    // A break in the thought is drawn by its stars, and readers' own style makes them grey.
    [Fact]
    public void The_stars_of_a_break_have_the_colour_of_the_text() => Assert.Equal("inherit", Rules().Single(r => r.Selector == "hr").Style["color"]);

    [Fact]
    public void There_is_a_dress_for_the_dark() =>
        Assert.Contains("@media (prefers-color-scheme: dark) {\n  :root { color: #e4e4e4; background-color: #161616; }", Sheet, StringComparison.Ordinal);

    private static IEnumerable<(string Selector, Dictionary<string, string> Style)> Rules() => Rule().Matches(Sheet).Select(m => (m.Groups[1].Value.Trim(),
        m.Groups[2].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => d.Split(':', 2, StringSplitOptions.TrimEntries))
            .GroupBy(d => d[0]).ToDictionary(g => g.Key, g => g.Last()[1])));

    private static Color ColorOf(string hex)
    {
        byte At(int place) => byte.Parse(hex.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new(At(1), At(3), At(5));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // The innermost braces; a rule within a media query is a rule.
    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();
}
