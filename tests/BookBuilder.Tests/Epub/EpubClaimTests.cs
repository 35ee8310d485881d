using System.Collections.Frozen;
using BookBuilder.Building;
using BookBuilder.Epub;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Tests.Building;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>An EPUB says that it is accessible only where its author claims it and nothing in the book is in the way.</summary>
public sealed class EpubClaimTests
{
    private const string Claim = "accessibility: { claim: true, certifier: Quay Press, credential: A badge, report: https://example.org/report }";
    private const string Sound = "# A\n\nWords, $x$ and [mot]{lang=fr}.\n\n## B\n\n![The sea.](a.png){alt=\"Waves below a low sun\"}\n\n![](a.png){.decorative}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

    [Fact]
    public async Task A_claim_that_nothing_is_against_is_written_with_who_judged_the_book()
    {
        (BuildReport report, byte[] epub) = await Build(Sound, Claim);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "BB5201");
        Assert.Contains("""
            <meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
            <meta refines="#conformance" property="a11y:certifiedBy" id="certifier">Quay Press</meta>
            <meta refines="#certifier" property="a11y:certifierCredential">A badge</meta>
            <link refines="#certifier" rel="a11y:certifierReport" href="https://example.org/report" />
            """, Text(epub, "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page-list: true")]
    [InlineData("accessibility: { claim: false, certifier: Quay Press }")]
    [InlineData("accessibility: { certifier: Quay Press }")]
    public async Task Nobody_claims_what_the_author_does_not(string epub)
    {
        (BuildReport report, byte[] file) = await Build("# A\n\n![The sea.](a.png)\n", epub);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "BB5201");
        Assert.DoesNotContain("conformsTo", Text(file, "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![The sea.](a.png)", "3,1 a picture is described by nothing but its caption (WCAG 2.2, 1.1.1)")]
    [InlineData("![](a.png)", "3,1 a picture has no description (WCAG 2.2, 1.1.1)")]
    [InlineData("Here ![](a.png) it is.", "3,6 a picture has no description (WCAG 2.2, 1.1.1)")]
    [InlineData("## B\n\n#### C", "5,1 a heading of level 4 stands where none of level 3 is above it (WCAG 2.2, 1.3.1)")]
    [InlineData("| | |\n|---|---|\n| 1 | 2 |", "3,1 a table has no names over its columns (WCAG 2.2, 1.3.1)")]
    [InlineData("A [mot]{lang=\"le français\"}.", "3,3 'le français' is no language (WCAG 2.2, 3.1.2)")]
    [InlineData("To [![](a.png){.decorative}](https://example.org/).", "3,4 a link has no words (WCAG 2.2, 2.4.4)")]
    [InlineData("Text[^n]\n\n[^n]: In a note: ![](a.png)", "5,18 a picture has no description (WCAG 2.2, 1.1.1)")]
    public async Task What_is_in_the_way_is_told_where_it_stands_and_nothing_is_claimed(string markdown, string said)
    {
        (BuildReport report, byte[] epub) = await Build($"# A\n\n{markdown}\n", Claim);
        Diagnostic told = Assert.Single(report.Diagnostics, d => d.Code == "BB5201");
        Assert.Equal(said, $"{told.Span.Start.Line},{told.Span.Start.Column} {told.Message["the EPUB does not say that it conforms to EPUB Accessibility 1.1, because ".Length..]}");
        Assert.Equal((Severity.Warning, 1), (told.Severity, told.Hints.Length));
        Assert.DoesNotContain("conformsTo", Text(epub, "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_in_the_way_is_told_at_once() =>
        Assert.Equal(3, (await Build("# A\n\n![](a.png)\n\n![](a.png)\n\n![](a.png)\n", Claim)).Report.Diagnostics.Count(d => d.Code == "BB5201"));

    [Theory]
    [InlineData("accessibility: { claim: true }", "nobody is named who judged the book (EPUB Accessibility 1.1, evaluator name)")]
    [InlineData("accessibility: { claim: true, certifier: I, report: my notes }", "'my notes' is no address (EPUB Accessibility 1.1, evaluator report)")]
    public async Task What_a_claim_lacks_is_told_at_the_claim(string epub, string said)
    {
        (BuildReport report, _) = await Build(Sound, epub);
        Diagnostic told = Assert.Single(report.Diagnostics, d => d.Code == "BB5201");
        Assert.EndsWith(said, told.Message, StringComparison.Ordinal);
        Assert.Equal(("book.yml", 2), (told.Span.Path, told.Span.Start.Line));
    }

    [Fact]
    public void A_formula_that_cannot_be_said_and_pale_words_in_a_drawing_are_in_the_way()
    {
        Figure map = new("a.svg", "A map", [], []);
        Picture pale = PictureReader.Read("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text x=\"1\" y=\"5\" fill=\"#ccc\">sea</text></svg>"u8.ToArray(), "a.svg", SourceSpan.None).Value!;
        var pictures = new Pictures(new Dictionary<string, Picture> { ["a.svg"] = pale }.ToFrozenDictionary());
        ResolvedBook book = Resolve(Book(Chapter("one", Title("One"), new MathBlock(new MathExpression("x", new MathIdentifier("x"), "")), map)));
        Reported<bool> settled = EpubClaims.Settle(book, pictures, Png, new() { Claimed = SourceSpan.OfFile("book.yml"), Certifier = "I" });
        Assert.False(settled.Value);
        Assert.Equal(["a formula cannot be said in words (WCAG 2.2, 1.1.1)", "the words 'sea' in a drawing are too pale (WCAG 2.2, 1.4.3)"],
            settled.Diagnostics.Select(d => d.Message[(d.Message.IndexOf("because ", StringComparison.Ordinal) + 8)..]));
    }

    [Fact]
    public void A_claim_without_its_judge_is_a_mistake_of_ours() => Assert.Throws<ArgumentException>(
        () => Write(Resolve(Book(Chapter("one", Title("One")))), options: Options with { Conforms = true }));

    private static async Task<(BuildReport Report, byte[] Epub)> Build(string markdown, string epub)
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BooksInMemory.With(("a.png", BooksInMemory.Pixel),
            ("book.yml", $"title: A\nepub: {{ {epub} }}\n"), ("a.md", markdown)).BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        return (report, files.Single(f => f.Key.EndsWith(".epub", StringComparison.Ordinal)).Value);
    }
}
