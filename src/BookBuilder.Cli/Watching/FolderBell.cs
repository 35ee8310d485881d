namespace BookBuilder.Cli.Watching;

/// <summary>Rings when something in a folder may have happened: at once where the system tells, and after a while in any case.</summary>
/// <remarks>Not every disk tells (a network's), not every system has room for one who listens, and what happens too fast is lost: so nobody relies on it.</remarks>
internal sealed class FolderBell : IDisposable
{
    // Not disposed of: the system may ring after the end.
    private readonly SemaphoreSlim _rung = new(0);
    private readonly Lock _lock = new();
    private readonly FileSystemWatcher? _watcher;

    /// <summary>Listens, if the system lets it.</summary>
    /// <param name="folder">The folder; all that is below belongs to it.</param>
    public FolderBell(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 64 << 10,
            };
            _watcher.Changed += (_, _) => Ring();
            _watcher.Created += (_, _) => Ring();
            _watcher.Deleted += (_, _) => Ring();
            _watcher.Renamed += (_, _) => Ring();
            _watcher.Error += (_, _) => Ring();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Whether the system tells.</summary>
    public bool Listens => _watcher is not null;

    /// <summary>Waits for the bell, and no longer than a while; at once when it has rung since the last time.</summary>
    /// <returns>Whether it has rung.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken stop) => _rung.WaitAsync(longest, stop);

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    // However often it rings, it is heard once.
    private void Ring()
    {
        lock (_lock)
            if (_rung.CurrentCount == 0) _rung.Release();
    }
}
