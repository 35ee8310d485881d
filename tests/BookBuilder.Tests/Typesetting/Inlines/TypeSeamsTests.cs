using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Tests.Typesetting.Inlines;

/// <summary>What happens where types meet, and where a face lacks what is asked of it.</summary>
public sealed class TypeSeamsTests
{
    private readonly Desk _desk = Desk.RealFaces();

    private Line One(params ImmutableArray<Inline> content) => One(_desk.Style, content);

    private Line One(TextStyle style, params ImmutableArray<Inline> content) =>
        Assert.Single(ParagraphComposer.Compose(_desk.Context, content, style with { Alignment = LineAlignment.Left }, 1000.Pt).Lines);

    [Fact]
    public void Kerning_does_not_stop_where_a_link_or_another_language_begins()
    {
        Length whole = One(_desk.Text("AVAVA")).Width;
        Assert.True(whole < One(_desk.Text("A")).Width * 3 + One(_desk.Text("V")).Width * 2, "the face kerns A and V");
        Link link = new("https://example.com", [_desk.Text("V")]) { Id = _desk.NextId() };
        Assert.Equal(whole, One(_desk.Text("A"), link, _desk.Text("AVA")).Width);
        SpanInline french = new([_desk.Text("V")]) { Id = _desk.NextId(), Attributes = new Attributes { Values = [new("lang", "fr")] } };
        Assert.Equal(whole, One(_desk.Text("A"), french, _desk.Text("AVA")).Width);
    }

    [Theory]
    [InlineData("f", ")")]
    [InlineData("l", "!")]
    [InlineData("d", "?")]
    [InlineData("f", "”")]
    public void A_slanted_letter_does_not_touch_the_upright_sign_after_it(string letter, string sign)
    {
        Line line = One(new Styled(InlineStyle.Emphasis, [_desk.Text(letter)]) { Id = _desk.NextId() }, _desk.Text(sign));
        (GlyphRun slanted, GlyphRun upright) = (Desk.Runs(line).First(), Desk.Runs(line).Last());
        Assert.NotEqual(slanted.Face, upright.Face);
        Length gap = Edge(upright, b => b.MinX) - Edge(slanted, b => b.MaxX);
        Assert.True(gap >= 0.2.Pt, $"{letter}{sign} stand {gap} apart");
    }

    [Fact]
    public void A_face_without_small_capitals_has_smaller_capitals_and_that_is_told_once()
    {
        TextStyle mono = _desk.Style with { Family = "Source Code Pro" };
        Styled small = new(InlineStyle.SmallCaps, [_desk.Text("Nasa")]) { Id = _desk.NextId() };
        Line line = One(mono, small, _desk.Text(" "), small);
        GlyphRun[] runs = [.. Desk.Runs(line).Where(r => r.Text.Trim().Length > 0)];
        Assert.Equal(["N", "asa", "N", "asa"], runs.Select(r => r.Text.Trim()));
        OpenTypeFace face = (OpenTypeFace)runs[0].Face;
        Assert.Equal([face.GlyphOf('A'), face.GlyphOf('S'), face.GlyphOf('A')], runs[1].Glyphs.Select(g => g.Id));
        Assert.InRange(runs[1].Size / runs[0].Size, 0.68, 0.85);
        Assert.Equal(("BB2152", Severity.Info), Assert.Single(_desk.Sink.ToImmutable().Select(d => (d.Code, d.Severity))));
    }

    [Fact]
    public void Real_small_capitals_are_taken_where_the_face_has_them()
    {
        One(new Styled(InlineStyle.SmallCaps, [_desk.Text("Nasa")]) { Id = _desk.NextId() });
        Assert.Empty(_desk.Sink.ToImmutable());
    }

    [Fact]
    public void A_character_that_another_family_lends_is_told_once_with_its_place()
    {
        One(_desk.Text("a ∰ b ∰", line: 7));
        Diagnostic told = Assert.Single(_desk.Sink.ToImmutable());
        Assert.Equal(("BB2151", Severity.Info, 7, 3), (told.Code, told.Severity, told.Span.Start.Line, told.Span.Start.Column));
        Assert.Contains("'Source Serif 4' has no ∰ (U+2230): in the PDF 'STIX Two Math' is used", told.Message);
    }

    [Fact]
    public void No_line_begins_with_a_notes_mark_even_after_a_space()
    {
        Desk desk = Desk.FixedPitch();
        NoteMark mark = new(new NodeId("c", 99), "1", true) { Id = desk.NextId() };
        ComposedParagraph set = desk.Ragged(9, desk.Text("one three "), mark, desk.Text(" four"));
        Assert.Equal("one |three 1 |four", Desk.Copied(set));
    }

    [Fact]
    public void Old_style_figures_stand_in_running_text_only()
    {
        BlockStyles styles = BlockStyles.Of(new BookDesign { Figures = FigureStyle.OldStyle }, "en");
        Assert.All([styles.Body, styles.Quote, styles.Note], s => Assert.True(s.Features.HasFlag(FontFeatures.OldStyleFigures)));
        Assert.All([styles.TableText, styles.Section, styles.Caption, styles.ContentsChapter, styles.Folio, styles.Code],
            s => Assert.False(s.Features.HasFlag(FontFeatures.OldStyleFigures)));
        FontLibrary library = FontLibrary.LoadDefault();
        Assert.True(library.Named("SourceSerif4-Regular")!.HasFeature("onum"));
        Assert.False(library.Named("SourceCodePro-Regular")!.HasFeature("smcp"));
    }

    private static Length Edge(GlyphRun run, Func<GlyphBox, int> side)
    {
        OpenTypeFace face = (OpenTypeFace)run.Face;
        return run.Origin.X + run.Glyphs[0].OffsetX + run.Size * (side(face.BoundsOf(run.Glyphs[0].Id)!.Value) / (double)face.UnitsPerEm);
    }
}
