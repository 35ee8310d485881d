using System.Buffers.Binary;
using System.Text;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>What the rules ask of an embedded TrueType or OpenType program: its widths, and which glyphs have outlines.</summary>
internal sealed class FontProgram
{
    private readonly byte[] _data;
    private readonly Dictionary<string, int> _tables = [];
    private readonly int _widths, _locations;

    /// <summary>Reads a program; null when it is none.</summary>
    public static FontProgram? Read(byte[] data)
    {
        try { return new FontProgram(data); }
        catch (Exception broken) when (broken is ArgumentException or KeyNotFoundException) { return null; }
    }

    private FontProgram(byte[] data)
    {
        _data = data;
        for (int i = 0; i < U16(4); i++) _tables[Encoding.ASCII.GetString(data, 12 + i * 16, 4)] = (int)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(12 + i * 16 + 8));
        UnitsPerEm = U16(_tables["head"] + 18);
        GlyphCount = U16(_tables["maxp"] + 4);
        _widths = U16(_tables["hhea"] + 34);
        _locations = U16(_tables["head"] + 50);
    }

    public int UnitsPerEm { get; }
    public int GlyphCount { get; }

    /// <summary>A glyph's width in thousandths of the em.</summary>
    public double WidthOf(int glyph) => U16(_tables["hmtx"] + 4 * Math.Min(glyph, _widths - 1)) * 1000.0 / UnitsPerEm;

    /// <summary>Whether a glyph has an outline; true for PostScript outlines, which are not looked into.</summary>
    public bool HasOutline(int glyph)
    {
        if (!_tables.TryGetValue("loca", out int loca)) return true;
        return _locations == 0 ? U16(loca + 2 * glyph) != U16(loca + 2 * glyph + 2)
            : BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(loca + 4 * glyph)) != BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(loca + 4 * glyph + 4));
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));
}
