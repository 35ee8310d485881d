using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Pdf;

/// <summary>The plainest typesetter: every leaf of the book begins on a line of its own, every chapter on a page of its own, notes where
/// the chapter ends. Enough to see what the PDF makes of frames.</summary>
internal sealed class PlainPages : IDisposable
{
    private static readonly FontRequest Type = new("Source Serif 4", 400, false, 10.Pt, FontFeatures.None, "en-US");
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();

    private readonly HarfBuzzShaper _shaper = new(Library);
    private readonly List<Page> _pages = [];
    private readonly List<FrameItem> _items = [];
    private readonly List<Destination> _destinations = [];
    private Length _y;

    /// <summary>Sets a book in pages labelled 1, 2, …</summary>
    public static PagedBook Of(ResolvedBook book)
    {
        using PlainPages pages = new();
        List<PagedSection> sections = [];
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            int first = pages._pages.Count;
            foreach (Block block in chapter.Content) pages.Add(block);
            foreach (ResolvedNote note in chapter.Notes)
            {
                pages.Begin(note.Id);
                pages.Line(note.Mark + " ", new(note.Id, FramePart.Label));
                foreach (Block block in note.Content) pages.Add(block);
            }
            pages.EndPage();
            sections.Add(new([chapter], first, pages._pages.Count - first));
        }
        return new([.. pages._pages], new PageMap([])) { Sections = [.. sections] };
    }

    /// <summary>One page with these things on it.</summary>
    public static PagedBook Page(params ImmutableArray<FrameItem> items) => Pages([items]);

    /// <summary>Pages with these things on them, labelled 1, 2, …</summary>
    public static PagedBook Pages(params ImmutableArray<FrameItem>[] pages) => Of([.. pages.Select((items, i) => Blank(i) with { Body = items })]);

    /// <summary>A book of pages, whatever chapters they show.</summary>
    public static PagedBook Of(ImmutableArray<Page> pages) => new(pages, new PageMap([])) { Sections = [new([], 0, pages.Length)] };

    /// <summary>A page with nothing on it.</summary>
    public static Page Blank(int index) => new()
    {
        Index = index, Label = $"{index + 1}", Side = PageSide.Recto, Size = PageSize.Trade, Body = [], Furniture = [], Destinations = [],
    };

    /// <summary>A run of real glyphs.</summary>
    public static GlyphRun Run(string text, FrameSource source, Length x, Length y, FontFeatures features = FontFeatures.None, string? language = null)
    {
        using HarfBuzzShaper shaper = new(Library);
        return Runs(shaper, text, source, x, y, Type with { Features = features, Language = language ?? Type.Language }).Single();
    }

    public void Dispose() => _shaper.Dispose();

    private void Add(Block block)
    {
        Begin(block.Id);
        switch (block)
        {
            case Heading heading: Line("Number ", new(block.Id, FramePart.Label)); Add(heading.Content); break;
            case Paragraph paragraph: Add(paragraph.Content); break;
            case DisplayLine line: Add(line.Content); break;
            case CodeBlock code: Line(code.Code, new(block.Id, FramePart.Content)); break;
            case BlockQuote quote: Add(quote.Content); break;
            case MathBlock math: Line(math.Math.Tex, new(block.Id, FramePart.Content)); break;
            case Figure figure:
                _items.Add(new BoxItem(new(72.Pt, _y, 100.Pt, 12.Pt), Color.Black, null, Length.Zero) { Source = new(block.Id, FramePart.Content) });
                _y += 20.Pt;
                Line("Figure ", new(block.Id, FramePart.Label));
                Add(figure.Caption);
                Add(figure.Notes);
                break;
            case Table table:
                Line("Table ", new(block.Id, FramePart.Label));
                Add(table.Caption);
                foreach (TableCell cell in table.Head.Concat(table.Body).SelectMany(row => row.Cells)) Add(cell.Content);
                break;
            case ListBlock list:
                foreach (ListItem item in list.Items)
                {
                    Line("\u2022 ", new(item.Id, FramePart.Label));
                    Add(item.Content);
                }
                break;
            case ContentsList list:
                foreach (ContentsEntry entry in list.Entries)
                {
                    Link(entry.Id, new NodeTarget(entry.Target));
                    Line(PlainText.Of(entry.Title) + " 1", new(entry.Id, FramePart.Content));
                }
                break;
            case ThematicBreak: Line("* * *", new(block.Id, FramePart.Content)); break;
            default: throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Add(ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks) Add(block);
    }

    private void Add(ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines)
            switch (inline)
            {
                case Text text: Line(text.Value, new(inline.Id, FramePart.Content)); break;
                case CodeInline code: Line(code.Value, new(inline.Id, FramePart.Content)); break;
                case MathInline math: Line(math.Math.Tex, new(inline.Id, FramePart.Content)); break;
                case Styled styled: Add(styled.Content); break;
                case SpanInline span: Add(span.Content); break;
                case Link link: Link(link.Id, new UriTarget(link.Target)); Add(link.Content); break;
                case Reference reference: Link(reference.Id, new NodeTarget(reference.Target)); Add(reference.Content); break;
                case NoteMark mark:
                    Link(mark.Id, new NodeTarget(mark.Note));
                    Line(mark.Mark, new(mark.Id, FramePart.Content));
                    break;
                default: throw new NotSupportedException(inline.GetType().Name);
            }
    }

    private void Link(NodeId source, LinkTarget target) =>
        _items.Add(new LinkArea(new(72.Pt, _y, 40.Pt, 12.Pt), target) { Source = new(source, FramePart.Content) });

    private void Begin(NodeId node) => _destinations.Add(new(node, new(72.Pt, _y)));

    private void Line(string text, FrameSource source)
    {
        _y += 14.Pt;
        if (_y > 600.Pt) EndPage();
        _items.AddRange(Runs(_shaper, text, source, 72.Pt, _y, Type));
    }

    private void EndPage()
    {
        _pages.Add(Blank(_pages.Count) with { Body = [.. _items], Destinations = [.. _destinations] });
        _items.Clear();
        _destinations.Clear();
        _y = 40.Pt;
    }

    private static IEnumerable<GlyphRun> Runs(HarfBuzzShaper shaper, string text, FrameSource source, Length x, Length y, FontRequest type)
    {
        foreach (ShapedRun run in shaper.Shape(text, type))
        {
            yield return new GlyphRun
            {
                Source = source with { Offset = source.Offset + run.Start }, Face = run.Face, Size = type.Size, Origin = new(x, y),
                Glyphs = [.. run.Glyphs.Select(glyph => glyph with { Cluster = glyph.Cluster - run.Start })],
                Text = text.Substring(run.Start, run.Length), RightToLeft = run.RightToLeft,
            };
            x += run.Width;
        }
    }
}
