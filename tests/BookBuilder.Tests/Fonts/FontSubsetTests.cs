using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Subsetting;

namespace BookBuilder.Tests.Fonts;

public sealed class FontSubsetTests
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();
    private static readonly OpenTypeFace Serif = Library.Named("SourceSerif4-Regular")!;

    private static ushort[] GlyphsOf(OpenTypeFace face, string text) => [.. text.Select(c => face.GlyphOf(c))];

    [Fact]
    public void A_subset_is_small_and_keeps_numbers_widths_and_shapes()
    {
        FontSubset subset = Serif.Subset(GlyphsOf(Serif, "Harbour é→"));
        Assert.InRange(subset.Data.Length, 500, Serif.Data.Length / 20);
        OpenTypeFace again = OpenTypeFace.Read(subset.Data, default).Value!;
        Assert.All("Harbour é→", c =>
        {
            ushort glyph = Serif.GlyphOf(c);
            Assert.Equal(glyph, again.GlyphOf(c));
            Assert.Equal(Serif.AdvanceOf(glyph), again.AdvanceOf(glyph));
            Assert.Equal(Serif.BoundsOf(glyph), again.BoundsOf(glyph));
        });
        Assert.Equal(0, again.GlyphOf('z'));
        Assert.Null(again.BoundsOf(Serif.GlyphOf('z')));
        Assert.Equal(Serif.BoundsOf(0), again.BoundsOf(0));
        Assert.Equal((Serif.Ascender, Serif.CapHeight, Serif.UnitsPerEm), (again.Ascender, again.CapHeight, again.UnitsPerEm));
    }

    [Fact]
    public void The_parts_of_a_composite_glyph_come_with_it()
    {
        FontSubset subset = Serif.Subset(GlyphsOf(Serif, "é"));
        OpenTypeFace again = OpenTypeFace.Read(subset.Data, default).Value!;
        Assert.Equal(Serif.BoundsOf(Serif.GlyphOf('é')), again.BoundsOf(Serif.GlyphOf('é')));
        byte[] alone = [.. subset.Data.Span];
        Assert.True(alone.Length > Serif.Subset([]).Data.Length + 100);
    }

    [Fact]
    public void The_same_glyphs_give_the_same_bytes_and_tag_in_any_order()
    {
        FontSubset one = Serif.Subset([40, 2, 23]), other = Serif.Subset([23, 2, 40, 40, 0]);
        Assert.Equal(one.Data.ToArray(), other.Data.ToArray());
        Assert.Equal(one.Tag, other.Tag);
        Assert.Matches("^[A-Z]{6}$", one.Tag);
    }

    [Fact]
    public void Another_face_or_another_glyph_gives_another_tag()
    {
        string[] tags = [Serif.Subset([2]).Tag, Serif.Subset([3]).Tag, Serif.Subset([2, 3]).Tag, Library.Named("SourceSerif4-Bold")!.Subset([2]).Tag];
        Assert.Equal(4, tags.Distinct().Count());
    }

    [Fact]
    public void Numbers_the_face_does_not_have_are_ignored() =>
        Assert.Equal(Serif.Subset([2]).Data.ToArray(), Serif.Subset([2, 60_000]).Data.ToArray());

    [Fact]
    public void Every_default_face_can_be_subset() => Assert.All(Library.Faces, face =>
    {
        FontSubset subset = face.Subset(GlyphsOf(face, "Hx1"));
        Assert.NotEqual("", subset.Tag);
        Assert.Equal(face.BoundsOf(face.GlyphOf('x')), OpenTypeFace.Read(subset.Data, default).Value!.BoundsOf(face.GlyphOf('x')));
    });
}
