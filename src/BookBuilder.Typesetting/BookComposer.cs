using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting;

/// <summary>Sets a resolved book in pages.</summary>
public static class BookComposer
{
    /// <summary>Composes the whole book.</summary>
    /// <param name="book">The book, every number settled.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="newShaper">Makes a shaper; called once for each chapter composed at the same time.</param>
    /// <param name="progress">Told the number of pages finished so far; null when nobody listens.</param>
    /// <param name="stop">Cancels.</param>
    public static Reported<PagedBook> Compose(ResolvedBook book, Pictures pictures, Func<IShaper> newShaper,
        IProgress<int>? progress, CancellationToken stop) => throw new NotImplementedException();
}
