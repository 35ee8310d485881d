using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Tests.Model;

/// <summary>Every number and word of a book is settled once.</summary>
public sealed class ResolverTests
{
    [Fact]
    public void Chapters_sections_and_floats_count_anew_in_each_chapter()
    {
        ResolvedBook book = Resolve(
            Chapter("one", Title("One"), Section("First"), Figure("fig-a", "A"), Figure("fig-b", "B"), Table("tbl-a", "T")),
            Chapter("two", Title("Two"), Section("First too"), new Heading(3, [new Text("Deeper")]), Section("Second"), Figure("fig-c", "C"))).Value;

        Assert.Equal(["Chapter 1", "1.1", "Figure 1.1", "Figure 1.2", "Table 1.1"], Numbers(book, "one"));
        Assert.Equal(["Chapter 2", "2.1", "2.1.1", "2.2", "Figure 2.1"], Numbers(book, "two"));
    }

    [Fact]
    public void Appendices_are_lettered_and_an_unnumbered_chapter_numbers_nothing_below_it()
    {
        ResolvedBook book = Resolve(
            Chapter("preface", ChapterRole.FrontMatter, Title("Preface"), Section("Thanks")),
            Chapter("body", Title("Body")),
            Chapter("tables", ChapterRole.Appendix, Title("Tables"), Section("Long ones"), Table("tbl-x", "X")),
            Chapter("after", Title("Afterword") with { IsNumbered = false }, Section("Later"))).Value;

        Assert.Empty(Numbers(book, "preface"));
        Assert.Equal(["Appendix A", "A.1", "Table A.1"], Numbers(book, "tables"));
        Assert.Empty(Numbers(book, "after"));
    }

    [Fact]
    public void The_same_note_label_in_two_chapters_is_two_notes_and_numbers_follow_the_marks()
    {
        ResolvedBook book = Resolve(
            Chapter("one", [Note("x", "unused first"), Note("1", "first chapter's")], Title("One"), Para(Mark("1"), Mark("x"), Mark("1"))),
            Chapter("two", [Note("1", "second chapter's")], Title("Two"), Para(Mark("1")))).Value;

        Assert.Equal(["1 first chapter's", "2 unused first"], Notes(book, "one"));
        Assert.Equal(["1 second chapter's"], Notes(book, "two"));
        NoteMark[] marks = [.. Of(book, "one").Content.OfType<Paragraph>().Single().Content.OfType<NoteMark>()];
        Assert.Equal(["1", "2", "1"], marks.Select(m => m.Mark));
        Assert.Equal([true, true, false], marks.Select(m => m.IsFirst));
        Assert.Equal(marks[0].Note, marks[2].Note);
    }

    [Fact]
    public void A_note_mark_in_a_heading_stays_there_and_reaches_no_list_of_titles()
    {
        ResolvedBook book = Resolve(
            Chapter("one", [Note("1", "n")], new Heading(1, [new Text("Drift"), Mark("1")]), Para(new Text("x")))).Value;

        ResolvedChapter chapter = Of(book, "one");
        Assert.Contains(((Heading)chapter.Content[0]).Content, i => i is NoteMark);
        Assert.Equal("Drift", chapter.Title);
        Assert.Equal("Drift", book.Outline.Single().Title);
        ContentsList contents = book.Chapters.Single(c => c.Role == SectionRole.Contents).Content.OfType<ContentsList>().Single();
        Assert.Equal([new Text("Drift")], contents.Entries.Single().Title.Select(i => ((Text)i) with { Id = NodeId.None }));
    }

    [Fact]
    public void A_reference_in_a_caption_or_a_heading_is_settled_in_the_lists_too()
    {
        var words = new CrossReference("tbl-a", ReferenceForm.Full, Capital: true);
        ResolvedBook book = Resolve(
            Chapter("one", new Heading(1, [new Text("About "), words]), Table("tbl-a", "T"), new Figure("a.png", "a", [new Text("As in "), words], []))).Value;

        Assert.Equal("As in Table 1.1", PlainText.Of(book.Figures.Single().Title));
        Assert.Equal("About Table 1.1", book.Outline.Single().Title);
        Assert.Equal("About Table 1.1", Of(book, "one").Title);
    }

    [Theory]
    [InlineData("fig-a", ReferenceForm.Full, "Figure 1.1")]
    [InlineData("fig-a", ReferenceForm.Number, "1.1")]
    [InlineData("tbl-a", ReferenceForm.Full, "Table 1.1")]
    [InlineData("sec-s", ReferenceForm.Full, "Section 1.1")]
    [InlineData("sec-one", ReferenceForm.Full, "Chapter 1")]
    [InlineData("sec-s", ReferenceForm.Title, "Where it is")]
    [InlineData("sec-u", ReferenceForm.Full, "“Aside”")]
    [InlineData("fig-a", ReferenceForm.Page, "Figure 1.1")]     // until pages are known
    public void A_reference_prints_word_and_number(string label, ReferenceForm form, string expected)
    {
        Reported<ResolvedBook> resolved = Resolve(
            Chapter("one", Labelled(Title("One"), "sec-one"), Labelled(Section("Where it is"), "sec-s"), Figure("fig-a", "A"), Table("tbl-a", "T"),
                Labelled(new Heading(2, [new Text("Aside")]) { IsNumbered = false }, "sec-u"),
                Para(new CrossReference(label, form, Capital: false))));

        Assert.Empty(resolved.Diagnostics);
        Assert.Equal(expected, Words(resolved.Value, "one"));
    }

    [Fact]
    public void Grouped_references_take_the_plural_and_each_number_leads_to_its_own()
    {
        ResolvedBook book = Resolve(Chapter("one", Title("One"), Figure("fig-a", "A"), Figure("fig-b", "B"), Figure("fig-c", "C"),
            Para(new CrossReference("fig-a", ReferenceForm.Full, false) { More = ["fig-b", "fig-c"] }))).Value;

        Assert.Equal("Figures 1.1, 1.2, and 1.3", Words(book, "one"));
        Assert.Equal(3, Of(book, "one").Content.OfType<Paragraph>().Single().Content.OfType<Reference>().Select(r => r.Target).Distinct().Count());
    }

    [Fact]
    public void An_own_word_serves_for_its_plural_unless_that_is_set()
    {
        BookTerms terms = new();
        Assert.Equal(("Fig.", "Fig."), Words(terms.With(ImmutableDictionary<string, string>.Empty.Add("figure", "Fig."))));
        Assert.Equal(("Fig.", "Figs."), Words(terms.With(ImmutableDictionary<string, string>.Empty.Add("figures", "Figs.").Add("figure", "Fig."))));

        static (string, string) Words(BookTerms terms) => (terms.Figure, terms.Figures);
    }

    [Fact]
    public void An_unknown_label_is_an_error_with_its_place_and_what_was_probably_meant()
    {
        SourceSpan span = new("one.md", new(7, 3), new(7, 12));
        Reported<ResolvedBook> resolved = Resolve(Chapter("one", Title("One"), Figure("fig-costs", "A"),
            Para(new CrossReference("fig-cost", ReferenceForm.Full, false) { Span = span, Written = "@fig-cost" })));

        Diagnostic error = Assert.Single(resolved.Diagnostics);
        Assert.Equal(("BB3101", Severity.Error, span), (error.Code, error.Severity, error.Span));
        Assert.Equal("did you mean 'fig-costs'?", Assert.Single(error.Hints));
        Assert.Equal("@fig-cost", Words(resolved.Value, "one"));
    }

    [Fact]
    public void An_at_sign_before_a_label_that_is_no_reference_is_reported()
    {
        SourceSpan span = new("one.md", new(7, 1), new(7, 30));
        Reported<ResolvedBook> resolved = Resolve(Chapter("one", Title("One"), Section("Extra") with { Attributes = new() { Label = "extra-one" } },
            Para(new Text("See @extra-one. Mail ada@extra-one, or ask @extra.") { Span = span })));

        Diagnostic said = Assert.Single(resolved.Diagnostics);
        Assert.Equal(("BB3109", Severity.Warning, span), (said.Code, said.Severity, said.Span));
    }

    [Fact]
    public void A_label_taken_twice_is_an_error_that_names_both_places()
    {
        Block first = Figure("fig-a", "A") with { Span = new("one.md", new(3, 1), new(3, 9)) };
        Block second = Figure("fig-a", "B") with { Span = new("two.md", new(5, 1), new(5, 9)) };
        Diagnostic error = Assert.Single(Resolve(Chapter("one", Title("One"), first), Chapter("two", Title("Two"), second)).Diagnostics);

        Assert.Equal(("BB3102", second.Span), (error.Code, error.Span));
        Assert.Contains("one.md(3,1)", error.Hints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_of_the_same_words_in_two_chapters_are_no_mistake_and_a_link_finds_its_own_chapter_first()
    {
        Heading Sources() => (Heading)Automatic(Section("Sources"), "sources");
        Reported<ResolvedBook> resolved = Resolve(
            Chapter("one", Title("One"), Sources(), Para(new Link("#sources", [new Text("here")]))),
            Chapter("two", Title("Two"), Sources(), Para(new Link("one.md#sources", [new Text("there")]))));

        Assert.Empty(resolved.Diagnostics);
        Assert.Equal("one", Target(resolved.Value, "one").Chapter);
        Assert.Equal("one", Target(resolved.Value, "two").Chapter);
        Assert.Equal(2, resolved.Value.Anchors.Values.Count(a => a.EndsWith("sources", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_link_to_a_file_that_is_no_chapter_is_an_error()
    {
        Diagnostic error = Assert.Single(Resolve(Chapter("one", Title("One"), Para(new Link("tow.md", [new Text("x")]))), Chapter("two", Title("Two"))).Diagnostics);
        Assert.Equal("BB3105", error.Code);
        Assert.Equal("did you mean 'two.md'?", error.Hints[0]);
    }

    [Fact]
    public void Anchors_are_unique_and_fit_for_XML()
    {
        ResolvedBook book = Resolve(
            Chapter("1-one", [Note("1", "n")], Title("One"), Figure("fig:odd_name", "A"), Figure(null, "B"), Para(Mark("1"), Mark("1"))),
            Chapter("2-two", [Note("1", "n")], Title("Two"), Figure(null, "C"), Para(Mark("1")))).Value;

        Assert.All(book.Anchors.Values, a => Assert.Matches("^[A-Za-z][A-Za-z0-9-]*$", a));
        Assert.Equal(book.Anchors.Count, book.Anchors.Values.Distinct().Count());
        Assert.Contains("fn-1-1", book.Anchors.Values);
        Assert.Contains("fnref-1-1-2", book.Anchors.Values);
    }

    [Fact]
    public void Every_node_has_a_name_of_its_own()
    {
        ResolvedBook book = Resolve(Chapter("one", [Note("1", "n")], Title("One"), Figure("fig-a", "A"), Table("tbl-a", "T"),
            new ListBlock(ListStyle.Bullet, 1, true, [new ListItem([Para(new Text("x"), Mark("1"), new CrossReference("fig-a", ReferenceForm.Full, false))])]))).Value;

        var seen = new NodeCollector();
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            seen.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) seen.Rewrite(note.Content);
        }
        Assert.DoesNotContain(NodeId.None, seen.Ids);
        Assert.Equal(seen.Ids.Count, seen.Ids.Distinct().Count());
    }

    [Fact]
    public void The_sources_are_listed_once_each_with_the_notes_that_cite_them_and_the_notes_that_name_none()
    {
        NoteDefinition Cites(string label, string address) =>
            new(label, [Para(new Text(address.Contains("//a", StringComparison.Ordinal) ? "“A letter,” " : "A paper, "), new Link(address, [new Text(address)], IsAutolink: true), new Text(". A remark on it."))]);
        ResolvedBook book = Resolve(
            Chapter("one", [Cites("a", "https://b.example/"), Note("b", "lost")], Title("One"), Para(Mark("a"), Mark("b"))),
            Chapter("two", [Cites("a", "https://a.example/"), Cites("b", "https://b.example/")], Title("Two"), Para(Mark("a"), Mark("b"))),
            Chapter("end", Title("Reference"), new SourcesPlaceholder())).Value;

        ImmutableArray<Block> content = Of(book, "end").Content;
        ListBlock list = Assert.IsType<ListBlock>(content[1]);
        Assert.Equal(
            ["“A letter,” https://a.example/. Cited in Chapter 2, note 1.", "A paper, https://b.example/. Cited in Chapter 1, note 1; Chapter 2, note 2."],
            list.Items.Select(i => PlainText.Of(((Paragraph)i.Content[0]).Content)));
        Assert.Equal("Notes that name no source: Chapter 1, note 2.", PlainText.Of(((Paragraph)content[2]).Content));
    }

    [Fact]
    public void A_list_of_figures_prints_the_short_form_of_a_caption()
    {
        Figure figure = Figure("fig-a", "A long caption (schematic)");
        figure = figure with { Attributes = figure.Attributes with { Values = [new("short", "A caption")] } };
        Assert.Equal("A caption", PlainText.Of(Resolve(Chapter("one", Title("One"), figure)).Value.Figures.Single().Title));
    }

    [Fact]
    public void Parts_stand_above_their_chapters_and_end_with_the_body()
    {
        ResolvedBook book = Resolve(
            Chapter("intro", Title("Intro")), Chapter("p1", ChapterRole.Part, Title("First part")), Chapter("one", Title("One"), Section("S")),
            Chapter("p2", ChapterRole.Part, Title("Second part")), Chapter("two", Title("Two")), Chapter("a", ChapterRole.Appendix, Title("A"))).Value;

        Assert.Equal(["1 Intro", "I First part [2 One [2.1 S]]", "II Second part [3 Two]", "A A"], book.Outline.Select(Show));
        Assert.Equal([DisplayRole.PartLabel, DisplayRole.PartTitle], Of(book, "p1").Content.Cast<DisplayLine>().Select(l => l.Role));
    }

    [Fact]
    public void The_same_note_text_under_one_number_in_three_chapters_is_reported()
    {
        Chapter Collided(string key) => Chapter(key, [Note("1", "https://lost.example")], Title(key), Para(Mark("1")));
        Diagnostic warning = Assert.Single(Resolve(Collided("a"), Collided("b"), Collided("c")).Diagnostics);
        Assert.Equal(("BB3201", Severity.Warning), (warning.Code, warning.Severity));
    }

    [Fact]
    public void A_note_in_a_note_is_an_error_and_its_text_is_kept()
    {
        Reported<ResolvedBook> resolved = Resolve(
            Chapter("one", [new NoteDefinition("1", [Para(new Text("outer"), Mark("2"))]), Note("2", "inner")], Title("One"), Para(Mark("1"))));
        Assert.Equal("BB3106", Assert.Single(resolved.Diagnostics).Code);
        Assert.Equal(["1 outer [inner]"], Notes(resolved.Value, "one"));
    }

    [Fact]
    public void Notes_that_mark_each_other_or_themselves_end()
    {
        Reported<ResolvedBook> resolved = Resolve(Chapter("one",
            [new NoteDefinition("1", [Para(new Text("one"), Mark("2"))]), new NoteDefinition("2", [Para(new Text("two"), Mark("1"))]), new NoteDefinition("3", [Para(new Text("self"), Mark("3"))])],
            Title("One"), Para(Mark("1"), Mark("3"))));
        Assert.All(resolved.Diagnostics, d => Assert.Equal("BB3106", d.Code));
        Assert.Equal(["1 one [two[^1]]", "2 self [self[^3]]"], Notes(resolved.Value, "one"));
    }

    [Theory]
    [InlineData("en-US", "August 16, 2023")]
    [InlineData("en-GB", "16 August 2023")]
    [InlineData("de-DE", "16. August 2023")]
    [InlineData("fr", "16 août 2023")]
    public void The_title_page_writes_the_date_as_the_language_does(string language, string expected)
    {
        Book book = BookOf(Chapter("one", Title("One")));
        ResolvedBook resolved = Resolver.Resolve(book with { Metadata = book.Metadata with { Language = language, Date = new DateOnly(2023, 8, 16) } }).Value;
        DisplayLine date = resolved.Chapters.Single(c => c.Role == SectionRole.TitlePage).Content.OfType<DisplayLine>().Single(l => l.Role == DisplayRole.Date);
        Assert.Equal(expected, PlainText.Of(date.Content));
    }

    private static string Show(OutlineEntry entry) =>
        $"{entry.Number} {entry.Title}" + (entry.Children.IsEmpty ? "" : $" [{string.Join("; ", entry.Children.Select(Show))}]");

    private static Reported<ResolvedBook> Resolve(params ReadOnlySpan<Chapter> chapters) => Resolver.Resolve(BookOf(chapters));

    private static Book BookOf(params ReadOnlySpan<Chapter> chapters) =>
        new(new BookMetadata { Title = "A Book" }, new BookDesign(), new BookPlan(), [.. chapters]);

    private static Chapter Chapter(string key, params ReadOnlySpan<Block> content) => Chapter(key, ChapterRole.Body, content);

    private static Chapter Chapter(string key, ChapterRole role, params ReadOnlySpan<Block> content) =>
        new() { Key = key, Path = key + ".md", Role = role, Content = [.. content], Notes = [] };

    private static Chapter Chapter(string key, NoteDefinition[] notes, params ReadOnlySpan<Block> content) =>
        Chapter(key, content) with { Notes = [.. notes] };

    private static Heading Title(string words) => new(1, [new Text(words)]);
    private static Heading Section(string words) => new(2, [new Text(words)]);
    private static Paragraph Para(params ReadOnlySpan<Inline> content) => new([.. content]);
    private static NoteReference Mark(string label) => new(label);
    private static NoteDefinition Note(string label, string words) => new(label, [Para(new Text(words))]);
    private static Block Labelled(Block block, string label) => block with { Attributes = new Attributes { Label = label } };
    private static Block Automatic(Block block, string label) => block with { Attributes = new Attributes { Label = label, LabelIsAutomatic = true } };

    private static Figure Figure(string? label, string caption) =>
        new("x.svg", "alt", [new Text(caption)], []) { Attributes = new Attributes { Label = label } };

    private static Table Table(string label, string caption) =>
        new([new TableColumn(ColumnAlignment.Default)], [], [new TableRow([new TableCell([Para(new Text("cell"))])])], [new Text(caption)], [])
        { Attributes = new Attributes { Label = label } };

    private static ResolvedChapter Of(ResolvedBook book, string key) => book.Chapters.Single(c => c.Key == key);

    private static IEnumerable<string> Notes(ResolvedBook book, string key) =>
        Of(book, key).Notes.Select(n => $"{n.Mark} {PlainText.Of(((Paragraph)n.Content[0]).Content)}");

    private static IEnumerable<string> Numbers(ResolvedBook book, string key) =>
        Of(book, key).Content.Select(b => book.LabelOf(b)?.Text.Replace('\u00a0', ' ')).OfType<string>();

    private static string Words(ResolvedBook book, string key) => PlainText.Of(Of(book, key).Content.OfType<Paragraph>().Single().Content);

    private static NodeId Target(ResolvedBook book, string key) =>
        Assert.IsType<Reference>(Of(book, key).Content.OfType<Paragraph>().Single().Content[0]).Target;

    private sealed class NodeCollector : TreeRewriter
    {
        public List<NodeId> Ids { get; } = [];
        protected override IEnumerable<Block> Replace(Block block) { Ids.Add(block.Id); return base.Replace(block); }
        protected override IEnumerable<Inline> Replace(Inline inline) { Ids.Add(inline.Id); return base.Replace(inline); }
        protected override T Enter<T>(T node) { Ids.Add(node.Id); return node; }
    }
}
