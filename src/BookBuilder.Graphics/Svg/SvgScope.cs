using BookBuilder.Graphics.Vector;

namespace BookBuilder.Graphics.Svg;

/// <summary>What stands around an element: the style it inherits and the viewport its percentages are of.</summary>
internal readonly record struct SvgScope(SvgStyle Style, double Width, double Height)
{
    /// <summary>What 100% is where it is neither across nor down (SVG 2, 8.9).</summary>
    public double Diagonal => Math.Sqrt((Width * Width + Height * Height) / 2);

    public double? Across(string? text) => SvgLength.Parse(text, Style.FontSize, Width);
    public double? Down(string? text) => SvgLength.Parse(text, Style.FontSize, Height);
    public double? Other(string? text) => SvgLength.Parse(text, Style.FontSize, Diagonal);
}

/// <summary>An element about to be drawn, with all that holds for it.</summary>
internal sealed record SvgSubject(SvgElement Element, Dictionary<string, string> Declarations, SvgScope Scope)
{
    public SvgStyle Style => Scope.Style;

    public string? this[string name] => Declarations.GetValueOrDefault(name);

    /// <summary>A length, 0 when it is not given or no length.</summary>
    public double Across(SvgFile file, string name) => Number(file, name, Scope.Across(this[name]));
    public double Down(SvgFile file, string name) => Number(file, name, Scope.Down(this[name]));
    public double Other(SvgFile file, string name) => Number(file, name, Scope.Other(this[name]));

    private double Number(SvgFile file, string name, double? value)
    {
        if (value is null && this[name] is string written and not "auto") file.BadValue(Element, name, written);
        return value ?? 0;
    }
}

/// <summary>How a view box fits its viewport.</summary>
/// <remarks>SVG 2, 8.6 and 8.7.</remarks>
internal readonly record struct SvgViewBox(double X, double Y, double Width, double Height)
{
    /// <summary>The view box of an element; null when it has none that can be read.</summary>
    public static SvgViewBox? Of(SvgFile file, SvgElement element)
    {
        if (element["viewBox"] is not string text) return null;
        if (SvgLength.ParseList(text, 1, 1) is [double x, double y, double width and > 0, double height and > 0]) return new(x, y, width, height);
        file.BadValue(element, "viewBox", text);
        return null;
    }

    /// <summary>Maps the view box's units to a viewport of the given size.</summary>
    public Affine Fit(double width, double height, SvgAspect aspect)
    {
        double scaleX = width / Width, scaleY = height / Height;
        if (!aspect.IsStretched) scaleX = scaleY = aspect.IsSlice ? Math.Max(scaleX, scaleY) : Math.Min(scaleX, scaleY);
        return new(scaleX, 0, 0, scaleY,
            (width - Width * scaleX) * aspect.AlignX - X * scaleX, (height - Height * scaleY) * aspect.AlignY - Y * scaleY);
    }
}

/// <summary>preserveAspectRatio: where the rest goes (0, ½ or 1 of it before), and whether the whole is shown or the viewport filled.</summary>
internal readonly record struct SvgAspect(bool IsStretched, double AlignX, double AlignY, bool IsSlice)
{
    public static SvgAspect Of(SvgFile file, SvgElement element)
    {
        SvgAspect usual = new(false, 0.5, 0.5, false);
        if (element["preserveAspectRatio"] is not string text) return usual;
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is ["none", ..]) return new(true, 0, 0, false);
        if (words is [{ Length: 8 } align, ..] && Share(align[..4], 'x') is double x && Share(align[4..], 'Y') is double y)
            return new(false, x, y, words.Length > 1 && words[1] == "slice");
        file.BadValue(element, "preserveAspectRatio", text);
        return usual;
    }

    private static double? Share(string part, char axis) => part[0] != axis ? null : part[1..] switch { "Min" => 0, "Mid" => 0.5, "Max" => 1, _ => null };
}
