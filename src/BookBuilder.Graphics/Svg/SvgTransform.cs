using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>Lists of transforms.</summary>
/// <remarks>SVG 2, 8.5; CSS Transforms 1, with units px and deg.</remarks>
internal static class SvgTransform
{
    /// <summary>The whole list as one map; null when it cannot be read.</summary>
    public static Affine? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim() == "none") return Affine.Identity;
        Affine whole = Affine.Identity;
        SvgScanner scanner = new(text);
        scanner.SkipSpace();
        while (!scanner.AtEnd)
        {
            string name = scanner.Word().ToString();
            scanner.SkipSpace();
            if (scanner.Current != '(') return null;
            scanner.Advance();
            scanner.SkipSpace();
            List<double> numbers = [];
            while (scanner.TryNumber(out double number))
            {
                double? unit = scanner.Word() switch { "" or "px" or "deg" => 1, "rad" => 180 / Math.PI, "turn" => 360, _ => null };
                if (unit is null) return null;
                numbers.Add(number * unit.Value);
                scanner.SkipCommaSpace();
            }
            if (scanner.Current != ')') return null;
            scanner.Advance();
            scanner.SkipCommaSpace();
            if (One(name, [.. numbers]) is not Affine one) return null;
            whole = whole.After(one);
        }
        return whole;
    }

    private static Affine? One(string name, double[] n) => (name, n.Length) switch
    {
        ("matrix", 6) => new(n[0], n[1], n[2], n[3], n[4], n[5]),
        ("translate", 1) => new(1, 0, 0, 1, n[0], 0),
        ("translate", 2) => new(1, 0, 0, 1, n[0], n[1]),
        ("translateX", 1) => new(1, 0, 0, 1, n[0], 0),
        ("translateY", 1) => new(1, 0, 0, 1, 0, n[0]),
        ("scale", 1) => new(n[0], 0, 0, n[0], 0, 0),
        ("scale", 2) => new(n[0], 0, 0, n[1], 0, 0),
        ("scaleX", 1) => new(n[0], 0, 0, 1, 0, 0),
        ("scaleY", 1) => new(1, 0, 0, n[0], 0, 0),
        ("rotate", 1) => Turn(n[0]),
        ("rotate", 3) => new Affine(1, 0, 0, 1, n[1], n[2]).After(Turn(n[0])).After(new(1, 0, 0, 1, -n[1], -n[2])),
        ("skewX", 1) => new(1, 0, Math.Tan(n[0] * Math.PI / 180), 1, 0, 0),
        ("skewY", 1) => new(1, Math.Tan(n[0] * Math.PI / 180), 0, 1, 0, 0),
        _ => null,
    };

    /// <summary>Quarter turns come out exact, so that upright text stays upright.</summary>
    private static Affine Turn(double degrees)
    {
        double rest = degrees % 360;
        if (rest < 0) rest += 360;
        (double sin, double cos) = rest switch { 0 => (0, 1), 90 => (1, 0), 180 => (0, -1), 270 => (-1, 0), _ => Math.SinCos(rest * Math.PI / 180) };
        return new Affine(cos, sin, -sin, cos, 0, 0);
    }
}
