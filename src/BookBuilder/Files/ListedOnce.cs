namespace BookBuilder.Files;

/// <summary>A book's files, listed once: a build that misses a thousand pictures asks a thousand times which names are like theirs.</summary>
internal sealed class ListedOnce(IBookFiles files) : IBookFiles
{
    private readonly Lazy<IReadOnlyList<string>> _list = new(files.List);

    /// <inheritdoc/>
    public string Name => files.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => _list.Value;

    /// <inheritdoc/>
    public FileRead Read(string path, long limit) => files.Read(path, limit);
}
