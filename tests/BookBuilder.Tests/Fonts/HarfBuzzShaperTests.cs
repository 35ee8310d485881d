using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Fonts;

public sealed class HarfBuzzShaperTests : IDisposable
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();
    private readonly HarfBuzzShaper _shaper = new(Library);

    public void Dispose() => _shaper.Dispose();

    private static FontRequest Request(FontFeatures features = FontFeatures.None, string family = "Source Serif 4", double size = 10, string language = "en") =>
        new(family, 400, false, size.Pt, features, language);

    private ImmutableArray<ShapedGlyph> Glyphs(string text, FontRequest request) => Assert.Single(_shaper.Shape(text, request)).Glyphs;

    private static Length Units(int units, double size = 10) => new((long)Math.Round(units * size.Pt.ScaledPoints / 1000.0, MidpointRounding.AwayFromZero));

    /// <summary>Words shaped before, by themselves or among others, make no difference: neither to the runs nor to their glyphs.</summary>
    [Fact]
    public void What_was_shaped_before_changes_nothing()
    {
        string[] texts =
        [
            "The tide", "tide", "the  tide ", " ", "12", "12 αβγ", "αβγ", "αβγ 12", "e\u0301 é", "a \u0301b", "no\u00A0break", "no", "א 12", "tide א tide", "😀", "tide 😀 tide",
            "soft\u00ADhyphen", "hyphen", "x\u200Dy", "“tide”", "3 × 4", "naïve", "中文 tide", "ﬁne", new string('w', 70) + " tide", new string('w', 70), "",
            "verse \u06DD \u06DD end", "b!", "a \u2067 b! \u2069 c", "x\u202B y", "y", "a \u202A b",
        ];
        foreach (FontRequest request in (FontRequest[])[Request(), Request(language: "ar"), Request(family: "Source Code Pro"), Request(FontFeatures.SmallCaps)])
            foreach (string[] order in (string[][])[texts, [.. texts.Reverse()]])
            {
                using HarfBuzzShaper knowing = new(Library);
                foreach (string text in order.Concat(order))
                {
                    using HarfBuzzShaper fresh = new(Library);
                    Assert.Equal(Written(fresh.Shape(text, request)), Written(knowing.Shape(text, request)));
                    foreach (byte level in (byte[])[0, 1, 2])
                    {
                        string runs = Written(fresh.Shape(text, request, level));
                        Assert.Equal(runs, Written(knowing.Shape(text, request, level)));
                        if (knowing.TryShapeAsOne(text, request, level, out FontFace? face, out ReadOnlySpan<ShapedGlyph> glyphs))
                            Assert.Equal(runs, Written([new ShapedRun(face, 0, text.Length, [.. glyphs], RightToLeft: false)]));
                    }
                }
            }

        static string Written(ImmutableArray<ShapedRun> runs) =>
            string.Join(" / ", runs.Select(r => $"{r.Face.Name} {r.Start} {r.Length} {r.RightToLeft}: {string.Join(' ', r.Glyphs)}"));
    }

    [Fact]
    public void Text_in_the_letters_of_its_face_is_shaped_as_one_run()
    {
        Assert.True(_shaper.TryShapeAsOne("The tide", Request(), 0, out FontFace? face, out ReadOnlySpan<ShapedGlyph> glyphs));
        Assert.Equal(("SourceSerif4-Regular", 8), (face.Name, glyphs.Length));
        Assert.False(_shaper.TryShapeAsOne("αβγ", Request(), 0, out _, out _));
        Assert.False(_shaper.TryShapeAsOne("The tide", Request(), 1, out _, out _));
    }

    [Fact]
    public void A_letter_is_as_wide_as_its_face_says()
    {
        ShapedRun run = Assert.Single(_shaper.Shape("o", Request()));
        Assert.Equal(new ShapedGlyph(42, 0, Units(549), Length.Zero, Length.Zero), Assert.Single(run.Glyphs));
        Assert.Equal("SourceSerif4-Regular", run.Face.Name);
        Assert.Equal((0, 1, false), (run.Start, run.Length, run.RightToLeft));
    }

    [Fact]
    public void Pairs_are_kerned()
    {
        ImmutableArray<ShapedGlyph> glyphs = Glyphs("AVo", Request());
        Assert.Equal([Units(664 - 119), Units(674 - 71), Units(549)], glyphs.Select(g => g.Advance));
    }

    [Fact]
    public void The_letters_f_and_i_join_and_keep_their_place_in_the_text()
    {
        ImmutableArray<ShapedGlyph> joined = Glyphs("so fine", Request());
        Assert.Equal([0, 1, 2, 3, 5, 6], joined.Select(g => g.Cluster));
        Assert.Equal(7, Glyphs("so fine", Request(FontFeatures.NoLigatures)).Length);
    }

    [Fact]
    public void Small_capitals_and_figures_are_the_face_s_own()
    {
        OpenTypeFace face = Library.Named("SourceSerif4-Regular")!;
        ShapedGlyph small = Assert.Single(Glyphs("a", Request(FontFeatures.SmallCaps)));
        Assert.NotEqual(face.GlyphOf('a'), small.Id);
        Assert.InRange(face.BoundsOf(small.Id)!.Value.MaxY, face.XHeight, face.CapHeight - 50);
        Assert.NotEqual(Glyphs("3", Request(FontFeatures.OldStyleFigures))[0].Id, Glyphs("3", Request(FontFeatures.LiningFigures))[0].Id);
        Assert.NotEqual(face.GlyphOf('2'), Glyphs("2", Request(FontFeatures.Superiors))[0].Id);
        ImmutableArray<ShapedGlyph> table = Glyphs("1118", Request(FontFeatures.TabularFigures | FontFeatures.LiningFigures));
        Assert.Single(table.Select(g => g.Advance).Distinct());
    }

    [Fact]
    public void A_character_the_face_lacks_comes_from_another()
    {
        ImmutableArray<ShapedRun> runs = _shaper.Shape("a ∰ b", Request());
        Assert.Equal(["SourceSerif4-Regular", "STIXTwoMath-Regular", "SourceSerif4-Regular"], runs.Select(r => r.Face.Name));
        Assert.Equal([(0, 2), (2, 1), (3, 2)], runs.Select(r => (r.Start, r.Length)));
        Assert.All(runs.SelectMany(r => r.Glyphs), g => Assert.NotEqual(0, g.Id));
        Assert.Equal(2, runs[1].Glyphs[0].Cluster);
    }

    [Fact]
    public void A_fallback_is_as_heavy_and_as_small_as_the_text_around_it()
    {
        // The mono face has no small a with a hook below; the serif has it, also in its bold cut for small sizes.
        int lacking = Library.Named("SourceSans3-Bold")!.CodePoints().First(c => c > 0x2000 && !Library.Named("SourceCodePro-Bold")!.Has(c)
            && !Library.Named("SourceSerif4SmText-Bold")!.Has(c));
        ShapedRun run = Assert.Single(_shaper.Shape(char.ConvertFromUtf32(lacking), Request(family: "Source Code Pro", size: 8) with { Weight = 700 }));
        Assert.Equal("SourceSans3-Bold", run.Face.Name);
    }

    [Fact]
    public void What_no_face_has_is_glyph_zero_of_the_face_asked_for()
    {
        ShapedRun run = Assert.Single(_shaper.Shape("\U0001F9FF", Request()));
        Assert.Equal(("SourceSerif4-Regular", 2), (run.Face.Name, run.Length));
        Assert.Equal(0, Assert.Single(run.Glyphs).Id);
    }

    [Fact]
    public void Text_from_right_to_left_comes_in_the_order_it_is_seen()
    {
        ImmutableArray<ShapedRun> runs = _shaper.Shape("ab שלום cd", Request());
        Assert.Equal([false, true, false], runs.Select(r => r.RightToLeft));
        Assert.Equal([(0, 3), (3, 4), (7, 3)], runs.Select(r => (r.Start, r.Length)));
        Assert.Equal([6, 5, 4, 3], runs[1].Glyphs.Select(g => g.Cluster));
    }

    [Fact]
    public void A_number_inside_text_from_right_to_left_runs_to_the_right_in_its_place()
    {
        ImmutableArray<ShapedRun> runs = _shaper.Shape("שנה 12 הבא", Request(language: "he"));
        Assert.Equal([(6, 4), (4, 2), (0, 4)], runs.Select(r => (r.Start, r.Length)));
        Assert.Equal([true, false, true], runs.Select(r => r.RightToLeft));
        Assert.Equal([4, 5], runs[1].Glyphs.Select(g => g.Cluster));
    }

    [Fact]
    public void Marks_are_set_on_their_letters()
    {
        ImmutableArray<ShapedGlyph> composed = Glyphs("é", Request());
        Assert.Equal(composed.AsEnumerable(), Glyphs("e\u0301", Request()));
        ShapedRun stacked = Assert.Single(_shaper.Shape("xq\u0303y", Request()));
        Assert.Equal([0, 1, 1, 3], stacked.Glyphs.Select(g => g.Cluster));
        Assert.Equal(Length.Zero, stacked.Glyphs[2].Advance);
    }

    [Fact]
    public void Soft_hyphens_leave_nothing_and_rare_spaces_have_their_width()
    {
        Assert.Equal([0, 3], Glyphs("a\u00AD\u00ADb", Request()).Select(g => g.Cluster));
        Assert.Equal(Units(233), Glyphs("\u00A0", Request())[0].Advance);
        Assert.InRange(Glyphs("\u2009", Request(family: "Source Code Pro"))[0].Advance.Points, 1, 3);
        Assert.Equal(Glyphs("-\u2010", Request())[1].Id, Glyphs("\u2011", Request())[0].Id);
    }

    [Fact]
    public void However_text_is_cut_at_its_spaces_it_is_equally_wide()
    {
        FontRequest request = Request();
        const string text = "To AV T office (fjord) W";
        long whole = _shaper.Shape(text, request).Sum(r => r.Width.ScaledPoints);
        long parts = text.Split(' ').Sum(w => _shaper.Shape(w, request).Sum(r => r.Width.ScaledPoints))
            + text.Count(c => c == ' ') * Units(233).ScaledPoints;
        Assert.Equal(parts, whole);
    }

    [Fact]
    public void The_same_text_gives_the_same_glyphs_again_and_in_another_shaper()
    {
        const string text = "Ångström’s “quoted” fi—ffl 1,234.50 … naïve αβγ Привет";
        using HarfBuzzShaper other = new(Library);
        string first = Written(_shaper.Shape(text, Request()));
        Assert.Equal(first, Written(_shaper.Shape(text, Request())));
        Assert.Equal(first, Written(other.Shape(text, Request())));
        Assert.Empty(_shaper.Shape("", Request()));

        static string Written(ImmutableArray<ShapedRun> runs) =>
            string.Join("\n", runs.Select(r => $"{r.Face.Name} {r.Start}+{r.Length} {string.Join(' ', r.Glyphs)}"));
    }

    [Fact]
    public void Long_text_and_odd_text_are_shaped_without_complaint()
    {
        string text = new string('a', 70_000) + "\uD800" + "\u0301" + new string('\u0301', 500) + "\t\u0000";
        ImmutableArray<ShapedRun> runs = _shaper.Shape(text, Request(language: ""));
        Assert.Equal(text.Length, runs.Sum(r => r.Length));
        Assert.All(runs, r => Assert.All(r.Glyphs, g => Assert.InRange(g.Cluster, r.Start, r.Start + r.Length - 1)));
    }
}
