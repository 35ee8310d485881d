using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace BookBuilder.Fonts.Unicode;

/// <summary>Characters that are seen mirrored where text runs right to left, and which of them are brackets (UAX #9, BD14 to BD16 and L4).</summary>
public static class Mirroring
{
    private static readonly FrozenDictionary<int, (int Image, char Kind)> Pairs = ReadPairs();

    /// <summary>The code point whose form a character takes right to left; itself when it has no mirror image.</summary>
    public static int Of(int codePoint) => Pairs.TryGetValue(codePoint, out (int Image, char Kind) pair) ? pair.Image : codePoint;

    /// <summary>Whether a code point opens a pair, and the one that closes it.</summary>
    internal static bool Opens(int codePoint, out int closing)
    {
        bool opens = Pairs.TryGetValue(codePoint, out (int Image, char Kind) pair) && pair.Kind == 'o';
        closing = opens ? Canonical(pair.Image) : 0;
        return opens;
    }

    /// <summary>Whether a code point closes a pair, and the one that is compared with what <see cref="Opens"/> gave.</summary>
    internal static bool Closes(int codePoint, out int closing)
    {
        closing = Canonical(codePoint);
        return Pairs.TryGetValue(codePoint, out (int Image, char Kind) pair) && pair.Kind == 'c';
    }

    /// <summary>The two angle brackets of U+2329 are the same characters as those of U+3008.</summary>
    private static int Canonical(int codePoint) => codePoint == 0x232A ? 0x3009 : codePoint;

    private static FrozenDictionary<int, (int, char)> ReadPairs()
    {
        Dictionary<int, (int, char)> pairs = [];
        foreach (string line in Encoding.ASCII.GetString(CharacterTable.ReadBytes("MirroredPairs.txt").AsSpan()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            pairs[Number(parts[0])] = (Number(parts[1]), parts.Length > 2 ? parts[2][0] : ' ');
        }
        return pairs.ToFrozenDictionary();

        static int Number(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
