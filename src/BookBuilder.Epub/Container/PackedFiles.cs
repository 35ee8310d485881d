using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BookBuilder.Model.Memories;

namespace BookBuilder.Epub.Container;

/// <summary>Files that were compressed before: the very same bytes, or equal ones, are not compressed again.</summary>
/// <param name="keeps">Whether anything is kept.</param>
internal sealed class PackedFiles(bool keeps)
{
    private readonly Remembered<object, PackedFile> _same = new(keeps);
    private readonly Remembered<string, PackedFile> _equal = new(keeps, StringComparer.Ordinal);

    /// <summary>A file as it is in the container.</summary>
    public PackedFile Of(ReadOnlyMemory<byte> data)
    {
        if (!keeps || Owner(data) is not { } owner) return PackedFile.Of(data);
        if (_same.TryRecall(owner, out PackedFile packed)) return packed;
        packed = _equal.Recall(Convert.ToBase64String(SHA256.HashData(data.Span)), _ => PackedFile.Of(data));
        _same.Keep(owner, packed);
        return packed;
    }

    /// <summary>What holds these bytes and no others; null when they are a part of something.</summary>
    private static object? Owner(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out ArraySegment<byte> whole) ? whole.Array is { } bytes && whole.Count == bytes.Length ? bytes : null
        : MemoryMarshal.TryGetMemoryManager(data, out MemoryManager<byte>? owner) && owner.Memory.Length == data.Length ? owner : null;

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        _same.EndBuild();
        _equal.EndBuild();
    }
}
