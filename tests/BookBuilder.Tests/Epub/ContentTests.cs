using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>What becomes of blocks and inlines, as a reader of the file sees it.</summary>
public sealed class ContentTests
{
    [Fact]
    public void A_chapter_is_a_named_section_with_its_label_above_its_title_and_sections_nest()
    {
        ResolvedBook book = Resolve(Book(Chapter("tides", Title("Tides & <Moons>"),
            new Heading(2, [new Text("Spring")]), Para("a"), new Heading(3, [new Text("High")]), Para("b"),
            new Heading(2, [new Text("Neap")]) { IsNumbered = false }, Para("c"))));

        string file = Text(Write(book), "EPUB/tides.xhtml");
        Assert.StartsWith("""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE html>
            <html lang="en-US" xml:lang="en-US" xmlns:epub="http://www.idpf.org/2007/ops" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <title>Chapter&NBSP;1: Tides &amp; &lt;Moons&gt;</title>
            <link rel="stylesheet" type="text/css" href="style.css" />
            </head>
            <body epub:type="bodymatter">
            """.Replace("&NBSP;", "\u00a0"), file, StringComparison.Ordinal);
        string h1 = book.Anchors[book.Chapters[^1].Content[0].Id];
        Assert.Contains($"""class="chapter" epub:type="chapter" role="doc-chapter" aria-labelledby="{h1}">""", file, StringComparison.Ordinal);
        Assert.Contains($"""<h1 id="{h1}"><span class="label">Chapter{'\u00a0'}1</span> Tides &amp; &lt;Moons&gt;</h1>""", file, StringComparison.Ordinal);
        Assert.Equal("h1 section(h2 p section(h3 p)) section(h2 p)", Shape(file));
        Assert.Contains("<span class=\"number\">1.1.1</span> High</h3>", file, StringComparison.Ordinal);
        Assert.Contains(">Neap</h2>", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InlineStyle.Emphasis, "<em>x</em>")]
    [InlineData(InlineStyle.Strong, "<strong>x</strong>")]
    [InlineData(InlineStyle.Strikeout, "<s>x</s>")]
    [InlineData(InlineStyle.Superscript, "<sup>x</sup>")]
    [InlineData(InlineStyle.Subscript, "<sub>x</sub>")]
    [InlineData(InlineStyle.SmallCaps, "<span class=\"smallcaps\">x</span>")]
    [InlineData(InlineStyle.Underline, "<u>x</u>")]
    [InlineData(InlineStyle.Highlight, "<mark>x</mark>")]
    [InlineData(InlineStyle.Keyboard, "<kbd>x</kbd>")]
    [InlineData(InlineStyle.Cite, "<cite>x</cite>")]
    public void A_style_has_its_element(InlineStyle style, string expected) => Assert.Equal(expected, Inline(new Styled(style, [new Text("x")])));

    [Fact]
    public void A_language_is_said_twice_and_a_malformed_one_not_at_all()
    {
        Assert.Equal("<span class=\"title\" lang=\"de-AT\" xml:lang=\"de-AT\">Flut</span>",
            Inline(new SpanInline([new Text("Flut")]) { Attributes = new() { Classes = ["title"], Values = [new("lang", "de-AT")] } }));
        Assert.Equal("<span>Flut</span>", Inline(new SpanInline([new Text("Flut")]) { Attributes = new() { Values = [new("lang", "deu tsch")] } }));
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d=e", "<a href=\"https://example.org/a?b=c&amp;d=e\">x</a>")]
    [InlineData("https://example.org/a b|c", "<a href=\"https://example.org/a%20b%7Cc\">x</a>")]
    [InlineData("mailto:ann@example.org", "<a href=\"mailto:ann@example.org\">x</a>")]
    [InlineData("javascript:alert(1)", "<span>x</span>")]
    [InlineData("file:///etc/passwd", "<span>x</span>")]
    public void A_link_leads_to_the_web_or_nowhere(string target, string expected) => Assert.Equal(expected, Inline(new Link(target, [new Text("x")])));

    [Fact]
    public void A_link_pauses_at_a_note_mark_because_links_do_not_nest()
    {
        string body = Body([Para(new Link("https://example.org/", [new Text("see"), new NoteReference("n"), new Text(" there")]))],
            notes: [new NoteDefinition("n", [Para("A note.")])]);
        Assert.Matches("^<p><a href=\"https://example.org/\">see</a><sup><a href=\"#[^>]*>1</a></sup><a href=\"https://example.org/\"> there</a></p>", body);
    }

    [Fact]
    public void A_link_pauses_within_styled_words_too_and_its_id_is_given_once()
    {
        Link link = new("https://example.org/", [new Styled(InlineStyle.Strong, [new Text("see"), new NoteReference("n"), new SpanInline([new Text(" there"), new NoteReference("n")])])])
        {
            Attributes = new() { Label = "here", Classes = ["quiet"] },
        };
        string body = Body([Para(link)], notes: [new NoteDefinition("n", [Para("A note.")])]);
        string mark = "<sup><a href=\"#fn-1-1\" id=\"fnref-1-1(-\\d+)?\" epub:type=\"noteref\" role=\"doc-noteref\">1</a></sup>";
        Assert.Matches($"^<p><strong><a id=\"here\" class=\"quiet\" href=\"https://example.org/\">see</a>{mark}<span><a class=\"quiet\" href=\"https://example.org/\"> there</a>{mark}</span></strong></p>", body);
    }

    [Fact]
    public void Code_is_kept_as_written()
    {
        Assert.Equal("<code>a &lt; b  &amp;&amp; c</code>", Inline(new CodeInline("a < b  && c")));
        Assert.Equal("<pre><code class=\"language-csharp\">if (a)\n    b();</code></pre>", Body(new CodeBlock("if (a)\n    b();", "csharp")));
    }

    [Fact]
    public void Lists_say_how_they_count_where_they_begin_and_what_is_done()
    {
        Assert.Equal("<ol class=\"tight\" type=\"a\" start=\"3\">\n<li>x</li>\n<li>y<ul class=\"tight\">\n<li>z</li>\n</ul>\n</li>\n</ol>",
            Body(new ListBlock(ListStyle.LowerAlpha, 3, true,
            [
                new ListItem([Para("x")]),
                new ListItem([Para("y"), new ListBlock(ListStyle.Bullet, 1, true, [new ListItem([Para("z")])])]),
            ])));
        Assert.Equal("<ul>\n<li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"done\">☑</span>\u00a0<p>x</p>\n</li>\n</ul>",
            Body(new ListBlock(ListStyle.Bullet, 1, false, [new ListItem([Para("x")], IsDone: true)])));
    }

    [Fact]
    public void A_quotation_ends_with_who_said_it() =>
        Assert.Equal("<blockquote>\n<p>Water is wet.</p>\n<footer>— <cite>A sailor</cite></footer>\n</blockquote>",
            Body(new BlockQuote([Para("Water is wet.")], [new Styled(InlineStyle.Cite, [new Text("A sailor")])])));

    [Fact]
    public void A_callout_says_its_kind_even_when_its_author_gave_it_another_title()
    {
        Assert.Equal("<aside class=\"callout callout-warning\" role=\"note\" aria-label=\"Warning\">\n<p class=\"callout-title\">Warning</p>\n<p>x</p>\n</aside>",
            Body(new Callout(CalloutKind.Warning, [], [Para("x")])));
        Assert.Contains("epub:type=\"tip\" role=\"doc-tip\" aria-label=\"Tip: Look up\">\n<p class=\"callout-title\">Look up</p>", Body(new Callout(CalloutKind.Tip, [new Text("Look up")], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_has_its_words_its_number_and_its_remarks()
    {
        string body = Body([new Figure("figures/Sea level.png", "A rising line", [new Text("Sea level")], [Para("Source: tide gauge.")]) { Width = new(0.8, null) }],
            Pictures("figures/Sea level.png"));
        Assert.Equal($"""
            <figure id="fig-1-1">
            <img src="images/Sea-level.png" alt="A rising line" style="width: 80%" />
            <figcaption><p class="caption"><span class="label">Figure{'\u00a0'}1.1</span>. Sea level</p><div class="remarks"><p>Source: tide gauge.</p>
            </div></figcaption>
            </figure>
            """, body.Replace("id=\"fig-1.1\"", "id=\"fig-1-1\""));
    }

    [Fact]
    public void A_picture_keeps_its_proportion_to_the_text()
    {
        // 120 pixels at 96 to the inch are 90 pt, nine times the type size of 10 pt.
        Assert.Contains("style=\"width: 9em\"", Body([new Figure("a.png", "x", [], [])], Pictures("a.png")), StringComparison.Ordinal);
        Assert.Contains("style=\"width: 7.2em\"", Body([new Figure("a.png", "x", [], []) { Width = new(null, 1.In) }], Pictures("a.png")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_passed_over_only_where_its_author_says_that_it_tells_nothing()
    {
        Pictures pictures = Pictures("a.png");
        Assert.Contains("<img src=\"images/a.png\" alt=\"\" role=\"presentation\" style", Body([new Figure("a.png", "", [], []) { Attributes = new() { Classes = ["decorative"] } }], pictures), StringComparison.Ordinal);
        Assert.Contains("alt=\"\" role=\"presentation\" class=\"inline decorative\"", Body([Para(new ImageInline("a.png", "") { Attributes = new() { Classes = ["decorative"] } })], pictures), StringComparison.Ordinal);
        Assert.DoesNotContain("presentation", Body([new Figure("a.png", "", [], []), Para(new ImageInline("a.png", ""))], pictures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_opened_by_itself_still_says_what_it_shows()
    {
        var plain = new VectorPicture(new Drawing(90.Pt, 45.Pt, 90, 45, []));
        Assert.Contains("<title>A map</title>", Svg(plain), StringComparison.Ordinal);
        Assert.Contains("<title>North</title>\n<desc>A map</desc>", Svg(plain with { Drawing = plain.Drawing with { Title = "North" } }), StringComparison.Ordinal);
        Assert.Contains("<title>North</title>\n<desc>Of the sea</desc>", Svg(plain with { Drawing = plain.Drawing with { Title = "North", Description = "Of the sea" } }), StringComparison.Ordinal);

        static string Svg(VectorPicture picture) => Text(Write(Resolve(Book(Chapter("one", Title("One"), new Figure("a.svg", "A map", [], [])))),
            new Pictures(new Dictionary<string, Picture> { ["a.svg"] = picture }.ToFrozenDictionary())), "EPUB/images/a.svg");
    }

    [Fact]
    public void A_missing_picture_leaves_its_words()
    {
        Assert.Equal("<figure id=\"fig-one\">\n<p class=\"missing\">[A map]</p>\n</figure>", Body(new Figure("gone.png", "A map", [], [])));
        Assert.Equal("<span class=\"missing\">[gone.png]</span>", Inline(new ImageInline("gone.png", "")));
    }

    [Fact]
    public void Definitions_displays_and_divisions_pass()
    {
        Assert.Equal("<dl>\n<dt>ebb</dt>\n<dd>It goes.</dd>\n</dl>",
            Body(new DefinitionList([new DefinitionItem([new DefinitionTerm([new Text("ebb")])], [new Definition([Para("It goes.")])])])));
        Assert.Equal("<hr />", Body(new ThematicBreak()));
        Assert.Equal("", Body(new PageBreak()));
        Assert.Equal("<div class=\"epigraph\" epub:type=\"epigraph\" role=\"doc-epigraph\">\n<p>x<br />y</p>\n</div>",
            Body(new Division([Para(new Text("x"), new LineBreak(), new Text("y"))]) { Attributes = new() { Classes = ["epigraph"] } }));
    }

    [Fact]
    public void A_formula_is_MathML_with_its_reading()
    {
        var math = new MathExpression("y = \\frac{a^2}{\\sqrt{b}}", new MathRow(
        [
            new MathIdentifier("y"), new MathOperator("=", MathClass.Relation),
            new MathFraction(new MathScripts(new MathIdentifier("a"), null, new MathNumber("2")), new MathRoot(new MathIdentifier("b"), null)),
        ]), "y equals a squared over the root of b");
        const string inner = "<mrow><mi>y</mi><mo>=</mo><mfrac><msup><mi>a</mi><mn>2</mn></msup><msqrt><mi>b</mi></msqrt></mfrac></mrow></math>";
        Assert.Equal("<math alttext=\"y equals a squared over the root of b\" xmlns=\"http://www.w3.org/1998/Math/MathML\">" + inner, Inline(new MathInline(math)));

        string numbered = Body(new MathBlock(math) { Attributes = new() { Label = "eq-a" } });
        Assert.Equal("<div id=\"eq-a\" class=\"equation\"><math display=\"block\" alttext=\"y equals a squared over the root of b\" xmlns=\"http://www.w3.org/1998/Math/MathML\">"
            + inner + " <span class=\"equation-number\">(1.1)</span></div>", numbered);
    }

    [Fact]
    public void Scripts_fences_and_spaces_of_formulas_say_what_readers_would_guess_wrong()
    {
        MathNode sum = new MathScripts(new MathOperator("∑", MathClass.Large), new MathIdentifier("i"), new MathIdentifier("n"), Limits: true);
        Assert.Contains("<munderover><mo movablelimits=\"false\">∑</mo><mi>i</mi><mi>n</mi></munderover>", Math(sum), StringComparison.Ordinal);
        Assert.Contains("<mo form=\"prefix\" stretchy=\"false\">|</mo>", Math(new MathOperator("|", MathClass.Open)), StringComparison.Ordinal);
        Assert.Contains("<mo form=\"postfix\" stretchy=\"true\">)</mo>", Math(new MathOperator(")", MathClass.Close, Stretchy: true)), StringComparison.Ordinal);
        Assert.Contains("<mo lspace=\"0\" rspace=\"0\">/</mo>", Math(new MathOperator("/", MathClass.Ordinary)), StringComparison.Ordinal);
        Assert.Contains("<mi mathvariant=\"normal\">d</mi>", Math(new MathIdentifier("d", Upright: true)), StringComparison.Ordinal);
        Assert.Contains("<mtext>\u00a0if\u00a0</mtext>", Math(new MathText(" if ")), StringComparison.Ordinal);
        Assert.Contains("<mspace width=\"0.1667em\" />", Math(new MathSpace(0.16667)), StringComparison.Ordinal);
        Assert.Contains("<mroot><mi>x</mi><mn>3</mn></mroot>", Math(new MathRoot(new MathIdentifier("x"), new MathNumber("3"))), StringComparison.Ordinal);
        Assert.Contains("<mover accent=\"true\"><mi>x</mi><mo>→</mo></mover>", Math(new MathAccent(new MathIdentifier("x"), "→")), StringComparison.Ordinal);

        static string Math(MathNode root) => Inline(new MathInline(new MathExpression("", root, "words")));
    }

    /// <summary>The elements of the chapter's section that give it its shape.</summary>
    private static string Shape(string file)
    {
        System.Xml.Linq.XElement chapter = Parse(System.Text.Encoding.UTF8.GetBytes(file)).Descendants(Html + "section").First();
        return Of(chapter);

        static string Of(System.Xml.Linq.XElement section) => string.Join(' ', section.Elements().Select(e =>
            e.Name.LocalName == "section" ? $"section({Of(e)})" : e.Name.LocalName));
    }
}
