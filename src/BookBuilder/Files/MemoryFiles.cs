using System.Text;

namespace BookBuilder.Files;

/// <summary>A book's files in memory.</summary>
public sealed class MemoryFiles : IBookFiles
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files = new(NaturalOrder.Instance);

    /// <summary>A book of these files.</summary>
    /// <param name="name">The name of the root.</param>
    /// <param name="files">Paths and bytes.</param>
    /// <exception cref="ArgumentException">A path is absolute, leads out of the root, or stands twice.</exception>
    public MemoryFiles(string name, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        Name = name;
        foreach ((string path, ReadOnlyMemory<byte> data) in files)
            if (!_files.TryAdd(BookPath.Normalize(path) ?? throw new ArgumentException($"'{path}' leads out of the book.", nameof(files)), data))
                throw new ArgumentException($"'{path}' stands twice.", nameof(files));
    }

    /// <summary>A book of these texts.</summary>
    public static MemoryFiles FromTexts(string name, IEnumerable<KeyValuePair<string, string>> files) =>
        new(name, files.Select(f => KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value))));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. _files.Keys];

    /// <inheritdoc/>
    public FileRead Read(string path, long limit) =>
        !_files.TryGetValue(path, out ReadOnlyMemory<byte> data) ? new FileMissing()
        : data.Length > limit ? new FileTooLarge(data.Length)
        : new FileFound(data);
}
