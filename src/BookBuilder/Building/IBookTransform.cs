using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Building;

/// <summary>Changes a book between reading and numbering: adds a chapter, expands a macro, takes a section out. It is the caller's own pass.</summary>
/// <remarks>It sees the book as its author wrote it, without numbers, and gives back another one: the model cannot be changed in place
/// (<see cref="TreeRewriter"/> makes a new tree of an old one). Both outputs and the comparison of the finished files see only what it gives back. A transform may serve
/// several builds at once: it keeps what it needs in local variables.</remarks>
public interface IBookTransform
{
    /// <summary>The book as it is to be from here on, with what is to be said about it.</summary>
    /// <param name="book">The book. The pictures it mentions are read afterwards, so that a transform may bring figures in.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>What it says stands in the report like everything else; an error keeps outputs from being written.</returns>
    Reported<Book> Transform(Book book, CancellationToken stop);
}
