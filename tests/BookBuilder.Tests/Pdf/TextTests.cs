using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>Text stands where the frames say, and can be copied as it was written.</summary>
public sealed class TextTests
{
    [Fact]
    public void Glyphs_stand_where_the_frame_says_within_a_thousandth_of_the_em()
    {
        string text = string.Concat(Enumerable.Repeat("Wörter und Kerning AVATAR To fly ", 6));
        GlyphRun run = PlainPages.Run(text, default, 31.7.Pt, 101.3.Pt);
        // Word spaces as a justified line has them: not a whole number of anything.
        run = run with { Glyphs = [.. run.Glyphs.Select(glyph => text[glyph.Cluster] == ' ' ? glyph with { Advance = glyph.Advance + new Length(23_457) } : glyph)] };

        ImmutableArray<Letter> letters = Show(run);

        double x = 31.7;
        int shown = 0;
        foreach (ShapedGlyph glyph in run.Glyphs)
        {
            Assert.Equal(x, letters[shown].StartBaseLine.X, 0.011);
            Assert.Equal(648 - 101.3, letters[shown].StartBaseLine.Y, 0.001);
            x += glyph.Advance.Points;
            shown++;
        }
        Assert.Equal(run.Glyphs.Length, letters.Length);
    }

    [Fact]
    public void A_ligature_is_copied_as_its_letters()
    {
        GlyphRun run = PlainPages.Run("office fjord flow", default, 72.Pt, 72.Pt);

        Assert.True(run.Glyphs.Length < run.Text.Length, "the face should have ligatures");
        Assert.Equal("office fjord flow", string.Concat(Show(run).Select(letter => letter.Value)));
    }

    [Fact]
    public void Small_capitals_and_raised_figures_are_copied_as_they_were_written()
    {
        GlyphRun capitals = PlainPages.Run("Nasa", default, 72.Pt, 72.Pt, FontFeatures.SmallCaps);
        GlyphRun raised = PlainPages.Run("12", default, 72.Pt, 90.Pt, FontFeatures.Superiors);

        Assert.Equal("Nasa12", string.Concat(Show(capitals, raised).Select(letter => letter.Value)));
    }

    [Fact]
    public void A_hyphen_made_by_breaking_says_so_and_one_that_was_written_stays()
    {
        ResolvedBook book = SmallBooks.Of(new Paragraph([new Text("well-wishing")]));
        NodeId leaf = book.Chapters[^1].Content.OfType<Paragraph>().Single().Content[0].Id;
        GlyphRun hyphen = PlainPages.Run("-", new(leaf, FramePart.Artifact), 120.Pt, 72.Pt) with { Text = "\u00AD" };
        PagedBook pages = PlainPages.Page(
            PlainPages.Run("well-wish", new(leaf, FramePart.Content), 72.Pt, 72.Pt), hyphen,
            PlainPages.Run("ing", new(leaf, FramePart.Content, 9), 72.Pt, 86.Pt));

        using PdfReading pdf = SmallBooks.Read(pages, book);
        string operators = pdf.Operators(1);
        Assert.Contains("/Span<</MCID 1/ActualText<FEFF00AD>>>BDC", operators);
        Assert.DoesNotMatch("BDC[^E]*BDC", operators);
        Assert.Equal("Document\n  Sect\n    P \"well-wish\" \"\u00AD\" \"ing\"", pdf.Structure());
    }

    [Fact]
    public void Capitals_for_small_letters_and_letters_set_wide_apart_are_told_word_by_word()
    {
        GlyphRun capitals = PlainPages.Run("CHAPTER ONE", default, 72.Pt, 72.Pt);
        capitals = capitals with { Text = "Chapter One" };
        GlyphRun wide = PlainPages.Run("a wide word", default, 72.Pt, 90.Pt);
        wide = wide with { Glyphs = [.. wide.Glyphs.Select(glyph => glyph with { Advance = glyph.Advance + 1.Pt })] };

        string operators = Operators(capitals, wide);
        Assert.Equal(["Chapter", "One", "wide", "word"], Told(operators));
        // Programs that do not heed it read what they see.
        Assert.StartsWith("CHAPTER ONE", string.Concat(Show(capitals, wide).Select(letter => letter.Value)));
    }

    [Fact]
    public void A_place_where_a_word_was_not_divided_leaves_no_trace()
    {
        GlyphRun run = PlainPages.Run("ef\u00ADfi\u00ADcient", default, 72.Pt, 72.Pt);

        Assert.Equal("efficient", string.Concat(Show(run).Select(letter => letter.Value)));
    }

    [Fact]
    public void Runs_in_the_same_type_on_one_line_share_an_operator()
    {
        GlyphRun first = PlainPages.Run("first ", FrameSource.Artifact, 72.Pt, 72.Pt);
        Length after = first.Origin.X;
        foreach (ShapedGlyph glyph in first.Glyphs) after += glyph.Advance;

        string operators = Operators(first, PlainPages.Run("second", FrameSource.Artifact, after, 72.Pt));

        Assert.Single(operators.Split("]TJ").Skip(1));
        Assert.Single(operators.Split("Tf\n").Skip(1));
        Assert.Equal("first second", string.Concat(Show(first, PlainPages.Run("second", default, after, 72.Pt)).Select(letter => letter.Value)));
    }

    [Fact]
    public void Raised_glyphs_colours_and_widened_glyphs_are_shown_so()
    {
        GlyphRun run = PlainPages.Run("ab", FrameSource.Artifact, 72.Pt, 72.Pt);
        run = run with
        {
            Color = new Color(0x1f, 0x3f, 0x66), Expansion = 1.02,
            Glyphs = [run.Glyphs[0], run.Glyphs[1] with { OffsetY = -(2.Pt), OffsetX = 1.Pt }],
        };

        string operators = Operators(run);
        Assert.Contains(".122 .247 .4 rg", operators);
        Assert.Contains("102 Tz", operators);
        Assert.Contains("2 Ts", operators);
        Assert.Equal(648 - 72 + 2, Show(run)[1].StartBaseLine.Y, 0.001);
    }

    [Fact]
    public void Text_from_right_to_left_stands_in_the_file_in_the_order_in_which_it_is_read()
    {
        GlyphRun run = PlainPages.Run("ab cd", default, 72.Pt, 72.Pt);
        // As a shaper gives it: glyphs from left to right, the last character first.
        run = run with { RightToLeft = true, Text = "dc ba", Glyphs = [.. run.Glyphs.Select((glyph, i) => glyph with { Cluster = 4 - i })] };

        ImmutableArray<Letter> letters = Show(run);
        Assert.Equal("dc ba", string.Concat(letters.Select(letter => letter.Value)));
        Assert.Equal(letters.Reverse().Select(letter => letter.Value), letters.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value));
        Assert.Empty(Told(Operators(run)));
    }

    [Fact]
    public void Fonts_are_embedded_as_subsets_with_the_widths_of_the_face()
    {
        GlyphRun run = PlainPages.Run("Widths", FrameSource.Artifact, 72.Pt, 72.Pt);
        ResolvedBook book = SmallBooks.Of();
        using PdfReading pdf = SmallBooks.Read(PlainPages.Page(run), book);
        IToken font = pdf.Find(pdf.Pages[0], "Resources", "Font", "BF0")!, descendant = pdf.Find(font, "DescendantFonts", 0)!;

        Assert.Equal("Type0 Identity-H CIDFontType2 Identity",
            string.Join(' ', new[] { pdf.Find(font, "Subtype"), pdf.Find(font, "Encoding"), pdf.Find(descendant, "Subtype"), pdf.Find(descendant, "CIDToGIDMap") }.Select(pdf.Show)));
        Assert.Matches("^[A-Z]{6}\\+SourceSerif4-Regular$", pdf.Show(pdf.Find(font, "BaseFont")));
        OpenTypeFace face = (OpenTypeFace)run.Face;
        Dictionary<int, double> widths = Widths(pdf, descendant);
        double usual = double.Parse(pdf.Show(pdf.Find(descendant, "DW")), System.Globalization.CultureInfo.InvariantCulture);
        foreach (ShapedGlyph glyph in run.Glyphs)
            Assert.Equal(face.AdvanceOf(glyph.Id) * 1000.0 / face.UnitsPerEm, widths.GetValueOrDefault(glyph.Id, usual), 0.001);
        Assert.True(pdf.Data((StreamToken)pdf.Find(descendant, "FontDescriptor", "FontFile2")!).Length < face.Data.Length / 4);
    }

    [Fact]
    public void A_face_without_a_file_cannot_be_embedded()
    {
        FixedPitchShaper shaper = new();
        ShapedRun shaped = shaper.Shape("x", new FontRequest("any", 400, false, 10.Pt, FontFeatures.None, "en")).Single();
        GlyphRun run = PlainPages.Run("x", FrameSource.Artifact, 72.Pt, 72.Pt) with { Face = shaped.Face };

        Assert.Contains("FixedPitch", Assert.ThrowsAny<Exception>(() => SmallBooks.Pdf(PlainPages.Page(run), SmallBooks.Of())).ToString());
    }

    private static Dictionary<int, double> Widths(PdfReading pdf, IToken descendant)
    {
        ArrayToken all = (ArrayToken)pdf.Find(descendant, "W")!;
        Dictionary<int, double> widths = [];
        for (int i = 0; i < all.Length; i += 2)
        {
            ArrayToken some = (ArrayToken)all[i + 1];
            for (int k = 0; k < some.Length; k++) widths[((NumericToken)all[i]).Int + k] = ((NumericToken)some[k]).Double;
        }
        return widths;
    }

    private static ImmutableArray<Letter> Show(params ImmutableArray<GlyphRun> runs)
    {
        using PdfReading pdf = Page(runs);
        return [.. pdf.Document.GetPage(1).Letters];
    }

    /// <summary>What is told in the place of glyphs.</summary>
    private static string[] Told(string operators) =>
        [.. Regex.Matches(operators, "ActualText<FEFF([0-9A-F]+)>").Select(match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value)))];

    private static string Operators(params ImmutableArray<GlyphRun> runs)
    {
        using PdfReading pdf = Page(runs);
        return pdf.Operators(1);
    }

    private static PdfReading Page(ImmutableArray<GlyphRun> runs) =>
        SmallBooks.Read(PlainPages.Page([.. runs.Select(run => run with { Source = FrameSource.Artifact })]), SmallBooks.Of());
}
