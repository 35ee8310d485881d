using System.Security.Cryptography;
using BookBuilder.Files;

namespace BookBuilder.Building;

/// <summary>A folder of entries, each a file of its own: the hash of what it holds, then what it holds.</summary>
/// <remarks>An entry is written under another name and then moved to its place, so that nobody reads a part of one. Whatever the disk refuses is left: then there is no entry. A user may
/// name any folder: what is not an entry by its name is nobody's here, and is neither counted nor removed.</remarks>
/// <param name="root">The folder.</param>
/// <param name="mostBytes">How large its entries may grow together.</param>
internal sealed class StoreFolder(string root, long mostBytes)
{
    /// <summary>When it has grown too large, so much of what it may hold is left in it.</summary>
    private const double LeftInIt = 0.75;

    /// <summary>It is looked through again after so large a part of what it may hold was written.</summary>
    private const int LooksApart = 32;

    /// <summary>Two digits of a name make 256 folders, so that none holds too many files.</summary>
    private const int FolderDigits = 2;

    /// <summary>An entry counts as used today when it was used since: its time is not set at every use.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromHours(20);

    /// <summary>What is still being written after so long was left by a build that was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    private volatile bool _isRefused;
    private long _written = -1;

    /// <summary>What was put under a name; null when there is nothing, or it is damaged.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        string path = PathOf(name);
        ReadOnlyMemory<byte>? found = Refusable<ReadOnlyMemory<byte>?>(() => File.Exists(path) ? Whole(File.ReadAllBytes(path)) : null, null);
        if (found is not null) Refusable(() => MarkUsed(path), false);
        return found;
    }

    /// <summary>Puts something under a name.</summary>
    public void Put(string name, ReadOnlySpan<byte> made)
    {
        if (_isRefused) return;
        string path = PathOf(name), draft = $"{path}.{Path.GetRandomFileName()}{FolderOutputs.UnfinishedEnding}";
        // A folder that was never looked through, counts as one that has grown.
        Interlocked.CompareExchange(ref _written, mostBytes, -1);
        Interlocked.Add(ref _written, made.Length);
        try
        {
            // Books are nobody else's business.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(root);
            else Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (FileStream file = new(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(SHA256.HashData(made));
                file.Write(made);
            }
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // A full disk or a folder that belongs to somebody else: it would refuse the next entry, too.
            _isRefused = true;
            Refusable(() => Removed(new FileInfo(draft)), false);
        }
    }

    /// <summary>Takes away what was not used for longest, when there is too much, and what killed builds have left.</summary>
    public void MakeRoom()
    {
        if (Interlocked.Read(ref _written) < mostBytes / LooksApart) return;
        Interlocked.Exchange(ref _written, 0);
        Refusable(() => Removed(TooMany([.. Entries()])), false);
    }

    /// <summary>How many bytes its entries take.</summary>
    public long Size() => Refusable(() => Entries().Sum(static e => e.Length), 0);

    private IEnumerable<FileInfo> TooMany(List<FileInfo> entries)
    {
        DateTime abandoned = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        long size = entries.Sum(static e => e.Length);
        bool hasGrown = size > mostBytes;
        foreach (FileInfo entry in entries.OrderBy(static e => e.LastWriteTimeUtc).ThenBy(static e => e.Name, StringComparer.Ordinal))
        {
            bool isLeft = IsUnfinished(entry) && entry.LastWriteTimeUtc < abandoned;
            if (!isLeft && (!hasGrown || size <= mostBytes * LeftInIt)) continue;
            size -= entry.Length;
            yield return entry;
        }
    }

    private IEnumerable<FileInfo> Entries() => !Directory.Exists(root) ? [] : new DirectoryInfo(root).EnumerateDirectories("*", Plain)
        .Where(static folder => IsHex(folder.Name, FolderDigits))
        .SelectMany(static folder => folder.EnumerateFiles("*", Plain))
        .Where(static file => IsHex(file.Name.Split('.')[0], 2 * SHA256.HashSizeInBytes - FolderDigits) && (!file.Name.Contains('.', StringComparison.Ordinal) || IsUnfinished(file)));

    private static bool IsUnfinished(FileInfo file) => file.Name.EndsWith(FolderOutputs.UnfinishedEnding, StringComparison.Ordinal);

    private static bool IsHex(string name, int length) => name.Length == length && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name) => Path.Combine(root, name[..FolderDigits], name[FolderDigits..]);

    private static ReadOnlyMemory<byte>? Whole(byte[] entry)
    {
        if (entry.Length < SHA256.HashSizeInBytes) return null;
        ReadOnlyMemory<byte> held = entry.AsMemory(SHA256.HashSizeInBytes);
        return SHA256.HashData(held.Span).AsSpan().SequenceEqual(entry.AsSpan(0, SHA256.HashSizeInBytes)) ? held : null;
    }

    private static bool MarkUsed(string path)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (now - File.GetLastWriteTimeUtc(path) > Recently) File.SetLastWriteTimeUtc(path, now);
        return true;
    }

    private static bool Removed(FileInfo entry)
    {
        if (entry.Exists) entry.Delete();
        return true;
    }

    // Another process may take one away at the same time, or hold it open.
    private static bool Removed(IEnumerable<FileInfo> entries) => entries.Count(static entry => Refusable(() => Removed(entry), false)) > 0;

    /// <summary>What a step makes; another thing when the disk refuses it.</summary>
    private static T Refusable<T>(Func<T> step, T otherwise)
    {
        try
        {
            return step();
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return otherwise;
        }
    }

    private static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException or System.Security.SecurityException;
}
