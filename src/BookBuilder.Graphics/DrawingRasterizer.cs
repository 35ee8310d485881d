using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using SkiaSharp;

namespace BookBuilder.Graphics;

/// <summary>The face a text of a drawing asks for.</summary>
/// <param name="Families">First choice first.</param>
/// <param name="Weight">400, 600, 700 …</param>
/// <param name="Italic">Whether italic.</param>
public readonly record struct DrawingFontRequest(ImmutableArray<string> Families, int Weight, bool Italic);

/// <summary>Draws a drawing as pixels.</summary>
public static class DrawingRasterizer
{
    private const int LargestSide = 20_000;
    /// <summary>zlib's own default: nine costs three times as much for a tenth less.</summary>
    private const int PngLevel = 6;
    /// <summary>A band of a cover of 1600 pixels takes 1.3 MB.</summary>
    private const int BandHeight = 200;

    /// <summary>A PNG of the drawing on white.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="pixelWidth">Its width in pixels; the height follows from its shape.</param>
    /// <param name="fontData">The font file for a text; it must give one for every request.</param>
    /// <remarks>Letters are placed one after another without kerning or ligatures: enough for a cover, not for a page.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The picture would have no pixels or more than 20 000 a side.</exception>
    public static byte[] ToPng(Drawing drawing, int pixelWidth, Func<DrawingFontRequest, ReadOnlyMemory<byte>> fontData)
    {
        double height = Math.Round(pixelWidth * (drawing.Height / drawing.Width));
        ArgumentOutOfRangeException.ThrowIfLessThan(pixelWidth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixelWidth, LargestSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LargestSide, nameof(pixelWidth));
        int pixelHeight = Math.Max(1, (int)height);

        if (Plain(drawing, pixelWidth, pixelHeight, fontData) is { } plain && PalettePng.Write(plain, pixelWidth) is { } few) return few;
        using SKBitmap bitmap = new(Info(pixelWidth, pixelHeight));
        using (Painter painter = new(bitmap, fontData)) painter.Draw(drawing, pixelWidth, pixelHeight, top: 0);
        using SKPixmap pixels = bitmap.PeekPixels();
        // Drawings are mostly plain grounds: no filter makes their files smaller, and trying all of them on each row takes longer than the drawing.
        using SKData data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, PngLevel)) ?? throw new InvalidOperationException("Skia could not write a PNG.");
        return data.ToArray();
    }

    /// <summary>The pixels, drawn band by band: a band of usual width stays in the processor's own memory, where the whole of a cover would be fetched from the system page
    /// by page. Every band draws the whole drawing, so it is for few shapes; pictures in it would be decoded for each. Null when there are too many colours.</summary>
    private static PixelRuns? Plain(Drawing drawing, int pixelWidth, int pixelHeight, Func<DrawingFontRequest, ReadOnlyMemory<byte>> fontData)
    {
        PixelRuns runs = new();
        using SKBitmap bitmap = new(Info(pixelWidth, Math.Min(BandHeight, pixelHeight)));
        using SKPixmap pixels = bitmap.PeekPixels();
        using Painter painter = new(bitmap, fontData);
        for (int top = 0; top < pixelHeight; top += BandHeight)
        {
            painter.Draw(drawing, pixelWidth, pixelHeight, top);
            runs.Add(pixels.GetPixelSpan()[..(4 * pixelWidth * Math.Min(BandHeight, pixelHeight - top))]);
            if (!runs.ArePlain) return null;
        }
        return runs;
    }

    private static SKImageInfo Info(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);

    private sealed class Painter(SKBitmap bitmap, Func<DrawingFontRequest, ReadOnlyMemory<byte>> fontData) : IDisposable
    {
        private readonly SKCanvas _canvas = new(bitmap);
        private readonly Dictionary<(string Families, int Weight, bool Italic), SKTypeface> _faces = [];

        public void Dispose()
        {
            foreach (SKTypeface face in _faces.Values) face.Dispose();
            _canvas.Dispose();
        }

        /// <summary>Draws as much as the bitmap holds of a drawing on white.</summary>
        /// <param name="drawing">The drawing.</param>
        /// <param name="pixelWidth">The width of all of it.</param>
        /// <param name="pixelHeight">The height of all of it.</param>
        /// <param name="top">The row that the bitmap begins with.</param>
        public void Draw(Drawing drawing, int pixelWidth, int pixelHeight, int top)
        {
            _canvas.ResetMatrix();
            _canvas.Clear(SKColors.White);
            _canvas.Translate(0, -top);
            _canvas.Scale((float)(pixelWidth / drawing.ViewWidth), (float)(pixelHeight / drawing.ViewHeight));
            Draw(drawing.Items);
        }

        private void Draw(ImmutableArray<DrawingItem> items)
        {
            foreach (DrawingItem item in items)
            {
                switch (item)
                {
                    case DrawingGroup group: Draw(group); break;
                    case DrawingShape shape: Draw(shape); break;
                    case DrawingText text: Draw(text); break;
                    case DrawingImage image: Draw(image); break;
                    default: throw new UnreachableException($"{item.GetType().Name} is new: say here how it looks.");
                }
            }
        }

        private void Draw(DrawingGroup group)
        {
            int saved = _canvas.Save();
            _canvas.Concat(Matrix(group.Transform));
            if (group.Clip is Contour clip)
            {
                using SKPath path = PathOf(clip);
                _canvas.ClipPath(path, SKClipOperation.Intersect, antialias: true);
            }
            if (group.Opacity < 1)
            {
                using SKPaint layer = new() { Color = SKColors.Black.WithAlpha(Alpha(group.Opacity)) };
                _canvas.SaveLayer(layer);
            }
            Draw(group.Items);
            _canvas.RestoreToCount(saved);
        }

        private void Draw(DrawingShape shape)
        {
            using SKPath path = PathOf(shape.Contour);
            if (shape.Fill is Paint fill)
            {
                using SKPaint paint = PaintOf(fill, shape.FillOpacity);
                _canvas.DrawPath(path, paint);
            }
            if (shape.Stroke is not Stroke stroke) return;
            using SKPaint pen = PaintOf(stroke.Paint, stroke.Opacity);
            pen.Style = SKPaintStyle.Stroke;
            pen.StrokeWidth = (float)stroke.Width;
            pen.StrokeMiter = (float)stroke.MiterLimit;
            pen.StrokeCap = stroke.Cap switch { 1 => SKStrokeCap.Round, 2 => SKStrokeCap.Square, _ => SKStrokeCap.Butt };
            pen.StrokeJoin = stroke.Join switch { 1 => SKStrokeJoin.Round, 2 => SKStrokeJoin.Bevel, _ => SKStrokeJoin.Miter };
            using SKPathEffect? dashes = stroke.Dashes.IsEmpty ? null
                : SKPathEffect.CreateDash([.. stroke.Dashes.Select(d => (float)d)], (float)stroke.DashOffset);
            pen.PathEffect = dashes;
            _canvas.DrawPath(path, pen);
        }

        private void Draw(DrawingText text)
        {
            double width = text.Runs.Sum(run => run.ShiftX + Measure(run));
            double x = text.X - text.Anchor switch { TextAnchor.Middle => width / 2, TextAnchor.End => width, _ => 0 }, y = text.Y;
            foreach (DrawingTextRun run in text.Runs)
            {
                x += run.ShiftX;
                y += run.ShiftY;
                using SKFont font = FontOf(run);
                using SKPaint paint = PaintOf(run.Fill, run.FillOpacity);
                _canvas.DrawText(run.Text, (float)x, (float)y, SKTextAlign.Left, font, paint);
                x += Measure(run);
            }
        }

        private double Measure(DrawingTextRun run)
        {
            using SKFont font = FontOf(run);
            return font.MeasureText(run.Text);
        }

        private SKFont FontOf(DrawingTextRun run)
        {
            var key = (string.Join('\n', run.Families), run.Weight, run.Italic);
            if (!_faces.TryGetValue(key, out SKTypeface? face))
            {
                using SKData data = SKData.CreateCopy(fontData(new(run.Families, run.Weight, run.Italic)).Span);
                _faces[key] = face = SKTypeface.FromData(data) ?? throw new ArgumentException("The font data given for a drawing is no font.", nameof(fontData));
            }
            return new SKFont(face, (float)run.Size) { Hinting = SKFontHinting.None, Subpixel = true, Edging = SKFontEdging.Antialias };
        }

        private unsafe void Draw(DrawingImage image)
        {
            RasterImage raster = image.Image;
            using MemoryHandle pin = raster.File.Pin();
            using SKData data = SKData.Create((nint)pin.Pointer, raster.File.Length);
            using SKBitmap? bitmap = SKBitmap.Decode(data);
            if (bitmap is null) throw new InvalidOperationException("An image that was read before cannot be decoded now.");
            using SKImage pixels = SKImage.FromBitmap(bitmap);
            using SKPaint paint = new() { IsAntialias = true };
            int saved = _canvas.Save();
            _canvas.Translate((float)image.X, (float)image.Y);
            _canvas.Scale((float)image.Width, (float)image.Height);
            _canvas.Concat(Matrix(Turning(raster.Orientation)));
            _canvas.DrawImage(pixels, new SKRect(0, 0, 1, 1), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
            _canvas.RestoreToCount(saved);
        }

        /// <summary>The unit square as stored to the unit square as seen (Exif 3.0, 4.6.5, Orientation).</summary>
        private static Affine Turning(int orientation) => orientation switch
        {
            2 => new(-1, 0, 0, 1, 1, 0),
            3 => new(-1, 0, 0, -1, 1, 1),
            4 => new(1, 0, 0, -1, 0, 1),
            5 => new(0, 1, 1, 0, 0, 0),
            6 => new(0, 1, -1, 0, 1, 0),
            7 => new(0, -1, -1, 0, 1, 1),
            8 => new(0, -1, 1, 0, 0, 1),
            _ => Affine.Identity,
        };

        private static SKPath PathOf(Contour contour)
        {
            using SKPathBuilder path = new() { FillType = contour.Rule == FillRule.EvenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding };
            foreach (ContourSegment s in contour.Segments)
            {
                switch (s.Kind)
                {
                    case SegmentKind.Move: path.MoveTo((float)s.X, (float)s.Y); break;
                    case SegmentKind.Line: path.LineTo((float)s.X, (float)s.Y); break;
                    case SegmentKind.Curve: path.CubicTo((float)s.X1, (float)s.Y1, (float)s.X2, (float)s.Y2, (float)s.X, (float)s.Y); break;
                    case SegmentKind.Close: path.Close(); break;
                    default: throw new UnreachableException();
                }
            }
            return path.Detach();
        }

        private static SKPaint PaintOf(Paint paint, double opacity)
        {
            SKPaint made = new() { IsAntialias = true, Color = SKColors.Black.WithAlpha(Alpha(opacity)) };
            switch (paint)
            {
                case SolidPaint solid:
                    made.Color = Of(solid.Color, opacity);
                    break;
                case LinearGradient line:
                    made.Shader = SKShader.CreateLinearGradient(new((float)line.X1, (float)line.Y1), new((float)line.X2, (float)line.Y2),
                        Colors(line.Stops), Offsets(line.Stops), SKShaderTileMode.Clamp, Matrix(line.Transform));
                    break;
                case RadialGradient round:
                    made.Shader = SKShader.CreateTwoPointConicalGradient(new((float)round.FocusX, (float)round.FocusY), 0,
                        new((float)round.CenterX, (float)round.CenterY), (float)round.Radius,
                        Colors(round.Stops), Offsets(round.Stops), SKShaderTileMode.Clamp, Matrix(round.Transform));
                    break;
                default:
                    throw new UnreachableException($"{paint.GetType().Name} is new: say here how it looks.");
            }
            return made;
        }

        private static SKColor[] Colors(ImmutableArray<GradientStop> stops) => [.. stops.Select(s => Of(s.Color, s.Opacity))];

        private static float[] Offsets(ImmutableArray<GradientStop> stops) => [.. stops.Select(s => (float)s.Offset)];

        private static SKColor Of(Color color, double opacity) => new(color.Red, color.Green, color.Blue, Alpha(opacity));

        private static byte Alpha(double opacity) => (byte)Math.Round(255 * Math.Clamp(opacity, 0, 1));

        private static SKMatrix Matrix(Affine a) => new((float)a.A, (float)a.C, (float)a.E, (float)a.B, (float)a.D, (float)a.F, 0, 0, 1);
    }
}
