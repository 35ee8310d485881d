using System.Collections.Immutable;
using BookBuilder.Model.Memories;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Pages;

/// <summary>What was bound before: pages on their sheets.</summary>
/// <param name="keeps">Whether anything is kept.</param>
internal sealed class BindingMemory(bool keeps)
{
    /// <summary>Pages on their sheets.</summary>
    public Remembered<ChapterPage, BoundPage> Bound { get; } = new(keeps);
    /// <summary>The bound pages of a section together.</summary>
    public Remembered<ChapterPages, (PagedSection Section, ImmutableArray<Page> Pages)> Parts { get; } = new(keeps);

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Bound.EndBuild();
        Parts.EndBuild();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Bound.Clear();
        Parts.Clear();
    }
}

/// <summary>A page on its sheet, and what that depends on beside the page.</summary>
/// <param name="Folio">Its folio as it is printed.</param>
/// <param name="Page">The page.</param>
internal sealed record BoundPage(string Folio, Page Page);
