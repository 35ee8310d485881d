using System.IO.Enumeration;

namespace BookBuilder.Files;

/// <summary>A book's files in a folder on disk.</summary>
/// <remarks>Symbolic links are followed as long as they stay below the root. Where the root itself leads is looked at once: it is the caller's, and no link of a book's.</remarks>
public sealed class DiskFiles : IBookFiles
{
    /// <summary>More files than a book has; a folder that was named by mistake (a home folder) is not walked to its end.</summary>
    private const int MostFiles = 50_000;

    private readonly string _root;
    private readonly string _realRoot;

    /// <summary>A book in this folder, which exists.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public DiskFiles(string folder)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(_root)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        _realRoot = RealPath.Of(_root) ?? _root;
    }

    /// <summary>The folder's full path.</summary>
    public string Root => _root;

    /// <inheritdoc/>
    public string Name => Path.GetFileName(_root) is { Length: > 0 } name ? name : "book";

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 16,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        List<string> files = [];
        var entries = new FileSystemEnumerable<string>(_root, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || LeadsOnward(entry.ToFullPath()),
        };
        foreach (string file in entries)
        {
            files.Add(Path.GetRelativePath(_root, file).Replace(Path.DirectorySeparatorChar, '/'));
            if (files.Count == MostFiles) break;
        }
        files.Sort(NaturalOrder.Instance);
        return files;
    }

    /// <inheritdoc/>
    public FileRead Read(string path, long limit)
    {
        string full = Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            string? real = Real(full);
            if (real is null) return new FileMissing();
            if (!IsBelowRoot(real)) return new FileOutside();
            var entry = new FileInfo(real);
            if (entry.Attributes == RealPath.Missing) return new FileMissing();
            if (entry.Attributes.HasFlag(FileAttributes.Directory)) return new FileUnreadable("it is a folder");
            if (!HasExactNames(path)) return new FileMissing();
            // What is no file but is found like one (a pipe, a device) has no length, and opening it could wait for ever.
            if (entry.Length == 0) return new FileFound(ReadOnlyMemory<byte>.Empty);
            using var stream = new FileStream(real, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > limit) return new FileTooLarge(stream.Length);
            byte[] data = new byte[stream.Length];
            stream.ReadExactly(data);
            return new FileFound(data);
        }
        catch (UnauthorizedAccessException)
        {
            return new FileUnreadable("access is denied");
        }
        catch (IOException exception)
        {
            return new FileUnreadable(exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>The full path of a folder below the root, which need not exist; null when a symbolic link leads it out.</summary>
    /// <param name="path">The folder, normalized.</param>
    public string? FolderBelow(string path)
    {
        string full = Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
        string there = full;
        while (!Directory.Exists(there) && there.Length > _root.Length) there = Path.GetDirectoryName(there)!;
        return RealPath.Of(there) is string real && (real == _realRoot || IsBelowRoot(real)) ? full : null;
    }

    /// <summary>Whether a link to a folder leads to one below the root in which it does not stand itself: what is outside is nobody's business, and a circle has no end.
    /// Links behind a link are not followed, or two folders full of links to each other would be walked without end.</summary>
    private bool LeadsOnward(string link) =>
        RealPath.Of(link) is string real && IsBelowRoot(real) && RealPath.Of(Path.GetDirectoryName(link)!) is string holder
        && holder[_realRoot.Length..] == Path.GetDirectoryName(link)![_root.Length..]
        && !(holder + Path.DirectorySeparatorChar).StartsWith(real + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where a path leads; null when nothing is there.</summary>
    private string? Real(string path)
    {
        string full = Path.GetFullPath(path);
        // A root without links is not followed again for every file: a book has hundreds, and each step asks the disk four times.
        return _realRoot == _root && IsBelowRoot(full) ? RealPath.Below(_root, full) : RealPath.Of(full);
    }

    private bool IsBelowRoot(string real) =>
        real.StartsWith(Path.EndsInDirectorySeparator(_realRoot) ? _realRoot : _realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>On file systems that do not tell case apart, a wrong case is a wrong name all the same.</summary>
    private bool HasExactNames(string path)
    {
        if (OperatingSystem.IsLinux()) return true;
        string folder = _root;
        foreach (string part in path.Split('/'))
        {
            if (!Directory.EnumerateFileSystemEntries(folder, part).Any(e => Path.GetFileName(e) == part)) return false;
            folder = Path.Combine(folder, part);
        }
        return true;
    }
}

/// <summary>Where a path leads once every symbolic link on it is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>What the attributes of nothing are.</summary>
    public const FileAttributes Missing = (FileAttributes)(-1);

    /// <summary>The path without links; null when something on it does not exist or the links run in a circle.</summary>
    public static string? Of(string path)
    {
        int links = 0;
        return Follow(Path.GetFullPath(path), ref links);
    }

    /// <summary>The same for a path below a folder that has no links on its own.</summary>
    public static string? Below(string root, string path)
    {
        for (int end = root.Length; end < path.Length;)
        {
            end = path.IndexOf(Path.DirectorySeparatorChar, end + 1) is >= 0 and int next ? next : path.Length;
            FileAttributes attributes;
            try
            {
                attributes = new FileInfo(path[..end]).Attributes;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Of(path);                                  // a name that is too long, a folder that nobody may look into
            }
            if (attributes == Missing) return null;
            if (attributes.HasFlag(FileAttributes.ReparsePoint)) return Of(path);
        }
        return path;
    }

    private static string? Follow(string path, ref int links)
    {
        string? parent = Path.GetDirectoryName(path);
        if (parent is null) return path;
        parent = Follow(parent, ref links);
        if (parent is null) return null;
        string here = Path.Combine(parent, Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        if (entry.LinkTarget is not string target) return entry.Exists ? here : null;
        return ++links > MostLinks ? null : Follow(Path.GetFullPath(target, parent), ref links);
    }
}
