using System.Collections.Immutable;
using System.Security.Cryptography;
using BookBuilder.Files;

namespace BookBuilder.Cli.Watching;

/// <summary>What is known of a file, enough to tell whether it says something else than before.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Written">When it was last written, UTC.</param>
/// <param name="Hash">The SHA-256 of its bytes; null when it was not read, and then size and time have to tell.</param>
/// <param name="IsSettled">Whether a later write would bear a later time. Of what has just been written nobody knows: clocks of disks are coarse.</param>
internal sealed record FileStamp(long Length, DateTime Written, string? Hash, bool IsSettled)
{
    /// <summary>Whether both say the same, whenever they were written.</summary>
    public bool Says(FileStamp other) =>
        Length == other.Length && (Hash is null || other.Hash is null ? Written == other.Written : Hash == other.Hash);
}

/// <summary>The files of a folder at one moment.</summary>
/// <param name="Files">Their stamps by their paths, relative to the folder with forward slashes.</param>
internal sealed record FolderSnapshot(ImmutableDictionary<string, FileStamp> Files)
{
    /// <summary>The coarsest clock of a disk in use (FAT) counts in steps of two seconds.</summary>
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(2);

    /// <summary>Larger files are told apart by size and time.</summary>
    private const long LargestRead = 32 << 20;

    /// <summary>What is read in one look. A folder that was named by mistake (a home folder) is not read to its end.</summary>
    private const long MostRead = 256 << 20;

    /// <summary>A folder without files.</summary>
    public static FolderSnapshot Empty { get; } = new(ImmutableDictionary.Create<string, FileStamp>(StringComparer.Ordinal));

    /// <summary>Looks at a folder. Only what seems to be other than before is read.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="isLeftOut">The paths that are nobody's business.</param>
    /// <param name="earlier">The last look.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>Null when the folder is gone; the last look when nothing is other, or when it cannot be looked at just now.</returns>
    public static FolderSnapshot? Take(DiskFiles files, Func<string, bool> isLeftOut, FolderSnapshot earlier, DateTime now)
    {
        try
        {
            if (!Directory.Exists(files.Root)) return null;
            var stamps = Empty.Files.ToBuilder();
            long unread = MostRead;
            foreach (string path in files.List().Where(path => !isLeftOut(path)))
                if (Stamp(files, path, earlier.Files.GetValueOrDefault(path), now, ref unread) is { } stamp)
                    stamps[path] = stamp;
            return stamps.Count == earlier.Files.Count && stamps.All(s => ReferenceEquals(earlier.Files.GetValueOrDefault(s.Key), s.Value)) ? earlier : new(stamps.ToImmutable());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Directory.Exists(files.Root) ? earlier : null;
        }
    }

    /// <summary>What is other in a later look, in the order of the paths.</summary>
    public ImmutableArray<FileChange> ChangesTo(FolderSnapshot later) => ReferenceEquals(Files, later.Files) ? [] :
    [
        .. Files.Keys.Union(later.Files.Keys).Select(path => (Path: path, Before: Files.GetValueOrDefault(path), After: later.Files.GetValueOrDefault(path)))
            .Where(static f => f.Before is null || f.After is null || !f.Before.Says(f.After)).OrderBy(static f => f.Path, NaturalOrder.Instance)
            .Select(static f => new FileChange(f.Path, f.Before is null ? ChangeKind.Added : f.After is null ? ChangeKind.Removed : ChangeKind.Changed)),
    ];

    /// <summary>The same look without some paths.</summary>
    public FolderSnapshot Without(Func<string, bool> isLeftOut) => new(Files.RemoveRange(Files.Keys.Where(isLeftOut)));

    /// <summary>A file's stamp; null when it has just vanished, or is a link that leads nowhere.</summary>
    private static FileStamp? Stamp(DiskFiles files, string path, FileStamp? earlier, DateTime now, ref long unread)
    {
        var file = new FileInfo(Path.Combine(files.Root, path));
        try
        {
            // The attributes come with the times; asking where a link leads, of what is none, would ask the disk twice more for every file.
            if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.LinkTarget is not null) file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (file is not { Exists: true }) return null;
            (long length, DateTime written) = (file.Length, file.LastWriteTimeUtc);
            if (earlier is { IsSettled: true } && (earlier.Length, earlier.Written) == (length, written)) return earlier;
            // It is read after its time was taken: what is written from now on bears another time, or is read once more because it has not settled.
            bool isRead = length <= Math.Min(LargestRead, unread);
            if (isRead) unread -= length;
            string? hash = isRead && files.Read(path, length) is FileFound found ? Convert.ToHexString(SHA256.HashData(found.Data.Span)) : null;
            return new FileStamp(length, written, hash, (now - written).Duration() > Coarse);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return earlier;
        }
    }
}
