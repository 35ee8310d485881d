using System.Collections.Frozen;
using System.Text;

namespace BookBuilder.Fonts.OpenType;

/// <summary>The features by which a face exchanges glyphs: "smcp", "onum".</summary>
/// <remarks>OpenType 1.9, GSUB, the feature list. A list that cannot be read names none: the face still draws its letters.</remarks>
internal static class FeatureTags
{
    /// <summary>The tags of a GSUB table; none without one.</summary>
    public static FrozenSet<string> Read(FontReader? substitution)
    {
        HashSet<string> tags = [];
        if (substitution is not FontReader table || table.Length < 8) return tags.ToFrozenSet();
        int list = table.UInt16(6);
        if (list == 0 || list + 2 > table.Length) return tags.ToFrozenSet();
        int count = Math.Min(table.UInt16(list), (table.Length - list - 2) / 6);
        for (int i = 0; i < count; i++) tags.Add(Encoding.Latin1.GetString(table.Slice(list + 2 + 6 * i, 4)));
        return tags.ToFrozenSet(StringComparer.Ordinal);
    }
}
