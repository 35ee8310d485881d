using System.Runtime.CompilerServices;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>What builds leave in a folder for those of other processes, so that a book that was built before costs what has changed in it and not the whole.</summary>
/// <remarks>
/// Every entry is called by all that it was made of (the program among it) and says by its hash whether it is whole: what is old is never asked for, what is damaged counts as missing, and
/// nothing in it is ever needed. Builds of several books, at the same time and in several processes, may share a folder. The oldest entries go when it has grown too large.
/// It is not asked by drafts, handouts, and builds whose options hold a design or passes of the caller's, of which nobody can say what they depend on.
/// </remarks>
public sealed class BuildStore
{
    private readonly StoreFolder _folder;
    private readonly Lazy<ContentKey> _program = new(ProgramIdentity.Find);

    private BuildStore(StoreFolder folder) => (_folder, Shelf) = (folder, new StoreShelf(folder));

    /// <summary>A store in a folder. It is made when something is written; when it cannot be, nothing is kept. Whoever can write there can write into the books that are built with it.</summary>
    /// <param name="folder">The folder; a relative one counts from the current folder of now.</param>
    /// <param name="mostBytes">How large it may grow. Default: 512 MiB.</param>
    /// <exception cref="ArgumentException">The folder is no path.</exception>
    public static BuildStore InFolder(string folder, long mostBytes = 512L << 20) => new(new StoreFolder(Path.GetFullPath(folder), mostBytes));

    /// <summary>What the passes see of it.</summary>
    internal IShelf Shelf { get; }

    /// <summary>How many bytes it holds.</summary>
    internal long Size() => _folder.Size();

    /// <summary>The name of what everything is made with: the program, and how much a book may hold, which says what is read.</summary>
    internal ContentKey Foundation(BookLimits limits) => new StoredWriter().Text("foundation").Name(_program.Value).Text(limits.ToString()).Key;

    /// <summary>Ends a build: makes room when the folder has grown too large.</summary>
    internal void EndBuild() => _folder.MakeRoom();

    private sealed class StoreShelf(StoreFolder folder) : IShelf
    {
        private readonly ConditionalWeakTable<object, string> _names = [];

        public ContentKey? NameOf(object thing) => _names.TryGetValue(thing, out string? name) ? new(name) : null;

        public void Name(object thing, ContentKey name) => _names.AddOrUpdate(thing, name.Hex);

        public ReadOnlyMemory<byte>? Find(ContentKey name) => folder.Find(name.Hex);

        public void Put(ContentKey name, ReadOnlySpan<byte> made) => folder.Put(name.Hex, made);
    }
}
