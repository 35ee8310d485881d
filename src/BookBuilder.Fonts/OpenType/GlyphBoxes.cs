namespace BookBuilder.Fonts.OpenType;

/// <summary>The boxes TrueType outlines keep in their headers.</summary>
/// <remarks>OpenType 1.9, "loca — Index to Location" and "glyf — Glyph Data".</remarks>
internal sealed class GlyphBoxes
{
    private readonly FontReader _places, _outlines;
    private readonly bool _long;
    private readonly int _count;

    public GlyphBoxes(FontReader places, FontReader outlines, bool longPlaces, int count)
    {
        if (places.Length < (count + 1) * (longPlaces ? 4 : 2)) throw new BrokenFontException("its list of outlines is too short");
        (_places, _outlines, _long, _count) = (places, outlines, longPlaces, count);
    }

    /// <summary>Null for a glyph without ink, and for one whose outline is not where the font says it is.</summary>
    public GlyphBox? Of(int glyph)
    {
        if (glyph >= _count) return null;
        long at = Place(glyph);
        if (Place(glyph + 1) <= at || at + 10 > _outlines.Length) return null;
        int start = (int)at;
        return new GlyphBox(_outlines.Int16(start + 2), _outlines.Int16(start + 4), _outlines.Int16(start + 6), _outlines.Int16(start + 8));
    }

    private long Place(int glyph) => _long ? _places.UInt32(4 * glyph) : 2L * _places.UInt16(2 * glyph);
}
