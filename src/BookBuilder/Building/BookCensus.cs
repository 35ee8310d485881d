using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Building;

/// <summary>Counts what a book has.</summary>
internal sealed class BookCensus : TreeRewriter
{
    private int _words, _figures, _tables, _notes, _chapters;

    /// <summary>Counts a book; its pages are not known yet.</summary>
    public static BookCounts Count(Book book, BuildMemory memory) => book.Chapters.Select(chapter => memory.Counts.Recall(chapter, Count))
        .Aggregate(new BookCounts(), static (sum, c) => new(0, sum.Words + c.Words, sum.Chapters + c.Chapters, sum.Figures + c.Figures, sum.Tables + c.Tables, sum.Notes + c.Notes));

    private static BookCounts Count(Chapter chapter)
    {
        var census = new BookCensus();
        census.Rewrite(chapter.Content);
        foreach (NoteDefinition note in chapter.Notes) census.Rewrite(note.Content);
        int chapters = chapter.Role is ChapterRole.Body or ChapterRole.Appendix ? 1 : 0;
        return new BookCounts(0, census._words, chapters, census._figures, census._tables, chapter.Notes.Length);
    }

    /// <summary>Counts an excerpt; its pages are not known yet.</summary>
    public static BookCounts Count(ResolvedBook book)
    {
        var census = new BookCensus();
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            if (chapter.Role is SectionRole.Chapter or SectionRole.Appendix) census._chapters++;
            census.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) census.Rewrite(note.Content);
            census._notes += chapter.Notes.Length;
        }
        return new BookCounts(0, census._words, census._chapters, census._figures, census._tables, census._notes);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Block> Replace(Block block)
    {
        switch (block)
        {
            case Heading b: Add(b.Content); break;
            case Paragraph b: Add(b.Content); break;
            case BlockQuote b: Add(b.Attribution); break;
            case Callout b: Add(b.Title); break;
            case Figure b: Add(b.Caption); _figures++; break;
            case Table b: Add(b.Caption); _tables++; break;
        }
        return base.Replace(block);
    }

    /// <inheritdoc/>
    protected override T Enter<T>(T node)
    {
        if (node is DefinitionTerm term) Add(term.Content);
        return node;
    }

    private void Add(ImmutableArray<Inline> content)
    {
        bool isCounted = false;
        foreach (char c in PlainText.Of(content))
        {
            if (c == ' ') isCounted = false;
            else if (!isCounted && char.IsLetterOrDigit(c))
            {
                isCounted = true;
                _words++;
            }
        }
    }
}
