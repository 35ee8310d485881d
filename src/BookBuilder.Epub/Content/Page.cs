using System.Collections.Immutable;
using BookBuilder.Epub.Container;
using BookBuilder.Epub.Package;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>An XHTML file while it is written: the markup so far, what may be asked, and what was counted.</summary>
internal sealed class Page
{
    private readonly List<PlacedMark> _marks = [];
    private int _level;

    /// <summary>Begins a file: everything up to the open body.</summary>
    /// <param name="content">The book.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="title">What a reader's window shows.</param>
    /// <param name="division">"frontmatter", "bodymatter", "backmatter" or "cover".</param>
    public Page(BookContent content, string file, string title, string division)
    {
        (Content, File) = (content, file);
        string? language = Script.WellFormed(content.Book.Metadata.Language);
        Out.DocType();
        Out.Open("html", ("lang", language), ("xml:lang", language), ("dir", Script.DirectionOf(content.Book.Metadata.Language)));
        Out.Declare("epub", Markup.Ops);
        Out.Line();
        Out.Open("head");
        Out.Line();
        Out.Element("title", string.IsNullOrWhiteSpace(title) ? content.Book.Metadata.Title : title);
        Out.Line();
        Out.Void("link", ("rel", "stylesheet"), ("type", "text/css"), ("href", StyleSheet.File));
        Out.Line();
        Out.CloseLine();
        Out.Open("body", ("epub:type", division));
        Out.Line();
    }

    public Markup Out { get; } = new(Markup.Xhtml);
    public BookContent Content { get; }
    /// <summary>The file's name; links within it are by id only.</summary>
    public string File { get; }
    /// <summary>What was counted so far.</summary>
    public AccessibilityFacts Facts { get; private set; } = new();
    /// <summary>The page marks written so far.</summary>
    public IReadOnlyList<PlacedMark> Marks => _marks;

    public ResolvedBook Book => Content.Book;

    /// <summary>Adds to what was counted.</summary>
    public void Count(AccessibilityFacts more) => Facts += more;

    /// <summary>Counts a heading: one that stands too deep for the one before it leaves a gap in the hierarchy.</summary>
    /// <param name="level">1 to 6.</param>
    public void CountHeading(int level)
    {
        if (level > _level + 1)
            Count(new() { SkippedLevels = 1 });
        _level = level;
    }

    /// <summary>Closes the file.</summary>
    public FinishedPage Finish(string id, params ImmutableArray<string> properties)
    {
        Out.CloseLine();
        Out.Close();
        if (Facts.Formulas > 0)
            properties = [.. properties, "mathml"];
        return new FinishedPage(new PackageItem(id, File, "application/xhtml+xml", Out.ToBytes()) { Properties = properties, IsInSpine = true }, Facts, _marks);
    }

    /// <summary>The attributes every element takes from its node: id, classes, language, direction.</summary>
    /// <param name="node">The node.</param>
    /// <param name="classes">Classes of this design, before the author's; null for none.</param>
    public (string, string?)[] Of(Node node, string? classes = null)
    {
        string own = string.Join(' ', classes is null ? node.Attributes.Classes : node.Attributes.Classes.Except(classes.Split(' ')));
        string all = classes is null ? own : own.Length == 0 ? classes : $"{classes} {own}";
        string? language = Script.WellFormed(node.Attributes["lang"]);
        return [("id", Content.Places.IdOf(node.Id)), ("class", all.Length == 0 ? null : all), ("lang", language), ("xml:lang", language),
            ("dir", PassageDirection.Of(node, language, Out.Direction))];
    }

    /// <summary>Whether a node's element carries nothing of its own, so that it may be left out.</summary>
    public bool IsPlain(Node node) => Of(node).All(static a => a.Item2 is null) && Content.Marks.In(node.Id).IsEmpty;

    /// <summary>The text of a leaf, with the beginnings of pages at their places in it.</summary>
    public void Text(Node leaf, string text)
    {
        int at = 0;
        foreach (PageMark mark in Content.Marks.In(leaf.Id))
        {
            int to = Math.Clamp(mark.Offset, at, text.Length);
            Out.Text(text[at..to]);
            WriteMark(mark);
            at = to;
        }
        Out.Text(text[at..]);
    }

    /// <summary>The beginnings of pages at a node that has no text of its own.</summary>
    public void Breaks(Node node)
    {
        foreach (PageMark mark in Content.Marks.In(node.Id))
            WriteMark(mark);
    }

    private void WriteMark(PageMark mark)
    {
        _marks.Add(new PlacedMark(mark, $"{File}#{mark.Id}"));
        Out.Element("span", "", ("epub:type", "pagebreak"), ("role", "doc-pagebreak"), ("id", mark.Id), ("aria-label", mark.Label));
    }
}
