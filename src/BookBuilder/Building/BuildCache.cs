namespace BookBuilder.Building;

/// <summary>What one build of a book leaves for the next, so that an edit costs what it changed and not the whole book.</summary>
/// <remarks>Its owner gives it to one build after another (<see cref="BuildOptions.Cache"/>); the outputs are the same to the byte with and without it. Builds at the
/// same time may share one: the first takes what it holds, the others begin anew, and what the last of them to finish leaves stays. A build that was cancelled, or that was more than the limits allow, leaves nothing. It holds the faces
/// it has read and every word it has shaped, so it is disposed of at the end.</remarks>
public sealed class BuildCache : IDisposable
{
    private BuildMemory? _memory;
    private volatile bool _isDisposed;

    /// <summary>What the last build left, for one build alone.</summary>
    internal BuildMemory Take(BuildOptions options)
    {
        BuildMemory? memory = Interlocked.Exchange(ref _memory, null);
        if (memory is not null && memory.Serves(options)) return memory;
        memory?.Dispose();
        return new BuildMemory(options, keeps: true);
    }

    /// <summary>Leaves something for the next build.</summary>
    internal void Leave(BuildMemory memory)
    {
        Interlocked.Exchange(ref _memory, memory)?.Dispose();
        if (_isDisposed) Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _memory, null)?.Dispose();
    }
}
