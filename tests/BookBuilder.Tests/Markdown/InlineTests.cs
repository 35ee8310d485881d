namespace BookBuilder.Tests.Markdown;

/// <summary>Running text; see <see cref="Show"/> for the notation.</summary>
public sealed class InlineTests
{
    [Theory]
    [InlineData("*a* **b** ***c*** `d*`", "em(a) strong(b) em(strong(c)) code(d*)")]
    [InlineData("~~gone~~ H~2~O x^2^ mc^*2*^", "strike(gone) Hsub(2)O xsup(2) mcsup(em(2))")]
    [InlineData("10^5 and 10^6, ~5 to ~10, a~b c~d", "10^5 and 10^6, ~5 to ~10, a~b c~d")]
    [InlineData("[text](https://a.b \"title\") [x][r]\n\n[r]: https://r.s", "link<https://a.b>(text) link<https://r.s>(x)")]
    [InlineData("<https://a.b/c_d> and https://e.f/g_h_i.", "link<https://a.b/c_d auto>(https://a.b/c_d) and link<https://e.f/g_h_i auto>(https://e.f/g_h_i).")]
    [InlineData("<me@example.org>", "link<mailto:me@example.org auto>(me@example.org)")]
    [InlineData(@"[https://a.b/en\_us](https://a.b/en_us)", "link<https://a.b/en_us auto>(https://a.b/en_us)")]
    [InlineData("[a](https://x.y/S2589-7500(22)00063-2/fulltext)", "link<https://x.y/S2589-7500(22)00063-2/fulltext>(a)")]
    [InlineData("[here](#sec-x) [there](02-b.md#y)", "link<#sec-x>(here) link<02-b.md#y>(there)")]
    [InlineData("a\\\nb  \nc\nd", "a⏎b⏎c d")]
    [InlineData(@"\$3 \*no\* A\ B &nbsp;| &amp; &lt;", "$3 *no* A\u00a0B \u00a0| & <")]
    [InlineData("`code`{.py} plain", "code(code) plain")]
    [InlineData("![alt](../p/a%20b.png) in text", "image<p/a b.png>(alt) in text")]
    [InlineData("![x](a.png){.decorative} in text", "image<chapters/a.png>() in text")]
    public void Common_marks(string markdown, string line) => Assert.Equal(line, Show.Line(markdown));

    [Theory]
    [InlineData("[text]{.smallcaps} after", "smallcaps(text) after")]
    [InlineData("[a]{.underline} [b]{.mark} [c]{.kbd}", "underline(a) highlight(b) keyboard(c)")]
    [InlineData("[mot]{lang=fr} in a line", "span{lang=fr}(mot) in a line")]
    [InlineData("[a *b*]{.smallcaps .x lang=fr}", "smallcaps(span{.x lang=fr}(a em(b)))")]
    [InlineData("[a [b](https://c.d) e]{.mark}", "highlight(a link<https://c.d>(b) e)")]
    [InlineData("[not a span] {.x}", "[not a span] {.x}")]
    public void A_bracketed_span_gets_its_class_and_the_paragraph_does_not(string markdown, string line)
    {
        Assert.Equal(line, Show.Line(markdown));
        Assert.Empty(Show.Read(markdown).Value.Content[0].Attributes.Classes);
    }

    [Theory]
    [InlineData("see @fig-x.", "see ref(fig-x).")]
    [InlineData("@Fig-x opens", "ref(fig-x Capital) opens")]
    [InlineData("(@tbl-a, @eq-b_c)", "(ref(tbl-a), ref(eq-b_c))")]
    [InlineData("[-@fig-x] [Fig. @fig-x]", "ref(fig-x Number) ref(fig-x 'Fig.')")]
    [InlineData("[@fig-a; @fig-b; @fig-c]", "ref(fig-a;fig-b;fig-c)")]
    [InlineData(@"\@ref(fig:x) \@ref(tab:y) \@ref(eq:z) \@ref(intro)", "ref(fig-x Number) ref(tbl-y Number) ref(eq-z Number) ref(intro Number)")]
    [InlineData("me@fig-x.org, @reader, @alg-x, @fig", "me@fig-x.org, @reader, @alg-x, @fig")]
    [InlineData("`@fig-x`", "code(@fig-x)")]
    public void Cross_references(string markdown, string line) => Assert.Equal(line, Show.Line(markdown));

    [Theory]
    [InlineData("$x+1$ and $$y$$", "math(x+1) and ")]
    [InlineData("$20,000 and $30,000", "$20,000 and $30,000")]
    [InlineData("$ x$ and $y $ and $a$1", "$ x$ and $y $ and $a$1")]
    [InlineData(@"costs \$5 and \$6", "costs $5 and $6")]
    [InlineData(@"$a\$b$ $|x|$", @"math(a\$b) math(|x|)")]
    [InlineData("`$x$`", "code($x$)")]
    public void Formulas_follow_the_rule_of_dollars(string markdown, string line)
    {
        string shown = Show.Line(markdown);
        Assert.Equal(line.TrimEnd(), shown);
    }

    [Theory]
    [InlineData("10<sup>th</sup> CO<sub>2</sub>", "10sup(th) COsub(2)")]
    [InlineData("<em>a</em> <i>b</i> <strong>c</strong> <b>d</b> <u>e</u> <s>f</s> <del>g</del>", "em(a) em(b) strong(c) strong(d) underline(e) strike(f) strike(g)")]
    [InlineData("<mark>a</mark> <kbd>b</kbd> <cite>c</cite> <small>d</small>", "highlight(a) keyboard(b) cite(c) span{.small}(d)")]
    [InlineData("<span lang=\"fr\">mot *juste*</span>", "span{lang=fr}(mot em(juste))")]
    [InlineData("a<br>b<br/>c", "a⏎b⏎c")]
    [InlineData("a <!-- gone --> b", "a b")]
    [InlineData("<td>a</td><td>b</td>", "a b")]
    [InlineData("<font color=red>kept</font> <b>open", "kept open")]
    public void Html_goes_through_an_allow_list(string markdown, string line) => Assert.Equal(line, Show.Line(markdown));

    [Fact]
    public void Html_that_is_left_out_is_reported_with_its_place()
    {
        Assert.Equal(
            """
            BB1020 3,3 the HTML tag <font> is left out; the words inside it are kept
            BB1021 3,22 the HTML tag <b> has no partner in the same text and is left out
            BB1021 5,1 the HTML tag </sup> has no partner in the same text and is left out
            BB1020 7,1 the HTML tag <div> is left out; the words inside it are kept
            BB1020 11,1 the HTML tag <script> is left out; the words inside it are kept
            """,
            Show.Said("# T\n\na <font>words</font> <b>x\n\n</sup>y\n\n<div>\nkept\n</div>\n\n<script>\n\nvar x;\n</script>"));
    }

    [Fact]
    public void A_letter_that_names_an_address_is_a_link() =>
        Assert.Equal("", Show.Said("# T\n\na [letter](<mailto:a@b.c?body=so \u2014 https://d.e/>) b"));

    [Theory]
    [InlineData("a {.x} b", "a {.x} b", "BB1023")]
    [InlineData("a [run](javascript:alert(1)) b", "a run b", "BB1032")]
    [InlineData("a <gopher://old.example/> b", "a gopher://old.example/ b", "BB1032")]
    [InlineData("a [words]() b", "a words b", "BB1033")]
    [InlineData("a [words](https://) b", "a words b", "BB1036")]
    [InlineData("a [words](https://\u0301a.b/c) b", "a words b", "BB1036")]
    [InlineData("a <http://\uFFFEa.b> b", "a http://\uFFFEa.b b", "BB1036")]
    [InlineData(@"a (\#fig:x) b", @"a (\#fig:x) b", "BB1025")]
    [InlineData("a ![x](https://a.b/c.png) b", "a image<https://a.b/c.png>(x) b", "BB4011")]
    [InlineData("a ![x](../../c.png) b", "a image<../../c.png>(x) b", "BB4012")]
    [InlineData("a ![x]() b", "a image<>(x) b", "BB4013")]
    public void Mistakes_are_kept_and_reported(string markdown, string line, string code)
    {
        string text = "# T\n\n" + markdown;
        Assert.Equal(line, Show.Line(text));
        Assert.StartsWith($"{code} 3,3 ", Show.Said(text));
    }
}
