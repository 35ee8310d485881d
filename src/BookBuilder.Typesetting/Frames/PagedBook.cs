using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>The finished book: pages with everything at its place. Data only, though a body may be put together when it is asked for first; who draws it decides nothing.</summary>
/// <param name="Pages">In order, blank ones among them.</param>
/// <param name="Map">Where the pages begin in the text.</param>
public sealed record PagedBook(ImmutableArray<Page> Pages, PageMap Map)
{
    /// <summary>Which of the pages show which chapters, in order; blank pages between them show none. What a page shows is of no other section's chapters.</summary>
    public required ImmutableArray<PagedSection> Sections { get; init; }

    /// <summary>The pages of one of its sections.</summary>
    public ImmutableArray<Page> PagesOf(PagedSection section) => Pages.Slice(section.First, section.Count);
}

/// <summary>Pages that follow each other and show the same chapters. From one composing to the next the very same section shows the very same pages.</summary>
/// <param name="Chapters">The chapters; mostly one.</param>
/// <param name="First">The first page, by its place in the file from 0.</param>
/// <param name="Count">How many they are; at least one.</param>
public sealed record PagedSection(ImmutableArray<ResolvedChapter> Chapters, int First, int Count);

/// <summary>The side of a sheet.</summary>
public enum PageSide
{
    /// <summary>A right-hand page.</summary>
    Recto,
    /// <summary>A left-hand page.</summary>
    Verso,
}

/// <summary>A page.</summary>
public sealed record Page
{
    private static readonly Lazy<ImmutableArray<FrameItem>> NoBody = new([]);

    /// <summary>Its place in the file, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>Its page label: "iv", "12". Every page has one, printed or not.</summary>
    public required string Label { get; init; }
    /// <summary>Right or left.</summary>
    public required PageSide Side { get; init; }
    /// <summary>The trimmed sheet.</summary>
    public required PageSize Size { get; init; }
    /// <summary>What the sheet keeps around it for the cutting. Default: nothing.</summary>
    public PageSurround Surround { get; init; }
    /// <summary>Marks for the cutting, outside the trimmed sheet: artifacts.</summary>
    public ImmutableArray<FrameItem> Marks { get; init; } = [];
    /// <summary>Whether its body is read with the book turned by a quarter, the left edge of the sheet up. Places of the body are then those on the
    /// sheet as it is read: as wide as the sheet is high. The furniture stands upright as on every page.</summary>
    public bool IsTurned { get; init; }
    /// <summary>What belongs to the text: body, notes, figures; in reading order as far as the page knows it. It may be put together when it is asked for first.</summary>
    public required ImmutableArray<FrameItem> Body { get => LateBody.Value; init => LateBody = new(value); }
    private Lazy<ImmutableArray<FrameItem>> LateBody { get; init; } = NoBody;
    /// <summary>Running heads, folios, rules of the page: artifacts.</summary>
    public required ImmutableArray<FrameItem> Furniture { get; init; }
    /// <summary>The nodes that begin on this page and that something may lead to.</summary>
    public required ImmutableArray<Destination> Destinations { get; init; }

    /// <summary>The page with another body, which is put together when it is asked for first. Nobody may ever look at it: an EPUB wants to know only where pages begin, a PDF only what is
    /// not painted already.</summary>
    /// <param name="body">Puts it together, once, on any thread.</param>
    public Page WithBody(Func<ImmutableArray<FrameItem>> body) => this with { LateBody = new(body) };
}

/// <summary>What a sheet keeps around its page for the cutting, on all four sides.</summary>
/// <param name="Bleed">How far backgrounds go on beyond the trimmed edge.</param>
/// <param name="Width">From the trimmed edge to the sheet's.</param>
public readonly record struct PageSurround(Length Bleed, Length Width);

/// <summary>Where a node begins.</summary>
/// <param name="Node">The node.</param>
/// <param name="At">The upper left corner of its first line.</param>
public readonly record struct Destination(NodeId Node, Position At);

/// <summary>Which part of a node a frame item shows.</summary>
public enum FramePart
{
    /// <summary>Its own content.</summary>
    Content,
    /// <summary>What was generated before it: a bullet, a heading's or caption's or note's number.</summary>
    Label,
    /// <summary>Decoration: rules, backgrounds, leaders, hyphens that the breaking made.</summary>
    Artifact,
}

/// <summary>What a frame item shows.</summary>
/// <param name="Node">The LEAF it comes from: a text, code, math, note mark, picture or contents-entry node; for labels the heading, figure, table, list item or note.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Offset">UTF-16 offset of its first character in the leaf's resolved text; 0 for all but text and code.</param>
public readonly record struct FrameSource(NodeId Node, FramePart Part, int Offset = 0)
{
    /// <summary>Decoration that belongs to no node.</summary>
    public static FrameSource Artifact => new(NodeId.None, FramePart.Artifact);
}

/// <summary>Something at its place on a page. A closed set. Coordinates are the page's: y runs DOWN from the top left corner.</summary>
public abstract record FrameItem
{
    private protected FrameItem() { }

    /// <summary>What it shows.</summary>
    public required FrameSource Source { get; init; }
}

/// <summary>Glyphs of one face, size and colour on one baseline.</summary>
public sealed record GlyphRun : FrameItem
{
    /// <summary>The face.</summary>
    public required FontFace Face { get; init; }
    /// <summary>The type size (em).</summary>
    public required Length Size { get; init; }
    /// <summary>Where the pen starts: on the baseline.</summary>
    public required Position Origin { get; init; }
    /// <summary>The glyphs; their advances include word space stretch and letterspacing. <see cref="ShapedGlyph.Cluster"/> is an offset into <see cref="Text"/>.</summary>
    public required ImmutableArray<ShapedGlyph> Glyphs { get; init; }
    /// <summary>The characters the glyphs stand for, for copying and reading aloud. A hyphen the breaking made is U+00AD here. A space at a line's end is kept as a glyph of no width so that words do not run together.</summary>
    public required string Text { get; init; }
    /// <summary>The colour.</summary>
    public Color Color { get; init; }
    /// <summary>Whether the text runs right to left.</summary>
    public bool RightToLeft { get; init; }
    /// <summary>Widening of the glyphs themselves (font expansion), 1 for none.</summary>
    public double Expansion { get; init; } = 1;
}

/// <summary>A filled or outlined box: rules, backgrounds, frames of callouts.</summary>
public sealed record BoxItem(Rectangle Box, Color? Fill, Color? Stroke, Length StrokeWidth) : FrameItem;

/// <summary>A picture of pixels in its box, already turned as its file asks (the drawer applies <see cref="RasterImage.Orientation"/>).</summary>
public sealed record RasterItem(RasterImage Image, Rectangle Box) : FrameItem;

/// <summary>A picture of shapes in its box. Its texts are shaped: one run list for each <see cref="DrawingText"/> in drawing order (depth first).</summary>
/// <param name="Drawing">The shapes.</param>
/// <param name="Box">Where on the page.</param>
/// <param name="Texts">For each text of the drawing, its runs with origins in the DRAWING's units as points (1 unit = 1 pt, before scaling), anchored already.</param>
public sealed record DrawingFrame(Drawing Drawing, Rectangle Box, ImmutableArray<ImmutableArray<GlyphRun>> Texts) : FrameItem;

/// <summary>A place to click. Its source is the link, reference, note mark or contents entry; a link over two lines has two areas.</summary>
public sealed record LinkArea(Rectangle Box, LinkTarget Target) : FrameItem;

/// <summary>Where a link leads. A closed set.</summary>
public abstract record LinkTarget
{
    private protected LinkTarget() { }
}

/// <summary>Out of the book.</summary>
public sealed record UriTarget(string Uri) : LinkTarget;

/// <summary>To a node of the book.</summary>
public sealed record NodeTarget(NodeId Node) : LinkTarget;
