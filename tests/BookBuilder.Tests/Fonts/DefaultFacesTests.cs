using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Tests.Fonts;

public sealed class DefaultFacesTests
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();

    [Fact]
    public void Every_default_face_loads_and_has_the_letters_of_its_name()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "fonts"), "*.ttf", SearchOption.AllDirectories)
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Library.Faces.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.All(Library.Faces, face =>
        {
            Assert.All("Hxyz0123", c => Assert.True(face.Has(c)));
            Assert.Equal(1000, face.UnitsPerEm);
            Assert.InRange(face.XHeight, 400, 560);
            Assert.InRange(face.CapHeight, 600, 720);
            Assert.True(face.Ascender > face.CapHeight && face.Descender > 0);
            Assert.Equal(EmbeddingPermission.Installable, face.Embedding);
        });
    }

    [Fact]
    public void The_measures_of_a_face_are_those_of_its_tables()
    {
        OpenTypeFace face = Library.Named("SourceSerif4-Regular")!;
        Assert.Equal("Source Serif 4", face.Family);
        Assert.Equal((400, false, false), (face.Weight, face.IsItalic, face.IsFixedPitch));
        Assert.Equal((1464, 1036), (face.GlyphCount, face.Ascender));
        Assert.Equal((2, 664), (face.GlyphOf('A'), face.AdvanceOf(face.GlyphOf('A'))));
        Assert.Equal((738, 660), (face.GlyphOf('→'), face.AdvanceOf(738)));
        Assert.Equal(0, face.GlyphOf(0x10FFFF));
        Assert.Equal(0, face.AdvanceOf(60_000));
        Assert.Null(face.BoundsOf(face.GlyphOf(' ')));
        Assert.Equal(face.CapHeight, face.BoundsOf(face.GlyphOf('H'))!.Value.MaxY);
        Assert.True(Library.Named("SourceCodePro-Regular")!.IsFixedPitch);
        Assert.True(Library.Named("SourceSerif4-It")! is { IsItalic: true, ItalicAngle: < -5 });
        Assert.Equal([' ', '!', '"'], face.CodePoints().SkipWhile(c => c < 32).Take(3).Select(c => (char)c));
    }

    [Fact]
    public void The_mathematical_face_says_how_to_set_formulas_and_others_do_not()
    {
        MathConstants math = Library.Named("STIXTwoMath-Regular")!.Math!;
        Assert.Equal((258, 68, 70, 55), (math.AxisHeight, math.FractionRuleThickness, math.ScriptPercent, math.RadicalDegreeBottomRaisePercent));
        Assert.InRange(math.SuperscriptShiftUp, 250, 500);
        Assert.Null(Library.Named("SourceSans3-Regular")!.Math);
    }

    [Theory]
    [InlineData("Source Serif 4", 400, false, 10, "SourceSerif4-Regular")]
    [InlineData("source serif 4", 700, true, 10, "SourceSerif4-BoldIt")]
    [InlineData("Source Serif 4", 400, false, 8.9, "SourceSerif4SmText-Regular")]
    [InlineData("Source Serif 4", 400, true, 8, "SourceSerif4SmText-It")]
    [InlineData("Source Serif 4", 600, true, 8, "SourceSerif4SmText-BoldIt")]
    [InlineData("Source Serif 4", 400, false, 9, "SourceSerif4-Regular")]
    [InlineData("Source Serif 4", 600, false, 20, "SourceSerif4Display-Semibold")]
    [InlineData("Source Serif 4", 700, false, 24, "SourceSerif4Display-Semibold")]
    [InlineData("Source Serif 4", 700, true, 24, "SourceSerif4-BoldIt")]
    [InlineData("Source Sans 3", 500, false, 24, "SourceSans3-Regular")]
    [InlineData("Source Sans 3", 650, false, 8, "SourceSans3-Bold")]
    [InlineData("serif", 900, false, 10, "SourceSerif4-Bold")]
    [InlineData("Sans-Serif", 100, false, 10, "SourceSans3-Regular")]
    [InlineData("monospace", 700, true, 10, "SourceCodePro-It")]
    [InlineData("No Such Family", 400, false, 10, "SourceSerif4-Regular")]
    public void A_request_gets_the_nearest_face(string family, int weight, bool italic, double size, string expected) =>
        Assert.Equal(expected, Library.FaceFor(new(family, weight, italic, size.Pt, FontFeatures.None, "en")).Name);

    [Fact]
    public void Families_are_known_by_name_and_by_generic_name()
    {
        Assert.True(Library.HasFamily("SOURCE SANS 3"));
        Assert.True(Library.HasFamily("serif"));
        Assert.False(Library.HasFamily("Comic Neue"));
        Assert.Contains("STIX Two Math", Library.Families);
        Assert.Equal("STIXTwoMath-Regular", Library.Fallbacks('∰').First().Name);
    }

    [Fact]
    public void A_face_of_the_book_joins_the_library_and_replaces_its_namesake()
    {
        OpenTypeFace again = OpenTypeFace.Read(Library.Named("SourceSans3-Bold")!.Data, default).Value!;
        FontLibrary more = Library.With([again]);
        Assert.Equal(Library.Faces.Length, more.Faces.Length);
        Assert.Same(again, more.Named("SourceSans3-Bold"));
    }
}
