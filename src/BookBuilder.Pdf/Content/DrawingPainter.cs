using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;
using BookBuilder.Pdf.Objects;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Pdf.Content;

/// <summary>Paints the shapes of a drawing. The canvas is mapped already, so that a drawing's own numbers, y down, go into the file.</summary>
internal sealed class DrawingPainter
{
    private readonly GlyphTexts? _texts;
    private readonly DrawingFrame _frame;
    private int _nextText;

    /// <summary>Paints a whole drawing.</summary>
    /// <param name="canvas">The page's, mapped to the drawing's units.</param>
    /// <param name="texts">What glyphs stand for; null in a drawing that only decorates, whose words nobody is told.</param>
    /// <param name="frame">The drawing with its shaped texts.</param>
    /// <param name="toStream">Maps the drawing's units to those the canvas began with.</param>
    public static void Paint(Canvas canvas, GlyphTexts? texts, DrawingFrame frame, Affine toStream)
    {
        Place place = new(canvas, toStream, Affine.Identity);
        new DrawingPainter(texts, frame).Paint(place, frame.Drawing.Items);
    }

    private DrawingPainter(GlyphTexts? texts, DrawingFrame frame) => (_texts, _frame) = (texts, frame);

    private void Paint(Place place, ImmutableArray<DrawingItem> items)
    {
        foreach (DrawingItem item in items)
            switch (item)
            {
                case DrawingGroup group: Paint(place, group); break;
                case DrawingShape shape: Paint(place, shape); break;
                case DrawingText text: Paint(place, text); break;
                case DrawingImage image: Paint(place.Canvas, image); break;
                default: throw new UnreachableException($"{item.GetType().Name} is new: say here how it is painted.");
            }
    }

    private void Paint(Place place, DrawingGroup group)
    {
        if (group.IsPlain)
        {
            Paint(place, group.Items);
            return;
        }
        Canvas canvas = place.Canvas;
        Place inner = place.Under(group.Transform);
        canvas.Save();
        if (group.Transform != Affine.Identity) canvas.Transform(group.Transform);
        if (group.Clip is { } clip)
        {
            // An empty outline shows nothing; an empty path would show all.
            if (clip.Segments.IsEmpty) canvas.Out.Number(0).Number(0).Number(0).Number(0).Operator("re"u8);
            ContourPath.Write(canvas.Out, clip, inner.Decimals);
            canvas.Out.Operator(clip.Rule == FillRule.EvenOdd ? "W*"u8 : "W"u8).Operator("n"u8);
        }
        if (group.Opacity >= 1) Paint(inner, group.Items);
        else
        {
            Canvas whole = new(new ResourceSet(""));
            Paint(new Place(whole, Affine.Identity, inner.ToView), group.Items);
            canvas.Apply(new GraphicsState(Math.Max(0, group.Opacity), null));
            canvas.Draw(canvas.Resources.NameOf(new FormContent(whole.Out.Written.ToArray(), whole.Resources, Visible(inner), IsMask: false)));
        }
        canvas.Restore();
    }

    private void Paint(Place place, DrawingShape shape)
    {
        if (shape.Contour.Segments.IsEmpty) return;
        Canvas canvas = place.Canvas;
        bool evenOdd = shape.Contour.Rule == FillRule.EvenOdd;
        if (shape is { Fill: SolidPaint fill, FillOpacity: >= 1, Stroke: null })
        {
            canvas.Fill(fill.Color);
            ContourPath.Write(canvas.Out, shape.Contour, place.Decimals);
            canvas.Out.Operator(evenOdd ? "f*"u8 : "f"u8);
            return;
        }
        // Filling and stroke are painted one after the other, as SVG does: painted at once, a half-clear stroke would hide the filling under it.
        if (shape.Fill is { } paint && shape.FillOpacity > 0)
        {
            canvas.Save();
            Use(place, paint, shape.FillOpacity, stroke: null);
            ContourPath.Write(canvas.Out, shape.Contour, place.Decimals);
            canvas.Out.Operator(evenOdd ? "f*"u8 : "f"u8);
            canvas.Restore();
        }
        if (shape.Stroke is { Width: > 0, Opacity: > 0 } stroke)
        {
            canvas.Save();
            Use(place, stroke.Paint, stroke.Opacity, stroke);
            Set(canvas.Out, stroke, place.Decimals);
            ContourPath.Write(canvas.Out, shape.Contour, place.Decimals);
            canvas.Out.Operator("S"u8);
            canvas.Restore();
        }
    }

    private void Use(Place place, Paint paint, double opacity, Stroke? stroke)
    {
        Canvas canvas = place.Canvas;
        ImmutableArray<GradientStop> stops = StopsOf(paint);
        if (stops.Length == 1)
        {
            opacity *= stops[0].Opacity;
            paint = new SolidPaint(stops[0].Color);
        }
        FormContent? mask = stops.Length > 1 && stops.Any(stop => stop.Opacity < 1) ? MaskOf(place, paint) : null;
        if (opacity < 1 || mask is not null)
            canvas.Apply(stroke is null ? new GraphicsState(Math.Max(0, opacity), null, mask) : new GraphicsState(null, Math.Max(0, opacity), mask));
        if (paint is SolidPaint solid && stroke is null) canvas.Fill(solid.Color);
        else if (paint is SolidPaint line) canvas.Stroke(line.Color);
        else if (stroke is null) canvas.Fill(new GradientUse(paint, place.ToStream.After(TransformOf(paint)), OfOpacity: false));
        else canvas.Stroke(new GradientUse(paint, place.ToStream.After(TransformOf(paint)), OfOpacity: false));
    }

    // The opacities of a gradient's stops, as greys over all that can be seen.
    private FormContent MaskOf(Place place, Paint paint)
    {
        Canvas mask = new(new ResourceSet(""));
        mask.Transform(TransformOf(paint));
        mask.Out.Name(mask.Resources.ShadingOf(new GradientUse(paint, Affine.Identity, OfOpacity: true))).Operator("sh"u8);
        return new(mask.Out.Written.ToArray(), mask.Resources, Visible(place), IsMask: true);
    }

    private void Paint(Place place, DrawingText text)
    {
        ImmutableArray<GlyphRun> runs = _nextText < _frame.Texts.Length ? _frame.Texts[_nextText] : [];
        _nextText++;
        if (runs.IsEmpty) return;
        place.Canvas.Save();
        // A shaped run does not say which of the text's runs it came from; one opacity serves the line.
        if (text.Runs[0].FillOpacity < 1) place.Canvas.Apply(new GraphicsState(Math.Max(0, text.Runs[0].FillOpacity), null));
        TextPainter painter = TextPainter.InDrawing(place.Canvas, _texts);
        foreach (GlyphRun run in runs) painter.Show(run);
        painter.End();
        place.Canvas.Restore();
    }

    private static void Paint(Canvas canvas, DrawingImage image)
    {
        canvas.Save();
        canvas.Transform(new Affine(image.Width, 0, 0, -image.Height, image.X, image.Y + image.Height).After(Orientations.Of(image.Image.Orientation)));
        canvas.Draw(canvas.Resources.NameOf(image.Image));
        canvas.Restore();
    }

    private static void Set(Syntax to, Stroke stroke, int decimals)
    {
        to.Number(stroke.Width, decimals).Operator("w"u8);
        if (stroke.Cap != 0) to.Number(stroke.Cap).Operator("J"u8);
        if (stroke.Join != 0) to.Number(stroke.Join).Operator("j"u8);
        if (stroke.Join == 0) to.Number(Math.Max(1, stroke.MiterLimit), 3).Operator("M"u8);
        double period = stroke.Dashes.Sum();
        if (!(period > 0)) return;
        to.OpenArray();
        foreach (double dash in stroke.Dashes) to.Number(dash, decimals);
        if (stroke.Dashes.Length % 2 == 1) period *= 2;
        double offset = stroke.DashOffset % period;
        to.CloseArray().Number(offset < 0 ? offset + period : offset, decimals).Operator("d"u8);
    }

    // What of the view box can be seen, in the units of a place.
    private Bounds Visible(Place place)
    {
        Affine map = place.ToView;
        double determinant = map.A * map.D - map.B * map.C;
        if (determinant == 0) return new(0, 0, 0, 0);
        Affine back = new(map.D / determinant, -map.B / determinant, -map.C / determinant, map.A / determinant,
            (map.C * map.F - map.D * map.E) / determinant, (map.B * map.E - map.A * map.F) / determinant);
        Bounds seen = Bounds.Empty;
        foreach ((double x, double y) in (ReadOnlySpan<(double, double)>)
            [(0, 0), (_frame.Drawing.ViewWidth, 0), (0, _frame.Drawing.ViewHeight), (_frame.Drawing.ViewWidth, _frame.Drawing.ViewHeight)])
        {
            (double u, double v) = back.Apply(x, y);
            seen = seen.With(u, v);
        }
        return seen;
    }

    private static ImmutableArray<GradientStop> StopsOf(Paint paint) => paint switch
    {
        SolidPaint => [],
        LinearGradient linear => linear.Stops,
        RadialGradient radial => radial.Stops,
        _ => throw new UnreachableException($"{paint.GetType().Name} is new: say here what its stops are."),
    };

    private static Affine TransformOf(Paint paint) => paint switch
    {
        LinearGradient linear => linear.Transform,
        RadialGradient radial => radial.Transform,
        _ => throw new UnreachableException($"{paint.GetType().Name} is new: say here where it stands."),
    };

    /// <summary>Where in a drawing something is painted.</summary>
    /// <param name="Canvas">Onto what.</param>
    /// <param name="ToStream">Maps the units here to those the canvas began with; patterns are placed by it (ISO 32000-1, 8.7.2).</param>
    /// <param name="ToView">Maps the units here to the drawing's.</param>
    private sealed record Place(Canvas Canvas, Affine ToStream, Affine ToView)
    {
        /// <summary>Enough decimals for a thousandth of a point on paper, as far as the stream knows its size.</summary>
        public int Decimals
        {
            get
            {
                double scale = Math.Max(Math.Abs(ToStream.A) + Math.Abs(ToStream.B), Math.Abs(ToStream.C) + Math.Abs(ToStream.D));
                int decimals = 3;
                for (; scale > 2 && decimals < 7; scale /= 10) decimals++;
                return decimals;
            }
        }

        public Place Under(Affine map) => new(Canvas, ToStream.After(map), ToView.After(map));
    }
}
