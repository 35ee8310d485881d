namespace BookBuilder.Fonts.OpenType;

/// <summary>The numbers of a face that concern all its glyphs.</summary>
internal sealed record FaceMeasures
{
    public required int UnitsPerEm { get; init; }
    public required int Weight { get; init; }
    public required bool IsItalic { get; init; }
    public required int Ascender { get; init; }
    public required int Descender { get; init; }
    public required int LineGap { get; init; }
    public required int XHeight { get; init; }
    public required int CapHeight { get; init; }
    public required int UnderlinePosition { get; init; }
    public required int UnderlineThickness { get; init; }
    public required double ItalicAngle { get; init; }
    public required bool IsFixedPitch { get; init; }
    public required GlyphBox BoundingBox { get; init; }
    public required EmbeddingPermission Embedding { get; init; }
    public required bool ForbidsSubsetting { get; init; }

    /// <summary>A regular face's stems are about 88 units of 1000 thick, a bold one's about 166.</summary>
    public int StemV => 50 + Weight * Weight / (65 * 65);

    public static FaceMeasures Read(SfntDirectory tables, Func<int, GlyphBox?> boxOf)
    {
        FontReader head = tables.Required("head"), hhea = tables.Required("hhea");
        // Both tables may be missing in old Macintosh fonts; then the outlines answer for them.
        FontReader os2 = tables.Optional("OS/2") is { Length: >= 78 } found ? found : new FontReader(new byte[78]);
        FontReader post = tables.Optional("post") is { Length: >= 32 } given ? given : new FontReader(new byte[32]);
        int upem = head.UInt16(18);
        if (upem is < 16 or > 16384) throw new BrokenFontException($"its em of {upem} units is impossible");
        GlyphBox box = new(head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42));

        int selection = os2.UInt16(62), style = head.UInt16(44), permission = os2.UInt16(8);
        bool typographic = (selection & 0x80) != 0;
        int ascender = typographic ? os2.Int16(68) : hhea.Int16(4);
        int descender = typographic ? os2.Int16(70) : hhea.Int16(6);
        if (ascender == 0 && descender == 0) (ascender, descender) = (box.MaxY, box.MinY);
        bool hasHeights = os2.UInt16(0) >= 2 && os2.Length >= 90;
        int thickness = post.Int16(10);

        return new FaceMeasures
        {
            UnitsPerEm = upem,
            Weight = os2.UInt16(4) is ushort weight and >= 1 and <= 1000 ? weight : (style & 1) != 0 ? 700 : 400,
            IsItalic = (selection & 0x201) != 0 || (style & 2) != 0,
            Ascender = ascender,
            Descender = System.Math.Abs(descender),
            LineGap = typographic ? os2.Int16(72) : hhea.Int16(8),
            XHeight = (hasHeights ? os2.Int16(86) : 0) is int x and > 0 ? x : boxOf('x')?.MaxY ?? upem / 2,
            CapHeight = (hasHeights ? os2.Int16(88) : 0) is int cap and > 0 ? cap : boxOf('H')?.MaxY ?? upem * 7 / 10,
            UnderlinePosition = post.Int16(8) is short position and not 0 ? position : -upem / 10,
            UnderlineThickness = thickness > 0 ? thickness : upem / 20,
            ItalicAngle = post.Int32(4) / 65536.0,
            IsFixedPitch = post.UInt32(12) != 0,
            BoundingBox = box,
            Embedding = (permission & 0xF) switch
            {
                // When a maker sets several bits, the most generous one holds.
                0 => EmbeddingPermission.Installable,
                int bits when (bits & 8) != 0 => EmbeddingPermission.Editable,
                int bits when (bits & 4) != 0 => EmbeddingPermission.PreviewAndPrint,
                _ => EmbeddingPermission.Restricted,
            },
            ForbidsSubsetting = (permission & 0x100) != 0,
        };
    }
}
