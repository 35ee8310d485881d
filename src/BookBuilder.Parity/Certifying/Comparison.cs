using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Certifying;

/// <summary>Holds what was read from a file against what the book says.</summary>
internal static class Comparison
{
    // How much of a text is quoted about the first letter that differs.
    private const int Before = 30, After = 60;

    /// <summary>All differences of a section, passages first; none when they agree.</summary>
    public static IEnumerable<Difference> Between(string output, SectionReading expected, SectionReading found)
    {
        foreach (PassageKind kind in Enum.GetValues<PassageKind>())
        foreach (Difference difference in Between(output, expected.Key, kind, [.. expected.Of(kind)], [.. found.Of(kind)]))
            yield return difference;
        if (expected.Text != found.Text) yield return OfText(output, expected, found);
    }

    // What agrees at both ends is left out; what is left stands against each other.
    private static IEnumerable<Difference> Between(string output, string section, PassageKind kind, ImmutableArray<Passage> expected, ImmutableArray<Passage> found)
    {
        int start = 0, end = 0, shorter = Math.Min(expected.Length, found.Length);
        while (start < shorter && IsSame(expected[start], found[start])) start++;
        while (end < shorter - start && IsSame(expected[^(end + 1)], found[^(end + 1)])) end++;
        ImmutableArray<Passage> missing = expected[start..^end], surplus = found[start..^end];
        for (int i = 0; i < Math.Max(missing.Length, surplus.Length); i++)
        {
            Passage? said = i < missing.Length ? missing[i] : null, read = i < surplus.Length ? surplus[i] : null;
            if (said is null || read is null || !IsSame(said, read)) yield return OfPassages(output, section, kind, said, read);
        }
    }

    private static bool IsSame(Passage left, Passage right) => left.Text == right.Text && left.Target == right.Target;

    private static Difference OfPassages(string output, string section, PassageKind kind, Passage? said, Passage? read)
    {
        string expected = Words(said), found = Words(read);
        int at = expected.AsSpan().CommonPrefixLength(found);
        return new(output, section, kind, Quote(expected, at), Quote(found, at), said?.Place ?? SourceSpan.None);
    }

    private static string Words(Passage? passage) => passage is null ? "" : passage.Target.Length == 0 ? passage.Text : $"{passage.Text} \u2192 {passage.Target}";

    private static Difference OfText(string output, SectionReading expected, SectionReading found)
    {
        int at = expected.Text.AsSpan().CommonPrefixLength(found.Text);
        return new(output, expected.Key, null, Quote(expected.Text, at), Quote(found.Text, at), expected.PlaceOf(at));
    }

    private static string Quote(string text, int at)
    {
        int start = Math.Max(0, at - Before), end = Math.Min(text.Length, at + After);
        // A character of two halves is quoted whole.
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return (start > 0 ? "\u2026" : "") + text[start..end] + (end < text.Length ? "\u2026" : "");
    }
}
