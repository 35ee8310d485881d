using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>Reads the d attribute of a path into lines and cubic curves.</summary>
/// <remarks>SVG 2, 9.3 (grammar, and drawing up to the first error, 9.5.4) and B.2.4 (arcs by their centres).</remarks>
internal static class SvgPathData
{
    /// <summary>The outline up to the first mistake.</summary>
    /// <param name="text">The path data.</param>
    /// <param name="rule">How it is filled.</param>
    /// <param name="isWhole">False when there was a mistake.</param>
    public static Contour Parse(string text, FillRule rule, out bool isWhole)
    {
        Pen pen = new();
        isWhole = pen.Run(text);
        return pen.Contour.ToContour(rule);
    }

    private sealed class Pen
    {
        public readonly ContourBuilder Contour = new();
        private double _x, _y, _startX, _startY, _controlX, _controlY;
        private char _last;

        public bool Run(string text)
        {
            SvgScanner scanner = new(text);
            scanner.SkipSpace();
            char command = '\0';
            while (!scanner.AtEnd)
            {
                if (char.IsAsciiLetter(scanner.Current))
                {
                    command = scanner.Current;
                    scanner.Advance();
                    scanner.SkipSpace();
                    if (Contour.IsEmpty && char.ToUpperInvariant(command) != 'M') return false;
                }
                else if (command is '\0' or 'z' or 'Z')
                {
                    return false;
                }
                if (!Step(ref scanner, command)) return false;
                _last = char.ToUpperInvariant(command);
                // After a move, further pairs are lines.
                command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
                scanner.SkipCommaSpace();
            }
            return true;
        }

        private bool Step(ref SvgScanner scanner, char command)
        {
            char kind = char.ToUpperInvariant(command);
            (double fromX, double fromY) = char.IsAsciiLetterLower(command) ? (_x, _y) : (0, 0);
            if (kind == 'Z')
            {
                Contour.Close();
                (_x, _y) = (_startX, _startY);
                return true;
            }
            if (kind == 'A') return Arc(ref scanner, fromX, fromY);
            int count = kind switch { 'M' or 'L' or 'T' => 2, 'H' or 'V' => 1, 'S' or 'Q' => 4, 'C' => 6, _ => 0 };
            if (count == 0) return false;
            Span<double> n = stackalloc double[count];
            for (int i = 0; i < count; i++)
            {
                if (i > 0) scanner.SkipCommaSpace();
                if (!scanner.TryNumber(out n[i])) return false;
                n[i] += kind == 'V' || i % 2 == 1 ? fromY : fromX;
            }
            if (_last == 'Z' && kind != 'M') Contour.Move(_x, _y);
            switch (kind)
            {
                case 'M':
                    (_x, _y) = (_startX, _startY) = (n[0], n[1]);
                    Contour.Move(_x, _y);
                    break;
                case 'L': LineTo(n[0], n[1]); break;
                case 'H': LineTo(n[0], _y); break;
                case 'V': LineTo(_x, n[0]); break;
                case 'C': CurveTo(n[0], n[1], n[2], n[3], n[4], n[5]); break;
                case 'S':
                    (double x1, double y1) = Mirrored("CS");
                    CurveTo(x1, y1, n[0], n[1], n[2], n[3]);
                    break;
                case 'Q': QuadraticTo(n[0], n[1], n[2], n[3]); break;
                case 'T':
                    (double x, double y) = Mirrored("QT");
                    QuadraticTo(x, y, n[0], n[1]);
                    break;
            }
            return true;
        }

        private void LineTo(double x, double y)
        {
            Contour.Line(x, y);
            (_x, _y) = (x, y);
        }

        private void CurveTo(double x1, double y1, double x2, double y2, double x, double y)
        {
            Contour.Curve(x1, y1, x2, y2, x, y);
            (_controlX, _controlY) = (x2, y2);
            (_x, _y) = (x, y);
        }

        private void QuadraticTo(double cx, double cy, double x, double y)
        {
            Contour.Curve(_x + (cx - _x) * 2 / 3, _y + (cy - _y) * 2 / 3, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y);
            (_controlX, _controlY) = (cx, cy);
            (_x, _y) = (x, y);
        }

        /// <summary>The last control point mirrored at the pen, when the last command was of the same family; else the pen.</summary>
        private (double X, double Y) Mirrored(string family) => family.Contains(_last) ? (2 * _x - _controlX, 2 * _y - _controlY) : (_x, _y);

        private bool Arc(ref SvgScanner scanner, double fromX, double fromY)
        {
            if (!scanner.TryNumber(out double rx)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryNumber(out double ry)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryNumber(out double angle)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryFlag(out bool large)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryFlag(out bool sweep)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryNumber(out double x)) return false;
            scanner.SkipCommaSpace();
            if (!scanner.TryNumber(out double y)) return false;
            if (_last == 'Z') Contour.Move(_x, _y);
            ArcTo(Math.Abs(rx), Math.Abs(ry), angle * Math.PI / 180, large, sweep, x + fromX, y + fromY);
            return true;
        }

        private void ArcTo(double rx, double ry, double angle, bool large, bool sweep, double x, double y)
        {
            if (x == _x && y == _y) return;
            if (rx == 0 || ry == 0)
            {
                LineTo(x, y);
                return;
            }
            (double sin, double cos) = Math.SinCos(angle);
            double halfX = (_x - x) / 2, halfY = (_y - y) / 2;
            double px = cos * halfX + sin * halfY, py = cos * halfY - sin * halfX;
            double reach = px * px / (rx * rx) + py * py / (ry * ry);
            if (reach > 1)
            {
                rx *= Math.Sqrt(reach);
                ry *= Math.Sqrt(reach);
            }
            double part = rx * rx * py * py + ry * ry * px * px;
            double factor = Math.Sqrt(Math.Max(0, (rx * rx * ry * ry - part) / part)) * (large == sweep ? -1 : 1);
            double centerX = factor * rx * py / ry, centerY = -factor * ry * px / rx;
            double first = Math.Atan2((py - centerY) / ry, (px - centerX) / rx), last = Math.Atan2((-py - centerY) / ry, (-px - centerX) / rx);
            double turn = last - first;
            if (sweep && turn < 0) turn += 2 * Math.PI;
            if (!sweep && turn > 0) turn -= 2 * Math.PI;

            // The ellipse as a map of the unit circle; each piece of at most a quarter turn is one cubic.
            Affine map = new(cos * rx, sin * rx, -sin * ry, cos * ry,
                cos * centerX - sin * centerY + (_x + x) / 2, sin * centerX + cos * centerY + (_y + y) / 2);
            int pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9));
            double step = turn / pieces, handle = 4 / 3.0 * Math.Tan(step / 4);
            for (int i = 0; i < pieces; i++)
            {
                (double sin0, double cos0) = Math.SinCos(first + i * step);
                (double sin1, double cos1) = Math.SinCos(first + (i + 1) * step);
                (double x1, double y1) = map.Apply(cos0 - handle * sin0, sin0 + handle * cos0);
                (double x2, double y2) = map.Apply(cos1 + handle * sin1, sin1 - handle * cos1);
                (double endX, double endY) = i == pieces - 1 ? (x, y) : map.Apply(cos1, sin1);
                CurveTo(x1, y1, x2, y2, endX, endY);
            }
        }
    }
}
