using System.Collections.Immutable;
using System.Xml.Linq;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>A book with everything in it holds together.</summary>
public sealed class WholeBookTests
{
    private static readonly Text Word = new("x");
    private static readonly MathExpression Formula = new("x", new MathIdentifier("x"), "x");

    /// <summary>One of every kind of block and inline that an author can write.</summary>
    internal static Book Everything { get; } = Book(
        Chapter("sea", Title("Sea"), Para("Of salt.")) with { Role = ChapterRole.Part },
        Chapter("one", [new NoteDefinition("n", [Para(new Text("Note"), new CrossReference("sec-two", ReferenceForm.Full, true))]), new NoteDefinition("m", [Para("Other")])],
            Title("One") with { Attributes = new() { Label = "sec-one" } },
            Para(Word, new Styled(InlineStyle.Emphasis, [Word]), new SpanInline([Word]), new CodeInline("x"), new MathInline(Formula), new Link("https://example.org/", [Word]),
                new ImageInline("a.png", "a"), new LineBreak(), new NoteReference("n"), new NoteReference("m"), new NoteReference("n"),
                new CrossReference("fig-a", ReferenceForm.Full, true), new CrossReference("sec-two", ReferenceForm.Title, true)),
            new Heading(2, [Word]), new Heading(4, [Word, new NoteReference("m")]),
            new ListBlock(ListStyle.UpperRoman, 2, true, [new ListItem([Para("x")], IsDone: false)]),
            new DefinitionList([new DefinitionItem([new DefinitionTerm([Word])], [new Definition([Para("x"), Para("y")])])]),
            new BlockQuote([Para("x")], [Word]), new CodeBlock("x", "c"), new MathBlock(Formula) { Attributes = new() { Label = "eq-a" } },
            new Figure("a.png", "a", [Word, new NoteReference("n"), new CrossReference("sec-two", ReferenceForm.Full, true)], [Para("x")]) { Attributes = new() { Label = "fig-a" } },
            new Table([new(ColumnAlignment.Default)], [new TableRow([new TableCell([Para("x")])])], [new TableRow([new TableCell([Para("x"), Para("y")])])], [Word], []),
            new ThematicBreak(), new PageBreak(), new Callout(CalloutKind.Note, [Word], [Para("x")]), new Division([Para("x")]),
            new Statement(StatementKind.Theorem, [Word], [Para("x")]) { Attributes = new() { Label = "thm-a" } }, new CodeBlock("x", "c") { Caption = [Word] }, new SourcesPlaceholder()),
        Chapter("two", Title("Two") with { Attributes = new() { Label = "sec-two" } }, Para(new CrossReference("sec-one", ReferenceForm.Full, true))) with { Role = ChapterRole.Appendix },
        Chapter("after", Title("After")) with { Role = ChapterRole.BackMatter })
        with { Plan = new() { ListOfFigures = true, ListOfTables = true } };

    [Fact]
    public void Every_kind_of_block_and_inline_is_written()
    {
        var seen = new Seen();
        ResolvedBook book = Resolve(Everything);
        foreach (ResolvedChapter chapter in book.Chapters)
            seen.Rewrite(chapter.Content);
        Type[] settled = [typeof(CrossReference), typeof(NoteReference), typeof(SourcesPlaceholder), typeof(Statement)];
        Type[] kinds = [.. typeof(Block).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Block)) || t.IsSubclassOf(typeof(Inline)))).Except(settled)];
        Assert.Empty(kinds.Except(seen.Kinds).Select(t => t.Name));
        Write(book, Pictures("a.png"));
    }

    [Fact]
    public void Every_link_leads_to_something_and_every_id_is_given_once()
    {
        byte[] epub = Write(Resolve(Everything), Pictures("a.png"));
        Dictionary<string, XDocument> documents = EpubFixture.Files(epub).Where(f => f.Key.EndsWith(".xhtml", StringComparison.Ordinal) || f.Key.EndsWith(".ncx", StringComparison.Ordinal))
            .ToDictionary(f => f.Key["EPUB/".Length..], f => Parse(f.Value));
        HashSet<string> places = [];
        List<string> wrong = [];
        foreach ((string file, XDocument document) in documents)
        {
            places.Add(file);
            foreach (XAttribute id in document.Descendants().Attributes("id"))
                if (!places.Add($"{file}#{id.Value}"))
                    wrong.Add($"twice: {file}#{id.Value}");
        }
        foreach ((string file, XDocument document) in documents)
        foreach (XAttribute link in document.Descendants().SelectMany(e => e.Attributes()).Where(a => a.Name.LocalName is "href" or "src" && !a.Value.StartsWith("https:", StringComparison.Ordinal)))
        {
            string target = link.Value.StartsWith('#') ? file + link.Value : link.Value;
            if (!places.Contains(target) && !EpubFixture.Files(epub).ContainsKey("EPUB/" + target))
                wrong.Add($"nowhere: {file} -> {link.Value}");
        }
        foreach ((string file, XDocument document) in documents)
        foreach (XAttribute named in document.Descendants().Attributes("aria-labelledby"))
            if (!places.Contains($"{file}#{named.Value}"))
                wrong.Add($"unnamed: {file} {named.Value}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_page_has_one_heading_of_the_first_level_at_most_and_it_comes_first()
    {
        byte[] epub = Write(Resolve(Everything), Pictures("a.png"));
        foreach ((string file, byte[] bytes) in EpubFixture.Files(epub).Where(f => f.Key.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            string[] headings = [.. Parse(bytes).Descendants().Select(e => e.Name.LocalName).Where(n => n is "h1" or "h2" or "h3" or "h4" or "h5" or "h6")];
            Assert.True(headings.Count(h => h == "h1") <= 1 && headings is [] or ["h1", ..], $"{file}: {string.Join(' ', headings)}");
        }
    }

    [Fact]
    public void No_link_holds_a_link()
    {
        byte[] epub = Write(Resolve(Everything), Pictures("a.png"));
        Assert.All(EpubFixture.Files(epub).Where(f => f.Key.EndsWith(".xhtml", StringComparison.Ordinal)),
            f => Assert.DoesNotContain(Parse(f.Value).Descendants(Html + "a"), a => a.Ancestors(Html + "a").Any()));
    }

    [Fact]
    public void Every_file_is_listed_and_every_listed_file_is_there()
    {
        byte[] epub = Write(Resolve(Everything), Pictures("a.png"));
        string[] listed = [.. Xml(epub, "EPUB/package.opf").Descendants(Opf + "item").Select(i => "EPUB/" + (string?)i.Attribute("href"))];
        Assert.Equal(EpubFixture.Files(epub).Keys.Where(k => k is not ("mimetype" or "META-INF/container.xml" or "EPUB/package.opf")), listed);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        ResolvedBook book = Resolve(Book(Chapter("one", Title("</title><script>alert(1)</script>\u0000"), Para("]]> & <b> \ud83d"),
            new Figure("gone\".png", "\"><img onerror=x", [], []), new CodeBlock("<![CDATA[", "x\" y"))));
        byte[] epub = Write(book);
        XDocument page = Xml(epub, "EPUB/one.xhtml");
        Assert.Empty(page.Descendants(Html + "script"));
        Assert.Equal("]]> & <b> ", page.Descendants(Html + "p").First().Value);
        Assert.Equal("<![CDATA[", page.Descendants(Html + "code").Single().Value);
        Parse(EpubFixture.Files(epub)["EPUB/toc.ncx"]);
        Parse(EpubFixture.Files(epub)["EPUB/package.opf"]);
    }

    [Fact]
    public void The_same_book_gives_the_same_bytes() =>
        Assert.Equal(Write(Resolve(Everything), Pictures("a.png")), Write(Resolve(Everything), Pictures("a.png")));

    private sealed class Seen : TreeRewriter
    {
        public HashSet<Type> Kinds { get; } = [];

        protected override IEnumerable<Block> Replace(Block block)
        {
            Kinds.Add(block.GetType());
            return base.Replace(block);
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            Kinds.Add(inline.GetType());
            return base.Replace(inline);
        }
    }
}
