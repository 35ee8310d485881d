using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Memories;

namespace BookBuilder.Model.Resolution;

/// <summary>Settles every number, label and reference of a book, once, before the two outputs part.</summary>
public static class Resolver
{
    /// <summary>The keys of sections that are made, not written: no chapter may have one of them.</summary>
    public static ImmutableArray<string> ReservedKeys => FrontMatter.Keys;

    /// <summary>Resolves a book. What cannot be settled is reported and printed as written.</summary>
    /// <remarks>First every node is named and numbered in reading order; then references are replaced, since they may look ahead.
    /// Behind this no <see cref="CrossReference"/>, <see cref="NoteReference"/>, <see cref="SourcesPlaceholder"/>, <see cref="Statement"/> or link into the book is left.</remarks>
    /// <param name="book">The book.</param>
    /// <param name="memory">What the last resolution left, to be used in this one and by the next; null for none. It changes nothing but the time that is needed.</param>
    public static Reported<ResolvedBook> Resolve(Book book, ResolutionMemory? memory = null)
    {
        memory ??= new(keeps: false);
        var sink = new DiagnosticSink();
        BookTerms terms = memory.Begin(book);
        if (!book.Chapters.Any(c => c.Role == ChapterRole.Body))
            sink.Report(Problems.NoChapters(SourceSpan.None));
        NumberedBook numbered = Numbering.Number(book, terms, memory, sink);
        Lint.Check(numbered, sink);
        var sources = new Lazy<SourceList>(() => new SourceList([.. numbered.Chapters.Select(c =>
            new NotedChapter(c.Label?.Text ?? PlainText.Of(c.Title?.Content ?? []), [.. c.Notes.Select(n => new SourcedNote(n.Id, n.Mark, n.Content))]))], terms));
        ImmutableArray<SettledChapter> settled = [.. numbered.Chapters.Select((c, i) => Settled(numbered, terms, c, numbered.AnchorsOfChapters[i], sources, memory))];
        foreach (SettledChapter chapter in settled) sink.Report(chapter.Said);

        ImmutableArray<OutlineEntry> outline = Outlining.Of(settled);
        Dictionary<NodeId, ImmutableArray<Inline>> headings = [];
        foreach ((NodeId heading, ImmutableArray<Inline> words) in settled.SelectMany(static c => c.Headings)) headings[heading] = words;
        ImmutableArray<ContentsEntry> figures = [.. settled.SelectMany(static c => c.Figures)], tables = [.. settled.SelectMany(static c => c.Tables)];
        var front = new FrontMatter(numbered.Anchors, memory);
        ImmutableArray<ResolvedChapter> all =
        [
            .. front.Sections(book.Metadata, book.Design.Front, book.Plan, terms, outline, headings, figures, tables),
            .. settled.Select(static c => c.Chapter), .. front.Closing(book.Metadata, book.Design.Front, terms),
        ];
        return sink.With(new ResolvedBook
        {
            Metadata = book.Metadata,
            Design = book.Design,
            Plan = book.Plan,
            Terms = terms,
            Chapters = all,
            Outline = outline,
            Figures = figures,
            Tables = tables,
            Labels = numbered.Numbers.ToFrozenDictionary(),
            Anchors = numbered.Anchors.ByNode.ToFrozenDictionary(),
            ReferringToPages = settled.Where(static c => c.RefersToPages).Select(static c => c.Chapter.Key).ToFrozenSet(),
            SourceLists = settled.SelectMany(static c => c.SourceLists).ToFrozenSet(),
        });
    }

    /// <summary>The chapter as it was settled before, where it is the same and its references get the same answers; else settled now.</summary>
    private static SettledChapter Settled(NumberedBook numbered, BookTerms terms, NumberedChapter chapter, ImmutableArray<string> anchors, Lazy<SourceList> sources,
        ResolutionMemory memory)
    {
        if (memory.Settled.TryRecall(chapter, out SettledChapter before) && before.Asked is { } asked
            && before.Anchors.AsSpan().SequenceEqual(anchors.AsSpan()) && AskedLabels.AreAnsweredBy(numbered, asked))
            return before;
        SettledChapter settled = Settle(numbered, terms, chapter, anchors, sources);
        memory.Settled.Keep(chapter, settled);
        if (memory.Shelf?.NameOf(chapter) is { } name && settled.Asked is { } questions) memory.Shelf.Name(settled.Chapter, NameOf(name, anchors, questions));
        return settled;
    }

    /// <summary>The name of a settled chapter: of the numbered one, and of all that it took from the rest of the book.</summary>
    private static ContentKey NameOf(ContentKey numbered, ImmutableArray<string> anchors, ImmutableArray<LabelQuestion> asked)
    {
        StoredWriter from = new StoredWriter().Text("settled").Name(numbered).Number(anchors.Length);
        foreach (string anchor in anchors) from.Text(anchor);
        return AskedLabels.Write(from, asked).Key;
    }

    private static SettledChapter Settle(NumberedBook numbered, BookTerms terms, NumberedChapter chapter, ImmutableArray<string> anchors, Lazy<SourceList> sources)
    {
        var sink = new DiagnosticSink();
        var labels = new AskedLabels(numbered);
        var settling = new ReferenceSettling(labels, terms, chapter, sources, sink);
        ImmutableArray<Block> content = settling.Rewrite(chapter.Content);
        string title = content.OfType<Heading>().FirstOrDefault(static h => h.Level == 1) is { } heading ? PlainText.Of(heading.Content) : chapter.Source.Key;
        ImmutableArray<ResolvedNote> notes = [.. chapter.Notes.Select(n => new ResolvedNote(n.Mark, settling.Rewrite(n.Content), n.FirstMark) { Id = n.Id, Span = n.Source.Span })];
        var resolved = new ResolvedChapter
        {
            Key = chapter.Source.Key,
            Role = chapter.Role,
            Id = chapter.Id,
            Title = title,
            ShortTitle = chapter.Title?.ShortTitle ?? title,
            Label = chapter.Label,
            Content = chapter.Role == SectionRole.Part ? PartPage(chapter, content, settling) : content,
            Notes = notes,
        };
        var titles = new SettledTitles(resolved.Content);
        return new SettledChapter(resolved)
        {
            RefersToPages = settling.RefersToPages,
            SourceLists = [.. settling.SourceLists],
            Said = sink.ToImmutable(),
            Anchors = anchors,
            Asked = settling.ListsSources ? null : labels.Asked,
            Outline = Outlining.Of(numbered, titles, chapter),
            Headings = [.. chapter.Headings.Select(h => (h.Id, Titles.ForLists(titles[h.Id])))],
            Figures = Listed(chapter.Figures, titles),
            Tables = Listed(chapter.Tables, titles),
        };
    }

    /// <summary>A part's title stands on a page of its own as display lines; what the author wrote below it follows.</summary>
    private static ImmutableArray<Block> PartPage(NumberedChapter part, ImmutableArray<Block> content, ReferenceSettling settling)
    {
        int at = content.IndexOf(content.FirstOrDefault(b => b is Heading { Level: 1 })!);
        if (at < 0)
            return content;
        var title = (Heading)content[at];
        DisplayLine line = new(DisplayRole.PartTitle, title.Content) { Id = title.Id, Span = title.Span, Attributes = title.Attributes };
        content = content.SetItem(at, line);
        if (part.Label is not { } label)
            return content;
        return content.InsertRange(at, settling.Named([new DisplayLine(DisplayRole.PartLabel, [new Text(label.Text)]) { Span = title.Span }]));
    }

    private static ImmutableArray<ContentsEntry> Listed(ImmutableArray<NumberedFloat> floats, SettledTitles titles) =>
        [.. floats.Select(f => new ContentsEntry(1, f.Number, Titles.ForLists(titles[f.Id]), f.Id))];
}
