using System.Security.Cryptography;

namespace BookBuilder.Building;

/// <summary>A folder of entries, each a file of its own: the hash of what it holds, then what it holds.</summary>
/// <remarks>An entry is written under another name and then moved to its place, so that nobody reads a part of one. Whatever the disk refuses is left: then there is no entry.</remarks>
/// <param name="root">The folder.</param>
/// <param name="mostBytes">How large it may grow.</param>
internal sealed class StoreFolder(string root, long mostBytes)
{
    /// <summary>How entries end that are being written.</summary>
    public const string UnfinishedEnding = ".unfinished";

    /// <summary>When it has grown too large, so much of what it may hold is left in it.</summary>
    private const double LeftInIt = 0.75;

    /// <summary>An entry counts as used today when it was used since: its time is not set at every use.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromHours(20);

    private volatile bool _isRefused, _hasGrown;

    /// <summary>What was put under a name; null when there is nothing, or it is damaged.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        string path = PathOf(name);
        try
        {
            if (!File.Exists(path)) return null;
            byte[] entry = File.ReadAllBytes(path);
            if (entry.Length < SHA256.HashSizeInBytes) return null;
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(entry.AsSpan(hash.Length), hash);
            if (!hash.SequenceEqual(entry.AsSpan(0, hash.Length))) return null;
            MarkUsed(path);
            return entry.AsMemory(hash.Length);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return null;
        }
    }

    /// <summary>Puts something under a name.</summary>
    public void Put(string name, ReadOnlySpan<byte> made)
    {
        if (_isRefused) return;
        string path = PathOf(name);
        try
        {
            // Books are nobody else's business.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(root);
            else Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string draft = $"{path}.{Path.GetRandomFileName()}{UnfinishedEnding}";
            using (FileStream file = new(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(SHA256.HashData(made));
                file.Write(made);
            }
            File.Move(draft, path, overwrite: true);
            _hasGrown = true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // A full disk or a folder that belongs to somebody else: it would refuse the next entry, too.
            _isRefused = true;
        }
    }

    /// <summary>Takes away what was not used for longest, when there is too much; drafts of builds that were killed among it.</summary>
    public void MakeRoom()
    {
        if (!_hasGrown) return;
        _hasGrown = false;
        try
        {
            List<FileInfo> entries = [.. new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories)];
            long size = entries.Sum(static e => e.Length);
            if (size <= mostBytes) return;
            foreach (FileInfo entry in entries.OrderBy(static e => e.LastWriteTimeUtc).ThenBy(static e => e.Name, StringComparer.Ordinal))
            {
                if (size <= mostBytes * LeftInIt) break;
                size -= entry.Length;
                entry.Delete();
            }
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Another process makes room at the same time, or holds a file open: the next build looks again.
        }
    }

    /// <summary>How many bytes a folder holds; 0 when it is not there or cannot be looked into.</summary>
    public static long SizeOf(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static f => f.Length) : 0;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return 0;
        }
    }

    // Two digits make 256 folders, so that none holds too many files.
    private string PathOf(string name) => Path.Combine(root, name[..2], name[2..]);

    private static void MarkUsed(string path)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (now - File.GetLastWriteTimeUtc(path) > Recently) File.SetLastWriteTimeUtc(path, now);
    }

    private static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException or System.Security.SecurityException;
}
