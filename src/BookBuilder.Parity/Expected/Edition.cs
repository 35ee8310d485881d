using System.Globalization;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Mathematics;
using BookBuilder.Model.Resolution;
using BookBuilder.Parity.Readings;

namespace BookBuilder.Parity.Expected;

/// <summary>What an edition of the book says in words of its own: the few places where print and screen rightly differ.</summary>
internal abstract class Edition(ResolvedBook book)
{
    /// <summary>The book.</summary>
    public ResolvedBook Book => book;

    /// <summary>Whether the edition has the section at all.</summary>
    public abstract bool Has(ResolvedChapter chapter);

    /// <summary>What is said before a heading; null when nothing is.</summary>
    public virtual string? LabelOf(Heading heading) => Book.LabelOf(heading)?.Text;

    /// <summary>Between "Figure 3.1" and its caption.</summary>
    public abstract string CaptionSeparator { get; }

    /// <summary>What is said in a formula's place; empty when nothing is.</summary>
    public abstract string WordsOf(MathExpression math);

    /// <summary>What is written for a root; empty where an element says it.</summary>
    public abstract string RadicalSign { get; }

    /// <summary>After the number of a printed page.</summary>
    public abstract string AfterPage { get; }

    /// <summary>Whether the number of an entry in a contents belongs to its link.</summary>
    public abstract bool LinksNumbers { get; }

    /// <summary>Where a link into the book leads, as a passage says it.</summary>
    public abstract string TargetOf(NodeId node);

    /// <summary>Where a link out of the book leads; null for an address that readers are not led to.</summary>
    public abstract string? TargetOf(Link link);
}

/// <summary>The printed edition: every place has its anchor.</summary>
internal sealed class PrintEdition(ResolvedBook book) : Edition(book)
{
    // Some designs open a chapter with its number alone.
    public override string? LabelOf(Heading heading) =>
        heading.Level == 1 && Book.Design.Chapter.LabelPlace == ChapterLabelPlace.Beside ? Book.LabelOf(heading)?.Number : base.LabelOf(heading);

    public override bool Has(ResolvedChapter chapter) => true;
    public override string CaptionSeparator => "";
    public override string RadicalSign => "\u221A";
    public override string WordsOf(MathExpression math) => math.Spoken;
    public override string AfterPage => "";
    public override bool LinksNumbers => false;
    public override string? TargetOf(Link link) => ComparedAddress.Of(link.Target);
    public override string TargetOf(NodeId node) => "#" + Book.Anchors.GetValueOrDefault(node, node.ToString());
}

/// <summary>The EPUB: no half-title, its contents are the navigation document, and a section is its file.</summary>
internal sealed class ScreenEdition(ResolvedBook book) : Edition(book)
{
    /// <summary>What leads to the cover.</summary>
    public const string Cover = "cover";

    // Whatever the files are called: which of those of the book it is.
    private readonly Dictionary<string, string> _files = FilesOf(book);
    private readonly HashSet<NodeId> _sections = [.. book.Chapters.Select(static c => c.Id)];

    public override bool Has(ResolvedChapter chapter) => HasFile(chapter) && chapter.Role != SectionRole.Contents;
    public override string? TargetOf(Link link) => Uri.TryCreate(link.Target.Trim(), UriKind.Absolute, out Uri? uri) && LinkSchemes.Has(uri.Scheme)
        ? ComparedAddress.Of(link.Target) : null;
    public override string CaptionSeparator => ".";
    public override string RadicalSign => "";
    public override string WordsOf(MathExpression math) => math.Spoken.Length > 0 ? math.Spoken : math.Tex;
    public override string AfterPage => Book.Terms.OfPrintEdition;
    public override bool LinksNumbers => true;
    public override string TargetOf(NodeId node) => _sections.Contains(node) || !Book.Anchors.TryGetValue(node, out string? anchor) ? _files.GetValueOrDefault(node.Chapter, "?") : "#" + anchor;

    private static bool HasFile(ResolvedChapter chapter) => chapter.Role != SectionRole.HalfTitle;

    private static Dictionary<string, string> FilesOf(ResolvedBook book)
    {
        Dictionary<string, string> files = [];
        int count = 0;
        foreach (ResolvedChapter chapter in book.Chapters.Where(HasFile))
            files[chapter.Key] = chapter.Role == SectionRole.Contents ? "contents" : string.Create(CultureInfo.InvariantCulture, $"file {++count}");
        return files;
    }
}
