using BookBuilder.Manifest;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Manifest;

/// <summary>What book.yml says is what the book gets.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Every_key_is_read()
    {
        BookManifest manifest = Read("""
            title: Harbours
            subtitle: Of the North
            authors:
              - Bo Ek
              - { name: Ada Lind, affiliation: Bergen, sort: "Lind, Ada", role: editor }
            date: 2024-05-01
            lang: en-GB
            identifiers:
              - isbn: 978-3-16-148410-0
              - { scheme: doi, value: 10.1000/182 }
            publisher: Quay
            rights: All rights reserved
            description: >-
              About
              harbours.
            subjects: [Sea, Ships]
            cover: art/cover.png
            cover-alt: A quay
            front-matter: [preface.md]
            chapters:
              - tides.md
              - part: The towns
                chapters: [bergen.md, tromso.md]
            appendices: [tables.md]
            back-matter: [thanks.md]
            toc: { depth: 3 }
            lists: [figures, tables]
            numbering: { depth: 1 }
            notes: { restart: book }
            labels: { figure: Fig. }
            pdf:
              paper: { width: 148mm, height: 21cm }
              margins: { top: 20mm, bottom: 22mm, inner: 18mm, outer: 0.5in }
              fonts: { body: STIX Two Math, files: [fonts/a.ttf] }
              size: 11pt
              leading: 14pt
              note-size: 9pt
              opening: any
              running-heads: false
              justify: no
              hyphenate: false
              accent: "#10212c"
            epub: { fonts: true, footnotes: div, page-list: false, accessibility: { summary: Read it aloud. } }
            output: { dir: built, name: harbours }
            """);
        BookMetadata m = manifest.Metadata;
        Assert.Equal(("Harbours", "Of the North", "en-GB", new DateOnly(2024, 5, 1)), (m.Title, m.Subtitle, m.Language, m.Date!.Value));
        Assert.Equal<Contributor>([new Contributor("Bo Ek"), new Contributor("Ada Lind", "Bergen", "Lind, Ada") { Role = ContributorRole.Editor }], m.Authors);
        Assert.Equal<BookIdentifier>([new BookIdentifier("isbn", "978-3-16-148410-0"), new BookIdentifier("doi", "10.1000/182")], m.Identifiers);
        Assert.Equal(("Quay", "All rights reserved", "About harbours."), (m.Publisher, m.Rights, m.Description));
        Assert.Equal<BookSubject>(["Sea", "Ships"], m.Subjects);
        Assert.Equal(("art/cover.png", "A quay"), (manifest.Cover!.Path, manifest.CoverAlternativeText));
        Assert.Equal(
            [
                (ChapterRole.FrontMatter, "preface.md", null), (ChapterRole.Body, "tides.md", null), (ChapterRole.Part, null, "The towns"),
                (ChapterRole.Body, "bergen.md", null), (ChapterRole.Body, "tromso.md", null), (ChapterRole.Appendix, "tables.md", null),
                (ChapterRole.BackMatter, "thanks.md", null),
            ],
            manifest.Chapters.Select(c => (c.Role, c.Path, c.Title)));
        BookPlan plan = manifest.Plan;
        Assert.Equal((3, 1, true, true, false, "Fig."), (plan.ContentsDepth, plan.NumberingDepth, plan.ListOfFigures, plan.ListOfTables, plan.NotesRestart, plan.Labels["figure"]));
        BookDesign design = manifest.Design;
        Assert.Equal(new PageSize(148.Mm, 210.Mm), design.Page);
        Assert.Equal(new PageMargins(20.Mm, 22.Mm, 18.Mm, 36.Pt), design.Margins);
        Assert.Equal((11.Pt, 14.Pt, 9.Pt), (design.BodySize, design.Leading, design.NoteSize));
        Assert.Equal((ChapterOpening.Any, HeadMatter.None, FolioPlace.FootCenter, false, false), (design.Opening, design.Heads.Right, design.Heads.Folio, design.Justified, design.Hyphenated));
        Assert.Equal(new Color(0x10, 0x21, 0x2c), design.Accent);
        Assert.Equal("fonts/a.ttf", Assert.Single(manifest.FontFiles).Path);
        Assert.Equal(new EpubSettings { Fonts = true, NoteElement = "div", PageList = false, Accessibility = new() { Summary = "Read it aloud." } }, manifest.Epub);
        Assert.Equal(("built", "harbours"), (manifest.OutputFolder, manifest.OutputName));
    }

    [Fact]
    public void One_author_needs_no_list() => Assert.Equal("Ada", Assert.Single(Read("title: A\nauthors: Ada").Metadata.Authors).Name);

    [Fact]
    public void Identifiers_may_be_a_map() =>
        Assert.Equal(new BookIdentifier("doi", "10.1/x"), Assert.Single(Read("title: A\nidentifiers: { doi: 10.1/x }").Metadata.Identifiers));

    [Fact]
    public void A_series_has_a_title_and_perhaps_a_number()
    {
        Assert.Equal(new BookSeries("Harbours"), Read("title: A\nseries: Harbours").Metadata.Series);
        Assert.Equal(new BookSeries("Harbours", "2.1"), Read("title: A\nseries: { title: Harbours, number: 2.1 }").Metadata.Series);
    }

    [Fact]
    public void A_subject_may_have_a_term_in_a_scheme() =>
        Assert.Equal<BookSubject>(["Sea", new BookSubject("Tides") { Authority = "Thema", Term = "RBKC" }, new BookSubject("Law") { Authority = "https://example.org/terms", Term = "7" }],
            Read("title: A\nsubjects: [Sea, { name: Tides, authority: thema, term: RBKC }, { name: Law, authority: https://example.org/terms, term: 7 }]").Metadata.Subjects);

    [Fact]
    public void A_printed_edition_has_an_ISBN_of_its_own() => Assert.Equal("978-3-16-148410-0", Read("title: A\nprint-isbn: 978-3-16-148410-0").Metadata.PrintIsbn);

    [Theory]
    [InlineData("cover-designer", ContributorRole.CoverDesigner)]
    [InlineData("foreword", ContributorRole.Foreword)]
    [InlineData("proofreader", ContributorRole.Proofreader)]
    public void Those_who_helped_have_their_roles(string word, ContributorRole role) =>
        Assert.Equal(role, Assert.Single(Read($"title: A\nauthors: [{{ name: Bo, role: {word} }}]").Metadata.Authors).Role);

    [Fact]
    public void Numbering_may_be_switched_off() => Assert.Equal(0, Read("title: A\nnumbering: false").Plan.NumberingDepth);

    [Fact]
    public void A_key_without_value_is_not_given() => Assert.Null(Read("title: A\npublisher:\nsubtitle: ~").Metadata.Publisher);

    [Fact]
    public void A_number_in_quotes_is_a_title() => Assert.Equal("1984", Read("title: 1984").Metadata.Title);

    [Fact]
    public void Anchors_are_written_out()
    {
        BookManifest manifest = Read("title: &t Tides\nsubtitle: *t");
        Assert.Equal("Tides", manifest.Metadata.Subtitle);
    }

    [Fact]
    public void What_is_merged_in_gives_way_to_what_is_written()
    {
        Contributor second = Read("title: A\nauthors: [&a { name: Ada, affiliation: Bergen }, { <<: *a, name: Bo }]").Metadata.Authors[1];
        Assert.Equal(new Contributor("Bo", "Bergen"), second);
    }

    [Theory]
    [InlineData("10pt", 10)]
    [InlineData("6in", 432)]
    [InlineData("25.4 mm", 72)]
    [InlineData("2.54cm", 72)]
    [InlineData("0", 0)]
    public void Lengths_have_units(string text, double points) => Assert.Equal(points.Pt, LengthReader.Read(text));

    [Theory]
    [InlineData("trade", 10)]
    [InlineData("a5", 10)]
    [InlineData("letter", 11)]
    [InlineData("a4", 11)]
    public void Every_paper_has_a_measure_that_can_be_read(string paper, double size)
    {
        BookDesign design = Read($"title: A\npdf: {{ paper: {paper} }}").Design;
        Assert.Equal(size.Pt, design.BodySize);
        // Source Serif sets 2.13 characters to the em: 65 to 72 of them in a line.
        Assert.InRange(design.Measure / design.BodySize, 30.5, 33.8);
        Assert.True(design.Margins.Inner + design.Margins.Outer + design.Measure == design.Page.Width);
    }

    [Fact]
    public void The_usual_page_is_six_by_nine() => Assert.Equal(new BookDesign(), Read("title: A").Design);

    private static BookManifest Read(string yaml)
    {
        var read = BookManifestReader.Read(yaml, "book.yml");
        Assert.Empty(read.Diagnostics);
        return read.Value!;
    }

    [Fact]
    public void Parts_may_stand_under_a_key_of_their_own()
    {
        Reported<BookManifest?> read = BookManifestReader.Read("title: T\nparts:\n  - title: The towns\n    chapters: [a.md, b.md]\n", "book.yml");
        Assert.Empty(read.Diagnostics);
        Assert.Equal([(ChapterRole.Part, null), (ChapterRole.Body, "a.md"), (ChapterRole.Body, "b.md")], read.Value!.Chapters.Select(c => (c.Role, c.Path)));
        Assert.True(read.Value.ListsBody);
    }
}
