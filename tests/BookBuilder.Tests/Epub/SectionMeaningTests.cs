using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>Sections say what they are in words of the EPUB Structural Semantics Vocabulary 1.1 and of DPUB-ARIA 1.1.</summary>
public sealed class SectionMeaningTests
{
    [Theory]
    [InlineData("preface")]
    [InlineData("foreword")]
    [InlineData("introduction")]
    [InlineData("prologue")]
    [InlineData("epilogue")]
    [InlineData("afterword")]
    [InlineData("conclusion")]
    [InlineData("acknowledgments")]
    [InlineData("dedication")]
    [InlineData("colophon")]
    [InlineData("errata")]
    [InlineData("glossary")]
    [InlineData("bibliography")]
    [InlineData("index")]
    public void The_class_of_a_title_before_or_after_the_body_says_what_the_section_is(string name) =>
        Assert.Contains($"epub:type=\"{name}\" role=\"doc-{name}\"", Section(new Heading(1, [new Text("X")]) { Attributes = new() { Classes = [name] } }), StringComparison.Ordinal);

    [Fact]
    public void Any_other_class_says_nothing() =>
        Assert.DoesNotContain("role=\"doc-", Section(new Heading(1, [new Text("X")]) { Attributes = new() { Classes = ["praise"] } }), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_sources_after_the_body_is_a_bibliography() =>
        Assert.Contains("epub:type=\"bibliography\" role=\"doc-bibliography\"",
            Section(new Heading(1, [new Text("X")]), new ListBlock(ListStyle.Bullet, 1, true, [new ListItem([Para("Bell, A.")])]) { Attributes = new() { Classes = ["sources"] } }), StringComparison.Ordinal);

    [Theory]
    [InlineData("front-title-page.xhtml", "titlepage", null)]
    [InlineData("front-copyright.xhtml", "copyright-page", null)]
    [InlineData("front-figures.xhtml", "loi", null)]
    [InlineData("front-tables.xhtml", "lot", null)]
    [InlineData("sea.xhtml", "part", "doc-part")]
    [InlineData("one.xhtml", "chapter", "doc-chapter")]
    [InlineData("two.xhtml", "appendix", "doc-appendix")]
    public void Every_section_that_the_book_makes_says_what_it_is(string file, string type, string? role)
    {
        System.Xml.Linq.XElement section = Xml(Write(Resolve(WholeBookTests.Everything), Pictures("a.png")), "EPUB/" + file).Descendants(Html + "section").First();
        Assert.Equal((type, role), ((string?)section.Attribute(Ops + "type"), (string?)section.Attribute("role")));
    }

    private static string Section(params Block[] blocks) =>
        Text(Write(Resolve(Book(Chapter("one", Title("One")), Chapter("x", [.. blocks]) with { Role = ChapterRole.BackMatter }))), "EPUB/x.xhtml");
}
