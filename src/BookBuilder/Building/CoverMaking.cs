using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>A cover that is drawn for a book without one while its pages are set. Dispose of it before the faces go: they must not, while it is drawn.</summary>
internal sealed class CoverMaking : IDisposable
{
    private readonly Task<BookCover> _drawn;

    private CoverMaking(Task<BookCover> drawn) => _drawn = drawn;

    /// <summary>Begins to draw it, where the last one does not serve.</summary>
    /// <param name="book">The book.</param>
    /// <param name="fonts">Its faces.</param>
    /// <param name="memory">What the last build left.</param>
    /// <param name="stop">Cancels what has not begun.</param>
    public static CoverMaking Begin(ResolvedBook book, BookFonts fonts, BuildMemory memory, CancellationToken stop) =>
        new(Task.Run(() => memory.MadeCover.Recall((book.Metadata, book.Design, fonts), static from => BookCover.Make(from.Metadata, from.Design, from.Fonts)), stop));

    /// <summary>The cover, once it is drawn.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it was begun.</exception>
    public BookCover Cover => _drawn.GetAwaiter().GetResult();

    /// <summary>Waits for it. What went wrong is told to whoever asks for the cover.</summary>
    public void Dispose() => Task.WaitAny(_drawn);
}
