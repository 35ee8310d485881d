using System.Buffers.Binary;

namespace BookBuilder.Fonts.OpenType;

/// <summary>Thrown inside this room when a font file says something impossible; it never leaves <see cref="OpenTypeFace.Read"/>.</summary>
internal sealed class BrokenFontException(string what) : Exception(what);

/// <summary>Reads the big-endian numbers of a table. Beyond its end there is nothing to read, and that is said.</summary>
internal readonly struct FontReader(ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public byte Byte(int at) => Slice(at, 1)[0];
    public ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));
    public short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(Slice(at, 2));
    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));
    public int Int32(int at) => BinaryPrimitives.ReadInt32BigEndian(Slice(at, 4));

    /// <summary>A 32-bit offset or length, as long as it can be one in memory.</summary>
    public int Offset32(int at) => UInt32(at) is uint value and <= int.MaxValue
        ? (int)value
        : throw new BrokenFontException("an offset points beyond the file");

    public ReadOnlySpan<byte> Slice(int at, int length) => Part(at, length).Span;

    public FontReader From(int at) => new(Part(at, data.Length - at));

    public ReadOnlyMemory<byte> Part(int at, int length)
    {
        if (at < 0 || length < 0 || at > data.Length - length)
            throw new BrokenFontException("a table ends too early");
        return data.Slice(at, length);
    }
}
