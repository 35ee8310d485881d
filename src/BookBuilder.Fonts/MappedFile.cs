using System.Buffers;

namespace BookBuilder.Fonts;

/// <summary>A file inside an assembly, where the system has mapped it: nothing is copied, and only what is looked at is ever read.</summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    // It is kept because it keeps the assembly.
    private readonly UnmanagedMemoryStream _stream;
    private readonly byte* _start;
    private readonly int _length;

    /// <param name="stream">The file, from its beginning.</param>
    public MappedFile(UnmanagedMemoryStream stream)
    {
        _stream = stream;
        _start = stream.PositionPointer;
        _length = checked((int)stream.Length);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)_length, nameof(elementIndex));
        return new MemoryHandle(_start + elementIndex, pinnable: this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
        // It never moves.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The memory is the assembly's.
    }
}
