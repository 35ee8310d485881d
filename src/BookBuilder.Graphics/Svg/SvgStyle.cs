using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Svg;

/// <summary>A paint as written, with the element that wrote it.</summary>
internal readonly record struct SvgPaint(string Text, SvgElement? Place);

/// <summary>The properties an element hands down to those inside it.</summary>
/// <remarks>SVG 2, 13 (painting), 11 (text); initial values as there.</remarks>
internal sealed record SvgStyle
{
    public static SvgStyle Initial { get; } = new();

    public SvgPaint Fill { get; private init; } = new("black", null);
    public SvgPaint Stroke { get; private init; } = new("none", null);
    public double FillOpacity { get; private init; } = 1;
    public double StrokeOpacity { get; private init; } = 1;
    public double StrokeWidth { get; private init; } = 1;
    public int Cap { get; private init; }
    public int Join { get; private init; }
    public double MiterLimit { get; private init; } = 4;
    public ImmutableArray<double> Dashes { get; private init; } = [];
    public double DashOffset { get; private init; }
    public FillRule FillRule { get; private init; }
    public FillRule ClipRule { get; private init; }
    public (Color Color, double Opacity) CurrentColor { get; private init; } = (default, 1);
    public double FontSize { get; private init; } = 16;
    public ImmutableArray<string> Families { get; private init; } = [];
    public int Weight { get; private init; } = 400;
    public bool Italic { get; private init; }
    public TextAnchor Anchor { get; private init; }
    public bool IsVisible { get; private init; } = true;
    public bool KeepsSpace { get; private init; }
    public string Baseline { get; private init; } = "auto";
    public SvgPaint MarkerStart { get; private init; } = new("none", null);
    public SvgPaint MarkerMid { get; private init; } = new("none", null);
    public SvgPaint MarkerEnd { get; private init; } = new("none", null);

    /// <summary>The style inside an element.</summary>
    /// <param name="file">For complaints.</param>
    /// <param name="element">The element.</param>
    /// <param name="declarations">What holds for it.</param>
    /// <param name="diagonal">What 100% of a stroke's width is.</param>
    public SvgStyle Within(SvgFile file, SvgElement element, Dictionary<string, string> declarations, double diagonal)
    {
        SvgStyle style = this;
        // The size first: lengths in em look at it. The shorthand before its parts.
        if (declarations.TryGetValue("font", out string? font)) style = style.WithFont(file, element, font);
        if (declarations.TryGetValue("font-size", out string? size)) style = style.With(file, element, "font-size", size, diagonal);
        if (declarations.TryGetValue("marker", out string? marker))
            style = style with { MarkerStart = new(marker, element), MarkerMid = new(marker, element), MarkerEnd = new(marker, element) };
        foreach ((string name, string value) in declarations)
            if (name is not ("font" or "font-size" or "marker"))
                style = style.With(file, element, name, value, diagonal);
        return style;
    }

    private SvgStyle With(SvgFile file, SvgElement element, string name, string written, double diagonal)
    {
        string value = written.Trim();
        if (value is "inherit" or "unset" or "") return this;
        SvgStyle? style = name switch
        {
            "fill" => this with { Fill = new(value, element) },
            "stroke" => this with { Stroke = new(value, element) },
            "marker-start" => this with { MarkerStart = new(value, element) },
            "marker-mid" => this with { MarkerMid = new(value, element) },
            "marker-end" => this with { MarkerEnd = new(value, element) },
            "fill-opacity" => Opacity(value) is double o ? this with { FillOpacity = o } : null,
            "stroke-opacity" => Opacity(value) is double o ? this with { StrokeOpacity = o } : null,
            "stroke-width" => SvgLength.Parse(value, FontSize, diagonal) is double w and >= 0 ? this with { StrokeWidth = w } : null,
            "stroke-linecap" => value switch { "butt" => this with { Cap = 0 }, "round" => this with { Cap = 1 }, "square" => this with { Cap = 2 }, _ => null },
            "stroke-linejoin" => value switch
            {
                "miter" or "miter-clip" or "arcs" => this with { Join = 0 },
                "round" => this with { Join = 1 },
                "bevel" => this with { Join = 2 },
                _ => null,
            },
            "stroke-miterlimit" => SvgLength.Parse(value, 1, 1) is double m and >= 1 ? this with { MiterLimit = m } : null,
            "stroke-dasharray" => DashesOf(value, diagonal) is ImmutableArray<double> dashes ? this with { Dashes = dashes } : null,
            "stroke-dashoffset" => SvgLength.Parse(value, FontSize, diagonal) is double d ? this with { DashOffset = d } : null,
            "fill-rule" => Rule(value) is FillRule rule ? this with { FillRule = rule } : null,
            "clip-rule" => Rule(value) is FillRule rule ? this with { ClipRule = rule } : null,
            "color" => value.Equals("currentColor", StringComparison.OrdinalIgnoreCase) ? this
                : SvgColor.Parse(value) is (Color, double) color ? this with { CurrentColor = color } : null,
            "font-size" => SizeOf(value) is double size and >= 0 ? this with { FontSize = size } : null,
            "font-family" => this with { Families = FamiliesOf(value) },
            "font-weight" => WeightOf(value) is int weight ? this with { Weight = weight } : null,
            "font-style" => value switch { "normal" => this with { Italic = false }, _ when IsSlanted(value) => this with { Italic = true }, _ => null },
            "text-anchor" => value switch
            {
                "start" => this with { Anchor = TextAnchor.Start },
                "middle" => this with { Anchor = TextAnchor.Middle },
                "end" => this with { Anchor = TextAnchor.End },
                _ => null,
            },
            "visibility" => this with { IsVisible = value is not ("hidden" or "collapse") },
            "xml:space" => this with { KeepsSpace = value == "preserve" },
            "white-space" => this with { KeepsSpace = value is "pre" or "pre-wrap" or "break-spaces" },
            "dominant-baseline" or "alignment-baseline" => this with { Baseline = value },
            _ => this,
        };
        if (style is null) file.BadValue(element, name, value);
        return style ?? this;
    }

    /// <summary>A number or percentage, held between 0 and 1; null when it is neither.</summary>
    public static double? Opacity(string? value) => SvgLength.Parse(value, 1, 1) is double number ? Math.Clamp(number, 0, 1) : null;

    private static FillRule? Rule(string value) => value switch { "nonzero" => Vector.FillRule.NonZero, "evenodd" => Vector.FillRule.EvenOdd, _ => null };

    private static bool IsSlanted(string value) => value == "italic" || value.StartsWith("oblique", StringComparison.Ordinal);

    /// <summary>On and off; an odd number of lengths is said twice; all zero is a solid line.</summary>
    private ImmutableArray<double>? DashesOf(string value, double diagonal)
    {
        if (value == "none") return [];
        if (SvgLength.ParseList(value, FontSize, diagonal) is not double[] lengths || lengths.Any(l => l < 0)) return null;
        if (lengths.All(l => l == 0)) return [];
        return lengths.Length % 2 == 0 ? [.. lengths] : [.. lengths, .. lengths];
    }

    private double? SizeOf(string value) => value switch
    {
        "xx-small" => 9, "x-small" => 10, "small" => 13, "medium" => 16, "large" => 18, "x-large" => 24, "xx-large" => 32,
        "smaller" => FontSize / 1.2,
        "larger" => FontSize * 1.2,
        _ => SvgLength.Parse(value, FontSize, FontSize),
    };

    private int? WeightOf(string value) => value switch
    {
        "normal" => 400,
        "bold" => 700,
        "bolder" => Weight < 350 ? 400 : Weight < 550 ? 700 : 900,
        "lighter" => Weight < 550 ? 100 : Weight < 750 ? 400 : 700,
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 1000 ? number : null,
    };

    private static ImmutableArray<string> FamiliesOf(string value) =>
        [.. value.Split(',').Select(f => f.Trim().Trim('"', '\'').Trim()).Where(f => f.Length > 0)];

    /// <summary>The shorthand: words for style and weight, then size with an optional line height, then families.</summary>
    private SvgStyle WithFont(SvgFile file, SvgElement element, string value)
    {
        SvgStyle style = this with { Italic = false, Weight = 400 };
        string rest = value.Trim();
        while (rest.Length > 0)
        {
            int space = rest.AsSpan().IndexOfAny(" \t\r\n");
            string word = space < 0 ? rest : rest[..space];
            string after = space < 0 ? "" : rest[space..].TrimStart();
            if (style.SizeOf(word.Split('/')[0]) is double size && style.WeightOf(word) is null && after.Length > 0)
                return style with { FontSize = size, Families = FamiliesOf(after) };
            if (IsSlanted(word)) style = style with { Italic = true };
            else if (style.WeightOf(word) is int weight) style = style with { Weight = weight };
            rest = after;
        }
        file.BadValue(element, "font", value);
        return this;
    }
}
