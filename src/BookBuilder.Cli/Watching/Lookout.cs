using System.Collections.Immutable;

namespace BookBuilder.Cli.Watching;

/// <summary>Waits until the files of a folder are other than before, and whoever saves them is done.</summary>
/// <remarks>What is true is seen by looking alone. Whatever tells that something may have happened only wakes it, so an event that is lost, doubled or wrong
/// costs time and nothing else. Editors write a file in several steps: only when two looks with a rest between them see the same is it over.</remarks>
/// <param name="seen">What is known already.</param>
/// <param name="look">Looks, and is given the last look; null when the folder is gone.</param>
/// <param name="wake">Ends when it is time to look again.</param>
/// <param name="rest">Ends after the time for which nothing may happen.</param>
internal sealed class Lookout(FolderSnapshot seen, Func<FolderSnapshot, FolderSnapshot?> look, Func<CancellationToken, Task> wake, Func<CancellationToken, Task> rest)
{
    /// <summary>So many rests something that is written without end (a log) can keep others from being seen, and a folder that is gone may come back.</summary>
    internal const int MostRests = 20;

    private FolderSnapshot _seen = seen;

    /// <summary>What is other than when it was asked the last time; what happened in the meantime is seen at once.</summary>
    /// <returns>Empty when the folder is gone.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ImmutableArray<FileChange>> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            if (await Quiet(stop) is not { } now) return [];
            ImmutableArray<FileChange> changes = _seen.ChangesTo(now);
            _seen = now;
            if (!changes.IsEmpty) return changes;
            await wake(stop);
        }
    }

    /// <summary>From now on some paths are nobody's business, and that they are no longer seen is no news.</summary>
    public void LeaveOut(Func<string, bool> isLeftOut) => _seen = _seen.Without(isLeftOut);

    private async Task<FolderSnapshot?> Quiet(CancellationToken stop)
    {
        FolderSnapshot? last = _seen;
        for (int rests = 0; rests < MostRests; rests++)
        {
            stop.ThrowIfCancellationRequested();
            FolderSnapshot? now = look(last ?? _seen);
            if (now is not null && last?.ChangesTo(now) is { IsEmpty: true }) return now;
            last = now;
            await rest(stop);
        }
        return last;
    }
}
