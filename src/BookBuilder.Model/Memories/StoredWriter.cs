using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BookBuilder.Model.Memories;

/// <summary>Writes values one after the other, so that <see cref="StoredReader"/> reads them again. Each says where it ends: what was written in another way is never the same bytes, so
/// that they may serve as a name, too.</summary>
public sealed class StoredWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>All that was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>The name of all that was written.</summary>
    public ContentKey Key => ContentKey.Of(Written);

    /// <summary>A byte.</summary>
    public StoredWriter Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
        return this;
    }

    /// <summary>Yes or no.</summary>
    public StoredWriter Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>A whole number: small ones, of either sign, take few bytes.</summary>
    public StoredWriter Number(long value)
    {
        ulong rest = (ulong)(value << 1 ^ value >> 63);
        Span<byte> room = _bytes.GetSpan(10);
        int length = 0;
        for (; rest > 127; rest >>= 7) room[length++] = (byte)(rest | 128);
        room[length++] = (byte)rest;
        _bytes.Advance(length);
        return this;
    }

    /// <summary>A number with all its digits.</summary>
    public StoredWriter Real(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
        return this;
    }

    /// <summary>A text, UTF-16 unit by unit: it need not be well-formed. Null is not the empty one.</summary>
    public StoredWriter Text(string? value)
    {
        if (value is null) return Number(-1);
        Number(value.Length);
        _bytes.Write(MemoryMarshal.AsBytes(value.AsSpan()));
        return this;
    }

    /// <summary>A text that comes again and again.</summary>
    public StoredWriter Word(string value)
    {
        if (_known.TryGetValue(value, out int place)) return Number(place);
        Number(_known.Count);
        _known.Add(value, _known.Count);
        return Text(value);
    }

    /// <summary>Bytes.</summary>
    public StoredWriter Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>A name.</summary>
    public StoredWriter Name(ContentKey value) => Text(value.Hex);
}
