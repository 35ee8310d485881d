using System.Collections.Immutable;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Vector;

/// <summary>A picture of shapes, in its own units: x to the right, y down, from the top left of the view box.</summary>
/// <param name="Width">Natural width when printed.</param>
/// <param name="Height">Natural height when printed.</param>
/// <param name="ViewWidth">The width in the drawing's units.</param>
/// <param name="ViewHeight">The height in the drawing's units.</param>
/// <param name="Items">What to draw, from the back to the front; the view box begins at 0,0.</param>
public sealed record Drawing(Length Width, Length Height, double ViewWidth, double ViewHeight, ImmutableArray<DrawingItem> Items)
{
    /// <summary>Its title; null when it has none.</summary>
    public string? Title { get; init; }
    /// <summary>Its description; null when it has none.</summary>
    public string? Description { get; init; }
}

/// <summary>An affine map: x' = A x + C y + E, y' = B x + D y + F (as SVG's matrix).</summary>
public readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    /// <summary>The map that changes nothing.</summary>
    public static Affine Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>This map after another: first <paramref name="inner"/>, then this.</summary>
    public Affine After(Affine inner) => new(
        A * inner.A + C * inner.B, B * inner.A + D * inner.B,
        A * inner.C + C * inner.D, B * inner.C + D * inner.D,
        A * inner.E + C * inner.F + E, B * inner.E + D * inner.F + F);

    /// <summary>The image of a point.</summary>
    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}

/// <summary>Something drawn. A closed set.</summary>
public abstract record DrawingItem
{
    private protected DrawingItem() { }
}

/// <summary>Items drawn together.</summary>
/// <param name="Transform">Maps the group's units to those around it.</param>
/// <param name="Opacity">0 to 1, of the group as a whole.</param>
/// <param name="Clip">What of the group is seen, in the group's units; null for all of it.</param>
/// <param name="Items">The items.</param>
public sealed record DrawingGroup(Affine Transform, double Opacity, Contour? Clip, ImmutableArray<DrawingItem> Items) : DrawingItem
{
    /// <summary>Whether it only holds its items together: they look as they would without it.</summary>
    public bool IsPlain => Transform == Affine.Identity && Opacity >= 1 && Clip is null;
}

/// <summary>A filled or stroked outline.</summary>
public sealed record DrawingShape(Contour Contour, Paint? Fill, double FillOpacity, Stroke? Stroke) : DrawingItem;

/// <summary>Where a text run is held.</summary>
public enum TextAnchor
{
    /// <summary>At its beginning.</summary>
    Start,
    /// <summary>At its middle.</summary>
    Middle,
    /// <summary>At its end.</summary>
    End,
}

/// <summary>Text held at one place: its runs follow each other on one line, and the line as a whole is held by <paramref name="Anchor"/>.</summary>
/// <param name="X">Where it is held, in the units around it.</param>
/// <param name="Y">The baseline.</param>
/// <param name="Anchor">What of it is held there.</param>
/// <param name="Runs">At least one. Only who shapes them knows how wide they are.</param>
public sealed record DrawingText(double X, double Y, TextAnchor Anchor, ImmutableArray<DrawingTextRun> Runs) : DrawingItem;

/// <summary>Text of one type and colour; the page shapes it with the book's faces.</summary>
/// <param name="Text">The characters; spaces at its ends count.</param>
/// <param name="Size">The type size in the drawing's units.</param>
/// <param name="Families">The families asked for, first choice first ("Source Sans 3", "sans-serif"); empty when none is.</param>
/// <param name="Weight">400, 600, 700 …</param>
/// <param name="Italic">Whether italic.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="FillOpacity">0 to 1.</param>
public sealed record DrawingTextRun(string Text, double Size, ImmutableArray<string> Families, int Weight, bool Italic, Paint Fill, double FillOpacity)
{
    /// <summary>Moves this run and all after it to the right, in the drawing's units.</summary>
    public double ShiftX { get; init; }
    /// <summary>Moves this run and all after it DOWN.</summary>
    public double ShiftY { get; init; }
}

/// <summary>A raster image inside a drawing (only from a data: address).</summary>
public sealed record DrawingImage(RasterImage Image, double X, double Y, double Width, double Height) : DrawingItem;

/// <summary>How an outline is filled where it crosses itself.</summary>
public enum FillRule
{
    /// <summary>Where it winds around.</summary>
    NonZero,
    /// <summary>Where it is crossed an odd number of times.</summary>
    EvenOdd,
}

/// <summary>An outline of straight and curved segments.</summary>
public sealed record Contour(ImmutableArray<ContourSegment> Segments, FillRule Rule);

/// <summary>The kinds of segment.</summary>
public enum SegmentKind
{
    /// <summary>Begins a new part at X,Y.</summary>
    Move,
    /// <summary>A straight line to X,Y.</summary>
    Line,
    /// <summary>A cubic Bézier curve to X,Y by X1,Y1 and X2,Y2.</summary>
    Curve,
    /// <summary>Back to where the part began.</summary>
    Close,
}

/// <summary>A segment of an outline. The control points matter only in curves.</summary>
public readonly record struct ContourSegment(SegmentKind Kind, double X, double Y, double X1 = 0, double Y1 = 0, double X2 = 0, double Y2 = 0);

/// <summary>What fills or strokes. A closed set.</summary>
public abstract record Paint
{
    private protected Paint() { }
}

/// <summary>One colour.</summary>
public sealed record SolidPaint(Color Color) : Paint;

/// <summary>A colour at a place of a gradient, 0 to 1.</summary>
public readonly record struct GradientStop(double Offset, Color Color, double Opacity);

/// <summary>Colours along a line; coordinates in the shape's units once <paramref name="Transform"/> is applied.</summary>
public sealed record LinearGradient(double X1, double Y1, double X2, double Y2, ImmutableArray<GradientStop> Stops, Affine Transform) : Paint;

/// <summary>Colours around a point.</summary>
public sealed record RadialGradient(double CenterX, double CenterY, double Radius, double FocusX, double FocusY,
    ImmutableArray<GradientStop> Stops, Affine Transform) : Paint;

/// <summary>How an outline is stroked.</summary>
/// <param name="Paint">With what.</param>
/// <param name="Width">How wide, in the shape's units.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Cap">0 butt, 1 round, 2 square, as in PDF.</param>
/// <param name="Join">0 miter, 1 round, 2 bevel, as in PDF.</param>
/// <param name="MiterLimit">As in SVG and PDF.</param>
/// <param name="Dashes">Lengths on and off; empty for a solid line.</param>
/// <param name="DashOffset">Where in the pattern the line begins.</param>
public sealed record Stroke(Paint Paint, double Width, double Opacity, int Cap, int Join, double MiterLimit,
    ImmutableArray<double> Dashes, double DashOffset);
