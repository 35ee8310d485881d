using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;

namespace BookBuilder.Model.Resolution;

/// <summary>Puts the printed pages' numbers into the references that name them.</summary>
public static class PageReferences
{
    /// <summary>The book with "page 12" in every reference that asks for it and whose target's page is known.</summary>
    /// <param name="book">The book.</param>
    /// <param name="folios">The page labels of targets.</param>
    public static ResolvedBook Fill(ResolvedBook book, IReadOnlyDictionary<NodeId, string> folios) => Fill(book, folios, out _);

    /// <inheritdoc cref="Fill(ResolvedBook, IReadOnlyDictionary{NodeId, string})"/>
    /// <param name="book">The book.</param>
    /// <param name="folios">The page labels of targets.</param>
    /// <param name="changed">The keys of the sections whose words are others now.</param>
    public static ResolvedBook Fill(ResolvedBook book, IReadOnlyDictionary<NodeId, string> folios, out FrozenSet<string> changed)
    {
        HashSet<string> keys = [];
        if (book.ReferringToPages.Count > 0)
            book = book with { Chapters = [.. book.Chapters.Select(c => book.ReferringToPages.Contains(c.Key) ? Filled(c, folios, keys) : c)] };
        changed = keys.ToFrozenSet();
        return book;
    }

    private static ResolvedChapter Filled(ResolvedChapter chapter, IReadOnlyDictionary<NodeId, string> folios, HashSet<string> changed)
    {
        Filling filling = new(folios);
        chapter = chapter with
        {
            Content = filling.Rewrite(chapter.Content),
            Notes = [.. chapter.Notes.Select(n => n with { Content = filling.Rewrite(n.Content) })],
        };
        if (filling.HasChanged) changed.Add(chapter.Key);
        return chapter;
    }

    private sealed class Filling(IReadOnlyDictionary<NodeId, string> folios) : TreeRewriter
    {
        public bool HasChanged { get; private set; }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is not Reference { PageWord: { } word, Content: [Text text] } reference || !folios.TryGetValue(reference.Target, out string? folio))
                return base.Replace(inline);
            string words = word.Length == 0 ? folio : $"{word}\u00a0{folio}";
            HasChanged |= words != text.Value;
            return [reference with { IsPage = true, Content = [text with { Value = words }] }];
        }
    }
}
