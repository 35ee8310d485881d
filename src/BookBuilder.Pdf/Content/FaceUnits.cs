using BookBuilder.Fonts.OpenType;

namespace BookBuilder.Pdf.Content;

/// <summary>Font units to the thousandths of the em that PDF counts in (ISO 32000-1, 9.2.4).</summary>
internal static class FaceUnits
{
    /// <summary>The decimals a width is written with; exact for an em of 1000 units, and to a millionth of the em for others.</summary>
    public const int Decimals = 3;

    /// <summary>The width of a glyph, exactly as the file says it.</summary>
    public static double WidthOf(OpenTypeFace face, ushort glyph) => Thousandths(face, face.AdvanceOf(glyph)) / 1000.0;

    /// <summary>A distance in font units, in thousandths of a thousandth of the em.</summary>
    public static long Thousandths(OpenTypeFace face, int units)
    {
        double exact = units * 1_000_000.0 / face.UnitsPerEm;
        long whole = (long)exact;
        return whole == exact ? whole : (long)Math.Round(exact, MidpointRounding.AwayFromZero);
    }
}
