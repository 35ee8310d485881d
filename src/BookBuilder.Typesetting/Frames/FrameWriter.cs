using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Frames;

/// <summary>Writes frames, to be read by <see cref="FrameReader"/> in another process that has the same faces and pictures.</summary>
/// <param name="to">Where.</param>
/// <param name="things">What they show.</param>
internal sealed class FrameWriter(StoredWriter to, FrameThings things)
{
    /// <summary>Whether something was to be written that could not be found again, such as a face that is none of the book's. Then nothing of it is of any use.</summary>
    public bool HasStrangers { get; private set; }

    /// <summary>Writes items.</summary>
    public void Write(ImmutableArray<FrameItem> items)
    {
        to.Number(items.Length);
        foreach (FrameItem item in items) Write(item);
    }

    /// <summary>Writes the name of a node.</summary>
    public void Write(NodeId node) => to.Node(node);

    /// <summary>Writes a place.</summary>
    public void Write(Position place)
    {
        Write(place.X);
        Write(place.Y);
    }

    /// <summary>Writes a length.</summary>
    public void Write(Length length) => to.Number(length.ScaledPoints);

    private void Write(FrameItem item)
    {
        to.Byte((byte)KindOf(item));
        Write(item.Source.Node);
        to.Byte((byte)item.Source.Part).Number(item.Source.Offset);
        switch (item)
        {
            case GlyphRun run:
                Write(run);
                break;
            case BoxItem box:
                Write(box.Box);
                Write(box.Fill);
                Write(box.Stroke);
                Write(box.StrokeWidth);
                break;
            case RasterItem raster:
                Write(raster.Box);
                WriteName(things.PathOf(raster.Image));
                break;
            case DrawingFrame drawing:
                Write(drawing.Box);
                WriteName(things.PathOf(drawing.Drawing));
                to.Number(drawing.Texts.Length);
                foreach (ImmutableArray<GlyphRun> text in drawing.Texts) Write(ImmutableArray<FrameItem>.CastUp(text));
                break;
            case LinkArea link:
                Write(link.Box);
                to.Flag(link.Target is NodeTarget);
                if (link.Target is NodeTarget node) Write(node.Node);
                else to.Text(((UriTarget)link.Target).Uri);
                break;
        }
    }

    private static FrameKind KindOf(FrameItem item) => item switch
    {
        GlyphRun => FrameKind.Glyphs,
        BoxItem => FrameKind.Box,
        RasterItem => FrameKind.Raster,
        DrawingFrame => FrameKind.Drawing,
        LinkArea => FrameKind.Link,
        _ => throw new UnreachableException($"{item.GetType().Name} is new: say here how it is written."),
    };

    private void Write(GlyphRun run)
    {
        WriteName(things.NameOf(run.Face));
        Write(run.Size);
        Write(run.Origin);
        to.Text(run.Text);
        Write(run.Color);
        to.Flag(run.RightToLeft).Flag(run.Expansion != 1);
        if (run.Expansion != 1) to.Real(run.Expansion);
        bool isShifted = run.Glyphs.Any(static g => g.OffsetX != Length.Zero || g.OffsetY != Length.Zero);
        to.Flag(isShifted).Number(run.Glyphs.Length);
        int before = -1;
        foreach (ShapedGlyph glyph in run.Glyphs)
        {
            // Mostly each glyph stands for the character after that of the glyph before.
            to.Number(glyph.Id).Number(glyph.Cluster - before - 1);
            Write(glyph.Advance);
            if (isShifted) Write(new Position(glyph.OffsetX, glyph.OffsetY));
            before = glyph.Cluster;
        }
    }

    private void WriteName(string? name)
    {
        HasStrangers |= name is null;
        to.Word(name ?? "");
    }

    private void Write(Rectangle box)
    {
        Write(new Position(box.X, box.Y));
        Write(new Position(box.Width, box.Height));
    }

    private void Write(Color? color)
    {
        to.Flag(color is not null);
        if (color is { } known) Write(known);
    }

    private void Write(Color color) => to.Byte(color.Red).Byte(color.Green).Byte(color.Blue);
}

/// <summary>The kinds of frame items as they are written.</summary>
internal enum FrameKind : byte
{
    Glyphs, Box, Raster, Drawing, Link,
}
