using System.Collections.Immutable;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>What tells the designs apart on the page, set with letters of one width.</summary>
public sealed class DesignPagesTests
{
    private static readonly string[] Chapters =
    [
        "# Tides\n\nThe moon pulls the sea.\n\nTwice a day it comes.[^1]\n\n## Spring\n\nAt new moon it is high.\n\n[^1]: And goes.",
        "# Harbours\n\nShips wait in them.",
    ];

    [Fact]
    public void A_classic_chapter_opens_sunk_on_a_right_hand_page_under_its_label()
    {
        BookDesign design = NamedDesigns.Classic;
        ImmutableArray<Page> body = Body(design);
        Assert.Equal(["1", "2", "3"], body.Select(p => p.Label));
        Assert.Empty(body[1].Body);
        GlyphRun label = Run(body[2], "Chapter\u00a02"), title = Run(body[2], "Harbours");
        Assert.True(label.Origin.Y > design.Margins.Top + design.Leading * 5);
        Assert.True(title.Origin.Y > label.Origin.Y);
        Assert.Equal(design.Margins.Inner, title.Origin.X);
    }

    [Fact]
    public void A_report_has_its_numbers_in_the_margin_and_white_between_paragraphs()
    {
        BookDesign design = NamedDesigns.Report;
        ImmutableArray<Page> body = Body(design);
        Assert.Equal(["1", "2"], body.Select(p => p.Label));
        Assert.All(body, p => Assert.Equal(PageSide.Recto, p.Side));
        Length text = design.Margins.Inner;
        foreach (string number in (string[])["1", "1.1"])
            Assert.Equal(text - design.Of(design.NumberRoom), Run(body[0], number).Origin.X);
        foreach (string words in (string[])["Tides", "Spring", "The moon pulls the sea.", "Twice a day it comes."])
            Assert.Equal(text, Run(body[0], words).Origin.X);
        Assert.Equal(Run(body[0], "1").Origin.Y, Run(body[0], "Tides").Origin.Y);
        Assert.True(Run(body[0], "Twice a day it comes.").Origin.Y - Run(body[0], "The moon pulls the sea.").Origin.Y > design.Leading * 1.4);
    }

    [Fact]
    public void Numbers_stand_before_the_words_where_the_margin_is_too_narrow()
    {
        BookDesign design = NamedDesigns.Report with { Margins = new(60.Pt, 60.Pt, 40.Pt, 200.Pt) };
        Assert.Equal(40.Pt, Run(Body(design)[0], "1.1\u2003").Origin.X);
    }

    [Fact]
    public void A_handout_begins_with_a_title_block_and_its_chapters_run_on()
    {
        BookDesign design = NamedDesigns.Handout;
        PagedBook book = Compose(design);
        Page page = Assert.Single(book.Pages);
        Assert.Equal("1", page.Label);
        string[] lines = [.. page.Body.OfType<GlyphRun>().OrderBy(r => r.Origin.Y).Select(r => r.Text.Trim())];
        Assert.Equal("Tides", lines[0]);
        Assert.Equal("Ada\u00a0Moon", lines[1]);
        Assert.True(Array.IndexOf(lines, "Harbours") > Array.IndexOf(lines, "At new moon it is high."));
        // Each chapter keeps its own notes; all stand at the foot of the one page.
        Assert.Equal("And goes.", lines[^1]);
        Assert.Equal(["Tides", "1"], page.Furniture.OfType<GlyphRun>().Select(r => r.Text).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Where_chapters_run_on_their_notes_are_told_apart()
    {
        string[] chapters = [Chapters[0], Chapters[1] + "\n\nAnd sail.[^1]\n\n[^1]: At high water."];
        Page page = Assert.Single(Sheets.Compose(Sheets.Book(NamedDesigns.Handout, chapters)).Value.Pages);
        string[] lines = [.. page.Body.OfType<GlyphRun>().OrderBy(r => r.Origin.Y).ThenBy(r => r.Origin.X).Select(r => r.Text.Trim())];
        Assert.Equal(["1", "And goes.", "Chapter\u00a02", "1", "At high water."], lines[^5..]);
    }

    [Fact]
    public void A_run_of_chapters_begins_each_page_with_the_right_running_head()
    {
        BookDesign design = NamedDesigns.Handout with { Heads = NamedDesigns.Classic.Heads with { Right = HeadMatter.Chapter }, Page = new(612.Pt, 260.Pt) };
        string[] long_ = [.. Chapters.Select(c => c + string.Concat(Enumerable.Repeat("\n\nMore words on the same thing.", 14)))];
        ResolvedBook book = Sheets.Book(design, long_);
        ImmutableArray<Page> pages = Sheets.Compose(book).Value.Pages;
        Assert.True(pages.Length > 3);
        Assert.Equal("Tides", pages[1].Furniture.OfType<GlyphRun>().First(r => r.Text.Length > 2).Text);
        Assert.Equal("Harbours", pages[^1].Furniture.OfType<GlyphRun>().First(r => r.Text.Length > 2).Text);
    }

    [Fact]
    public void A_centred_title_stands_in_the_middle_however_many_lines_it_takes()
    {
        BookDesign design = NamedDesigns.Classic with { Chapter = NamedDesigns.Classic.Chapter with { Centered = true } };
        Page page = Sheets.Body(Sheets.Compose(Sheets.Book(design, "# The tides of the northern seas and how they come\n\nWords.")).Value)[0];
        Length size = design.Of(design.Chapter.Title.Size), middle = design.Margins.Inner + design.Measure / 2;
        GlyphRun[][] lines = [.. page.Body.OfType<GlyphRun>().Where(r => r.Size == size).GroupBy(r => r.Origin.Y).Select(g => g.OrderBy(r => r.Origin.X).ToArray())];
        Assert.True(lines.Length > 1);
        foreach (GlyphRun[] line in lines)
        {
            int letters = string.Concat(line.Select(r => r.Text)).TrimEnd().Length;
            Assert.Equal(middle.Points, (line[0].Origin.X + size / 2 * letters / 2).Points, 0.01);
        }
    }

    [Theory]
    [InlineData(PrintedSides.Two)]
    [InlineData(PrintedSides.One)]
    public void Left_hand_pages_are_mirrored_only_where_both_sides_are_printed(PrintedSides sides)
    {
        BookDesign design = NamedDesigns.Classic with { Sides = sides, Opening = ChapterOpening.Any };
        Page second = Body(design)[1];
        Assert.Equal(sides == PrintedSides.Two ? PageSide.Verso : PageSide.Recto, second.Side);
        Length left = sides == PrintedSides.Two ? design.Margins.Outer : design.Margins.Inner;
        Assert.Equal(left, Run(second, "Harbours").Origin.X);
    }

    [Fact]
    public void A_book_printed_on_one_side_has_no_blank_pages()
    {
        PagedBook book = Compose(NamedDesigns.Classic with { Sides = PrintedSides.One });
        Assert.DoesNotContain(book.Pages, p => p.Body.IsEmpty);
    }

    [Fact]
    public void Heads_say_what_the_design_wants_at_either_edge()
    {
        BookDesign design = NamedDesigns.Classic with
        {
            Heads = NamedDesigns.Classic.Heads with { Left = HeadMatter.Author, Right = HeadMatter.None, Inner = HeadMatter.Title, Folio = FolioPlace.FootOuter, Ruled = true },
            Page = new(432.Pt, 240.Pt),
        };
        string chapter = Chapters[0] + string.Concat(Enumerable.Repeat("\n\nMore words on the same thing.", 20));
        ImmutableArray<Page> body = Sheets.Body(Sheets.Compose(Sheets.Book(design, chapter)).Value);
        Dictionary<string, Length> verso = body[1].Furniture.OfType<GlyphRun>().ToDictionary(r => r.Text, r => r.Origin.X);
        Assert.Equal(design.Margins.Outer, verso["Ada Moon"]);
        Assert.Equal(design.Margins.Outer, verso["2"]);
        Assert.True(verso["Tides"] > verso["Ada Moon"]);
        Assert.Contains(body[1].Furniture, i => i is BoxItem { Box: var box } && box.Width == design.Measure && box.Y < design.Margins.Top);
        Dictionary<string, Length> recto = body[2].Furniture.OfType<GlyphRun>().ToDictionary(r => r.Text, r => r.Origin.X);
        Assert.Equal(design.Margins.Inner, recto["Tides"]);
        Assert.DoesNotContain("Ada Moon", recto.Keys);
    }

    [Fact]
    public void Grounds_at_the_edge_go_on_into_the_bleed_and_marks_stand_outside()
    {
        BookDesign design = NamedDesigns.Report with { Bleed = 3.Mm, CropMarks = true };
        Page title = Compose(design).Pages[0];
        BoxItem band = Assert.Single(title.Furniture.OfType<BoxItem>());
        Assert.Equal((-3.Mm, -3.Mm, design.Page.Width + 3.Mm), (band.Box.X, band.Box.Y, band.Box.Right));
        Assert.Equal(design.Of(design.Front.Band), band.Box.Bottom);
        Assert.Equal(8, title.Marks.Length);
        foreach (BoxItem mark in title.Marks.Cast<BoxItem>())
        {
            bool isOutside = mark.Box.Right <= -3.Mm || mark.Box.X >= design.Page.Width + 3.Mm || mark.Box.Bottom <= -3.Mm || mark.Box.Y >= design.Page.Height + 3.Mm;
            Assert.True(isOutside, mark.ToString());
            Assert.True(mark.Box.X > -title.Surround.Width && mark.Box.Bottom < design.Page.Height + title.Surround.Width);
        }
        Assert.Equal(3.Mm, Compose(design with { CropMarks = false }).Pages[0].Surround.Width);
        Assert.Equal(default, Compose(NamedDesigns.Report).Pages[0].Surround);
    }

    private static PagedBook Compose(BookDesign design) => Sheets.Compose(Sheets.Book(design, Chapters)).Value;

    private static ImmutableArray<Page> Body(BookDesign design) => Sheets.Body(Compose(design));

    private static GlyphRun Run(Page page, string text) => page.Body.OfType<GlyphRun>().First(r => r.Text.Trim(' ') == text);
}
