using System.Globalization;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Sample;

/// <summary>Writes a page so that it can be read: one row for each line of type, with its place, its face and the element it belongs to.</summary>
internal sealed class PageDump : TreeRewriter
{
    private readonly Dictionary<NodeId, string> _elements = [];
    private string _element = "";

    private PageDump(ResolvedBook book)
    {
        foreach (ResolvedChapter chapter in book.Chapters)
        {
            _element = "";
            Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes)
            {
                _elements[note.Id] = _element = "note " + note.Mark;
                InNote = true;
                Rewrite(note.Content);
                InNote = false;
            }
        }
    }

    private bool InNote { get; set; }

    /// <summary>The page as text.</summary>
    public static string Of(ResolvedBook book, Page page) => new PageDump(book).Write(page);

    private string Write(Page page)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"page {page.Index + 1} {page.Side.ToString().ToLowerInvariant()}  folio {page.Label}\n");
        Rows(text, "furniture", page.Furniture);
        Rows(text, "body", page.Body);
        text.Append(CultureInfo.InvariantCulture, $"{page.Body.OfType<LinkArea>().Count()} links, {page.Destinations.Length} destinations\n");
        return text.ToString();
    }

    private void Rows(StringBuilder text, string name, IEnumerable<FrameItem> items)
    {
        text.Append(name).Append('\n');
        List<(Length Y, Length X, string Row)> rows = [];
        foreach (var line in items.OfType<GlyphRun>().GroupBy(r => (r.Origin.Y, Element(r.Source))))
        {
            GlyphRun[] runs = [.. line.OrderBy(r => r.Origin.X)];
            GlyphRun main = runs.MaxBy(r => r.Glyphs.Length)!;
            string words = string.Concat(runs.Select((r, i) => (i > 0 && Gap(runs[i - 1], r) ? "   " : "") + r.Text)).Replace('\u00a0', '~').Replace("\u00ad", "-", StringComparison.Ordinal);
            rows.Add((line.Key.Y, runs[0].Origin.X, string.Create(CultureInfo.InvariantCulture,
                $"{line.Key.Item2,-12} {runs[0].Origin.X.Points,6:0.0} {line.Key.Y.Points,6:0.0}  {main.Face.Name} {main.Size.Points:0.##}  |{words}|")));
        }
        foreach (FrameItem item in items)
            if (item is DrawingFrame or RasterItem or BoxItem)
            {
                Rectangle box = item switch { DrawingFrame d => d.Box, RasterItem r => r.Box, _ => ((BoxItem)item).Box };
                string kind = item switch { DrawingFrame => "drawing", RasterItem => "image", _ => "rule" };
                rows.Add((box.Y, box.X, string.Create(CultureInfo.InvariantCulture,
                    $"{kind,-12} {box.X.Points,6:0.0} {box.Y.Points,6:0.0}  {box.Width.Points:0.0} x {box.Height.Points:0.0}")));
            }
        foreach ((_, _, string row) in rows.OrderBy(r => r.Y).ThenBy(r => r.X))
            text.Append("  ").Append(row.TrimEnd()).Append('\n');
    }

    /// <summary>Whether two runs stand apart: cells of a row, a number and its words.</summary>
    private static bool Gap(GlyphRun left, GlyphRun right) =>
        right.Origin.X - left.Origin.X - new Length(left.Glyphs.Sum(g => g.Advance.ScaledPoints)) > 2.Pt;

    private string Element(FrameSource source) => source.Part == FramePart.Artifact && source.Node == NodeId.None ? "" : _elements.GetValueOrDefault(source.Node, "");

    protected override IEnumerable<Block> Replace(Block block)
    {
        string before = _element;
        if (!InNote)
            _element = block switch
            {
                Heading h => "h" + h.Level.ToString(CultureInfo.InvariantCulture),
                Paragraph when _element.Length > 0 => _element,
                Paragraph => "p",
                ListBlock => "list",
                DefinitionList => "definitions",
                BlockQuote => "quote",
                CodeBlock => "code",
                Figure => "figure",
                Table => "table",
                ContentsList => "contents",
                DisplayLine d => d.Role.ToString().ToLowerInvariant(),
                _ => block.GetType().Name.ToLowerInvariant(),
            };
        _elements[block.Id] = _element;
        Block[] result = [.. base.Replace(block)];
        _element = before;
        return result;
    }

    protected override IEnumerable<Inline> Replace(Inline inline)
    {
        _elements[inline.Id] = _element;
        return base.Replace(inline);
    }

    protected override T Enter<T>(T node)
    {
        _elements[node.Id] = _element;
        return node;
    }
}
