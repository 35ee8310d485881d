using System.Buffers;
using System.Runtime.CompilerServices;

namespace BookBuilder.Typesetting.LineBreaking;

/// <summary>A list for the time of one pass, in memory that the next pass has again: paragraphs come by the thousand, and what one is cut and broken
/// with is of no use to the next.</summary>
/// <param name="room">For how many it has room before it must grow.</param>
internal sealed class BorrowedList<T>(int room) : IDisposable where T : struct
{
    private const int LeastRoom = 16;

    /// <summary>More bytes than this are left to the collector: hardly a pass needs as much again, and the pool would hold them for long.</summary>
    private const int MostLent = 1 << 20;

    private T[] _items = ArrayPool<T>.Shared.Rent(room);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them. It stays where it is until another is added.</summary>
    public ref T this[int index] => ref _items.AsSpan(0, Count)[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(LeastRoom, 2 * Count));
            Items.CopyTo(larger);
            GiveBack();
            _items = larger;
        }
        _items[Count++] = item;
    }

    /// <summary>Leaves out all but the first so many.</summary>
    public void KeepFirst(int count) => Count = count;

    /// <summary>Gives the memory back. Nothing of the list may be used any more.</summary>
    public void Dispose()
    {
        GiveBack();
        (_items, Count) = ([], 0);
    }

    // What the next pass does not overwrite would keep alive what it speaks of.
    private void GiveBack()
    {
        if ((long)_items.Length * Unsafe.SizeOf<T>() <= MostLent) ArrayPool<T>.Shared.Return(_items, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
