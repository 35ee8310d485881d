using System.Buffers.Binary;
using System.Text;

namespace BookBuilder.Parity.Pdf;

/// <summary>What the two-byte codes of a font stand for, as its ToUnicode map says (ISO 32000-1, 9.10.3). Of the map's forms the one entry a code is read;
/// what a map says otherwise counts as not said.</summary>
internal sealed class CharacterMap
{
    private const string Unknown = "\uFFFD";
    private readonly Dictionary<int, string> _texts = [];

    /// <summary>Reads a map.</summary>
    /// <param name="data">The stream's data; empty for a font without one.</param>
    public CharacterMap(ReadOnlySpan<byte> data)
    {
        ContentScanner scanner = new(data);
        while (scanner.Read())
            if (scanner.Operator.SequenceEqual("endbfchar"u8))
                for (int i = 0; i + 1 < scanner.Operands.Count; i += 2)
                    if (scanner.Bytes(scanner.Operands[i]) is [byte high, byte low])
                        _texts[high << 8 | low] = Encoding.BigEndianUnicode.GetString(scanner.Bytes(scanner.Operands[i + 1]));
    }

    /// <summary>Adds what a string of codes stands for; a code of which nothing is said adds U+FFFD.</summary>
    public void Append(StringBuilder text, ReadOnlySpan<byte> codes)
    {
        for (int i = 0; i + 1 < codes.Length; i += 2)
            text.Append(_texts.GetValueOrDefault(BinaryPrimitives.ReadUInt16BigEndian(codes[i..]), Unknown));
    }
}
