using System.Collections.Immutable;
using BookBuilder.Epub.Content;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Navigation;

/// <summary>A line of the table of contents, as both navigation documents show it.</summary>
/// <param name="Href">Where it leads, from the package's folder.</param>
/// <param name="Number">"3.2", "Part I"; empty when not numbered.</param>
/// <param name="Title">Its words with their looks.</param>
/// <param name="PlainTitle">Its words alone; may be empty.</param>
/// <param name="Level">0 part, 1 chapter, 2 section …</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="Children">What stands below it.</param>
internal sealed record NavigationEntry(string Href, string Number, ImmutableArray<Inline> Title, string PlainTitle, int Level, NodeId Target,
    ImmutableArray<NavigationEntry> Children)
{
    /// <summary>Headings below this level are not listed: readers' side bars are narrow.</summary>
    private const int Deepest = 3;

    /// <summary>Number and words in one line.</summary>
    public string PlainText => Number.Length == 0 ? PlainTitle : $"{Number} {PlainTitle}";

    /// <summary>The tree of the book's headings, parts above chapters.</summary>
    /// <param name="content">The book.</param>
    /// <param name="known">The words of headings that were made before.</param>
    public static ImmutableArray<NavigationEntry> TreeOf(BookContent content, Remembered<ResolvedChapter, IReadOnlyDictionary<NodeId, ImmutableArray<Inline>>> known)
    {
        ResolvedBook book = content.Book;
        Dictionary<string, IReadOnlyDictionary<NodeId, ImmutableArray<Inline>>> titles = book.Chapters.ToDictionary(static c => c.Key, c => known.Recall(c, TitlesOf));
        Dictionary<NodeId, string> parts = book.Chapters.Where(static c => c is { Role: SectionRole.Part, Label: not null }).ToDictionary(static c => c.Id, static c => c.Label!.Text);
        return Entries(book.Outline);

        ImmutableArray<NavigationEntry> Entries(ImmutableArray<OutlineEntry> entries) =>
        [
            .. entries.Where(static e => e.Level <= Deepest).Select(e => new NavigationEntry(
                content.Places.HrefOf(e.Target), parts.GetValueOrDefault(e.Target) ?? e.Number,
                titles[e.Target.Chapter].TryGetValue(e.Target, out ImmutableArray<Inline> title) ? title : [new Text(e.Title)],
                e.Title, e.Level, e.Target, Entries(e.Children))),
        ];
    }

    private static IReadOnlyDictionary<NodeId, ImmutableArray<Inline>> TitlesOf(ResolvedChapter chapter)
    {
        Dictionary<NodeId, ImmutableArray<Inline>> titles = [];
        foreach (Block block in chapter.Content)
            if (block is Heading { Content.IsEmpty: false } heading)
                titles[heading.Id] = TitleText.Of(heading.Content);
            else if (block is DisplayLine { Role: DisplayRole.PartTitle, Content.IsEmpty: false } part)
                titles[chapter.Id] = TitleText.Of(part.Content);
        return titles;
    }
}
