using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>The outlines of the basic shapes and of paths.</summary>
/// <remarks>SVG 2, 10.</remarks>
internal static class SvgShapes
{
    public static bool IsShape(string name) => name is "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon";

    /// <summary>The outline; null when the shape draws nothing.</summary>
    public static Contour? Outline(SvgFile file, SvgSubject s, FillRule rule)
    {
        ContourBuilder contour = new();
        switch (s.Element.Name)
        {
            case "path":
                string data = s["d"] ?? "";
                if (data.Trim() is "" or "none") return null;
                Contour path = SvgPathData.Parse(data, rule, out bool isWhole);
                if (!isWhole) file.BadValue(s.Element, "d", data);
                return path.Segments.IsEmpty ? null : path;
            case "rect":
                return Rectangle(file, s, contour) ? contour.ToContour(rule) : null;
            case "circle":
                double radius = s.Other(file, "r");
                if (radius <= 0) return null;
                return contour.Ellipse(s.Across(file, "cx"), s.Down(file, "cy"), radius, radius).ToContour(rule);
            case "ellipse":
                double rx = s.Across(file, "rx"), ry = s.Down(file, "ry");
                if (s["rx"] is null or "auto") rx = ry;
                if (s["ry"] is null or "auto") ry = rx;
                if (rx <= 0 || ry <= 0) return null;
                return contour.Ellipse(s.Across(file, "cx"), s.Down(file, "cy"), rx, ry).ToContour(rule);
            case "line":
                return contour.Move(s.Across(file, "x1"), s.Down(file, "y1")).Line(s.Across(file, "x2"), s.Down(file, "y2")).ToContour(rule);
            default:
                return Points(file, s, contour) ? contour.ToContour(rule) : null;
        }
    }

    private static bool Rectangle(SvgFile file, SvgSubject s, ContourBuilder contour)
    {
        double x = s.Across(file, "x"), y = s.Down(file, "y"), width = s.Across(file, "width"), height = s.Down(file, "height");
        if (width <= 0 || height <= 0) return false;
        double? askedX = s["rx"] is null or "auto" ? null : s.Across(file, "rx"), askedY = s["ry"] is null or "auto" ? null : s.Down(file, "ry");
        double rx = Math.Clamp(askedX ?? askedY ?? 0, 0, width / 2), ry = Math.Clamp(askedY ?? askedX ?? 0, 0, height / 2);
        if (rx == 0 || ry == 0) contour.Rectangle(x, y, width, height);
        else contour.Rounded(x, y, width, height, rx, ry);
        return true;
    }

    private static bool Points(SvgFile file, SvgSubject s, ContourBuilder contour)
    {
        string text = s.Element["points"] ?? "";
        SvgScanner scanner = new(text.AsSpan().Trim());
        while (!scanner.AtEnd)
        {
            if (!scanner.TryNumber(out double x)) break;
            scanner.SkipCommaSpace();
            if (!scanner.TryNumber(out double y)) break;
            scanner.SkipCommaSpace();
            if (contour.IsEmpty) contour.Move(x, y);
            else contour.Line(x, y);
        }
        if (!scanner.AtEnd) file.BadValue(s.Element, "points", text);
        if (contour.IsEmpty) return false;
        if (s.Element.Name == "polygon") contour.Close();
        return true;
    }
}
