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
public sealed class BuildStore : IShelf
{
    private readonly StoreFolder _folder;
    private readonly ConditionalWeakTable<object, string> _names = [];
    private readonly Lazy<ContentKey> _program = new(ProgramIdentity.Find);

    private BuildStore(StoreFolder folder) => _folder = folder;

    /// <summary>A store in a folder. It is made when something is written; when it cannot be, nothing is kept.</summary>
    /// <param name="folder">The folder; nothing else should be kept in it.</param>
    /// <param name="mostBytes">How large it may grow. Default: 512 MiB.</param>
    public static BuildStore InFolder(string folder, long mostBytes = 512L << 20) => new(new StoreFolder(folder, mostBytes));

    /// <summary>How many bytes a folder holds; 0 when it is not there or cannot be looked into.</summary>
    internal static long SizeOf(string folder) => StoreFolder.SizeOf(folder);

    /// <summary>The name of what everything is made with: the program, and how much a book may hold, which says what is read.</summary>
    internal ContentKey Foundation(BookLimits limits) => new StoredWriter().Text("foundation").Name(_program.Value).Text(limits.ToString()).Key;

    /// <summary>Ends a build: makes room when the folder has grown too large.</summary>
    internal void EndBuild() => _folder.MakeRoom();

    ContentKey? IShelf.NameOf(object thing) => _names.TryGetValue(thing, out string? name) ? new(name) : null;

    void IShelf.Name(object thing, ContentKey name) => _names.AddOrUpdate(thing, name.Hex);

    ReadOnlyMemory<byte>? IShelf.Find(ContentKey name) => _folder.Find(name.Hex);

    void IShelf.Put(ContentKey name, ReadOnlySpan<byte> made) => _folder.Put(name.Hex, made);
}
