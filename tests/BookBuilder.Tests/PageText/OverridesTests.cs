using BookBuilder.PageText;

namespace BookBuilder.Tests.PageText;

/// <summary>What the author decides in place of the rules.</summary>
public sealed class OverridesTests
{
    private const string Open = "The harbour of the old town has been deepened twice, and every ship that calls at";

    [Fact]
    public void A_paragraph_is_joined_or_kept_by_its_line()
    {
        Assert.Equal($"{Open} Bergen pays.", Pages.Chapter($"{Open}\n\nBergen pays.\n", Pages.Overrides("lines:\n  5: join")).Body());
        PageTextBook kept = Pages.Chapter($"{Open}\n\nbergen pays.\n", Pages.Overrides("lines: { 5: keep }"));
        Assert.Equal($"{Open}\n\nbergen pays.", kept.Body());
        Assert.Equal((0, 0), (kept.Counts.Joined, kept.Counts.OpenEnds));
    }

    [Fact]
    public void A_line_is_dropped_and_named()
    {
        PageTextBook book = Pages.Chapter("One.\n\nScanned by nobody.\n\nTwo.\n", Pages.Overrides("lines: { 7: drop }"));
        Assert.Equal("One.\n\nTwo.", book.Body());
        Assert.Equal("Scanned by nobody.", Assert.Single(book.Of(PageTextRule.Override)).Before);
    }

    [Fact]
    public void Headings_are_cut_levelled_numbered_and_made_text()
    {
        Assert.Equal("## Spring tide\n\nIt is high.", Pages.Chapter("## Spring tide It is high.\n", Pages.Overrides("lines:\n  5: { split: Spring tide, level: 2 }")).Body());
        Assert.Equal("### Spring tide\n\nText.", Pages.Chapter("## Spring tide\n\nText.\n", Pages.Overrides("lines:\n  5: { level: 3 }")).Body());
        Assert.Equal("## Moon\n\nText.\n\n## Sun", Pages.Chapter("## 1.1 Moon\n\nText.\n\n## Sun\n", Pages.Overrides("lines:\n  9: { numbered: true }")).Body());
        Assert.Equal("Spring tide\n\nText.", Pages.Chapter("## Spring tide\n\nText.\n", Pages.Overrides("lines: { 5: text }")).Body());
    }

    [Fact]
    public void Pictures_and_captions_are_placed()
    {
        Assert.Equal(0, Pages.Chapter("The chart below is good.\n\n \n\nText.\n", Pages.Overrides("lines: { 5: no-picture, 7: no-picture }")).Counts.MissingPictures);
        Assert.Equal(1, Pages.Chapter("Text.\n\nMore.\n", Pages.Overrides("lines: { 5: picture }")).Counts.MissingPictures);
        PageTextBook book = Pages.Chapter("A\tB\n1\t2\n\nText.\n\nTable 1.1: Ships\n", Pages.Overrides("lines:\n  10: { caption-of: 5 }"));
        Assert.Contains("Table: Ships {#tbl-1-1}\n\nText.", book.Body());
    }

    [Fact]
    public void A_rule_is_refused_for_the_book_and_accepted_for_a_line()
    {
        const string Text = "Two domains - ships and ropes.\n\nTwo men - he and she.\n";
        PageTextBook book = Pages.Chapter(Text, Pages.Overrides("dashes: true\nrefuse: dash\nlines:\n  7: { accept: dash }"));
        Assert.Equal("Two domains - ships and ropes.\n\nTwo men – he and she.", book.Body());
        Assert.Equal("One^1^.\n\n^1^ Two.", Pages.Chapter("One<sup>1</sup>.\n\n<sup>1</sup> Two.\n", Pages.Overrides("refuse: [note, note-mark]")).Body());
    }

    [Fact]
    public void Title_authors_date_and_language_are_given()
    {
        PageTextMetadata said = Pages.Read("# Harbors\n\nADA LIND\n\n03-04-2021\n\n# Chapter 1\n\n# Tides\n\nText.\n",
            Pages.Overrides("title: Harbours\nauthors: [Ada Lind]\ndate: 2021-04-03\nlang: en-GB")).Metadata;
        Assert.Equal(("Harbours", "Ada Lind", new DateOnly(2021, 4, 3), "en-GB"), (said.Title, Assert.Single(said.Authors), said.Date!.Value, said.Language));
    }

    [Theory]
    [InlineData("lines: { x: join }", "BB6531")]
    [InlineData("lines: { 5: joins }", "BB1107")]
    [InlineData("refuse: join-paragraf", "BB6532")]
    [InlineData("- join", "BB6533")]
    [InlineData("titel: x", "BB1105")]
    [InlineData("date: 03-04-2021", "BB1111")]
    public void What_cannot_be_meant_is_an_error(string yaml, string code) =>
        Assert.Contains(code, PageTextOverridesReader.Read(yaml, "overrides.yml").Diagnostics.Select(d => d.Code));

    [Fact]
    public void A_line_where_nothing_begins_is_told() =>
        Assert.Contains("BB6530", Pages.Chapter("Text.\n", Pages.Overrides("lines: { 6: join }")).Codes());

    [Fact]
    public void Every_rule_has_a_name_that_names_it() =>
        Assert.All(Enum.GetValues<PageTextRule>(), rule => Assert.Equal(rule, PageTextRules.Named(PageTextRules.NameOf(rule))));
}
