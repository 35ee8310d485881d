using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>Arrowheads and the like on the corners of lines and paths.</summary>
/// <remarks>SVG 2, 13.7.</remarks>
internal static class SvgMarkers
{
    private readonly record struct Corner(double X, double Y, double Angle, bool IsFirst, bool IsLast);

    public static void Draw(SvgDrawer drawer, SvgSubject subject, Contour contour, ImmutableArray<DrawingItem>.Builder into)
    {
        SvgStyle style = subject.Style;
        if (subject.Element.Name is "rect" or "circle" or "ellipse") return;
        if (style.MarkerStart.Text == "none" && style.MarkerMid.Text == "none" && style.MarkerEnd.Text == "none") return;
        foreach (Corner corner in Corners(contour))
        {
            if (corner.IsFirst) Place(drawer, subject, style.MarkerStart, corner, into);
            if (!corner.IsFirst && !corner.IsLast) Place(drawer, subject, style.MarkerMid, corner, into);
            if (corner.IsLast) Place(drawer, subject, style.MarkerEnd, corner, into);
        }
    }

    private static void Place(SvgDrawer drawer, SvgSubject subject, SvgPaint written, Corner corner, ImmutableArray<DrawingItem>.Builder into)
    {
        SvgFile file = drawer.File;
        string text = written.Text.Trim();
        if (!text.StartsWith("url(", StringComparison.Ordinal) || text.IndexOf(')') is not (int close and > 0)) return;
        if (file.Find(written.Place ?? subject.Element, text[4..close].Trim().Trim('"', '\''), "marker") is not SvgElement marker || drawer.IsOpen(marker)) return;

        Dictionary<string, string> declarations = drawer.Sheet.DeclarationsOf(marker);
        // A marker inherits from where it is defined, not from the line it stands on.
        SvgScope scope = subject.Scope with { Style = SvgStyle.Initial.Within(file, marker, declarations, subject.Scope.Diagonal) };
        double width = scope.Across(marker["markerWidth"]) ?? 3, height = scope.Down(marker["markerHeight"]) ?? 3;
        if (width <= 0 || height <= 0) return;
        SvgViewBox? view = SvgViewBox.Of(file, marker);
        Affine fit = view?.Fit(width, height, SvgAspect.Of(file, marker)) ?? Affine.Identity;
        SvgScope inside = scope with { Width = view?.Width ?? width, Height = view?.Height ?? height };
        (double refX, double refY) = fit.Apply(Reference(marker["refX"], inside.Width, view?.X ?? 0), Reference(marker["refY"], inside.Height, view?.Y ?? 0));

        double scale = marker["markerUnits"] == "userSpaceOnUse" ? 1 : subject.Style.StrokeWidth;
        double angle = marker["orient"]?.Trim() switch
        {
            "auto" => corner.Angle,
            "auto-start-reverse" => corner.IsFirst ? corner.Angle + Math.PI : corner.Angle,
            string degrees when SvgLength.Parse(degrees.Replace("deg", "", StringComparison.Ordinal), 1, 1) is double turn => turn * Math.PI / 180,
            _ => 0,
        };
        (double sin, double cos) = Math.SinCos(angle);
        Affine place = new Affine(cos * scale, sin * scale, -sin * scale, cos * scale, corner.X, corner.Y).After(new(1, 0, 0, 1, -refX, -refY));

        ImmutableArray<DrawingItem> items = drawer.ChildrenOfTarget(marker, inside);
        DrawingBox port = new(0, 0, width, height);
        bool cut = declarations.GetValueOrDefault("overflow") is not ("visible" or "auto") && !SvgDrawer.Holds(port, DrawingBounds.WithoutText(items, fit));
        Contour? clip = cut ? new ContourBuilder().Rectangle(0, 0, width, height).ToContour(FillRule.NonZero) : null;
        if (clip is null)
        {
            SvgDrawer.Place(place.After(fit), null, items, into);
            return;
        }
        ImmutableArray<DrawingItem>.Builder fitted = ImmutableArray.CreateBuilder<DrawingItem>();
        SvgDrawer.Place(fit, null, items, fitted);
        SvgDrawer.Place(place, clip, fitted.ToImmutable(), into);
    }

    private static double Reference(string? text, double whole, double start) => text switch
    {
        null => 0,
        "left" or "top" => start,
        "center" => start + whole / 2,
        "right" or "bottom" => start + whole,
        _ => SvgLength.Parse(text, 1, whole) ?? 0,
    };

    /// <summary>Every corner with the direction of the line through it: half-way between the direction it is reached in and the one it is left in.</summary>
    private static List<Corner> Corners(Contour contour)
    {
        List<(double X, double Y, (double X, double Y) In, (double X, double Y) Out)> points = [];
        double x = 0, y = 0, startX = 0, startY = 0;
        foreach (ContourSegment s in contour.Segments)
        {
            if (s.Kind == SegmentKind.Move)
            {
                points.Add((s.X, s.Y, default, default));
                (x, y) = (startX, startY) = (s.X, s.Y);
                continue;
            }
            (double toX, double toY) = s.Kind == SegmentKind.Close ? (startX, startY) : (s.X, s.Y);
            (double, double) first = (toX - x, toY - y), last = first;
            if (s.Kind == SegmentKind.Curve)
            {
                first = Longer((s.X1 - x, s.Y1 - y), (s.X2 - x, s.Y2 - y), first);
                last = Longer((toX - s.X2, toY - s.Y2), (toX - s.X1, toY - s.Y1), last);
            }
            if (points.Count > 0) points[^1] = points[^1] with { Out = first };
            points.Add((toX, toY, last, default));
            (x, y) = (toX, toY);
        }
        return [.. points.Select((p, i) => new Corner(p.X, p.Y, Direction(p.In, p.Out), i == 0, i == points.Count - 1))];
    }

    /// <summary>The first that has a length.</summary>
    private static (double, double) Longer((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        a.X != 0 || a.Y != 0 ? a : b.X != 0 || b.Y != 0 ? b : c;

    private static double Direction((double X, double Y) reached, (double X, double Y) left)
    {
        bool hasIn = reached != default, hasOut = left != default;
        double arriving = Math.Atan2(reached.Y, reached.X), leaving = Math.Atan2(left.Y, left.X);
        if (!hasIn || !hasOut) return hasIn ? arriving : hasOut ? leaving : 0;
        double turn = leaving - arriving;
        if (turn > Math.PI) turn -= 2 * Math.PI;
        if (turn < -Math.PI) turn += 2 * Math.PI;
        return arriving + turn / 2;
    }
}
