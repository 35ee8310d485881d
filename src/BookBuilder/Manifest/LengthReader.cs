using System.Globalization;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads lengths as authors write them: "10pt", "6in", "15 mm", "1.5cm".</summary>
public static class LengthReader
{
    private static readonly (string Unit, double Points)[] Units = [("pt", 1), ("in", 72), ("mm", 72 / 25.4), ("cm", 72 / 2.54)];

    /// <summary>A length, or one in the type's own units: "1.2em", "2 lines"; null when it is neither.</summary>
    public static Extent? ReadExtent(string text)
    {
        text = text.Trim();
        foreach ((string unit, Extent one) in ((string, Extent)[])[("em", 1.Em), ("lines", 1.Lines), ("line", 1.Lines)])
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                return double.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number)
                    && Math.Abs(number) < 1_000 ? new Extent(Length.Zero, one.Ems * number, one.Lines * number) : null;
        return Read(text) is { } length ? length : null;
    }

    /// <summary>The length, or null when it is none. A number without unit is none, but for zero.</summary>
    public static Length? Read(string text)
    {
        text = text.Trim();
        if (text == "0") return Length.Zero;
        foreach ((string unit, double points) in Units)
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text[..^2].TrimEnd(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number)
                && Math.Abs(number) < 100_000)
                return Length.FromPoints(number * points);
        return null;
    }
}
