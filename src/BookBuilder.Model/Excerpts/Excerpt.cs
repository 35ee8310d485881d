using System.Collections.Frozen;
using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Model.Excerpts;

/// <summary>What an excerpt is called.</summary>
/// <param name="Title">Its title: "Session 4".</param>
/// <param name="Identifier">Its own name for catalogues: it is another publication than the book.</param>
public sealed record ExcerptName(string Title, BookIdentifier Identifier)
{
    /// <summary>Its date; null for the book's.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Takes a part out of a resolved book. Every number stays what it is in the whole book.</summary>
public static class Excerpt
{
    /// <summary>The excerpt: the chosen chapters and sections under a title of their own, and only those notes, figures and headings that stand in them.
    /// What refers to something else says where that is.</summary>
    /// <param name="whole">The book.</param>
    /// <param name="selection">What is taken.</param>
    /// <param name="name">What the excerpt is called.</param>
    /// <param name="design">How it is printed.</param>
    /// <param name="pages">The pages of the whole book, to name them where the text names pages; null when they are not known, or the excerpt counts its own.</param>
    public static Reported<ResolvedBook> Take(ResolvedBook whole, Selection selection, ExcerptName name, BookDesign design, PageMap? pages)
    {
        var sink = new DiagnosticSink();
        if (pages is not null) whole = PageReferences.Fill(whole, pages.Folios);
        ImmutableArray<ResolvedChapter> taken = [.. whole.Chapters.Where(c => selection.Touches(c.Key)).Select(c => Taken(c, selection))];
        taken = KeptSources.Only(whole, taken, sink);
        HashSet<NodeId> held = [];
        foreach (ResolvedChapter chapter in taken)
        {
            held.Add(chapter.Id);
            HeldNodes nodes = new HeldNodes().With(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes)
            {
                nodes.Ids.Add(note.Id);
                nodes.With(note.Content);
            }
            held.UnionWith(nodes.Ids);
        }
        var words = new AbsentWords(whole, held);
        taken = [.. taken.Select(words.In)];

        BookMetadata metadata = MetadataOf(whole, name, pages);
        var anchors = new AnchorNames();
        var front = new FrontMatter(anchors, new(keeps: false));
        return sink.With(whole with
        {
            Metadata = metadata,
            Design = design,
            Chapters =
            [
                front.Block(metadata, design.Front, whole.Terms), .. taken,
                .. front.Closing(whole.Metadata, design.Front, whole.Terms),
            ],
            Outline = Held(whole.Outline, held),
            Figures = [.. whole.Figures.Where(f => held.Contains(f.Target))],
            Tables = [.. whole.Tables.Where(t => held.Contains(t.Target))],
            Labels = whole.Labels.Where(l => held.Contains(l.Key)).ToFrozenDictionary(),
            Anchors = whole.Anchors.Where(a => held.Contains(a.Key)).Concat(anchors.ByNode).ToFrozenDictionary(),
            ReferringToPages = pages is null ? whole.ReferringToPages.Where(selection.Touches).ToFrozenSet() : [],
            SourceLists = [],
        });
    }

    private static BookMetadata MetadataOf(ResolvedBook whole, ExcerptName name, PageMap? pages)
    {
        BookMetadata book = whole.Metadata;
        return book with
        {
            Title = name.Title,
            Subtitle = whole.Terms.From(book.Title),
            Date = name.Date ?? book.Date,
            Identifiers = [name.Identifier],
            Description = null,
            Series = null,
            // Whose pages are told, his number is the source of the pages.
            PrintIsbn = pages is null ? null : book.PrintIsbn,
            WholeBook = book,
        };
    }

    private static ResolvedChapter Taken(ResolvedChapter chapter, Selection selection)
    {
        if (selection.Chapters.Contains(chapter.Key)) return chapter;
        ImmutableArray<Block> content = Sections(chapter.Content, selection.Sections[chapter.Key]);
        // A note whose first mark is not here stands at the first mark that is.
        Dictionary<NodeId, NodeId> first = [];
        foreach (NoteMark mark in new HeldNodes().With(content).Marks) first.TryAdd(mark.Note, mark.Id);
        return chapter with
        {
            Content = new FirstMarks(first).Rewrite(content),
            Notes = [.. chapter.Notes.Where(n => first.ContainsKey(n.Id)).Select(n => n with { FirstMark = first[n.Id] })],
        };
    }

    /// <summary>The sections with the headings above them.</summary>
    private static ImmutableArray<Block> Sections(ImmutableArray<Block> content, ImmutableArray<NodeId> sections)
    {
        bool[] isTaken = new bool[content.Length];
        for (int at = 0; at < content.Length; at++)
        {
            if (SelectionReader.HeadingsIn([content[at]]).FirstOrDefault(h => sections.Contains(h.Id)) is not { } heading) continue;
            isTaken[at] = true;
            for (int i = at + 1; i < content.Length && !(content[i] is Heading next && next.Level <= heading.Level); i++) isTaken[i] = true;
            int above = heading.Level;
            for (int i = at - 1; i >= 0 && above > 1; i--)
                if (content[i] is Heading higher && higher.Level < above)
                {
                    isTaken[i] = true;
                    above = higher.Level;
                }
        }
        return [.. content.Where((_, i) => isTaken[i])];
    }

    /// <summary>The tree without what is not held; what stood below that moves up.</summary>
    private static ImmutableArray<OutlineEntry> Held(ImmutableArray<OutlineEntry> entries, HashSet<NodeId> held) =>
    [
        .. entries.SelectMany(e => held.Contains(e.Target) ? [e with { Children = Held(e.Children, held) }] : Held(e.Children, held)),
    ];

    private sealed class FirstMarks(IReadOnlyDictionary<NodeId, NodeId> first) : TreeRewriter
    {
        protected override IEnumerable<Inline> Replace(Inline inline) =>
            inline is NoteMark mark ? [mark with { IsFirst = first[mark.Note] == mark.Id }] : base.Replace(inline);
    }
}
