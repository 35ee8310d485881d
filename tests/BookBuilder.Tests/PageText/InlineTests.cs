using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>Signs in running text.</summary>
public sealed class InlineTests
{
    [Theory]
    [InlineData(@"It costs \$3 or \$11.", @"It costs \$3 or \$11.")]
    [InlineData("It costs $3 to $11.", @"It costs \$3 to \$11.")]
    [InlineData("Between $5 or about six$ is asked.", @"Between \$5 or about six\$ is asked.")]
    [InlineData("the slope  $m$  of  $y = mx + b$  grows", "the slope $m$ of $y = mx + b$ grows")]
    [InlineData("<b>Bold</b> and <i>slanting</i>.", "**Bold** and *slanting*.")]
    [InlineData("<b>Bold without end.", "Bold without end.")]
    [InlineData("One<br>two.", "One two.")]
    [InlineData("A <name> and a < b.", @"A \<name> and a \< b.")]
    [InlineData("Write to a@fig-x.example or @fig-x.", @"Write to a\@fig-x.example or \@fig-x.")]
    [InlineData("x^2 ~ y {a}", @"x\^2 \~ y \{a\}")]
    [InlineData("See [the plan](plan.html) and [us](https://us.example).", "See the plan and [us](https://us.example).")]
    [InlineData("Use `a<b` and <https://a.example/~x_{1}>.", "Use `a<b` and <https://a.example/~x_{1}>.")]
    [InlineData("# no heading", "# no heading")]
    public void Signs_mean_what_they_meant_on_the_page(string printed, string written)
    {
        PageTextBook book = Pages.Chapter("Text.\n\n" + (printed.StartsWith('#') ? "\\" + printed : printed) + "\n");
        Assert.Equal((printed.StartsWith('#') ? "\\" : "") + written, book.Body()["Text.\n\n".Length..]);
    }

    [Theory]
    [InlineData("1987. That was a year.", @"1987\. That was a year.")]
    [InlineData("::: is no sign here", @"\::: is no sign here")]
    public void The_start_of_a_paragraph_begins_a_paragraph(string printed, string written) => Assert.Equal(written, Pages.Chapter(printed + "\n").Body());

    [Fact]
    public void Hyphens_stay_unless_dashes_are_asked_for()
    {
        const string Text = "Two domains - ships and ropes - take 20-50 men, see 2022-05-27.\n";
        Assert.Equal(Text.TrimEnd(), Pages.Chapter(Text).Body());
        Assert.Equal("Two domains – ships and ropes – take 20–50 men, see 2022-05-27.", Pages.Chapter(Text, Pages.Overrides("dashes: true")).Body());
    }

    [Fact]
    public void Quotation_marks_without_partners_are_told_and_left_alone()
    {
        PageTextBook book = Pages.Chapter("He said “go and “stay”.\n\nText.\n\n“A long speech.\n\n“It ends here.”\n");
        Assert.Single(book.Codes(), "BB6521");
        Assert.StartsWith("He said “go and “stay”.", book.Body());
    }

    [Fact]
    public void A_word_with_and_without_its_hyphen_is_told_and_left_alone()
    {
        PageTextBook book = Pages.Chapter("Old web-pages stay. New webpages come.\n");
        Assert.Equal("web-pages", Assert.Single(book.Of(PageTextRule.HyphenDoubt)).Before);
        Assert.StartsWith("Old web-pages stay.", book.Body());
    }

    [Fact]
    public void Code_formulas_and_comments_are_kept_as_they_are()
    {
        const string Text = "```\nif (a < b) # no heading\n---\n```\n\n$$\na^2\n$$\n\n<!-- a remark -->\n\n> A <sup>x</sup> quotation\n> of two lines.";
        Assert.Equal(Text.Replace("<sup>x</sup>", "^x^", StringComparison.Ordinal), Pages.Chapter(Text + "\n").Body());
    }
}
