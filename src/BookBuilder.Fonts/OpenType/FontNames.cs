using System.Text;

namespace BookBuilder.Fonts.OpenType;

/// <summary>The names a font gives itself.</summary>
/// <param name="Family">The typographic family, all its weights together: "Source Serif 4".</param>
/// <param name="PostScript">The name of this one face: "SourceSerif4-Semibold".</param>
/// <param name="Licence">What it says of its licence, else the address where that stands; null when it says nothing.</param>
/// <remarks>OpenType 1.9, "name — Naming Table".</remarks>
internal sealed record FontNames(string Family, string PostScript, string? Licence)
{
    private const int FamilyId = 1, PostScriptId = 6, LicenceId = 13, LicenceAddressId = 14, TypographicFamilyId = 16;

    public static FontNames Read(FontReader name)
    {
        int strings = name.UInt16(4);
        string? family = Find(name, strings, TypographicFamilyId) ?? Find(name, strings, FamilyId);
        string? postScript = Find(name, strings, PostScriptId);
        if (family is null && postScript is null) throw new BrokenFontException("it has no name");
        return new FontNames(family ?? postScript!, CleanPostScript(postScript ?? family!),
            Find(name, strings, LicenceId) ?? Find(name, strings, LicenceAddressId));
    }

    /// <summary>The English Windows name, else a Unicode one, else the Macintosh one.</summary>
    private static string? Find(FontReader name, int strings, int id)
    {
        string? best = null;
        int bestRank = 0, count = name.UInt16(2);
        for (int i = 0; i < count; i++)
        {
            int record = 6 + 12 * i;
            if (name.UInt16(record + 6) != id) continue;
            int rank = (name.UInt16(record), name.UInt16(record + 4)) switch { (3, 0x409) => 4, (3, _) => 3, (0, _) => 2, (1, 0) => 1, _ => 0 };
            if (rank <= bestRank) continue;
            ReadOnlySpan<byte> bytes = name.Slice(strings + name.UInt16(record + 10), name.UInt16(record + 8));
            string value = (rank == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(bytes).Trim();
            if (value.Length > 0) (best, bestRank) = (value, rank);
        }
        return best;
    }

    /// <summary>Only what the specification allows in a PostScript name: printable ASCII but no space and none of []{}()&lt;&gt;/%.</summary>
    private static string CleanPostScript(string name)
    {
        string clean = string.Concat(name.Where(c => c is > ' ' and < '\x7F' && !"[](){}<>/%".Contains(c)));
        return clean.Length == 0 ? "Unnamed" : clean[..Math.Min(63, clean.Length)];
    }
}
