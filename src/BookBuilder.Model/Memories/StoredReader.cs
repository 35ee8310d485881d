using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BookBuilder.Model.Memories;

/// <summary>Reads what <see cref="StoredWriter"/> wrote, in the same order.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> when what is there is not what is asked for.</remarks>
/// <param name="data">What was written.</param>
public sealed class StoredReader(ReadOnlyMemory<byte> data)
{
    private readonly List<string> _known = [];
    private int _at;

    /// <summary>A byte.</summary>
    public byte Byte() => Next(1)[0];

    /// <summary>Yes or no.</summary>
    public bool Flag() => Byte() switch { 0 => false, 1 => true, _ => throw Malformed() };

    /// <summary>A whole number.</summary>
    public long Number()
    {
        ReadOnlySpan<byte> all = data.Span;
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if (_at >= all.Length) throw Malformed();
            byte part = all[_at++];
            value |= (ulong)(part & 127) << shift;
            if (part < 128) return (long)(value >> 1) ^ -(long)(value & 1);
        }
        throw Malformed();
    }

    /// <summary>A whole number that fits in 32 bits.</summary>
    public int Small() => Number() is >= int.MinValue and <= int.MaxValue and long value ? (int)value : throw Malformed();

    /// <summary>How many of something follow, each of which takes a byte at least.</summary>
    public int Count() => Small() is >= 0 and int count && count <= data.Length - _at ? count : throw Malformed();

    /// <summary>A number with all its digits.</summary>
    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Next(8));

    /// <summary>A text; null where none was written.</summary>
    public string? OptionalText()
    {
        int length = Small();
        return length < 0 ? null : length == 0 ? "" : new string(MemoryMarshal.Cast<byte, char>(Next(2L * length)));
    }

    /// <summary>A text.</summary>
    public string Text() => OptionalText() ?? throw Malformed();

    /// <summary>A text that comes again and again: one string for all its places.</summary>
    public string Word()
    {
        int place = Small();
        if (place >= 0 && place < _known.Count) return _known[place];
        if (place != _known.Count) throw Malformed();
        _known.Add(Text());
        return _known[^1];
    }

    /// <summary>Bytes.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        int length = Count(), start = _at;
        _at += length;
        return data.Slice(start, length);
    }

    /// <summary>Says that what was read makes no sense.</summary>
    public static InvalidDataException Malformed() => new("What was stored is not what was written.");

    /// <summary>Makes sure that nothing is left.</summary>
    public void End()
    {
        if (_at != data.Length) throw Malformed();
    }

    private ReadOnlySpan<byte> Next(long length)
    {
        if (length > data.Length - _at) throw Malformed();
        int start = _at;
        _at += (int)length;
        return data.Span.Slice(start, (int)length);
    }
}
