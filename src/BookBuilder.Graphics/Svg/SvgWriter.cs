using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Svg;

/// <summary>Writes a drawing as SVG. Only what the drawing holds comes out: no script, no style sheet, no address.</summary>
public static class SvgWriter
{
    /// <summary>The drawing as one svg element, in lines that end with a line feed; no XML declaration, so that it can stand inside XHTML as well.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="idPrefix">Begins the id of every gradient and clip path; drawings inside one document need different ones.</param>
    /// <returns>The same text for the same drawing, always.</returns>
    public static string Write(Drawing drawing, string idPrefix = "")
    {
        Scribe scribe = new(idPrefix);
        foreach (DrawingItem item in drawing.Items) scribe.Write(item);
        return scribe.Whole(drawing);
    }

    private sealed class Scribe(string idPrefix)
    {
        private readonly StringBuilder _body = new(), _definitions = new();
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
        private bool _hasImages;

        public string Whole(Drawing drawing)
        {
            StringBuilder whole = new();
            whole.Append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
            if (_hasImages) whole.Append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
            whole.Append(CultureInfo.InvariantCulture, $" width=\"{N(drawing.Width.Points)}pt\" height=\"{N(drawing.Height.Points)}pt\"")
                .Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {N(drawing.ViewWidth)} {N(drawing.ViewHeight)}\" preserveAspectRatio=\"none\">\n");
            if (drawing.Title is string title) whole.Append("<title>").Append(Text(title)).Append("</title>\n");
            if (drawing.Description is string description) whole.Append("<desc>").Append(Text(description)).Append("</desc>\n");
            if (_definitions.Length > 0) whole.Append("<defs>\n").Append(_definitions).Append("</defs>\n");
            return whole.Append(_body).Append("</svg>\n").ToString();
        }

        public void Write(DrawingItem item)
        {
            switch (item)
            {
                case DrawingGroup group: Group(group); break;
                case DrawingShape shape: Shape(shape); break;
                case DrawingText text: TextLine(text); break;
                case DrawingImage image: Image(image); break;
                default: throw new UnreachableException($"{item.GetType().Name} is new: say here how SVG writes it.");
            }
        }

        private void Group(DrawingGroup group)
        {
            _body.Append("<g");
            Transform(_body, "transform", group.Transform);
            if (group.Opacity < 1) Attribute("opacity", N(group.Opacity));
            if (group.Clip is Contour clip)
            {
                string rule = clip.Rule == FillRule.EvenOdd ? " clip-rule=\"evenodd\"" : "";
                Attribute("clip-path", $"url(#{Defined("c", "clipPath", "", $"<path d=\"{Data(clip)}\"{rule}/>")})");
            }
            _body.Append(">\n");
            foreach (DrawingItem item in group.Items) Write(item);
            _body.Append("</g>\n");
        }

        private void Shape(DrawingShape shape)
        {
            _body.Append("<path");
            Attribute("d", Data(shape.Contour));
            Attribute("fill", shape.Fill is Paint fill ? PaintOf(fill) : "none");
            if (shape.Fill is not null && shape.FillOpacity < 1) Attribute("fill-opacity", N(shape.FillOpacity));
            if (shape.Fill is not null && shape.Contour.Rule == FillRule.EvenOdd) Attribute("fill-rule", "evenodd");
            if (shape.Stroke is Stroke stroke) StrokeOf(stroke);
            _body.Append("/>\n");
        }

        private void StrokeOf(Stroke stroke)
        {
            Attribute("stroke", PaintOf(stroke.Paint));
            if (stroke.Width != 1) Attribute("stroke-width", N(stroke.Width));
            if (stroke.Opacity < 1) Attribute("stroke-opacity", N(stroke.Opacity));
            if (stroke.Cap != 0) Attribute("stroke-linecap", stroke.Cap == 1 ? "round" : "square");
            if (stroke.Join != 0) Attribute("stroke-linejoin", stroke.Join == 1 ? "round" : "bevel");
            if (stroke.Join == 0 && stroke.MiterLimit != 4) Attribute("stroke-miterlimit", N(stroke.MiterLimit));
            if (stroke.Dashes.IsEmpty) return;
            Attribute("stroke-dasharray", string.Join(' ', stroke.Dashes.Select(N)));
            if (stroke.DashOffset != 0) Attribute("stroke-dashoffset", N(stroke.DashOffset));
        }

        private void TextLine(DrawingText text)
        {
            _body.Append("<text");
            Attribute("x", N(text.X));
            Attribute("y", N(text.Y));
            if (text.Anchor != TextAnchor.Start) Attribute("text-anchor", text.Anchor == TextAnchor.Middle ? "middle" : "end");
            string plain = string.Concat(text.Runs.Select(r => r.Text));
            if (plain.StartsWith(' ') || plain.EndsWith(' ') || plain.Contains("  ", StringComparison.Ordinal)) Attribute("xml:space", "preserve");
            if (text.Runs is [{ ShiftX: 0, ShiftY: 0 } only])
            {
                Type(only);
                _body.Append('>').Append(Text(only.Text)).Append("</text>\n");
                return;
            }
            _body.Append('>');
            foreach (DrawingTextRun run in text.Runs)
            {
                _body.Append("<tspan");
                if (run.ShiftX != 0) Attribute("dx", N(run.ShiftX));
                if (run.ShiftY != 0) Attribute("dy", N(run.ShiftY));
                Type(run);
                _body.Append('>').Append(Text(run.Text)).Append("</tspan>");
            }
            _body.Append("</text>\n");
        }

        private void Type(DrawingTextRun run)
        {
            if (!run.Families.IsEmpty) Attribute("font-family", Text(string.Join(", ", run.Families.Select(Family))));
            Attribute("font-size", N(run.Size));
            if (run.Weight != 400) Attribute("font-weight", run.Weight.ToString(CultureInfo.InvariantCulture));
            if (run.Italic) Attribute("font-style", "italic");
            Attribute("fill", PaintOf(run.Fill));
            if (run.FillOpacity < 1) Attribute("fill-opacity", N(run.FillOpacity));
        }

        private void Image(DrawingImage image)
        {
            _hasImages = true;
            string type = image.Image.Format == RasterFormat.Png ? "image/png" : "image/jpeg";
            _body.Append("<image");
            Attribute("x", N(image.X));
            Attribute("y", N(image.Y));
            Attribute("width", N(image.Width));
            Attribute("height", N(image.Height));
            Attribute("preserveAspectRatio", "none");
            Attribute("xlink:href", $"data:{type};base64,{Convert.ToBase64String(image.Image.File.Span)}");
            _body.Append("/>\n");
        }

        private void Attribute(string name, string value) => _body.Append(' ').Append(name).Append("=\"").Append(value).Append('"');

        private string PaintOf(Paint paint)
        {
            switch (paint)
            {
                case SolidPaint solid:
                    return Hex(solid.Color);
                case LinearGradient line:
                    return $"url(#{Defined("g", "linearGradient", $" x1=\"{N(line.X1)}\" y1=\"{N(line.Y1)}\" x2=\"{N(line.X2)}\" y2=\"{N(line.Y2)}\"{Map(line.Transform)}", Stops(line.Stops))})";
                case RadialGradient round:
                    string focus = round.FocusX == round.CenterX && round.FocusY == round.CenterY ? "" : $" fx=\"{N(round.FocusX)}\" fy=\"{N(round.FocusY)}\"";
                    return $"url(#{Defined("g", "radialGradient", $" cx=\"{N(round.CenterX)}\" cy=\"{N(round.CenterY)}\" r=\"{N(round.Radius)}\"{focus}{Map(round.Transform)}", Stops(round.Stops))})";
                default:
                    throw new UnreachableException($"{paint.GetType().Name} is new: say here how SVG writes it.");
            }

            static string Map(Affine map)
            {
                StringBuilder attributes = new(" gradientUnits=\"userSpaceOnUse\"");
                Transform(attributes, "gradientTransform", map);
                return attributes.ToString();
            }
        }

        private static string Stops(ImmutableArray<GradientStop> stops) => string.Concat(stops.Select(s =>
            $"<stop offset=\"{N(s.Offset)}\" stop-color=\"{Hex(s.Color)}\"{(s.Opacity < 1 ? $" stop-opacity=\"{N(s.Opacity)}\"" : "")}/>"));

        /// <summary>The id of a definition; the same definition is written once.</summary>
        private string Defined(string letter, string element, string attributes, string content)
        {
            string written = $"{element}{attributes}>{content}</{element}>\n";
            if (_ids.TryGetValue(written, out string? known)) return known;
            string id = $"{idPrefix}{letter}{(_ids.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            _ids[written] = id;
            _definitions.Append('<').Append(element).Append(" id=\"").Append(id).Append('"').Append(written.AsSpan(element.Length));
            return id;
        }

        private static void Transform(StringBuilder into, string name, Affine map)
        {
            if (map == Affine.Identity) return;
            // A matrix keeps more digits than a place does: it multiplies.
            string value = map is { A: 1, B: 0, C: 0, D: 1 }
                ? $"translate({N(map.E)} {N(map.F)})"
                : $"matrix({M(map.A)} {M(map.B)} {M(map.C)} {M(map.D)} {N(map.E)} {N(map.F)})";
            into.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        }

        private static string Data(Contour contour)
        {
            StringBuilder data = new();
            foreach (ContourSegment s in contour.Segments)
                _ = s.Kind switch
                {
                    SegmentKind.Move => data.Append('M').Append(N(s.X)).Append(' ').Append(N(s.Y)),
                    SegmentKind.Line => data.Append('L').Append(N(s.X)).Append(' ').Append(N(s.Y)),
                    SegmentKind.Curve => data.Append('C').Append(N(s.X1)).Append(' ').Append(N(s.Y1)).Append(' ').Append(N(s.X2)).Append(' ').Append(N(s.Y2))
                        .Append(' ').Append(N(s.X)).Append(' ').Append(N(s.Y)),
                    SegmentKind.Close => data.Append('Z'),
                    _ => throw new UnreachableException(),
                };
            return data.ToString();
        }

        private static string Family(string name) => name is "serif" or "sans-serif" or "monospace" or "cursive" or "fantasy" or "system-ui" or "math"
            ? name
            : $"'{name.Replace("'", "", StringComparison.Ordinal)}'";

        private static string Hex(Color color) => string.Create(CultureInfo.InvariantCulture, $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}");

        private static string N(double value) => Number(value, "0.####");

        private static string M(double value) => Number(value, "0.########");

        private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture) is string text and not "-0" ? text : "0";

        /// <summary>Text and attribute values, without the characters XML does not know.</summary>
        private static string Text(string value)
        {
            StringBuilder text = new(value.Length);
            for (int i = 0; i < value.Length; i++)
            {
                char c = value[i];
                if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) text.Append(c).Append(value[++i]);
                else if (XmlConvert.IsXmlChar(c)) text.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => c.ToString() });
            }
            return text.ToString();
        }
    }
}
