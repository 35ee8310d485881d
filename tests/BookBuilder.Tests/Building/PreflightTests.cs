using System.Collections.Concurrent;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Building;

/// <summary>What readers would miss although the book can be made is told with its place before anybody prints it.</summary>
public sealed class PreflightTests
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">{0}</svg>";

    [Theory]
    [InlineData("![The sea.](a.png)", "BB5501 3,1")]                                   // nothing but the caption
    [InlineData("![The sea.](a.png){alt=\"a.png\"}", "BB5502 3,1")]
    [InlineData("![The sea.](a.png){alt=\"DSC_0042.JPG\"}", "BB5502 3,1")]
    [InlineData("![The sea.](a.png){alt=\"Figure 3\"}", "BB5502 3,1")]
    [InlineData("![The sea.](a.png){alt=\"a picture\"}", "BB5502 3,1")]
    [InlineData("![The sea.](a.png){alt=\"\"}", "BB1034 3,1")]
    [InlineData("Here ![](a.png) it is.", "BB1034 3,6")]
    [InlineData("Here ![image](a.png) it is.", "BB5502 3,6")]
    [InlineData("## Tides\n\n#### Ebb", "BB3203 5,1")]
    [InlineData("[there](#sec-nowhere)", "BB3101 3,1")]
    [InlineData("[there](gone.md)", "BB3105 3,1")]
    public async Task What_cannot_be_seen_heard_or_reached_is_told(string markdown, string said) => Assert.StartsWith(said, await Said(markdown));

    [Theory]
    [InlineData("![The sea.](a.png){alt=\"Waves below a low sun\"}")]
    [InlineData("![The sea.](a.png){.decorative}")]
    [InlineData("![](a.png){.decorative}")]
    [InlineData("Here ![a wave](a.png) it is, and ![](a.png){.decorative} there.")]
    [InlineData("![The sea.](a.png){alt=\"Figure of a swimmer\"}")]
    [InlineData("## Tides\n\n### Ebb\n\n## Storms")]
    public async Task What_is_described_or_said_to_tell_nothing_is_not_told(string markdown) => Assert.Equal("", await Said(markdown));

    [Theory]
    [InlineData("accent: \"#8899aa\"", "BB5504 3,11 'pdf.accent' has a contrast of 2.9 to white paper; 4.5 are needed (WCAG 2.2, 1.4.3)")]
    [InlineData("accent: \"#777777\"", "BB5504 3,11 'pdf.accent' has a contrast of 4.4 to white paper; 4.5 are needed (WCAG 2.2, 1.4.3)")]
    [InlineData("accent: \"#767676\"", "")]
    [InlineData("code: { ground: \"#404040\" }", "BB5504 3,19 'pdf.code.ground' has a contrast of 2.0 to black words; 4.5 are needed (WCAG 2.2, 1.4.3)")]
    [InlineData("captions: { color: \"#888888\" }", "BB5504 3,22 'pdf.captions.color' has a contrast of 3.5 to white paper; 4.5 are needed (WCAG 2.2, 1.4.3)")]
    [InlineData("headings: { chapter: { color: \"#888888\", size: 24pt } }", "")]           // large words need less
    [InlineData("headings: { chapter: { color: \"#bbbbbb\", size: 24pt } }", "BB5504 3,33 'pdf.headings.chapter.color' has a contrast of 1.9 to white paper; 3 are needed (WCAG 2.2, 1.4.3)")]
    public async Task A_colour_too_pale_for_words_is_told(string key, string said)
    {
        (BuildReport report, _) = await BooksInMemory.Of(("book.yml", $"title: A\npdf:\n  {key}\n"), ("a.md", "# A\n\nText.\n")).BuildAsync();
        Assert.Equal(said, Joined(report, withMessage: true));
    }

    [Theory]
    [InlineData("<text x=\"10\" y=\"20\" fill=\"#cccccc\">pale</text>", true)]
    [InlineData("<text x=\"10\" y=\"20\" fill-opacity=\"0.3\">faint</text>", true)]
    [InlineData("<rect width=\"100\" height=\"50\" fill=\"#333\"/><text x=\"10\" y=\"20\" fill=\"#ccc\">light on dark</text>", false)]
    [InlineData("<rect x=\"60\" width=\"40\" height=\"50\" fill=\"#333\"/><text x=\"10\" y=\"20\" fill=\"#ccc\">beside the dark</text>", true)]
    [InlineData("<text x=\"10\" y=\"20\" fill=\"#444\">dark</text>", false)]
    public async Task Words_in_a_drawing_that_no_ground_makes_legible_are_told(string inside, bool isTold)
    {
        (BuildReport report, _) = await BooksInMemory.Of(
            ("a.md", "# A\n\n![The sea.](a.svg){alt=\"Waves below a low sun\"}\n"), ("a.svg", Svg.Replace("{0}", inside, StringComparison.Ordinal))).BuildAsync();
        Assert.Equal(isTold ? "BB5506 3,1" : "", Joined(report));
    }

    [Theory]
    [InlineData(0, 0, 0, 21)]
    [InlineData(255, 255, 255, 1)]
    [InlineData(0x77, 0x77, 0x77, 4.48)]      // as WCAG's own examples have it
    [InlineData(0xFF, 0, 0, 4.0)]
    [InlineData(0, 0, 0xFF, 8.59)]
    public void Contrast_is_that_of_WCAG(byte red, byte green, byte blue, double ratio) => Assert.Equal(ratio, Contrast.Between(new(red, green, blue), Color.White), 2);

    [Fact]
    public async Task Addresses_are_asked_once_each_and_only_when_the_author_wants_it()
    {
        BookProject book = BooksInMemory.Of(("a.md", "# A\n\n[One](https://example.org/one#here), [again](https://example.org/one#there), <https://example.org/gone>.[^n]\n\n[^n]: See <https://example.org/gone>.\n"));
        ConcurrentBag<string> asked = [];
        Task<string?> Probe(Uri address, CancellationToken stop)
        {
            asked.Add(address.AbsoluteUri);
            return Task.FromResult(address.AbsolutePath == "/gone" ? "404 Not Found" : null);
        }

        BuildReport report = await BookCompiler.CheckAsync(book, new BuildOptions { ProbeLink = Probe });
        Assert.Equal(["https://example.org/gone", "https://example.org/one"], asked.Order(StringComparer.Ordinal));
        Assert.Equal(["BB5505 3,78", "BB5505 5,11"], report.Diagnostics.Select(d => $"{d.Code} {d.Span.Start.Line},{d.Span.Start.Column}"));
        Assert.Contains("'https://example.org/gone' does not answer: 404 Not Found", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.True(report.Succeeded);

        asked.Clear();
        await book.BuildAsync(new BuildOptions { ProbeLink = Probe });
        Assert.Empty(asked);
    }

    private static async Task<string> Said(string markdown)
    {
        (BuildReport report, _) = await BooksInMemory.With(("a.png", BooksInMemory.Pixel), ("a.md", "# A\n\n" + markdown + "\n")).BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        return Joined(report);
    }

    private static string Joined(BuildReport report, bool withMessage = false) => string.Join('\n', report.Diagnostics
        .Where(d => d.Severity > Severity.Info && d.Code is not ("BB2131" or "BB1121" or "BB1119"))
        .Select(d => $"{d.Code} {d.Span.Start.Line},{d.Span.Start.Column}{(withMessage ? " " + d.Message : "")}"));
}
