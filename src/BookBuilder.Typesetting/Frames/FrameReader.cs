using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>Reads frames that <see cref="FrameWriter"/> wrote.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> when something else is there, or shows what the book does not have.</remarks>
/// <param name="from">Where they stand.</param>
/// <param name="things">What they show.</param>
internal sealed class FrameReader(StoredReader from, FrameThings things)
{
    private readonly Dictionary<string, FontFace> _faces = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads items.</summary>
    public ImmutableArray<FrameItem> Items()
    {
        var items = new FrameItem[from.Count()];
        for (int i = 0; i < items.Length; i++) items[i] = Item();
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>Reads the name of a node.</summary>
    public NodeId Node() => from.Node();

    /// <summary>Reads a place.</summary>
    public Position Position() => new(Length(), Length());

    /// <summary>Reads a length.</summary>
    public Length Length() => new(from.Number());

    private FrameItem Item()
    {
        var kind = (FrameKind)from.Byte();
        FrameSource source = new(Node(), Part(), from.Small());
        return kind switch
        {
            FrameKind.Glyphs => Glyphs(source),
            FrameKind.Box => new BoxItem(Box(), OptionalColor(), OptionalColor(), Length()) { Source = source },
            FrameKind.Raster => Raster(source),
            FrameKind.Drawing => Drawing(source),
            FrameKind.Link => new LinkArea(Box(), from.Flag() ? new NodeTarget(Node()) : new UriTarget(from.Text())) { Source = source },
            _ => throw StoredReader.Malformed(),
        };
    }

    private FramePart Part() => (FramePart)from.Byte() is <= FramePart.Artifact and var part ? part : throw StoredReader.Malformed();

    private RasterItem Raster(FrameSource source)
    {
        Rectangle box = Box();
        return new RasterItem(things.Image(from.Word()) ?? throw StoredReader.Malformed(), box) { Source = source };
    }

    private DrawingFrame Drawing(FrameSource source)
    {
        Rectangle box = Box();
        var drawing = things.Drawing(from.Word()) ?? throw StoredReader.Malformed();
        var texts = ImmutableArray.CreateBuilder<ImmutableArray<GlyphRun>>();
        for (int left = from.Count(); left > 0; left--) texts.Add([.. Items().Select(static item => item as GlyphRun ?? throw StoredReader.Malformed())]);
        return new DrawingFrame(drawing, box, texts.ToImmutable()) { Source = source };
    }

    private GlyphRun Glyphs(FrameSource source)
    {
        FontFace face = Face(from.Word());
        Length size = Length();
        Position origin = Position();
        string text = from.Text();
        Color color = Color();
        bool rightToLeft = from.Flag();
        double expansion = from.Flag() ? from.Real() : 1;
        bool isShifted = from.Flag();
        var glyphs = new ShapedGlyph[from.Count()];
        int cluster = -1;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ushort id = from.Small() is >= 0 and <= ushort.MaxValue and int number ? (ushort)number : throw StoredReader.Malformed();
            cluster += from.Small() + 1;
            Length advance = Length();
            Position shift = isShifted ? Position() : default;
            glyphs[i] = new(id, cluster, advance, shift.X, shift.Y);
        }
        return new GlyphRun
        {
            Source = source, Face = face, Size = size, Origin = origin, Glyphs = ImmutableCollectionsMarshal.AsImmutableArray(glyphs), Text = text, Color = color,
            RightToLeft = rightToLeft, Expansion = expansion,
        };
    }

    // One word is one string: by identity it is found at once.
    private FontFace Face(string name)
    {
        if (!_faces.TryGetValue(name, out FontFace? face)) _faces.Add(name, face = things.Face(name) ?? throw StoredReader.Malformed());
        return face;
    }

    private Rectangle Box() => new(Length(), Length(), Length(), Length());

    private Color? OptionalColor() => from.Flag() ? Color() : null;

    private Color Color() => new(from.Byte(), from.Byte(), from.Byte());
}
