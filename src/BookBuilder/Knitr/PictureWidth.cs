using System.Globalization;
using System.Text.RegularExpressions;

namespace BookBuilder.Knitr;

/// <summary>Widths of pictures as R Markdown and LaTeX write them, in this book's words.</summary>
internal static partial class PictureWidth
{
    /// <summary>"70%", "300px", "4in" as they are; "0.7\\textwidth" is "70%"; null when it is not given or cannot be told.</summary>
    public static string? Of(string? written)
    {
        if (written?.Trim() is not { Length: > 0 } text) return null;
        if (Share().Match(text) is { Success: true } share)
        {
            string factor = share.Groups[1].Value;
            double number = factor.Length == 0 ? 1 : double.Parse(factor.StartsWith('.') ? "0" + factor : factor, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            return number is > 0 and <= 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(number * 100, 2)}%") : number > 1 ? "100%" : null;
        }
        if (Measure().Match(text) is not { Success: true } measure) return null;
        double value = double.Parse(measure.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        string unit = measure.Groups[2].Value;
        if (value <= 0 || value >= 10_000) return null;
        return unit == "%" && value > 100 ? "100%" : measure.Groups[1].Value + (unit.Length == 0 ? "px" : unit);
    }

    [GeneratedRegex(@"^(\d*\.?\d*)\s*\\+(?:textwidth|linewidth|columnwidth|maxwidth|hsize)$")]
    private static partial Regex Share();

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)\s*(%|px|in|cm|mm|pt|)$")]
    private static partial Regex Measure();
}
