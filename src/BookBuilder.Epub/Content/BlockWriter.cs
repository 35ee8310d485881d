using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BookBuilder.Epub.Container;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;

namespace BookBuilder.Epub.Content;

/// <summary>Writes blocks.</summary>
internal static class BlockWriter
{
    public static void Write(Page page, ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks)
            Write(page, block);
    }

    public static void Write(Page page, Block block)
    {
        switch (block)
        {
            case Heading heading: WriteHeading(page, heading); break;
            case Paragraph paragraph: Line(page, "p", page.Of(paragraph), paragraph, paragraph.Content); break;
            case ListBlock list: ListWriter.Write(page, list); break;
            case DefinitionList list: ListWriter.Write(page, list); break;
            case BlockQuote quote: WriteQuote(page, quote); break;
            case CodeBlock code: WriteCode(page, code); break;
            case MathBlock math: MathWriter.WriteBlock(page, math); break;
            case Figure figure: PictureWriter.WriteFigure(page, figure); break;
            case Table table: TableWriter.Write(page, table); break;
            case ThematicBreak:
                BreaksBetween(page, block);
                page.Out.Void("hr", page.Of(block));
                page.Out.Line();
                break;
            case PageBreak: BreaksBetween(page, block); break;
            case Callout callout: WriteCallout(page, callout); break;
            case Division division: WriteDivision(page, division); break;
            case DisplayLine line: WriteDisplayLine(page, line); break;
            case ContentsList list: ListWriter.Write(page, list); break;
            case Statement: throw new ArgumentException("Statements are settled before a book is written.");
            case SourcesPlaceholder: throw new ArgumentException("The list of sources is settled before a book is written.");
            default: throw new UnreachableException($"{block.GetType().Name} is new: say here what it becomes.");
        }
    }

    /// <summary>Writes blocks inside an item or a cell: a lone plain paragraph as its words only, else as blocks.</summary>
    public static void WriteBare(Page page, ImmutableArray<Block> blocks)
    {
        if (blocks is [Paragraph only] && page.IsPlain(only))
            InlineWriter.Write(page, only.Content);
        else
            Write(page, blocks);
    }

    /// <summary>An element that holds running text, on a line of its own.</summary>
    private static void Line(Page page, string element, (string, string?)[] attributes, Node node, ImmutableArray<Inline> content)
    {
        page.Out.Open(element, attributes);
        page.Breaks(node);
        InlineWriter.Write(page, content);
        page.Out.CloseLine();
    }

    private static void WriteHeading(Page page, Heading heading)
    {
        int level = Math.Clamp(heading.Level, 1, 6);
        page.CountHeading(level);
        page.Out.Open(string.Create(CultureInfo.InvariantCulture, $"h{level}"), page.Of(heading));
        page.Breaks(heading);
        if (page.Book.LabelOf(heading) is { } label)
        {
            page.Out.Element("span", label.Text, ("class", heading.Level == 1 ? "label" : "number"));
            page.Out.Text(" ");
        }
        InlineWriter.Write(page, heading.Content);
        page.Out.CloseLine();
    }

    private static void WriteQuote(Page page, BlockQuote quote)
    {
        page.Out.Open("blockquote", page.Of(quote));
        page.Out.Line();
        page.Breaks(quote);
        Write(page, quote.Content);
        if (!quote.Attribution.IsEmpty)
        {
            page.Out.Open("footer");
            page.Out.Text("\u2014 ");
            InlineWriter.Write(page, quote.Attribution);
            page.Out.CloseLine();
        }
        page.Out.CloseLine();
    }

    private static void WriteCode(Page page, CodeBlock code)
    {
        page.Out.Open("pre", page.Of(code));
        page.Out.Open("code", ("class", code.Language is null ? null : "language-" + code.Language));
        page.Text(code, code.Code);
        page.Out.Close();
        page.Out.CloseLine();
    }

    private static void WriteCallout(Page page, Callout callout)
    {
        string kind = TermOf(callout.Kind, page.Book.Terms);
        string title = PlainText.Of(callout.Title);
        (string? type, string role) = MeaningOf(callout.Kind);
        page.Out.Open("aside", [.. page.Of(callout, "callout " + ClassOf(callout.Kind)), ("epub:type", type), ("role", role), ("aria-label", title.Length == 0 ? kind : $"{kind}: {title}")]);
        page.Out.Line();
        page.Breaks(callout);
        page.Out.Open("p", ("class", "callout-title"));
        if (callout.Title.IsEmpty)
            page.Out.Text(kind);
        else
            InlineWriter.Write(page, callout.Title);
        page.Out.CloseLine();
        Write(page, callout.Content);
        page.Out.CloseLine();
    }

    private static string ClassOf(CalloutKind kind) => "callout-" + kind.ToString().ToLowerInvariant();

    /// <summary>In the words of the vocabularies. They have "notice" as well, but its role may not stand on an aside (ARIA in HTML, 4), and the type not without its role.</summary>
    private static (string? Type, string Role) MeaningOf(CalloutKind kind) => kind == CalloutKind.Tip ? ("tip", "doc-tip") : (null, "note");

    private static string TermOf(CalloutKind kind, BookTerms terms) => kind switch
    {
        CalloutKind.Note => terms.Note,
        CalloutKind.Tip => terms.Tip,
        CalloutKind.Important => terms.Important,
        CalloutKind.Warning => terms.Warning,
        CalloutKind.Caution => terms.Caution,
        _ => throw new UnreachableException($"{kind} is new: say here what it is called."),
    };

    private static void WriteDivision(Page page, Division division)
    {
        (string, string?)[] meaning = division.Attributes.Has("epigraph") ? [("epub:type", "epigraph"), ("role", "doc-epigraph")] : [];
        page.Out.Open("div", [.. page.Of(division), .. meaning]);
        page.Out.Line();
        page.Breaks(division);
        Write(page, division.Content);
        page.Out.CloseLine();
    }

    private static void WriteDisplayLine(Page page, DisplayLine line)
    {
        (string element, string look) = line.Role switch
        {
            DisplayRole.HalfTitle => ("p", "half-title"),
            DisplayRole.Title => ("h1", "book-title"),
            DisplayRole.Subtitle => ("p", "book-subtitle"),
            DisplayRole.Author => ("p", "author"),
            DisplayRole.Affiliation => ("p", "affiliation"),
            DisplayRole.Date => ("p", "date"),
            DisplayRole.Publisher => ("p", "publisher"),
            DisplayRole.Imprint => ("p", "imprint"),
            DisplayRole.PartLabel => ("p", "part-label"),
            DisplayRole.PartTitle => ("h1", "part-title"),
            _ => throw new UnreachableException($"{line.Role} is new: say here what it becomes."),
        };
        if (element == "h1")
            page.CountHeading(1);
        (string, string?)[] meaning = line.Role == DisplayRole.Subtitle ? [("role", "doc-subtitle")] : [];
        Line(page, element, [.. page.Of(line, look), .. meaning], line, line.Content);
    }

    /// <summary>The beginnings of pages where no element can hold them.</summary>
    private static void BreaksBetween(Page page, Block block)
    {
        if (page.Content.Marks.In(block.Id).IsEmpty)
            return;
        page.Out.Open("div");
        page.Breaks(block);
        page.Out.CloseLine();
    }
}
