namespace BookBuilder.Fonts.OpenType;

/// <summary>Which glyph stands for a code point: the best Unicode part of a cmap table (formats 4 and 12).</summary>
/// <remarks>OpenType 1.9, "cmap — Character to Glyph Index Mapping Table".</remarks>
internal sealed class CharacterMap
{
    private readonly record struct Group(int First, int Last, int FirstGlyph);

    private readonly Group[] _groups;

    /// <summary>The glyphs of the first code points, which are asked for all the time.</summary>
    private readonly ushort[] _first = new ushort[0x250];

    private CharacterMap(Group[] groups)
    {
        _groups = groups;
        foreach (Group group in groups)
            for (int c = group.First; c <= group.Last && c < _first.Length; c++) _first[c] = (ushort)(group.FirstGlyph + c - group.First);
    }

    public ushort GlyphOf(int codePoint)
    {
        if ((uint)codePoint < (uint)_first.Length) return _first[codePoint];
        int low = 0, high = _groups.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Group group = _groups[middle];
            if (codePoint < group.First) high = middle - 1;
            else if (codePoint > group.Last) low = middle + 1;
            else return (ushort)(group.FirstGlyph + codePoint - group.First);
        }
        return 0;
    }

    /// <summary>Every code point with a glyph, ascending.</summary>
    public IEnumerable<int> CodePoints()
    {
        foreach (Group group in _groups)
            for (int c = group.First; c <= group.Last; c++)
                yield return c;
    }

    public static CharacterMap Read(FontReader cmap, int glyphCount)
    {
        int best = -1, bestRank = 0;
        int count = cmap.UInt16(2);
        for (int i = 0; i < count; i++)
        {
            int record = 4 + 8 * i, offset = cmap.Offset32(record + 4);
            int rank = Rank(cmap.UInt16(record), cmap.UInt16(record + 2), cmap.UInt16(offset));
            if (rank > bestRank) (best, bestRank) = (offset, rank);
        }
        if (best < 0) throw new BrokenFontException("it has no Unicode character map of format 4 or 12");
        FontReader part = cmap.From(best);
        List<Group> groups = part.UInt16(0) == 12 ? Format12(part, glyphCount) : Format4(part, glyphCount);
        return new CharacterMap([.. groups]);
    }

    /// <summary>The wider map first; a Windows symbol map (3,0) only when there is nothing else.</summary>
    private static int Rank(int platform, int encoding, int format) => (platform, encoding, format) switch
    {
        (3, 10, 12) => 5,
        (0, _, 12) => 4,
        (3, 1, 4) => 3,
        (0, not 5, 4) => 2,
        (3, 0, 4) => 1,
        _ => 0,
    };

    private static List<Group> Format12(FontReader part, int glyphCount)
    {
        List<Group> groups = [];
        int count = part.Offset32(12), previous = -1;
        for (int i = 0; i < count; i++)
        {
            int at = 16 + 12 * i;
            int first = part.Offset32(at), last = part.Offset32(at + 4), glyph = part.Offset32(at + 8);
            if (first <= previous || last < first || last > 0x10FFFF)
                throw new BrokenFontException("its character map is out of order");
            previous = last;
            last = (int)Math.Min(last, first + (long)glyphCount - 1 - glyph);
            if (last >= first) groups.Add(new(first, last, glyph));
        }
        return groups;
    }

    private static List<Group> Format4(FontReader part, int glyphCount)
    {
        List<Group> groups = [];
        int doubled = part.UInt16(6);
        int ends = 14, starts = ends + doubled + 2, deltas = starts + doubled, offsets = deltas + doubled;
        int previous = -1;
        for (int i = 0; i < doubled; i += 2)
        {
            int end = part.UInt16(ends + i), start = part.UInt16(starts + i);
            int delta = part.UInt16(deltas + i), offset = part.UInt16(offsets + i);
            if (start <= previous || end < start) throw new BrokenFontException("its character map is out of order");
            previous = end;
            for (int c = start; c <= end && c < 0xFFFF; c++)
            {
                int glyph = offset == 0 ? c : part.UInt16(offsets + i + offset + 2 * (c - start));
                if (offset != 0 && glyph == 0) continue;
                Add(groups, c, (glyph + delta) & 0xFFFF, glyphCount);
            }
        }
        return groups;
    }

    private static void Add(List<Group> groups, int codePoint, int glyph, int glyphCount)
    {
        if (glyph == 0 || glyph >= glyphCount) return;
        if (groups is [.., Group last] && last.Last + 1 == codePoint && last.FirstGlyph + codePoint - last.First == glyph)
            groups[^1] = last with { Last = codePoint };
        else
            groups.Add(new(codePoint, codePoint, glyph));
    }
}
