using System.Text;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Fonts;

/// <summary>Says which characters a glyph stands for, so that text can be copied, searched and read aloud (ISO 32000-1, 9.10.3).</summary>
internal static class ToUnicodeMap
{
    // A section holds at most a hundred entries (Adobe Technical Note 5014, CMap and CIDFont Files Specification).
    private const int EntriesInASection = 100;

    /// <summary>Writes the CMap.</summary>
    /// <param name="glyphs">Glyphs with their texts; a ligature's has several characters.</param>
    public static byte[] Write(IReadOnlyList<KeyValuePair<ushort, string>> glyphs)
    {
        Syntax map = new Syntax().Raw("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """u8);
        for (int start = 0; start < glyphs.Count; start += EntriesInASection)
        {
            int end = Math.Min(start + EntriesInASection, glyphs.Count);
            map.Number(end - start).Operator("beginbfchar"u8);
            for (int i = start; i < end; i++)
            {
                (ushort glyph, string text) = glyphs[i];
                map.HexString([(byte)(glyph >> 8), (byte)glyph]).Byte((byte)' ').HexString(Encoding.BigEndianUnicode.GetBytes(text)).Byte((byte)'\n');
            }
            map.Operator("endbfchar"u8);
        }
        return map.Raw("""
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """u8).Written.ToArray();
    }
}
