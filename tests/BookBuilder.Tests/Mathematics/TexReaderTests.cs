using BookBuilder.Mathematics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Mathematics;

namespace BookBuilder.Tests.Mathematics;

/// <summary>TeX becomes a tree; see <see cref="MathShow"/> for the notation.</summary>
public sealed class TexReaderTests
{
    private static Reported<MathExpression> Read(string tex) => TexReader.Read(tex, SourceSpan.OfFile("a.md"));

    [Theory]
    [InlineData("y = mx + b", "[y = m x + b]")]
    [InlineData("1.0857x - 0.3", "[1.0857 x − 0.3]")]
    [InlineData("1, 2, \\dots, 6", "[1 , 2 , … , 6]")]
    [InlineData("1{,}000", "1,000")]
    [InlineData(@"\alpha\Omega \le \infty", "[α 'Ω' ≤ '∞']")]
    [InlineData(@"a \cdot b \times c \to d", "[a ⋅ b × c → d]")]
    [InlineData("x_i^2", "subsup(x i 2)")]
    [InlineData("x^{y^z}", "sup(x sup(y z))")]
    [InlineData("f''(x)", "[sup(f ′′) ( x )]")]
    [InlineData("f'^2", "sup(f [′ 2])")]
    [InlineData(@"\frac12 \dfrac{a+b}{c}", "[frac(1 2) frac([a + b] c)]")]
    [InlineData(@"\sqrt{x} \sqrt[3]{x+1}", "[root(x) root([x + 1] 3)]")]
    [InlineData(@"\left(\frac{N_c}{N}\right)^{\alpha_N}", "sup([(! frac(sub(N c) N) )!] sub(α N))")]
    [InlineData(@"\left. x \right|_{0}", "sub([x |!] 0)")]
    [InlineData(@"\{ x \}", "[{ x }]")]
    [InlineData(@"\sum_{i=1}^n i", "[limitssubsup(∑ [i = 1] n) i]")]
    [InlineData(@"\int_0^1 x\,dx", "[subsup(∫ 0 1) x space(0.167) d x]")]
    [InlineData(@"\int\limits_a^b", "limitssubsup(∫ a b)")]
    [InlineData(@"\lim_{x \to 0} \sin x", "[limitssub('lim' [x → 0]) 'sin' x]")]
    [InlineData(@"\text{if } x \ge 0", "[text(if ) x ≥ 0]")]
    [InlineData(@"\mathrm{CO}_2", "sub('CO' 2)")]
    [InlineData(@"\operatorname{softmax} z", "['softmax' z]")]
    [InlineData(@"\hat y \bar{x} \vec v", "[accent(y ^) accent(x ¯) accent(v →)]")]
    [InlineData(@"\mathbb{R} \mathcal{L} \mathbf{x1}", "['ℝ' 'ℒ' ['𝐱' 𝟏]]")]
    [InlineData(@"a \not= b \quad 95\%", "[a ≠ b space(1) 95 %]")]
    [InlineData("^2H", "[sup([] 2) H]")]
    [InlineData("", "[]")]
    [InlineData("x % a comment", "x")]
    public void A_formula_becomes_a_tree(string tex, string tree)
    {
        Reported<MathExpression> formula = Read(tex);
        Assert.Equal(tree, MathShow.Of(formula.Value.Root));
        Assert.Empty(formula.Diagnostics);
        Assert.Equal(tex, formula.Value.Tex);
    }

    [Theory]
    [InlineData(@"a \foo b", @"[a text(\foo) b]", "BB1050")]
    [InlineData("a & b", "[a text(&) b]", "BB1050")]
    [InlineData(@"\begin{aligned} a &= b \\ c \end{aligned} + 1", @"[text(\begin{aligned} a &= b \\ c \end{aligned}) + 1]", "BB1051")]
    [InlineData("{a", "a", "BB1052")]
    [InlineData("a}b", "[a b]", "BB1052")]
    [InlineData(@"\left( x", "[(! x]", "BB1052")]
    [InlineData("x^", "sup(x [])", "BB1053")]
    [InlineData("x_a_b", "sub(x [a b])", "BB1054")]
    public void What_cannot_be_read_is_kept_and_reported(string tex, string tree, string code)
    {
        Reported<MathExpression> formula = Read(tex);
        Assert.Equal(tree, MathShow.Of(formula.Value.Root));
        Diagnostic said = Assert.Single(formula.Diagnostics);
        Assert.Equal(code, said.Code);
        Assert.Equal("a.md", said.Span.Path);
    }

    [Theory]
    [InlineData("y = mx + b", "y equals m x plus b")]
    [InlineData("x^2 + y^3", "x squared plus y cubed")]
    [InlineData("2^{-1/T} \\le 1 + r", "2 to the power minus 1 divided by T end power is at most 1 plus r")]
    [InlineData(@"\frac{a+b}{2}", "the fraction a plus b over 2 end fraction")]
    [InlineData(@"\frac{1}{2}", "1 over 2")]
    [InlineData(@"\sqrt{x+1}", "the square root of x plus 1 end root")]
    [InlineData(@"\sum_{i=1}^n i", "the sum from i equals 1 to n of i")]
    [InlineData(@"\lim_{x \to 0} f(x)", "the limit as x to 0 of f open parenthesis x close parenthesis")]
    [InlineData(@"N_c \in \mathbb{R}", "N sub c is in R")]
    [InlineData("f'", "f prime")]
    [InlineData("f^'", "f prime")]
    public void A_formula_is_said_in_words(string tex, string words) => Assert.Equal(words, Read(tex).Value.Spoken);

    [Theory]
    [InlineData("{", 3000)]
    [InlineData("x^", 3000)]
    [InlineData(@"\frac", 3000)]
    [InlineData(@"\left(", 3000)]
    [InlineData(@"\sqrt[", 3000)]
    [InlineData(@"\hat", 3000)]
    [InlineData(@"\text{", 3000)]
    [InlineData(@"\begin{a}", 3000)]
    public void Nesting_beyond_reason_is_reported_and_does_not_break_the_reader(string piece, int times)
    {
        Reported<MathExpression> formula = Read(string.Concat(Enumerable.Repeat(piece, times)));
        Assert.NotEmpty(formula.Diagnostics);
        Assert.True(formula.Diagnostics.Length < 10);
    }
}
