using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Building;

/// <summary>Makes a cover for a book that has none: a band of quarter discs in the design's colour, and the title set below it.</summary>
/// <remarks>The pattern is drawn from the title, so that each book has its own and the same book always the same.</remarks>
internal static class CoverComposer
{
    public const int Width = 1600, Height = 2400;
    private const double Tile = 200, BandHeight = 1000, Margin = 130;
    private static readonly Color Paper = new(0xfa, 0xf8, 0xf3), Ink = new(0x1c, 0x1c, 0x1e), Gray = new(0x55, 0x55, 0x58);

    /// <summary>The cover in units of a pixel.</summary>
    public static Drawing Compose(BookMetadata metadata, BookDesign design, IShaper shaper)
    {
        var items = ImmutableArray.CreateBuilder<DrawingItem>();
        items.Add(Box(0, 0, Width, Height, Paper));
        items.AddRange(Band(metadata.Title, design.Accent));

        var setter = new CoverText(shaper, Width - 2 * Margin);
        string authors = AuthorLine(metadata);
        ImmutableArray<string> authorLines = setter.Wrap(authors, design.SansFont, 600, 52);
        if (authorLines.Length > 4) authorLines = [setter.Shortened(authors, design.SansFont, 600, 52)];
        double authorsTop = Height - Margin - 68 * (authorLines.Length - 1);

        ImmutableArray<string> subtitle = metadata.Subtitle is null ? [] : setter.Wrap(metadata.Subtitle, design.SansFont, 400, 60);
        if (subtitle.Length > 3) subtitle = [.. subtitle.Take(2), setter.Shortened(string.Join(' ', subtitle.Skip(2)), design.SansFont, 400, 60)];
        double room = authorsTop - 130 - (BandHeight + 110) - subtitle.Length * 80 - 90;
        (ImmutableArray<string> title, double size) = setter.Fit(metadata.Title, design.BodyFont, 600, room);

        double y = BandHeight + 110 + size * 0.8;
        foreach (string line in title)
        {
            items.Add(Line(line, y, size, design.BodyFont, 600, Ink));
            y += size * 1.14;
        }
        y += 40 - size * 0.7;
        items.Add(Box(Margin, y, 180, 8, design.Accent));
        y += 100;
        foreach (string line in subtitle)
        {
            items.Add(Line(line, y, 60, design.SansFont, 400, Gray));
            y += 80;
        }
        for (int i = 0; i < authorLines.Length; i++)
            items.Add(Line(authorLines[i], authorsTop + 68 * i, 52, design.SansFont, 600, Ink));
        return new Drawing(((double)Width).Pt, ((double)Height).Pt, Width, Height, items.ToImmutable());
    }

    // A line of names breaks between them only.
    private static string AuthorLine(BookMetadata metadata) =>
        string.Join(", ", metadata.Authors.Where(static a => a.IsOnCover).Select(a => a.Name.Replace(' ', '\u00a0')));

    /// <summary>Tiles with a quarter disc each, turned and tinted by the bits of a hash of the title.</summary>
    private static IEnumerable<DrawingItem> Band(string title, Color accent)
    {
        yield return Box(0, 0, Width, BandHeight, accent);
        byte[] bits = [.. SHA256.HashData(Encoding.UTF8.GetBytes(title)), .. SHA256.HashData(Encoding.UTF8.GetBytes("\u0001" + title))];
        ImmutableArray<Color> tints = [Mixed(accent, Color.White, 0.14), Mixed(accent, Color.White, 0.34), Mixed(accent, Color.Black, 0.28), Mixed(accent, Color.White, 0.62)];
        int at = 0;
        for (double y = 0; y < BandHeight; y += Tile)
        for (double x = 0; x < Width; x += Tile)
        {
            byte chosen = bits[at++ % bits.Length];
            yield return new DrawingShape(QuarterDisc(x, y, chosen & 3), new SolidPaint(tints[(chosen >> 2) & 3]), 1, null);
        }
    }

    /// <summary>A quarter disc that fills a tile, around one of its corners.</summary>
    private static Contour QuarterDisc(double x, double y, int corner)
    {
        // The usual Bézier approximation of a quarter circle.
        const double k = Tile * 0.5522847498307936;
        double cx = x + (corner is 1 or 2 ? Tile : 0), cy = y + (corner is 2 or 3 ? Tile : 0);
        double dx = corner is 1 or 2 ? -1 : 1, dy = corner is 2 or 3 ? -1 : 1;
        return new Contour([
            new(SegmentKind.Move, cx, cy),
            new(SegmentKind.Line, cx + dx * Tile, cy),
            new(SegmentKind.Curve, cx, cy + dy * Tile, cx + dx * Tile, cy + dy * k, cx + dx * k, cy + dy * Tile),
            new(SegmentKind.Close, 0, 0)], FillRule.NonZero);
    }

    private static DrawingShape Box(double x, double y, double width, double height, Color color) => new(new Contour([
        new(SegmentKind.Move, x, y), new(SegmentKind.Line, x + width, y), new(SegmentKind.Line, x + width, y + height),
        new(SegmentKind.Line, x, y + height), new(SegmentKind.Close, 0, 0)], FillRule.NonZero), new SolidPaint(color), 1, null);

    private static DrawingText Line(string text, double y, double size, string family, int weight, Color color) =>
        new(Margin, y, TextAnchor.Start, [new DrawingTextRun(text, size, [family], weight, Italic: false, new SolidPaint(color), 1)]);

    private static Color Mixed(Color color, Color other, double share)
    {
        byte Mix(byte a, byte b) => (byte)Math.Round(a + (b - a) * share, MidpointRounding.AwayFromZero);
        return new Color(Mix(color.Red, other.Red), Mix(color.Green, other.Green), Mix(color.Blue, other.Blue));
    }
}
