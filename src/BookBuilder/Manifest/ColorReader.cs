using System.Globalization;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Manifest;

/// <summary>Reads colours: "#1f3f66" or "#abc"; where a design's inks are asked for, "accent" and "black" too.</summary>
internal static class ColorReader
{
    /// <summary>A colour of words on white paper; null when not given or wrong. One too pale to be read is reported.</summary>
    public static Color? OfText(ManifestSection section, string key, double needed = Contrast.OfText)
    {
        Color? color = Color(section, key);
        if (color is { } ink) Compare(section, key, Contrast.Between(ink, Model.Units.Color.White), needed, "white paper");
        return color;
    }

    /// <summary>A colour that black words stand on; null when not given or wrong. One too dark for them is reported.</summary>
    public static Color? OfGround(ManifestSection section, string key)
    {
        Color? color = Color(section, key);
        if (color is { } ground) Compare(section, key, Contrast.Between(ground, Model.Units.Color.Black), Contrast.OfText, "black words");
        return color;
    }

    private static void Compare(ManifestSection section, string key, double ratio, double needed, string with)
    {
        if (ratio < needed) section.Sink.Report(Problems.LowContrast(section.FullKey(key), ratio, needed, with, section.Value(key)!.Span));
    }

    private static Color? Color(ManifestSection section, string key)
    {
        YamlValue? value = section.Value(key);
        if (value is null)
        {
            // "accent: #7a1f2b" is a key without a value and a remark.
            if (section.Nothing(key) is { } span) section.Sink.Report(Problems.ColorIsRemark(section.FullKey(key), span));
            return null;
        }
        if (value is not YamlScalar scalar)
        {
            section.WrongType(section.FullKey(key), "a colour such as \"#1f3f66\"", value);
            return null;
        }
        if (Parse(scalar.Text) is { } color) return color;
        section.Sink.Report(Problems.BadColor(scalar.Text, scalar.Span));
        return null;
    }

    /// <summary>An ink; null when not given or wrong.</summary>
    /// <param name="section">The section.</param>
    /// <param name="key">Its key.</param>
    /// <param name="needed">The contrast to white paper that such words need.</param>
    public static Ink? Ink(ManifestSection section, string key, double needed) => section.Value(key) switch
    {
        YamlScalar { Text: "accent" } => Model.Design.Ink.Accent,
        YamlScalar { Text: "black" } => Model.Design.Ink.Text,
        _ => OfText(section, key, needed) is { } color ? color : null,
    };

    private static Color? Parse(string text)
    {
        if (text is not ['#', .. { Length: 3 or 6 } digits]
            || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb)) return null;
        return digits.Length == 6
            ? new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : new Color((byte)((rgb >> 8) * 17), (byte)((rgb >> 4 & 15) * 17), (byte)((rgb & 15) * 17));
    }
}
