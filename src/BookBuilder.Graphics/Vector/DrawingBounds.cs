using System.Collections.Immutable;

namespace BookBuilder.Graphics.Vector;

/// <summary>A box in a drawing's units.</summary>
internal readonly record struct DrawingBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;

    public DrawingBox Include(double x, double y) => new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));

    public static DrawingBox At(double x, double y) => new(x, y, x, y);

    public static DrawingBox? Union(DrawingBox? a, DrawingBox? b) => a is not DrawingBox first ? b : b is not DrawingBox second ? a
        : first.Include(second.Left, second.Top).Include(second.Right, second.Bottom);

    public static DrawingBox? Intersect(DrawingBox a, DrawingBox b)
    {
        DrawingBox both = new(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
        return both.Width < 0 || both.Height < 0 ? null : both;
    }
}

/// <summary>The boxes that outlines and items fill, without the width of strokes.</summary>
internal static class DrawingBounds
{
    public static ContourSegment Mapped(this ContourSegment s, Affine map)
    {
        if (s.Kind == SegmentKind.Close) return s;
        (double x, double y) = map.Apply(s.X, s.Y);
        if (s.Kind != SegmentKind.Curve) return new(s.Kind, x, y);
        (double x1, double y1) = map.Apply(s.X1, s.Y1);
        (double x2, double y2) = map.Apply(s.X2, s.Y2);
        return new(s.Kind, x, y, x1, y1, x2, y2);
    }

    /// <summary>The exact box of an outline; null when it has no segment.</summary>
    public static DrawingBox? Of(Contour contour) => Of(contour, Affine.Identity);

    public static DrawingBox? Of(Contour contour, Affine map)
    {
        DrawingBox? box = null;
        double x = 0, y = 0;
        foreach (ContourSegment segment in contour.Segments)
        {
            if (segment.Kind == SegmentKind.Close) continue;
            ContourSegment s = segment.Mapped(map);
            box = box?.Include(s.X, s.Y) ?? DrawingBox.At(s.X, s.Y);
            if (s.Kind == SegmentKind.Curve)
            {
                foreach (double t in Turns(x, s.X1, s.X2, s.X)) box = box.Value.Include(At(t, x, s.X1, s.X2, s.X), box.Value.Top);
                foreach (double t in Turns(y, s.Y1, s.Y2, s.Y)) box = box.Value.Include(box.Value.Left, At(t, y, s.Y1, s.Y2, s.Y));
            }
            (x, y) = (s.X, s.Y);
        }
        return box;
    }

    /// <summary>The box of all items; texts, whose widths only the page knows, are taken for half an em a character.</summary>
    public static DrawingBox? Of(ImmutableArray<DrawingItem> items, Affine map) => Of(items, map, Guess);

    /// <summary>The box of shapes and images alone: what is cut by it does not hang on a guess.</summary>
    public static DrawingBox? WithoutText(ImmutableArray<DrawingItem> items, Affine map) => Of(items, map, static _ => new Contour([], FillRule.NonZero));

    private static DrawingBox? Of(ImmutableArray<DrawingItem> items, Affine map, Func<DrawingText, Contour> textBox)
    {
        DrawingBox? box = null;
        foreach (DrawingItem item in items)
            box = DrawingBox.Union(box, item switch
            {
                DrawingGroup group => Seen(group, map.After(group.Transform), textBox),
                DrawingShape shape => Of(shape.Contour, map),
                DrawingImage image => Of(new ContourBuilder().Rectangle(image.X, image.Y, image.Width, image.Height).ToContour(FillRule.NonZero), map),
                DrawingText text => Of(textBox(text), map),
                _ => throw new System.Diagnostics.UnreachableException($"{item.GetType().Name} is new: say here how large it is."),
            });
        return box;
    }

    private static DrawingBox? Seen(DrawingGroup group, Affine map, Func<DrawingText, Contour> textBox)
    {
        if (Of(group.Items, map, textBox) is not DrawingBox box) return null;
        if (group.Clip is not Contour clip) return box;
        return Of(clip, map) is DrawingBox window ? DrawingBox.Intersect(box, window) : null;
    }

    private static Contour Guess(DrawingText text)
    {
        double size = text.Runs.Max(r => r.Size), width = text.Runs.Sum(r => r.Text.Length * r.Size / 2);
        double left = text.X - text.Anchor switch { TextAnchor.Middle => width / 2, TextAnchor.End => width, _ => 0 };
        return new ContourBuilder().Rectangle(left, text.Y - 0.8 * size, width, size).ToContour(FillRule.NonZero);
    }

    /// <summary>Where a cubic's coordinate turns back: the roots of its derivative between 0 and 1.</summary>
    private static IEnumerable<double> Turns(double p0, double p1, double p2, double p3)
    {
        double a = p3 - 3 * p2 + 3 * p1 - p0, b = 2 * (p2 - 2 * p1 + p0), c = p1 - p0;
        if (Math.Abs(a) < 1e-12)
        {
            if (Math.Abs(b) > 1e-12 && -c / b is > 0 and < 1) yield return -c / b;
            yield break;
        }
        double inner = b * b - 4 * a * c;
        if (inner < 0) yield break;
        double root = Math.Sqrt(inner);
        if ((-b + root) / (2 * a) is double first and > 0 and < 1) yield return first;
        if ((-b - root) / (2 * a) is double second and > 0 and < 1) yield return second;
    }

    private static double At(double t, double p0, double p1, double p2, double p3)
    {
        double u = 1 - t;
        return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
    }
}
