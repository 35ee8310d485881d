using BookBuilder.Epub;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>Notes as every reader understands them.</summary>
public sealed class NoteTests
{
    private static ResolvedBook Book() => Resolve(EpubFixture.Book(Chapter("one",
        [
            new NoteDefinition("a", [Para("First."), Para("More.")]),
            new NoteDefinition("b", [new CodeBlock("x", null)]),
        ],
        new Heading(1, [new Text("Drift"), new NoteReference("a")]),
        Para(new Text("See"), new NoteReference("a"), new NoteReference("b"), new Text(".")))));

    [Fact]
    public void A_note_is_marked_told_and_led_back_from()
    {
        string file = Text(Write(Book()), "EPUB/one.xhtml");
        Assert.Contains("""Drift<sup><a href="#fn-1-1" id="fnref-1-1" epub:type="noteref" role="doc-noteref">1</a></sup></h1>""", file, StringComparison.Ordinal);
        Assert.EndsWith("""
            </section>
            <section class="notes" epub:type="footnotes" aria-label="Notes">
            <aside id="fn-1-1" epub:type="footnote" role="doc-footnote">
            <p><a href="#fnref-1-1" role="doc-backlink" aria-label="Back to reference 1">1</a> First.</p>
            <p>More.</p>
            </aside>
            <aside id="fn-1-2" epub:type="footnote" role="doc-footnote">
            <p><a href="#fnref-1-2" role="doc-backlink" aria-label="Back to reference 2">2</a></p>
            <pre><code>x</code></pre>
            </aside>
            </section>
            </body>
            </html>

            """, file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_mark_leads_to_the_same_note_under_its_own_id_and_two_marks_stand_apart()
    {
        string file = Text(Write(Book()), "EPUB/one.xhtml");
        Assert.Matches("""See<sup><a href="#fn-1-1" id="([^"]*)" epub:type="noteref" role="doc-noteref">1</a></sup>\u202f<sup><a href="#fn-1-2" id="fnref-1-2" """, file);
        Assert.DoesNotMatch("""id="fnref-1-1"[^§]*id="fnref-1-1" """.TrimEnd(), file);
    }

    [Fact]
    public void No_list_of_titles_holds_a_mark()
    {
        byte[] epub = Write(Book());
        Assert.DoesNotContain("noteref", Text(epub, "EPUB/nav.xhtml"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"number\">1</span> Drift</a>", Text(epub, "EPUB/nav.xhtml"), StringComparison.Ordinal);
        Assert.Contains("<text>1 Drift</text>", Text(epub, "EPUB/toc.ncx"), StringComparison.Ordinal);
        Assert.Contains("<title>Chapter\u00a01: Drift</title>", Text(epub, "EPUB/one.xhtml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_can_be_divisions_and_nothing_else()
    {
        Assert.Contains("<div id=\"fn-1-1\" epub:type=\"footnote\" role=\"doc-footnote\">", Text(Write(Book(), options: Options with { NoteElement = "div" }), "EPUB/one.xhtml"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Write(Book(), options: Options with { NoteElement = "section" }));
    }
}
