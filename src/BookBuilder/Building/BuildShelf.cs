using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;

namespace BookBuilder.Building;

/// <summary>What builds of other processes left, for one build: the names of what this book is made of.</summary>
/// <remarks>A thing's name says how the very same thing could be made again. What is not in the thing is not in its name either: the pictures that a chapter shows are no part of the
/// chapter, though its pages depend on them.</remarks>
/// <param name="store">Where it stands.</param>
/// <param name="foundation">The name of the program, and of how much a book may hold.</param>
/// <param name="manifest">The name of both and of book.yml.</param>
internal sealed class BuildShelf(BuildStore store, ContentKey foundation, ContentKey manifest)
{
    private readonly List<ContentKey> _look = [manifest];

    /// <summary>The shelf itself.</summary>
    public IShelf Place => store.Shelf;

    /// <summary>The name of book.yml.</summary>
    public ContentKey Manifest => manifest;

    /// <summary>The names of the pictures that each chapter shows, by its key.</summary>
    public Dictionary<string, ContentKey> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of how pages look: of book.yml and of the files that were read of those it names.</summary>
    public ContentKey Look => _look.Aggregate(new StoredWriter().Text("look"), static (to, name) => to.Name(name)).Key;

    /// <summary>Opens it for a build; null when the build takes nothing from others.</summary>
    /// <param name="options">How the book is built.</param>
    /// <param name="path">Where book.yml is.</param>
    /// <param name="source">book.yml as it was read.</param>
    public static BuildShelf? For(BuildOptions options, string path, ReadOnlyMemory<byte> source)
    {
        if (options.Store is not { } store || options.Draft || options.Handout is not null || options.Design is not null || !options.Transforms.IsEmpty) return null;
        ContentKey foundation = store.Foundation(options.Limits);
        return new(store, foundation, new StoredWriter().Text("book").Name(foundation).Text(path).Bytes(source.Span).Key);
    }

    /// <summary>Takes in files of which pages are made: patterns, faces. It takes them as they were read: somebody may save them while the book is built.</summary>
    public void AddToLook(NamedFiles read) => _look.AddRange(read.Files.Select(static file =>
        new StoredWriter().Text(file.Path).Text(file.Data is { } data ? ContentKey.Of(data.Span).Hex : null).Key));

    /// <summary>Names a chapter that was read.</summary>
    public void NameRead(Chapter chapter, ChapterFile file) => Place.Name(chapter,
        new StoredWriter().Text("chapter").Name(foundation).Text(file.File.Path).Text(file.Key).Text(file.Language)
            .Number((int)file.Listed.Role).Text(file.Listed.Path).Text(file.Listed.Title).Text(file.Listed.Span.ToString())
            .Name(ContentKey.Of((file.File.Data ?? ReadOnlyMemory<byte>.Empty).Span)).Key);

    /// <summary>Names a chapter whose pictures' paths are settled.</summary>
    /// <param name="read">The chapter as it was read.</param>
    /// <param name="settled">The chapter with its paths.</param>
    public void NameSettled(Chapter read, SettledPaths settled)
    {
        if (Place.NameOf(read) is not { } name) return;
        StoredWriter from = new StoredWriter().Text("settled paths").Name(name).Number(settled.Mentions.Length);
        foreach (PictureMention mention in settled.Mentions) from.Text(mention.Path);
        Place.Name(settled.Chapter, from.Key);
    }

    /// <summary>Names what a chapter shows.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="pictures">The names of the pictures' files, by their paths; one that could not be read is not among them.</param>
    public void NameShown(SettledPaths chapter, IReadOnlyDictionary<string, ContentKey> pictures)
    {
        var from = new StoredWriter();
        foreach (PictureMention mention in chapter.Mentions)
            from.Text(mention.Path).Text(pictures.TryGetValue(mention.Path, out ContentKey picture) ? picture.Hex : null);
        Shown[chapter.Chapter.Key] = from.Key;
    }
}
