using System.Collections.Concurrent;
using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Design;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting.Blocks;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Hyphenation;
using BookBuilder.Typesetting.Pages;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting;

/// <summary>What one composing of a book leaves for the next: sections whose chapters are the very same are not set again, nor pages bound again that stand where they stood.</summary>
/// <remarks>It relies on what <see cref="ResolutionMemory"/> promises of a chapter that comes again. Another design, language or picture empties it. It serves one composing at a time;
/// the shapers in it live as long as their faces.</remarks>
/// <param name="keeps">Whether anything is kept; false when no other composing will follow.</param>
public sealed class CompositionMemory(bool keeps = true)
{
    private readonly ConcurrentBag<WordTools> _words = [];
    private BookDesign? _design;
    private BookTerms? _terms;
    private Pictures? _pictures;
    private BookMetadata? _metadata;
    private BlockStyles? _styles;
    private HyphenationPatterns? _patterns;
    private CompositionShelf? _shelf;
    private Func<IShaper>? _newShaper;

    /// <summary>The style sheet.</summary>
    internal BlockStyles Styles => _styles ?? throw new InvalidOperationException("Nothing was begun.");
    /// <summary>Sections in pages, by their first chapters.</summary>
    internal Remembered<ResolvedChapter, SetRun> Runs { get; } = new(keeps);
    /// <summary>Sections as other processes set them; null when there are none, or none could be told from another.</summary>
    internal SectionShelf? Shelf { get; private set; }
    /// <summary>Whether sections keep what they were made of, for an account of them.</summary>
    internal bool KeepsMaking { get; init; }
    /// <summary>For those who bind pages.</summary>
    internal BindingMemory Binding { get; } = new(keeps);
    /// <summary>Chapters with the numbers of pages that they name.</summary>
    public ReferenceMemory References { get; } = new(keeps);

    /// <summary>Begins a composing: what was set otherwise, or with other pictures, is forgotten.</summary>
    internal void Begin(ResolvedBook book, Pictures pictures, Func<IShaper> newShaper)
    {
        bool sameLook = ReferenceEquals(_design, book.Design) && ReferenceEquals(_terms, book.Terms) && _metadata?.Language == book.Metadata.Language;
        // Running heads name the book.
        if (!ReferenceEquals(_metadata, book.Metadata)) Binding.Bound.Clear();
        if (!sameLook)
        {
            _patterns = new(book.Design.Hyphenation);
            // Shapers live as long as their faces, whatever the design: only what divides words is another.
            WordTools[] known = [.. _words];
            _words.Clear();
            foreach (WordTools words in known) _words.Add(new(words.Shaper, new(_patterns)));
            _styles = BlockStyles.Of(book.Design, book.Metadata.Language);
        }
        if (!sameLook || !Has(pictures))
        {
            Runs.Clear();
            Binding.Clear();
        }
        (_design, _terms, _pictures, _metadata, _newShaper) = (book.Design, book.Terms, pictures, book.Metadata, newShaper);
        Shelf = _shelf is null ? null : new(_shelf, new FrameThings(_shelf.Faces, pictures));
    }

    /// <summary>Says what other processes left, for the next composing; null when nothing is taken from them.</summary>
    public void Use(CompositionShelf? shelf)
    {
        _shelf = shelf;
        References.Shelf = shelf?.Place;
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild()
    {
        Runs.EndBuild();
        Binding.EndBuild();
        References.EndBuild();
    }

    /// <summary>Tools that nobody works with, or new ones.</summary>
    internal WordTools TakeWords() => _words.TryTake(out WordTools? words) ? words : new(_newShaper!(), new(_patterns!));

    /// <summary>Gives tools back.</summary>
    internal void Return(WordTools words)
    {
        if (keeps) _words.Add(words);
    }

    // Pictures that have come along since are in no section that was set before.
    private bool Has(Pictures pictures) => _pictures is not null
        && (ReferenceEquals(_pictures, pictures) || _pictures.ByPath.All(known => ReferenceEquals(pictures[known.Key], known.Value)));
}

/// <summary>What other processes left for composing, and the names of what it depends on beside the chapters, which have names of their own.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Look">The name of design, language, patterns of hyphenation, faces, and of the program itself.</param>
/// <param name="Pictures">The names of the pictures that a chapter shows, by its key.</param>
/// <param name="Faces">The faces of the book.</param>
public sealed record CompositionShelf(IShelf Place, ContentKey Look, IReadOnlyDictionary<string, ContentKey> Pictures, FontLibrary Faces);

/// <summary>A section as it was set: on a right-hand or a left-hand page, with one folio or another in its lists.</summary>
/// <param name="chapters">What it was set of.</param>
internal sealed class SetRun(ImmutableArray<ResolvedChapter> chapters)
{
    private readonly Lock _lock = new();
    private ImmutableArray<(PageSide First, ImmutableArray<string> Folios, ChapterPages Pages)> _forms = [];

    /// <summary>Whether it was set of the very same chapters.</summary>
    public bool IsOf(ChapterRun run) => chapters.Length == run.Chapters.Length && chapters.Zip(run.Chapters).All(static pair => ReferenceEquals(pair.First, pair.Second));

    /// <summary>The pages that were made for a side and with these folios; null when there are none.</summary>
    public ChapterPages? Form(PageSide first, ImmutableArray<string> folios)
    {
        foreach (var form in _forms)
            if (form.First == first && form.Folios.AsSpan().SequenceEqual(folios.AsSpan())) return form.Pages;
        return null;
    }

    /// <summary>Keeps pages: of each side the ones without folios and the last ones with some.</summary>
    public ChapterPages Keep(PageSide first, ImmutableArray<string> folios, ChapterPages pages)
    {
        lock (_lock) _forms = [.. _forms.Where(f => f.First != first || f.Folios.IsEmpty != folios.IsEmpty), (first, folios, pages)];
        return pages;
    }
}
