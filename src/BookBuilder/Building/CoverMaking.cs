using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>A cover that is drawn for a book without one while its pages are set. Dispose of it before the faces go: they must not, while it is drawn.</summary>
internal sealed class CoverMaking : IDisposable
{
    /// <summary>How a PNG file begins and ends (ISO 15948, 5.2 and 11.2.4).</summary>
    private static ReadOnlySpan<byte> PngBegins => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];
    private static ReadOnlySpan<byte> PngEnds => [(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    private readonly Task<BookCover> _drawn;

    private CoverMaking(Task<BookCover> drawn) => _drawn = drawn;

    /// <summary>Begins to draw it, where the last one does not serve.</summary>
    /// <param name="book">The book.</param>
    /// <param name="fonts">Its faces.</param>
    /// <param name="memory">What the last build left.</param>
    /// <param name="stop">Cancels what has not begun.</param>
    public static CoverMaking Begin(ResolvedBook book, BookFonts fonts, BuildMemory memory, CancellationToken stop) =>
        new(Task.Run(() => memory.MadeCover.Recall((book.Metadata, book.Design, fonts),
            from => Shelved(memory.Shelf, from.Metadata, () => BookCover.Make(from.Metadata, from.Design, from.Fonts))), stop));

    /// <summary>The cover, once it is drawn.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it was begun.</exception>
    public BookCover Cover => _drawn.GetAwaiter().GetResult();

    /// <summary>The cover as another process drew it; else as it is drawn now, for the next.</summary>
    private static BookCover Shelved(BuildShelf? shelf, BookMetadata metadata, Func<BookCover> draw)
    {
        if (shelf is null) return draw();
        StoredWriter from = new StoredWriter().Text("cover").Name(shelf.Look).Text(metadata.Title).Text(metadata.Subtitle).Number(metadata.Authors.Length);
        foreach (Contributor author in metadata.Authors) from.Text(author.Name).Flag(author.IsOnCover);
        ContentKey name = from.Key;
        if (shelf.Place.Find(name) is { } image && image.Span.StartsWith(PngBegins) && image.Span.EndsWith(PngEnds)) return BookCover.OfMade(image, metadata);
        BookCover cover = draw();
        shelf.Place.Put(name, cover.Image.Span);
        return cover;
    }

    /// <summary>Waits for it. What went wrong is told to whoever asks for the cover.</summary>
    public void Dispose() => Task.WaitAny(_drawn);
}
