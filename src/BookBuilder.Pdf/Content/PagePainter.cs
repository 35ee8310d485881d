using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>What every page needs to know of its book and its section to be painted.</summary>
/// <param name="Texts">What its glyphs stand for.</param>
/// <param name="Tags">How its leaves are tagged; null in a document without tags.</param>
/// <param name="Repeated">What is there for the eye only.</param>
internal sealed record PaintContext(GlyphTexts Texts, LeafTags? Tags, RepeatedItems Repeated);

/// <summary>A stretch of a page's content that the structure speaks of by its number.</summary>
/// <param name="Number">The marked-content identifier.</param>
/// <param name="Leaf">What it shows.</param>
/// <param name="Box">What it covers, in the file's coordinates: y UP from the lower edge.</param>
internal sealed record MarkedPart(int Number, LeafKey Leaf, Bounds Box);

/// <summary>A place to click on a page.</summary>
internal sealed record PlacedLink(NodeId Source, Rectangle Box, LinkTarget Target);

/// <summary>A page as operators.</summary>
/// <param name="Body">What belongs to the text.</param>
/// <param name="Furniture">Running heads, folios, rules.</param>
/// <param name="BodyResources">What the body names.</param>
/// <param name="FurnitureResources">What the furniture names.</param>
/// <param name="Parts">The marked parts, by number.</param>
/// <param name="Links">The places to click.</param>
internal sealed record PaintedPage(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Furniture, ResourceSet BodyResources,
    ResourceSet FurnitureResources, ImmutableArray<MarkedPart> Parts, ImmutableArray<PlacedLink> Links);

/// <summary>Turns the frames of a page into operators. Here, and only here, y is turned over: a frame's runs down, a file's up.</summary>
internal sealed class PagePainter
{
    private static readonly Length ThickestRule = 3.Pt;

    private readonly PaintContext _context;
    private readonly Page _page;
    private readonly int _place;
    private readonly Length _height;
    private readonly Canvas _canvas;
    private readonly TextPainter _text;
    private readonly ImmutableArray<MarkedPart>.Builder _parts = ImmutableArray.CreateBuilder<MarkedPart>();
    private readonly ImmutableArray<PlacedLink>.Builder _links = ImmutableArray.CreateBuilder<PlacedLink>();
    private Mark _wanted = Mark.Layout;
    private Mark? _open;
    private bool _isText;
    private FrameItem? _item;
    private Bounds _covered = Bounds.Empty;

    /// <summary>Paints a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="place">Its place in its section, from 0.</param>
    /// <param name="context">What it needs to know.</param>
    public static PaintedPage Paint(Page page, int place, PaintContext context)
    {
        PagePainter body = new(page, place, context, new ResourceSet(ResourceSet.OfBody));
        // The furniture is a stream of its own and begins in a state of its own, as if nothing stood before it.
        body._canvas.Save();
        if (page.IsTurned) body._canvas.Transform(TurnedSheet.Of(page));
        for (int i = 0; i < page.Body.Length; i++) body.PaintBody(page.Body[i], i);
        body.End();
        body._canvas.Restore();
        // Furniture stands upright on turned pages, too.
        PagePainter furniture = new(page with { IsTurned = false }, place, context, new ResourceSet(ResourceSet.OfFurniture));
        foreach (FrameItem item in page.Furniture) furniture.PaintFurniture(item);
        foreach (FrameItem item in page.Marks) furniture.Paint(item, Mark.Production);
        furniture.End();
        return new(body._canvas.Out.Written.ToArray(), furniture._canvas.Out.Written.ToArray(), body._canvas.Resources,
            furniture._canvas.Resources, body._parts.ToImmutable(), body._links.ToImmutable());
    }

    private PagePainter(Page page, int place, PaintContext context, ResourceSet resources)
    {
        (_page, _place, _context, _canvas) = (page, place, context, new Canvas(resources));
        _height = page.IsTurned ? page.Size.Width : page.Size.Height;
        _text = TextPainter.OnPage(_canvas, context.Texts, _height, EnterWord);
    }

    private void PaintBody(FrameItem item, int index)
    {
        if (item is LinkArea link)
        {
            _links.Add(new(link.Source.Node, TurnedSheet.Upright(_page, link.Box), link.Target));
            return;
        }
        if (item is GlyphRun { Glyphs.IsEmpty: true }) return;
        Paint(item, _context.Repeated.Contains(_place, index) ? Mark.Pagination : MarkOf(item));
    }

    private void PaintFurniture(FrameItem item)
    {
        if (item is LinkArea) throw new InvalidOperationException("A running head leads nowhere: links stand in a page's body.");
        Paint(item, _context.Tags is null ? Mark.None : BackgroundOf(item) ?? (IsInUpperHalf(item) ? Mark.Header : Mark.Footer));
    }

    private bool IsInUpperHalf(FrameItem item) => BoxOf(item) is var box && box.Y + box.Height / 2 < _height / 2;

    // A ground under text, a band: not a mere rule. It says where it is (ISO 32000-1, table 330).
    private Mark? BackgroundOf(FrameItem item)
    {
        if (item is not BoxItem { Fill: not null, Box: var box } || box.Width < ThickestRule || box.Height < ThickestRule) return null;
        Rectangle onSheet = TurnedSheet.Upright(_page, box);
        Syntax corners = new Syntax().OpenArray();
        foreach (Length place in (ReadOnlySpan<Length>)[onSheet.X, _page.Size.Height - onSheet.Bottom, onSheet.Right, _page.Size.Height - onSheet.Y])
            corners.Thousandths(Canvas.Thousandths(place));
        return new("Artifact", null, "Background") { Box = Encoding.ASCII.GetString(corners.CloseArray().Written) };
    }

    private Mark MarkOf(FrameItem item)
    {
        if (_context.Tags is null) return Mark.None;
        FrameSource source = item.Source;
        // A hyphen that the breaking made belongs to its word, so that the word can be put together again.
        if (item is GlyphRun { Text: "\u00AD" } && source.Part == FramePart.Artifact && source.Node != NodeId.None)
            source = source with { Part = FramePart.Content };
        if (source.Part == FramePart.Artifact) return BackgroundOf(item) ?? Mark.Layout;
        LeafTag tag = _context.Tags.Of(source);
        return tag.IsDecoration ? Mark.Layout : new(tag.Tag, LeafKey.Of(source));
    }

    private void Paint(FrameItem item, Mark mark)
    {
        (_wanted, _item) = (mark, item);
        if (item is GlyphRun run)
        {
            _text.Show(run);
            return;
        }
        if (_open != mark || _isText)
        {
            EndMark();
            _text.End();
            BeginMark(mark, isText: false);
        }
        Cover();
        switch (item)
        {
            case BoxItem box: Paint(box); break;
            case RasterItem raster: Paint(raster); break;
            case DrawingFrame drawing: Paint(drawing); break;
            default: throw new UnreachableException($"{item.GetType().Name} is new: say here how it is painted.");
        }
    }

    // A word that its glyphs do not say is marked by itself. Marks are not nested: there are programs that lose what follows an inner one.
    private void EnterWord(string? told)
    {
        Mark mark = told is null && _wanted.Told is null ? _wanted : _wanted with { Told = told };
        if (_open != mark || !_isText || told is not null)
        {
            EndMark();
            _text.Open();
            BeginMark(mark, isText: true);
        }
        Cover();
    }

    private void BeginMark(Mark mark, bool isText)
    {
        (_open, _isText) = (mark, isText);
        if (mark.IsSilent) return;
        Syntax to = _canvas.Out.Name(mark is { Told: not null, Kind: null } ? "Span" : mark.Tag).OpenDictionary();
        if (mark.Kind is not null) to.Name("Type").Name(mark.Kind);
        else if (mark.Leaf is not null) to.Name("MCID").Number(_parts.Count);
        if (mark.Edge is { } edge) to.Name("Subtype").Name(edge).Name("Attached").OpenArray().Name(edge == "Header" ? "Top" : "Bottom").CloseArray();
        if (mark.Box is { } box) to.Name("BBox").Raw(Encoding.ASCII.GetBytes(box));
        if (mark.Told is not null) to.Name("ActualText").Utf16(mark.Told);
        to.CloseDictionary().Operator("BDC"u8);
    }

    private void EndMark()
    {
        if (_open is not { } mark) return;
        if (_isText) _text.Flush();
        if (!mark.IsSilent) _canvas.Out.Operator("EMC"u8);
        if (mark.Leaf is { } leaf) _parts.Add(new(_parts.Count, leaf, _covered));
        _open = null;
        _covered = Bounds.Empty;
    }

    private void End()
    {
        EndMark();
        _text.End();
    }

    private void Paint(BoxItem item)
    {
        if (item.Fill is null && item.Stroke is null) return;
        if (item.Fill is { } fill) _canvas.Fill(fill);
        if (item.Stroke is { } stroke)
        {
            _canvas.Stroke(stroke);
            _canvas.Out.Thousandths(Canvas.Thousandths(item.StrokeWidth)).Operator("w"u8);
        }
        WriteRectangle(item.Box);
        _canvas.Out.Operator(item.Stroke is null ? "f"u8 : item.Fill is null ? "S"u8 : "B"u8);
    }

    private void Paint(RasterItem item)
    {
        Affine box = new(item.Box.Width.Points, 0, 0, item.Box.Height.Points, item.Box.X.Points, Up(item.Box.Bottom));
        _canvas.Save();
        _canvas.Transform(box.After(Orientations.Of(item.Image.Orientation)));
        _canvas.Draw(_canvas.Resources.NameOf(item.Image));
        _canvas.Restore();
    }

    private void Paint(DrawingFrame item)
    {
        if (item.Drawing.ViewWidth <= 0 || item.Drawing.ViewHeight <= 0) return;
        _canvas.Save();
        WriteRectangle(item.Box);
        _canvas.Out.Operator("W"u8).Operator("n"u8);
        Affine toPage = new(item.Box.Width.Points / item.Drawing.ViewWidth, 0, 0, -item.Box.Height.Points / item.Drawing.ViewHeight,
            item.Box.X.Points, Up(item.Box.Y));
        _canvas.Transform(toPage);
        DrawingPainter.Paint(_canvas, _wanted.Leaf is null ? null : _context.Texts, item, toPage);
        _canvas.Restore();
    }

    private void WriteRectangle(Rectangle box) => _canvas.Out
        .Thousandths(Canvas.Thousandths(box.X)).Thousandths(Canvas.Thousandths(_height) - Canvas.Thousandths(box.Bottom))
        .Thousandths(Canvas.Thousandths(box.Width)).Thousandths(Canvas.Thousandths(box.Height)).Operator("re"u8);

    private double Up(Length y) => (_height - y).Points;

    private void Cover()
    {
        Rectangle box = BoxOf(_item!);
        Rectangle onSheet = TurnedSheet.Upright(_page, box);
        Length sheet = _page.Size.Height;
        _covered = _covered.With(onSheet.X.Points, (sheet - onSheet.Bottom).Points).With(onSheet.Right.Points, (sheet - onSheet.Y).Points);
    }

    private static Rectangle BoxOf(FrameItem item) => item switch
    {
        GlyphRun run => BoxOf(run),
        BoxItem rule => rule.Box,
        RasterItem raster => raster.Box,
        DrawingFrame drawing => drawing.Box,
        _ => throw new UnreachableException($"{item.GetType().Name} is new: say here what it covers."),
    };

    private static Rectangle BoxOf(GlyphRun run)
    {
        Length width = Length.Zero;
        foreach (var glyph in run.Glyphs) width += glyph.Advance;
        Length up = run.Size * (run.Face.Ascender / (double)run.Face.UnitsPerEm), down = run.Size * (run.Face.Descender / (double)run.Face.UnitsPerEm);
        return new(run.Origin.X, run.Origin.Y - up, width, up + down);
    }

    /// <param name="Tag">The tag.</param>
    /// <param name="Leaf">What is shown; null for an artifact.</param>
    /// <param name="Kind">The kind of artifact (ISO 32000-1, table 330); null for a leaf.</param>
    /// <param name="Told">The word, where its glyphs do not say it; else null.</param>
    private sealed record Mark(string Tag, LeafKey? Leaf, string? Kind = null, string? Told = null)
    {
        /// <summary>"Header" or "Footer" for what stands there; else null.</summary>
        public string? Edge { get; init; }
        /// <summary>The corners of a ground, as an array of the file; else null.</summary>
        public string? Box { get; init; }

        /// <summary>Whether nothing is to be said of what is painted.</summary>
        public bool IsSilent => Tag.Length == 0 && Told is null;

        /// <summary>In a document without tags only what glyphs do not say is told.</summary>
        public static Mark None { get; } = new("", null);
        public static Mark Layout { get; } = new("Artifact", null, "Layout");
        public static Mark Pagination { get; } = new("Artifact", null, "Pagination");
        public static Mark Header { get; } = new("Artifact", null, "Pagination") { Edge = "Header" };
        public static Mark Footer { get; } = new("Artifact", null, "Pagination") { Edge = "Footer" };
        public static Mark Production { get; } = new("Artifact", null, "Page");
    }
}
