using System.Collections.Immutable;
using BookBuilder.Epub.Container;
using BookBuilder.Epub.Content;
using BookBuilder.Graphics;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub;

/// <summary>What one EPUB of a book leaves for the next: the files of chapters that are the very same are not written again, and what is in the container already is not compressed again.</summary>
/// <remarks>It relies on what <see cref="ResolutionMemory"/> promises of a chapter that comes again. It serves one publication at a time.</remarks>
/// <param name="keeps">Whether anything is kept; false when no other publication will follow.</param>
public sealed class EpubMemory(bool keeps = true)
{
    private (BookTerms Terms, BookMetadata Metadata, BookDesign Design, string NoteElement)? _made;
    private ImmutableArray<(string Key, string File)> _files = [];
    private PictureFiles? _pictures;

    /// <summary>The files of chapters.</summary>
    internal Remembered<ResolvedChapter, WrittenDocument> Documents { get; } = new(keeps);
    /// <summary>The words of their headings.</summary>
    internal Remembered<ResolvedChapter, IReadOnlyDictionary<NodeId, ImmutableArray<Inline>>> Titles { get; } = new(keeps);
    /// <summary>The pictures that they show, with what is said of them.</summary>
    internal Remembered<ResolvedChapter, ImmutableArray<(string Path, string Words)>> Shown { get; } = new(keeps);
    /// <summary>The files of all pictures.</summary>
    internal Latest<(Pictures Pictures, ShownPictures Shown), PictureFiles> Pictures { get; } = new(keeps);
    /// <summary>Files as they are in the container.</summary>
    internal PackedFiles Packed { get; } = new(keeps);

    /// <summary>Begins a publication: files that would be called, named or dressed otherwise are forgotten.</summary>
    internal void Begin(BookContent content)
    {
        ResolvedBook book = content.Book;
        ImmutableArray<(string, string)> files = [.. book.Chapters.Where(Places.IsWritten).Select(c => (c.Key, content.Places.FileOf(c)))];
        (BookTerms, BookMetadata, BookDesign, string) now = (book.Terms, book.Metadata, book.Design, content.NoteElement);
        if (_made is not { } before || !ReferenceEquals(before.Terms, now.Item1) || !ReferenceEquals(before.Metadata, now.Item2) || !ReferenceEquals(before.Design, now.Item3)
            || before.NoteElement != now.Item4 || !ReferenceEquals(_pictures, content.Pictures) || !_files.AsSpan().SequenceEqual(files.AsSpan()))
            Documents.Clear();
        (_made, _files, _pictures) = (now, files, content.Pictures);
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Documents.EndBuild();
        Titles.EndBuild();
        Shown.EndBuild();
        Packed.EndBuild();
    }
}

/// <summary>The file of a chapter, and what it depends on beside the chapter.</summary>
/// <param name="Id">Its id in the manifest.</param>
/// <param name="Marks">The pages of print that begin in it.</param>
/// <param name="Page">The file.</param>
internal sealed record WrittenDocument(string Id, ImmutableArray<PageMark> Marks, FinishedPage Page);
