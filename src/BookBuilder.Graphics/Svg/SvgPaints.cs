using System.Collections.Immutable;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Svg;

/// <summary>Turns what fill and stroke say into paints.</summary>
/// <remarks>SVG 2, 13.2 (paint) and 14.2 (gradients).</remarks>
internal static class SvgPaints
{
    /// <summary>A gradient may take its stops from another, that from a third …; further than this nobody goes in good faith.</summary>
    private const int LongestChain = 16;

    /// <summary>The paint and how much it covers; the paint is null when nothing is painted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheet">Its styles.</param>
    /// <param name="paint">What is written.</param>
    /// <param name="scope">Around the shape.</param>
    /// <param name="box">The shape's box, for gradients that fit it.</param>
    public static (Paint? Paint, double Opacity) Resolve(SvgFile file, SvgStyleSheet sheet, SvgPaint paint, SvgScope scope, DrawingBox? box)
    {
        string text = paint.Text.Trim();
        SvgElement place = paint.Place ?? file.Root;
        if (text.StartsWith("url(", StringComparison.OrdinalIgnoreCase) && text.IndexOf(')') is int close and > 0)
        {
            string address = text[4..close].Trim().Trim('"', '\'');
            string fallback = text[(close + 1)..].Trim();
            SvgElement? server = file.Find(place, address, "linearGradient", "radialGradient", "pattern");
            if (server?.Name == "pattern") file.Unsupported(server, "a pattern", "fill with a colour or a gradient");
            else if (server is not null) return Gradient(file, sheet, server, scope, box);
            return Resolve(file, sheet, new(fallback.Length > 0 ? fallback : server is null ? "none" : "#c0c0c0", paint.Place), scope, box);
        }
        switch (text.ToLowerInvariant())
        {
            case "none":
                return (null, 1);
            case "currentcolor":
                return (new SolidPaint(scope.Style.CurrentColor.Color), scope.Style.CurrentColor.Opacity);
            case "context-fill" or "context-stroke":
                return (new SolidPaint(Color.Black), 1);
        }
        if (SvgColor.Parse(text) is (Color color, double opacity)) return opacity == 0 ? (null, 1) : (new SolidPaint(color), opacity);
        file.BadValue(place, "fill or stroke", text);
        return (null, 1);
    }

    private static (Paint? Paint, double Opacity) Gradient(SvgFile file, SvgStyleSheet sheet, SvgElement gradient, SvgScope scope, DrawingBox? box)
    {
        List<SvgElement> chain = [gradient];
        while (chain.Count < LongestChain && chain[^1].Reference is string next
            && file.Find(chain[^1], next, "linearGradient", "radialGradient") is SvgElement more && !chain.Contains(more))
            chain.Add(more);
        string? Attribute(string name) => chain.Select(g => g[name]).FirstOrDefault(v => v is not null);

        ImmutableArray<GradientStop> stops = Stops(file, sheet, chain.FirstOrDefault(g => g.Children.Any(c => c.Name == "stop")), scope);
        if (stops.IsEmpty) return (null, 1);
        (Paint, double) last = (new SolidPaint(stops[^1].Color), stops[^1].Opacity);
        if (stops.Length == 1) return last;
        if (Attribute("spreadMethod") is string spread and not "pad") file.Unsupported(gradient, $"a gradient's spread '{spread}'");

        Affine map = Affine.Identity;
        bool ownUnits = Attribute("gradientUnits") == "userSpaceOnUse";
        if (!ownUnits)
        {
            if (box is not DrawingBox b || b.Width <= 0 || b.Height <= 0) return last;
            map = new(b.Width, 0, 0, b.Height, b.Left, b.Top);
        }
        if (Attribute("gradientTransform") is string written)
        {
            if (SvgTransform.Parse(written) is Affine own) map = map.After(own);
            else file.BadValue(gradient, "gradientTransform", written);
        }
        SvgScope units = ownUnits ? scope : scope with { Width = 1, Height = 1 };
        double Across(string name, string usual) => units.Across(Attribute(name)) ?? units.Across(usual)!.Value;
        double Down(string name, string usual) => units.Down(Attribute(name)) ?? units.Down(usual)!.Value;

        if (gradient.Name == "linearGradient")
        {
            LinearGradient line = new(Across("x1", "0%"), Down("y1", "0%"), Across("x2", "100%"), Down("y2", "0%"), stops, map);
            return line.X1 == line.X2 && line.Y1 == line.Y2 ? last : (line, 1);
        }
        double cx = Across("cx", "50%"), cy = Down("cy", "50%"), r = units.Other(Attribute("r")) ?? units.Other("50%")!.Value;
        if (r <= 0) return last;
        if (units.Other(Attribute("fr")) is > 0) file.Unsupported(gradient, "a gradient's inner circle (fr)");
        double fx = units.Across(Attribute("fx")) ?? cx, fy = units.Down(Attribute("fy")) ?? cy;
        double away = Math.Sqrt((fx - cx) * (fx - cx) + (fy - cy) * (fy - cy));
        // A focus on or outside the circle is moved just inside: the cone it would make has no colour behind it.
        if (away > 0.99 * r) (fx, fy) = (cx + (fx - cx) * 0.99 * r / away, cy + (fy - cy) * 0.99 * r / away);
        return (new RadialGradient(cx, cy, r, fx, fy, stops, map), 1);
    }

    private static ImmutableArray<GradientStop> Stops(SvgFile file, SvgStyleSheet sheet, SvgElement? gradient, SvgScope scope)
    {
        if (gradient is null) return [];
        ImmutableArray<GradientStop>.Builder stops = ImmutableArray.CreateBuilder<GradientStop>();
        double least = 0;
        foreach (SvgElement stop in gradient.Children.Where(c => c.Name == "stop"))
        {
            Dictionary<string, string> all = sheet.DeclarationsOf(stop);
            double offset = SvgStyle.Opacity(all.GetValueOrDefault("offset")) ?? 0;
            least = Math.Max(least, offset);
            string written = all.GetValueOrDefault("stop-color") ?? "black";
            string own = all.GetValueOrDefault("color") ?? "";
            (Color color, double opacity) = written.Trim().ToLowerInvariant() == "currentcolor"
                ? SvgColor.Parse(own) ?? scope.Style.CurrentColor
                : SvgColor.Parse(written) ?? Wrong(stop, written);
            stops.Add(new(least, color, opacity * (SvgStyle.Opacity(all.GetValueOrDefault("stop-opacity")) ?? 1)));
        }
        return stops.ToImmutable();

        (Color, double) Wrong(SvgElement stop, string written)
        {
            file.BadValue(stop, "stop-color", written);
            return (Color.Black, 1);
        }
    }
}
