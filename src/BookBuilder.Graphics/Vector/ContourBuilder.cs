using System.Collections.Immutable;

namespace BookBuilder.Graphics.Vector;

/// <summary>Gathers the segments of an outline.</summary>
internal sealed class ContourBuilder
{
    /// <summary>The distance of the control points of a quarter circle of radius 1: 4/3 (√2 - 1).</summary>
    private const double Quarter = 0.5522847498307936;

    private readonly ImmutableArray<ContourSegment>.Builder _segments = ImmutableArray.CreateBuilder<ContourSegment>();

    public bool IsEmpty => _segments.Count == 0;

    public ContourBuilder Move(double x, double y) => Add(new(SegmentKind.Move, x, y));

    public ContourBuilder Line(double x, double y) => Add(new(SegmentKind.Line, x, y));

    public ContourBuilder Curve(double x1, double y1, double x2, double y2, double x, double y) => Add(new(SegmentKind.Curve, x, y, x1, y1, x2, y2));

    public ContourBuilder Close() => Add(new(SegmentKind.Close, 0, 0));

    public ContourBuilder Rectangle(double x, double y, double width, double height) =>
        Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public ContourBuilder Rounded(double x, double y, double width, double height, double rx, double ry)
    {
        double kx = rx * (1 - Quarter), ky = ry * (1 - Quarter), right = x + width, bottom = y + height;
        return Move(x + rx, y).Line(right - rx, y).Curve(right - kx, y, right, y + ky, right, y + ry)
            .Line(right, bottom - ry).Curve(right, bottom - ky, right - kx, bottom, right - rx, bottom)
            .Line(x + rx, bottom).Curve(x + kx, bottom, x, bottom - ky, x, bottom - ry)
            .Line(x, y + ry).Curve(x, y + ky, x + kx, y, x + rx, y).Close();
    }

    public ContourBuilder Ellipse(double cx, double cy, double rx, double ry)
    {
        double kx = rx * Quarter, ky = ry * Quarter;
        return Move(cx + rx, cy).Curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry).Curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
            .Curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry).Curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy).Close();
    }

    /// <summary>Another outline, mapped.</summary>
    public ContourBuilder Append(Contour other, Affine map)
    {
        foreach (ContourSegment s in other.Segments) Add(s.Mapped(map));
        return this;
    }

    public Contour ToContour(FillRule rule) => new(_segments.ToImmutable(), rule);

    private ContourBuilder Add(ContourSegment segment)
    {
        _segments.Add(segment);
        return this;
    }
}
