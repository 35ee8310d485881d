using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>A cover that is drawn for a book without one while its pages are set. Dispose of it before the faces go: they must not, while it is drawn.</summary>
internal sealed class CoverMaking : IDisposable
{
    private readonly Task<BookCover> _drawn;

    private CoverMaking(Task<BookCover> drawn) => _drawn = drawn;

    /// <summary>Begins to draw it, where the last one does not serve.</summary>
    public static CoverMaking Begin(ResolvedBook book, BookFonts fonts, BuildMemory memory) =>
        new(Task.Run(() => memory.MadeCover.Recall((book.Metadata, book.Design, fonts), static from => BookCover.Make(from.Metadata, from.Design, from.Fonts))));

    /// <summary>The cover, once it is drawn.</summary>
    public BookCover Cover => _drawn.GetAwaiter().GetResult();

    /// <summary>Waits for it. What went wrong is told to whoever asks for the cover.</summary>
    public void Dispose() => Task.WaitAny(_drawn);
}
