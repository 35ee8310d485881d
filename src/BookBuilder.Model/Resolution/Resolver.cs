using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Model.Resolution;

/// <summary>Settles every number, label and reference of a book, once, before the two outputs part.</summary>
public static class Resolver
{
    /// <summary>Resolves a book. What cannot be settled is reported and printed as written.</summary>
    /// <remarks>First every node is named and numbered in reading order; then references are replaced, since they may look ahead.
    /// Behind this no <see cref="CrossReference"/>, <see cref="NoteReference"/>, <see cref="SourcesPlaceholder"/>, <see cref="Statement"/> or link into the book is left.</remarks>
    public static Reported<ResolvedBook> Resolve(Book book)
    {
        var sink = new DiagnosticSink();
        BookTerms terms = BookTerms.For(book.Metadata.Language).With(book.Plan.Labels);
        if (!book.Chapters.Any(c => c.Role == ChapterRole.Body))
            sink.Report(Problems.NoChapters(SourceSpan.None));
        NumberedBook numbered = Numbering.Number(book, terms, sink);
        Lint.Check(numbered, sink);
        var sources = new SourceList([.. numbered.Chapters.Select(c =>
            new NotedChapter(c.Label?.Text ?? PlainText.Of(c.Title?.Content ?? []), [.. c.Notes.Select(n => new SourcedNote(n.Id, n.Mark, n.Content))]))], terms);
        HashSet<string> referring = [];
        HashSet<NodeId> sourceLists = [];
        ImmutableArray<ResolvedChapter> chapters = [.. numbered.Chapters.Select(c => Settle(numbered, terms, c, sources, referring, sourceLists, sink))];

        var titles = new SettledTitles(chapters);
        ImmutableArray<OutlineEntry> outline = Outlining.Of(numbered, titles);
        Dictionary<NodeId, ImmutableArray<Inline>> headings = [];
        foreach (NumberedChapter chapter in numbered.Chapters)
        foreach (Heading heading in chapter.Headings)
            headings[heading.Id] = Titles.ForLists(titles[heading.Id]);
        ImmutableArray<ContentsEntry> figures = Listed(numbered.Figures, titles), tables = Listed(numbered.Tables, titles);
        IEnumerable<ResolvedChapter> front = FrontMatter.Sections(book.Metadata, book.Design.Front, book.Plan, terms, numbered.Anchors, outline, headings, figures, tables);
        ImmutableArray<ResolvedChapter> all = [.. front, .. chapters, .. FrontMatter.Closing(book.Metadata, book.Design.Front, terms, numbered.Anchors)];
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
            ReferringToPages = referring.ToFrozenSet(),
            SourceLists = sourceLists.ToFrozenSet(),
        });
    }

    private static ResolvedChapter Settle(NumberedBook numbered, BookTerms terms, NumberedChapter chapter, SourceList sources,
        HashSet<string> referring, HashSet<NodeId> sourceLists, DiagnosticSink sink)
    {
        var settling = new ReferenceSettling(numbered, terms, chapter, sources, sink);
        ImmutableArray<Block> content = settling.Rewrite(chapter.Content);
        string title = content.OfType<Heading>().FirstOrDefault(static h => h.Level == 1) is { } heading ? PlainText.Of(heading.Content) : chapter.Source.Key;
        ImmutableArray<ResolvedNote> notes = [.. chapter.Notes.Select(n => new ResolvedNote(n.Mark, settling.Rewrite(n.Content), n.FirstMark) { Id = n.Id, Span = n.Source.Span })];
        if (settling.RefersToPages) referring.Add(chapter.Source.Key);
        sourceLists.UnionWith(settling.SourceLists);
        return new ResolvedChapter
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

    private static ImmutableArray<ContentsEntry> Listed(List<(NodeId Id, string Number, ImmutableArray<Inline> Caption, SourceSpan Span)> floats, SettledTitles titles) =>
        [.. floats.Select(f => new ContentsEntry(1, f.Number, Titles.ForLists(titles[f.Id]), f.Id))];
}
