using System.Globalization;

namespace BookBuilder.Knitr;

/// <summary>Numbers as R reads and prints them.</summary>
internal static class RNumber
{
    /// <summary>Reads a number; hexadecimal and integers with L too.</summary>
    public static bool TryRead(string text, out double number)
    {
        text = text.Trim();
        if (text.EndsWith('L')) text = text[..^1];
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long hex))
        {
            number = hex;
            return true;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.');
    }

    /// <summary>The shortest text that tells the number to so many significant digits, as paste() and print() do.</summary>
    public static string Text(double number, int digits)
    {
        if (double.IsNaN(number)) return "NA";
        if (double.IsInfinity(number)) return number > 0 ? "Inf" : "-Inf";
        if (number == 0) return "0";
        string plain = Fixed(number, Decimals(number, digits));
        string scientific = Scientific(number, digits);
        return plain.Length <= scientific.Length ? plain : scientific;
    }

    /// <summary>The number with exactly so many decimals.</summary>
    public static string Fixed(double number, int decimals)
    {
        string text = number.ToString("F" + Math.Clamp(decimals, 0, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.") < 0 ? text[1..] : text;
    }

    /// <summary>How many decimals the number needs when it is told to so many significant digits.</summary>
    public static int Decimals(double number, int digits)
    {
        if (number == 0 || double.IsNaN(number) || double.IsInfinity(number)) return 0;
        string mantissa = Math.Abs(number).ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int e = mantissa.IndexOf('E');
        int exponent = int.Parse(mantissa.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int significant = mantissa[..e].Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;
        return Math.Clamp(significant - 1 - exponent, 0, 15);
    }

    private static string Scientific(double number, int digits)
    {
        string text = number.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int e = text.IndexOf('E');
        string mantissa = text[..e].Contains('.') ? text[..e].TrimEnd('0').TrimEnd('.') : text[..e];
        int exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}");
    }
}
