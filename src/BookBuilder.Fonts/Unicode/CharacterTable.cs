using System.Collections.Immutable;

namespace BookBuilder.Fonts.Unicode;

/// <summary>A property of all code points, one byte each, in blocks of 256 of which equal ones are kept once.</summary>
/// <remarks>Made by Data/make-tables.py, which says how the file is laid out.</remarks>
internal sealed class CharacterTable
{
    private const int Blocks = 0x1100;
    private readonly byte[] _bytes;

    private CharacterTable(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads a table that travels inside this assembly.</summary>
    public static CharacterTable Read(string name) => new([.. ReadBytes(name)]);

    /// <summary>The bytes of a file that travels inside this assembly.</summary>
    public static ImmutableArray<byte> ReadBytes(string name)
    {
        using Stream stream = typeof(CharacterTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing in the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return [.. bytes];
    }

    /// <summary>The value of a code point.</summary>
    public byte this[int codePoint] => _bytes[Blocks + (_bytes[codePoint >> 8] << 8) + (codePoint & 0xFF)];

    /// <summary>The code point that begins at a place, and how many units it takes; half a surrogate pair stands for itself.</summary>
    public static int CodePointAt(ReadOnlySpan<char> text, int at, out int units)
    {
        units = 1;
        char c = text[at];
        if (!char.IsHighSurrogate(c) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return c;
        units = 2;
        return char.ConvertToUtf32(c, text[at + 1]);
    }
}
