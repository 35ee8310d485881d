using BookBuilder.Fonts.OpenType;
using BookBuilder.Pdf.Content;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Fonts;

/// <summary>The widths of the glyphs shown (ISO 32000-1, 9.7.4.3): runs of neighbours, and the commonest width once for all others.</summary>
internal static class GlyphWidths
{
    /// <summary>Writes the entries DW and W of a CIDFont.</summary>
    /// <param name="to">Its dictionary.</param>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">The glyphs shown, ascending.</param>
    public static void Write(Syntax to, OpenTypeFace face, IEnumerable<ushort> glyphs)
    {
        (ushort Glyph, long Width)[] widths = [.. glyphs.Select(glyph => (glyph, FaceUnits.Thousandths(face, face.AdvanceOf(glyph))))];
        if (widths.Length == 0) return;
        // DW is an integer: a reader that finds a fraction there takes 1000.
        long usual = widths.GroupBy(entry => entry.Width).Where(group => group.Key % 1000 == 0)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.Key ?? 1_000_000;
        to.Name("DW").Thousandths(usual).Name("W").OpenArray();
        int last = -2;
        foreach ((ushort glyph, long width) in widths)
        {
            if (width == usual) continue;
            if (glyph != last + 1)
            {
                if (last >= 0) to.CloseArray();
                to.Number(glyph).OpenArray();
            }
            to.Thousandths(width);
            last = glyph;
        }
        if (last >= 0) to.CloseArray();
        to.CloseArray();
    }
}
