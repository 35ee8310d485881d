using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Manifest;

/// <summary>The named designs on every paper, and what book.yml changes in them.</summary>
public sealed class DesignSettingsTests
{
    /// <summary>Source Serif sets so many characters to the em.</summary>
    private const double CharactersOfAnEm = 2.13;

    public static TheoryData<string, string> DesignsAndPapers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string design in NamedDesigns.Names)
            foreach (string paper in (string[])["letter", "a4", "a5", "trade", "6x9", "digest", "5.5x8.5", "{ width: 7in, height: 10in }", "{ width: 5in, height: 8in }"])
                data.Add(design, paper);
            return data;
        }
    }

    [Theory, MemberData(nameof(DesignsAndPapers))]
    public void Every_design_has_a_readable_measure_on_every_paper(string name, string paper)
    {
        BookDesign design = Read($"title: A\ndesign: {name}\npdf: {{ paper: {paper} }}");
        Assert.Equal(name, design.Name);
        Assert.InRange(design.Measure / design.BodySize * CharactersOfAnEm, 55, 75);
        Assert.True(design.Margins.Inner >= 0.5.In && design.Margins.Outer >= 0.4.In, $"{design.Margins}");
        Assert.InRange(design.TextHeight / design.Page.Height, 0.7, 0.9);
        Assert.Equal(design.Page.Width, design.Margins.Inner + design.Measure + design.Margins.Outer);
        Assert.InRange(design.Leading / design.BodySize, 1.25, 1.5);
    }

    [Fact]
    public void A_design_brings_its_own_paper_and_sides()
    {
        Assert.Equal((PageSize.Trade, PrintedSides.Two, ChapterOpening.Right), Facts(Read("title: A")));
        Assert.Equal((PageSize.Letter, PrintedSides.One, ChapterOpening.Any), Facts(Read("title: A\ndesign: report")));
        Assert.Equal((PageSize.Letter, PrintedSides.One, ChapterOpening.RunOn), Facts(Read("title: A\ndesign: handout")));
        Assert.Equal((PageSize.A4, PrintedSides.Two, ChapterOpening.Right), Facts(Read("title: A\ndesign: handout\npdf: { paper: a4, sides: two, opening: openright }")));

        static (PageSize, PrintedSides, ChapterOpening) Facts(BookDesign design) => (design.Page, design.Sides, design.Opening);
    }

    [Fact]
    public void Papers_have_two_names()
    {
        Assert.Equal(new PageSize(5.5.In, 8.5.In), Read("title: A\npdf: { paper: digest }").Page);
        Assert.Equal(new PageSize(5.5.In, 8.5.In), Read("title: A\npdf: { paper: 5.5x8.5 }").Page);
        Assert.Equal(PageSize.Trade, Read("title: A\npdf: { paper: 6x9 }").Page);
    }

    [Fact]
    public void A_handout_is_told_by_nothing_but_black() => Assert.Equal(Color.Black, NamedDesigns.Handout.Accent);

    [Fact]
    public void Each_part_of_a_design_can_be_changed()
    {
        BookDesign design = Read("""
            title: A
            design: report
            pdf:
              bleed: 3mm
              crop-marks: true
              note-leading: 12pt
              paragraphs: { indent: 1em, space: 0 }
              heads: { left: author, right: title, inner: none, place: foot, folio: foot-center, opening-folio: none, rule: false, size: 7pt }
              headings:
                numbers: beside
                chapter: { font: mono, size: 3em, leading: 40pt, weight: bold, italic: true, color: "#123456", sink: 4 lines, below: 20pt, rule: above, align: center }
                label: { place: above, color: accent }
                section: { above: 2 lines, below: 0, size: 14pt }
                subsection: { weight: regular }
                minor: { font: body }
              front: { half-title: true, place: block, imprint: end, contents: false, band: 0, align: center, title: { size: 30pt }, subtitle: { italic: true } }
              contents: { leaders: true }
              captions: { figures: above, align: center, gap: 12pt, size: 8pt, remark-size: 7pt }
              tables: { size: 8pt }
              quotes: { size: 9pt, left: 30pt, right: 0, italic: true, rule: false }
              code: { size: 8pt, leading: 10pt, ground: none, rule: true }
              callouts: { form: rule, size: 9pt }
              lists: { bullets: ["–", "·"], hang: 20pt, between: 0, sources-size: 8pt }
            """);
        Assert.Equal((3.Mm, true, 12.Pt), (design.Bleed, design.CropMarks, design.NoteLeading));
        Assert.Equal((design.BodySize, Extent.Zero), (design.ParagraphIndent, design.ParagraphSpace));
        HeadsDesign heads = design.Heads;
        Assert.Equal((HeadMatter.Author, HeadMatter.Title, HeadMatter.None, true, false), (heads.Left, heads.Right, heads.Inner, heads.AtFoot, heads.Ruled));
        Assert.Equal((FolioPlace.FootCenter, FolioPlace.None, 7.Pt), (heads.Folio, heads.OpeningFolio, design.Of(heads.Type.Size)));
        OpeningDesign chapter = design.Chapter;
        Assert.Equal(new TypeStyle { Face = DesignFace.Mono, Size = 3.Em, Leading = 40.Pt, Weight = 700, Italic = true, Ink = new Color(0x12, 0x34, 0x56) }, chapter.Title);
        Assert.Equal((4.Lines, (Extent)20.Pt, RulePlace.Above, true), (chapter.Sink, chapter.Below, chapter.Rule, chapter.Centered));
        Assert.Equal((ChapterLabelPlace.Above, Ink.Accent, NumberPlace.Beside), (chapter.LabelPlace, chapter.Label.Ink, design.Numbers));
        Assert.True(design.Of(chapter.LabelRoom) > Length.Zero, "a label above the title has room there");
        Assert.Equal((2.Lines, Extent.Zero, (Extent)14.Pt), (design.Section.Above, design.Section.Below, design.Section.Type.Size));
        Assert.Equal((400, DesignFace.Body), (design.Subsection.Type.Weight, design.Minor.Type.Face));
        FrontDesign front = design.Front;
        Assert.Equal((true, true, ImprintPlace.End, false, Extent.Zero, true), (front.HalfTitle, front.TitleBlock, front.Imprint, front.Contents, front.Band, front.Centered));
        Assert.Equal(((Extent)30.Pt, true, true), (front.Title.Size, front.Subtitle.Italic, design.Contents.Leaders));
        CaptionDesign captions = design.Captions;
        Assert.Equal((true, true, (Extent)12.Pt, (Extent)8.Pt, (Extent)8.Pt, 600), (captions.AboveFigures, captions.Centered, captions.Gap, captions.Type.Size, captions.Label.Size, captions.Label.Weight));
        Assert.Equal(((Extent)7.Pt, (Extent)8.Pt), (captions.Remark.Size, design.TableText.Size));
        Assert.Equal(new QuoteDesign { Size = 9.Pt, Left = 30.Pt, Right = Extent.Zero, Italic = true, EpigraphIndent = 0 }, design.Quotes);
        Assert.Equal(((Extent)8.Pt, (Extent)10.Pt, (Color?)null, true), (design.Code.Size, design.Code.Leading, design.Code.Ground, design.Code.Ruled));
        Assert.Equal((CalloutForm.Rule, (Extent)9.Pt), (design.Callouts.Form, design.Callouts.Size));
        Assert.Equal("– ·", string.Join(' ', design.Lists.Bullets));
        Assert.Equal(((Extent)20.Pt, Extent.Zero, (Extent)8.Pt), (design.Lists.Hang, design.Lists.Between, design.Lists.SourcesSize));
    }

    [Theory]
    [InlineData("design: clasic", "BB1107", 2, 9, "did you mean 'classic'?")]
    [InlineData("design: [report]", "BB1106", 2, 9, null)]
    [InlineData("pdf: { paper: a6 }", "BB1107", 2, 15, "did you mean 'a4'?")]
    [InlineData("pdf: { sides: three }", "BB1107", 2, 15, "possible: two, one")]
    [InlineData("pdf: { bleed: 4in }", "BB1108", 2, 15, null)]
    [InlineData("pdf: { crop-marks: 3mm }", "BB1106", 2, 20, null)]
    [InlineData("pdf: { headings: { sektion: {} } }", "BB1105", 2, 20, "did you mean 'section'?")]
    [InlineData("pdf: { headings: { section: { size: 200pt } } }", "BB1108", 2, 37, null)]
    [InlineData("pdf: { headings: { section: { size: huge } } }", "BB1114", 2, 37, "write a number and a unit: 10pt, 6in, 15mm, 1.5cm, 1.2em or 2 lines")]
    [InlineData("pdf: { headings: { section: { wieght: bold } } }", "BB1105", 2, 31, "did you mean 'weight'?")]
    [InlineData("pdf: { headings: { section: { weight: bolt } } }", "BB1107", 2, 39, "did you mean 'bold'?")]
    [InlineData("pdf: { headings: { section: { color: redish } } }", "BB1113", 2, 38, "write it as \"#1f3f66\", in quotes")]
    [InlineData("pdf: { heads: { left: chaptr } }", "BB1107", 2, 23, "did you mean 'chapter'?")]
    [InlineData("pdf: { heads: { folio: top } }", "BB1107", 2, 24, "possible: head, foot-center, foot-outer, none")]
    [InlineData("pdf: { paragraphs: indent }", "BB1106", 2, 20, null)]
    [InlineData("pdf: { quotes: { left: 20 lines } }", "BB1108", 2, 24, null)]
    public void A_wrong_value_is_told_with_its_place_and_the_designs_own_stands(string settings, string code, int line, int column, string? hint)
    {
        Reported<BookManifest?> read = BookManifestReader.Read($"title: A\n{settings}", "book.yml");
        Diagnostic said = Assert.Single(read.Diagnostics);
        Assert.Equal((code, Severity.Error, line, column), (said.Code, said.Severity, said.Span.Start.Line, said.Span.Start.Column));
        if (hint is not null) Assert.Contains(hint, said.Hints);
        Assert.Equal(new BookDesign(), read.Value!.Design);
    }

    [Fact]
    public void A_size_out_of_bounds_is_told_in_points()
    {
        Reported<BookManifest?> read = BookManifestReader.Read("title: A\npdf: { headings: { section: { size: 20em } } }", "book.yml");
        Assert.Equal("'pdf.headings.section.size' must lie between 4pt and 96pt, but is 20em (200pt)", Assert.Single(read.Diagnostics).Message);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("3%")]
    [InlineData("-1%")]
    public void Letters_may_be_widened_by_two_hundredths_at_most(string share)
    {
        Reported<BookManifest?> read = BookManifestReader.Read($"title: A\npdf: {{ expansion: {share} }}", "book.yml");
        Assert.Equal("BB1108", Assert.Single(read.Diagnostics).Code);
        Assert.Equal(new BookDesign().Expansion, read.Value!.Design.Expansion);
        Assert.Equal(0.005, Read("title: A\npdf: { expansion: 0.5% }").Expansion);
    }

    private static BookDesign Read(string yaml)
    {
        Reported<BookManifest?> read = BookManifestReader.Read(yaml, "book.yml");
        Assert.Empty(read.Diagnostics);
        return read.Value!.Design;
    }
}
