using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>Puts the printed pages' numbers into the references that name them.</summary>
public static class PageReferences
{
    /// <summary>The book with "page 12" in every reference that asks for it and whose target's page is known.</summary>
    /// <param name="book">The book.</param>
    /// <param name="folios">The page labels of targets.</param>
    public static ResolvedBook Fill(ResolvedBook book, IReadOnlyDictionary<NodeId, string> folios) => Fill(book, folios, new(keeps: false), out _);

    /// <inheritdoc cref="Fill(ResolvedBook, IReadOnlyDictionary{NodeId, string})"/>
    /// <param name="book">The book.</param>
    /// <param name="folios">The page labels of targets.</param>
    /// <param name="memory">What was filled before: a section with the same words is the very same section again.</param>
    /// <param name="changed">The keys of the sections whose words are others now.</param>
    public static ResolvedBook Fill(ResolvedBook book, IReadOnlyDictionary<NodeId, string> folios, ReferenceMemory memory, out FrozenSet<string> changed)
    {
        HashSet<string> keys = [];
        if (book.ReferringToPages.Count > 0)
            book = book with { Chapters = [.. book.Chapters.Select(c => book.ReferringToPages.Contains(c.Key) ? Filled(c, folios, memory, keys) : c)] };
        changed = keys.ToFrozenSet();
        return book;
    }

    private static ResolvedChapter Filled(ResolvedChapter chapter, IReadOnlyDictionary<NodeId, string> folios, ReferenceMemory memory, HashSet<string> changed)
    {
        Filling filling = new(folios);
        ResolvedChapter filled = chapter with
        {
            Content = filling.Rewrite(chapter.Content),
            Notes = [.. chapter.Notes.Select(n => n with { Content = filling.Rewrite(n.Content) })],
        };
        if (filling.HasChanged) changed.Add(chapter.Key);
        return memory.Same(chapter, [.. filling.Words], filled);
    }

    private sealed class Filling(IReadOnlyDictionary<NodeId, string> folios) : TreeRewriter
    {
        public bool HasChanged { get; private set; }

        /// <summary>What the references to pages say now, in their order; nothing where the page is not known.</summary>
        public List<string> Words { get; } = [];

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is not Reference { PageWord: { } word, Content: [Text text] } reference) return base.Replace(inline);
            if (!folios.TryGetValue(reference.Target, out string? folio))
            {
                Words.Add("");
                return base.Replace(inline);
            }
            string words = word.Length == 0 ? folio : $"{word}\u00a0{folio}";
            HasChanged |= words != text.Value;
            Words.Add(words);
            return [reference with { IsPage = true, Content = [text with { Value = words }] }];
        }
    }
}

/// <summary>The sections that were filled with the numbers of pages, so that the same section with the same numbers is one section.</summary>
/// <param name="keeps">Whether anything is kept; false when nothing will be filled again.</param>
public sealed class ReferenceMemory(bool keeps = true)
{
    private readonly Remembered<ResolvedChapter, ImmutableArray<(ImmutableArray<string> Words, ResolvedChapter Filled)>> _filled = new(keeps);

    /// <summary>Where names stand of what was made; null for nowhere.</summary>
    public IShelf? Shelf { get; set; }

    /// <summary>The section that was made of the same with the same words, else the new one.</summary>
    internal ResolvedChapter Same(ResolvedChapter chapter, ImmutableArray<string> words, ResolvedChapter filled)
    {
        ImmutableArray<(ImmutableArray<string> Words, ResolvedChapter Filled)> known = _filled.TryRecall(chapter, out var before) ? before : [];
        foreach (var form in known)
            if (form.Words.AsSpan().SequenceEqual(words.AsSpan())) return form.Filled;
        if (Shelf?.NameOf(chapter) is { } name)
        {
            StoredWriter from = new StoredWriter().Text("filled").Name(name).Number(words.Length);
            foreach (string said in words) from.Text(said);
            Shelf.Name(filled, from.Key);
        }
        // Of each section the last few: its numbers may be settled in several rounds.
        _filled.Keep(chapter, [.. known.TakeLast(3), (words, filled)]);
        return filled;
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    public void EndBuild() => _filled.EndBuild();
}
