using System.Collections.Immutable;
using BookBuilder.Epub.Content;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Navigation;

/// <summary>Writes nav.xhtml: the contents page of the book, and with it what readers' programs show of its structure (EPUB 3.3, section 7).</summary>
internal static class NavigationDocument
{
    /// <summary>The id of the table of contents.</summary>
    public const string ContentsId = "toc";

    /// <param name="content">The book.</param>
    /// <param name="tree">The headings.</param>
    /// <param name="written">The page marks of all other files.</param>
    /// <param name="id">The file's id in the manifest.</param>
    public static FinishedPage Write(BookContent content, ImmutableArray<NavigationEntry> tree, IEnumerable<PlacedMark> written, string id)
    {
        ResolvedBook book = content.Book;
        ResolvedChapter? contents = book.Chapters.FirstOrDefault(static c => c.Role == SectionRole.Contents);
        string title = contents?.Title ?? book.Terms.Contents;
        var page = new Page(content, Places.NavigationFile, title, "frontmatter");

        WriteContents(page, contents, tree, title);
        WriteLandmarks(page, Landmark.Of(content));
        WriteList(page, "loi", book.Terms.ListOfFigures, book.Figures);
        WriteList(page, "lot", book.Terms.ListOfTables, book.Tables);
        WritePages(page, PageList.Of(content, [.. written, .. page.Marks]));

        FinishedPage finished = page.Finish(id, "nav");
        return contents is null ? finished with { Item = finished.Item with { IsInSpine = false } } : finished;
    }

    private static void WriteContents(Page page, ResolvedChapter? contents, ImmutableArray<NavigationEntry> tree, string title)
    {
        Heading? heading = contents?.Content.OfType<Heading>().FirstOrDefault();
        string? named = heading is null ? null : page.Content.Places.IdOf(heading.Id);
        page.Out.Open("nav", ("epub:type", "toc"), ("role", "doc-toc"), ("id", ContentsId), ("aria-labelledby", named), ("aria-label", named is null ? title : null));
        page.Out.Line();
        if (heading is not null)
            BlockWriter.Write(page, heading);
        else
            page.Out.Element("h1", title);
        Dictionary<NodeId, ContentsEntry> printed = [];
        foreach (ContentsEntry entry in contents?.Content.OfType<ContentsList>().SelectMany(static l => l.Entries) ?? [])
            printed.TryAdd(entry.Target, entry);
        if (tree.IsEmpty)
            tree = [new NavigationEntry(Places.CoverFile, "", [new Text(page.Book.Metadata.Title)], page.Book.Metadata.Title, 1, NodeId.None, [])];
        WriteEntries(page, tree, printed, isShown: true);
        page.Out.CloseLine();
    }

    /// <summary>Levels below the printed contents' depth are there for the reader's side bar, but not on the page.</summary>
    private static void WriteEntries(Page page, ImmutableArray<NavigationEntry> entries, Dictionary<NodeId, ContentsEntry> printed, bool isShown)
    {
        page.Out.Open("ol", ("hidden", isShown ? null : "hidden"));
        page.Out.Line();
        foreach (NavigationEntry entry in entries)
        {
            page.Out.Open("li", ("class", entry.Level == 0 ? "part" : null));
            page.Out.Open("a", ("href", entry.Href));
            if (printed.TryGetValue(entry.Target, out ContentsEntry? line))
                page.Breaks(line);
            ListWriter.WriteEntry(page, entry.Number, entry.Title);
            page.Out.Close();
            if (!entry.Children.IsEmpty)
            {
                page.Out.Line();
                WriteEntries(page, entry.Children, printed, isShown && entry.Children[0].Level <= page.Book.Plan.ContentsDepth);
            }
            page.Out.CloseLine();
        }
        page.Out.CloseLine();
    }

    private static void WriteLandmarks(Page page, ImmutableArray<Landmark> landmarks)
    {
        page.Out.Open("nav", ("epub:type", "landmarks"), ("hidden", "hidden"));
        page.Out.Open("ol");
        page.Out.Line();
        foreach (Landmark landmark in landmarks)
            WriteLink(page, landmark.Href, landmark.Words, landmark.Type);
        page.Out.Close();
        page.Out.CloseLine();
    }

    private static void WriteList(Page page, string type, string title, ImmutableArray<ContentsEntry> entries)
    {
        if (entries.IsEmpty)
            return;
        page.Out.Open("nav", ("epub:type", type), ("hidden", "hidden"));
        page.Out.Element("h2", title);
        page.Out.Open("ol");
        page.Out.Line();
        foreach (ContentsEntry entry in entries)
        {
            page.Out.Open("li");
            page.Out.Open("a", ("href", page.Content.Places.HrefOf(entry.Target, page.File)));
            ListWriter.WriteEntry(page, entry.Number, entry.Title);
            page.Out.Close();
            page.Out.CloseLine();
        }
        page.Out.Close();
        page.Out.CloseLine();
    }

    private static void WritePages(Page page, ImmutableArray<PlacedMark> pages)
    {
        if (pages.IsEmpty)
            return;
        page.Count(new() { Pages = pages.Length });
        page.Out.Open("nav", ("epub:type", "page-list"), ("role", "doc-pagelist"), ("hidden", "hidden"));
        page.Out.Open("ol");
        page.Out.Line();
        // Whole addresses even within this file: a checker takes "#pg-4" for a broken one.
        foreach (PlacedMark mark in pages)
            WriteLink(page, mark.Href, mark.Mark.Label, null);
        page.Out.Close();
        page.Out.CloseLine();
    }

    private static void WriteLink(Page page, string href, string words, string? type)
    {
        page.Out.Open("li");
        page.Out.Element("a", words, ("epub:type", type), ("href", href));
        page.Out.CloseLine();
    }
}
