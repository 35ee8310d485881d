using System.Collections.Immutable;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Excerpts;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Tests.Model;

/// <summary>A part of a book has the whole book's numbers, and says where the rest is.</summary>
public sealed class ExcerptTests
{
    private const string Moon = """
        # The Moon {#sec-moon}

        Before the first section.[^a]

        ## Phases {#sec-phases}

        ![New and full.](moon.png){#fig-moon alt="A moon"}

        Again that note.[^a] And another.[^b]

        ### Quarters {#sec-quarters}

        Four of them.[^c]

        ## Far side {#sec-far}

        See @sec-phases and @fig-moon.

        [^a]: First.
        [^b]: Second, <https://moon.example/>.
        [^c]: Third.
        """;

    private const string Tides = """
        # Tides

        As @sec-moon says, @fig-moon (and see @fig-moon) shows it. In @sec-far and @sec-sea; both: [@sec-phases; @sec-far], [@sec-moon; @sec-sea].
        The [author on the moon](#sec-moon) says so on [@fig-moon]{.page}.

        ## Springs

        Here is @sec-neaps.

        ## Neaps {#sec-neaps}

        A note.[^x]

        [^x]: See @fig-moon.
        """;

    private const string Sea = "# The Sea {#sec-sea}\n\nIt is wide.[^s]\n\n[^s]: From <https://sea.example/>.\n";

    private const string Sources = "# Sources\n\n::: {.sources}\n:::\n";

    [Fact]
    public void Every_number_is_that_of_the_whole_book()
    {
        ResolvedBook whole = Whole(), part = Take(whole, ["1", "3"]);
        Assert.Equal(["title-page", "moon", "sea"], part.Chapters.Select(c => c.Key.Replace("front-", "")));
        Assert.Equal(whole.Labels.Where(l => l.Key.Chapter is "moon" or "sea").OrderBy(l => l.Key.ToString()), part.Labels.OrderBy(l => l.Key.ToString()));
        Assert.Equal("Chapter\u00a03", part.Chapters[2].Label!.Text);
        Assert.Equal(["1", "2", "3"], part.Chapters[1].Notes.Select(n => n.Mark));
        Assert.Equal(["The Moon", "The Sea"], part.Outline.Select(e => e.Title));
        Assert.Equal("1.1", Assert.Single(part.Figures).Number);
    }

    [Fact]
    public void What_refers_to_something_absent_says_where_it_is()
    {
        ResolvedBook part = Take(Whole(), ["2"]);
        Assert.Equal(
            "As Chapter 1 of the full book says, Figure 1.1 (Chapter 1 of the full book) (and see Figure 1.1, Chapter 1 of the full book) shows it. "
            + "In Section 1.2 (Chapter 1 of the full book) and Chapter 3 of the full book; both: Sections 1.1 and 1.2 (Chapter 1 of the full book), "
            + "Chapters 1 and 3 of the full book. "
            + "The author on the moon (Chapter 1 of the full book) says so on Figure 1.1 (Chapter 1 of the full book).",
            Words(part.Chapters[1].Content.OfType<Paragraph>().First().Content));
        Assert.Equal("See Figure 1.1 (Chapter 1 of the full book).", Words(((Paragraph)part.Chapters[1].Notes[0].Content[0]).Content));
        Assert.DoesNotContain(References(part), r => !part.Anchors.ContainsKey(r.Target));
        // What is there is still led to.
        Assert.Equal("Section 2.2", Words(Assert.Single(References(part)).Content));
    }

    [Fact]
    public void A_page_of_the_whole_book_is_named_where_it_is_known()
    {
        ResolvedBook whole = Whole();
        NodeId moon = whole.Figures[0].Target;
        var pages = new PageMap([]) { Folios = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(moon, "47")]) };
        ResolvedBook part = Take(whole, ["2"], [], pages);
        Assert.EndsWith("says so on page 47 of the full book.", Words(part.Chapters[1].Content.OfType<Paragraph>().First().Content));
        Assert.Empty(part.ReferringToPages);
    }

    [Fact]
    public void A_section_brings_the_headings_above_it_and_the_notes_whose_marks_are_in_it()
    {
        ResolvedBook part = Take(Whole(), [], ["1.1.1"]);
        Assert.Equal(["Chapter 1 The Moon", "1.1 Phases", "1.1.1 Quarters"], Headings(part));
        Assert.Equal(["3"], part.Chapters[1].Notes.Select(n => n.Mark));
        Assert.Empty(part.Figures);
        Assert.Equal("Phases", Assert.Single(Assert.Single(part.Outline).Children).Title);
    }

    [Fact]
    public void A_note_stands_at_its_first_mark_that_is_there_and_keeps_its_number()
    {
        ResolvedBook part = Take(Whole(), [], ["1.1"]);
        NoteMark[] marks = [.. part.Chapters[1].Content.OfType<Paragraph>().SelectMany(p => p.Content).OfType<NoteMark>()];
        Assert.Equal([("1", true), ("2", true), ("3", true)], marks.Select(m => (m.Mark, m.IsFirst)));
        Assert.Equal(marks.Select(m => m.Id), part.Chapters[1].Notes.Select(n => n.FirstMark));
    }

    [Fact]
    public void In_a_chapter_that_is_there_in_part_the_section_is_named()
    {
        ResolvedBook part = Take(Whole(), [], ["1.2"]);
        Assert.Equal("See Section 1.1 of the full book and Figure 1.1 (Section 1.1 of the full book).", Words(part.Chapters[1].Content.OfType<Paragraph>().Single().Content));
    }

    [Fact]
    public void The_list_of_sources_is_that_of_the_notes_that_are_there()
    {
        ResolvedBook part = Take(Whole(), ["1", "sources"]);
        string list = string.Join(" | ", Paragraphs(part.Chapters[2].Content).Select(p => Words(p.Content)));
        Assert.Equal("Second, https://moon.example/. Cited in Chapter 1, note 2. | Notes that name no source: Chapter 1, notes 1 and 3.", list);
        Assert.DoesNotContain(References(part), r => !part.Anchors.ContainsKey(r.Target));
    }

    [Fact]
    public void Names_are_numbers_ranges_files_and_labels()
    {
        ResolvedBook whole = Whole();
        Assert.Equal(["moon", "tides"], Chosen(whole, ["1-2"]));
        Assert.Equal(["moon", "sea"], Chosen(whole, ["sec-moon, sea.md"]));
        Assert.Equal(["tides"], Chosen(whole, ["chapters/tides.md"]));
        Assert.Equal(["moon", "sea", "tides"], Chosen(whole, ["1–3"]));
        Assert.Equal(2, SelectionReader.Read(whole, [], ["1.1-1.1.1"]).Selection.Sections["moon"].Length);
        Assert.Equal("moon", Assert.Single(SelectionReader.Read(whole, [], ["sec-quarters"]).Selection.Sections).Key);
    }

    [Fact]
    public void An_unknown_name_comes_with_the_nearest_and_with_those_there_are()
    {
        (Selection selection, ImmutableArray<UnknownName> chapters, ImmutableArray<UnknownName> sections) = SelectionReader.Read(Whole(), ["7", "tidse"], ["2.5"]);
        Assert.True(selection.IsEmpty);
        Assert.Equal([("7", "4"), ("tidse", "tides")], chapters.Select(u => (u.Name, u.Nearest!)));
        Assert.Equal(["1", "2", "3", "4"], chapters[0].Known.ToArray());
        Assert.Equal(("2.5", "2.2"), (sections[0].Name, sections[0].Nearest!));
        Assert.Equal(["2.1", "2.2"], sections[0].Known.ToArray());
    }

    [Fact]
    public void It_has_a_title_a_name_of_its_own_and_says_of_which_book_it_is()
    {
        ResolvedBook whole = Whole(), part = Take(whole, ["1"]);
        Assert.Equal(["Session 4", "From “The Coast”", "Ada Lind"], part.Chapters[0].Content.OfType<DisplayLine>().Select(l => Words(l.Content)));
        Assert.Equal("Session 4", part.Metadata.Title);
        Assert.Same(whole.Metadata, part.Metadata.WholeBook);
        Assert.NotEqual(whole.Metadata.Identifiers, part.Metadata.Identifiers);
    }

    [Theory]
    [InlineData("de", "Kapitel 1 des ganzen Buches", "Aus „The Coast“")]
    [InlineData("fr", "Chapitre 1 du livre complet", "Extrait de «The Coast»")]
    [InlineData("es", "Capítulo 1 del libro completo", "De «The Coast»")]
    public void It_speaks_the_books_language(string language, string place, string from)
    {
        ResolvedBook part = Take(Whole(language), ["2"]);
        Assert.Contains(place, Words(part.Chapters[1].Content.OfType<Paragraph>().First().Content));
        Assert.Equal(from, Words(part.Chapters[0].Content.OfType<DisplayLine>().ElementAt(1).Content));
    }

    [Fact]
    public void The_handouts_design_keeps_the_books_letters_and_nothing_made_for_its_page()
    {
        BookDesign book = new() { BodyFont = "Other Serif", Hyphenated = false, Justified = false, BodySize = new(1), Accent = new(200, 0, 0), HasGrid = true };
        BookDesign handout = HandoutDesign.Of(book, new HandoutLayout());
        Assert.Equal(("Other Serif", false, false), (handout.BodyFont, handout.Hyphenated, handout.Justified));
        Assert.Equal((PageSizeOf(8.5, 11), BookBuilder.Model.Units.Color.Black, false), (handout.Page, handout.Accent, handout.HasGrid));
        Assert.True(new[] { handout.Margins.Inner, handout.Margins.Outer, handout.Margins.Top, handout.Margins.Bottom }.Min().Points >= 36);
        Assert.Equal(handout.Margins.Inner, handout.Margins.Outer);
        BookDesign wide = HandoutDesign.Of(book, new HandoutLayout { NotesMargin = true });
        Assert.True(wide.Margins.Outer.Points > 150);
        // A punched hole ends 5/8 in from the edge.
        Assert.True(wide.Margins.Inner.Points >= 54);
    }

    private static BookBuilder.Model.Units.PageSize PageSizeOf(double width, double height) =>
        new(BookBuilder.Model.Units.Length.FromPoints(width * 72), BookBuilder.Model.Units.Length.FromPoints(height * 72));

    private static ResolvedBook Whole(string language = "en-GB")
    {
        Chapter Read(string key, string text) => MarkdownReader.Read(new(key, $"chapters/{key}.md", ChapterRole.Body, text, language)).Value;
        var metadata = new BookMetadata { Title = "The Coast", Authors = [new("Ada Lind")], Language = language, Identifiers = [new("uuid", "1")] };
        return Resolver.Resolve(new Book(metadata, new BookDesign(), new BookPlan(),
            [Read("moon", Moon), Read("tides", Tides), Read("sea", Sea), Read("sources", Sources)])).Value;
    }

    private static ResolvedBook Take(ResolvedBook whole, string[] chapters, string[]? sections = null, PageMap? pages = null)
    {
        (Selection selection, ImmutableArray<UnknownName> wrong, ImmutableArray<UnknownName> alsoWrong) = SelectionReader.Read(whole, chapters, sections ?? []);
        Assert.Empty(wrong);
        Assert.Empty(alsoWrong);
        Reported<ResolvedBook> taken = Excerpt.Take(whole, selection, new ExcerptName("Session 4", new BookIdentifier("uuid", "2")), HandoutDesign.Of(whole.Design, new()), pages);
        Assert.Empty(taken.Diagnostics);
        return taken.Value;
    }

    private static string[] Chosen(ResolvedBook whole, string[] names) => [.. SelectionReader.Read(whole, names, []).Selection.Chapters.Order()];

    private static string Words(ImmutableArray<Inline> inlines) => PlainText.Of(inlines);

    private static string[] Headings(ResolvedBook book) =>
        [.. book.Chapters.SelectMany(c => c.Content).OfType<Heading>().Select(h => $"{book.LabelOf(h)?.Text.Replace('\u00a0', ' ')} {Words(h.Content)}")];

    private static IEnumerable<Paragraph> Paragraphs(ImmutableArray<Block> blocks) => blocks.SelectMany(b => b switch
    {
        Paragraph p => [p],
        ListBlock l => l.Items.SelectMany(i => Paragraphs(i.Content)),
        _ => Enumerable.Empty<Paragraph>(),
    });

    private static List<Reference> References(ResolvedBook book)
    {
        var found = new Found();
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            found.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) found.Rewrite(note.Content);
        }
        return found.References;
    }

    private sealed class Found : TreeRewriter
    {
        public List<Reference> References { get; } = [];

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is Reference reference) References.Add(reference);
            return base.Replace(inline);
        }
    }
}
