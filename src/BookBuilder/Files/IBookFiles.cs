namespace BookBuilder.Files;

/// <summary>The files a book is made of: the only way in. Two kinds: a folder on disk, and memory.</summary>
/// <remarks>A path is relative to the book's root and has forward slashes; see <see cref="BookPath"/>. Everything stays below the root.
/// Names are compared exactly, on every machine, so that a book that builds here builds everywhere.</remarks>
public interface IBookFiles
{
    /// <summary>The name of the root: a folder's name, without its path. It becomes the title of a book that has none.</summary>
    string Name { get; }

    /// <summary>All files below the root, in the order of <see cref="NaturalOrder"/>. Hidden files and folders are not among them.</summary>
    IReadOnlyList<string> List();

    /// <summary>Reads a file whole. Never throws for what an author may do wrong. The bytes it gives are never changed afterwards.</summary>
    /// <param name="path">The file, normalized.</param>
    /// <param name="limit">The most bytes it may have.</param>
    FileRead Read(string path, long limit);
}

/// <summary>What came of reading a file. A closed set.</summary>
public abstract record FileRead
{
    private protected FileRead() { }
}

/// <summary>The file's bytes.</summary>
public sealed record FileFound(ReadOnlyMemory<byte> Data) : FileRead;

/// <summary>There is no file of that name; names that differ only in case are other names.</summary>
public sealed record FileMissing : FileRead;

/// <summary>The path, or a symbolic link on it, leads out of the book's root.</summary>
public sealed record FileOutside : FileRead;

/// <summary>The file has more bytes than are read.</summary>
public sealed record FileTooLarge(long Size) : FileRead;

/// <summary>The file is there but could not be read.</summary>
/// <param name="Reason">What the system said, one clause.</param>
public sealed record FileUnreadable(string Reason) : FileRead;
