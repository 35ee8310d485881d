using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Design;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>What one resolution of a book leaves for the next: the chapters that are as they were, and refer to what is as it was, are the very same chapters again.</summary>
/// <remarks>Who gets the same <see cref="ResolvedChapter"/> twice may rely on it that its numbers and anchors, and the anchors of all it refers to, are the same as well.
/// A chapter that lists the sources of the notes is made anew each time. It serves one resolution at a time.</remarks>
/// <param name="keeps">Whether anything is kept; false when no other resolution will follow.</param>
public sealed class ResolutionMemory(bool keeps = true)
{
    private BookPlan? _plan;
    private string _language = "";
    private BookTerms? _terms;

    /// <summary>Where names stand of what is made; null for nowhere.</summary>
    internal IShelf? Shelf { get; private set; }
    /// <summary>The name of plan and language.</summary>
    internal ContentKey Plan { get; private set; }

    /// <summary>The numbering of chapters.</summary>
    internal Remembered<Chapter, ChapterNumbers> Numbered { get; } = new(keeps);

    /// <summary>Settled chapters.</summary>
    internal Remembered<NumberedChapter, SettledChapter> Settled { get; } = new(keeps);

    /// <summary>The generated sections, by their keys, with what they were made of.</summary>
    internal Dictionary<string, GeneratedSection> Generated { get; } = [];

    /// <summary>Says where names stand: chapters that have one there give names to what is made of them.</summary>
    /// <param name="shelf">Where; null for nowhere.</param>
    /// <param name="plan">The name of what says how things are numbered and in which language.</param>
    public void Use(IShelf? shelf, ContentKey plan) => (Shelf, Plan) = (shelf, plan);

    /// <summary>Begins a resolution: what was made for another plan or in another language is forgotten.</summary>
    /// <returns>The words of the book's language.</returns>
    internal BookTerms Begin(Book book)
    {
        if (_terms is not null && ReferenceEquals(_plan, book.Plan) && _language == book.Metadata.Language) return _terms;
        Numbered.Clear();
        Settled.Clear();
        Generated.Clear();
        (_plan, _language) = (book.Plan, book.Metadata.Language);
        return _terms = BookTerms.For(book.Metadata.Language).With(book.Plan.Labels);
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Numbered.EndBuild();
        Settled.EndBuild();
    }
}

/// <summary>A chapter without open references, and what was found out while they were settled.</summary>
internal sealed record SettledChapter(ResolvedChapter Chapter)
{
    /// <summary>Whether a reference names the page of its target.</summary>
    public required bool RefersToPages { get; init; }
    /// <summary>The blocks that list the sources of the notes.</summary>
    public required ImmutableArray<NodeId> SourceLists { get; init; }
    /// <summary>What is wrong with it.</summary>
    public required ImmutableArray<Diagnostic> Said { get; init; }
    /// <summary>The anchors of its nodes.</summary>
    public required ImmutableArray<string> Anchors { get; init; }
    /// <summary>What its references asked the book, and the answers; null when something was said of them, and the next build has to say it again.</summary>
    public required ImmutableArray<LabelQuestion>? Asked { get; init; }
    /// <summary>Its headings in the tree of headings.</summary>
    public required ImmutableArray<OutlineEntry> Outline { get; init; }
    /// <summary>The words of its headings as the contents print them.</summary>
    public required ImmutableArray<(NodeId Heading, ImmutableArray<Inline> Words)> Headings { get; init; }
    /// <summary>Its figures in the list of figures.</summary>
    public required ImmutableArray<ContentsEntry> Figures { get; init; }
    /// <summary>Its tables in the list of tables.</summary>
    public required ImmutableArray<ContentsEntry> Tables { get; init; }
}
