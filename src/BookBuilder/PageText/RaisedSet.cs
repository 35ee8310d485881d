using System.Globalization;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>The numbers of one raised text: "5", "5 6", "5,6", "5-7".</summary>
internal static partial class RaisedSet
{
    private const int MostInARange = 9;

    /// <summary>The numbers in their order; null when it says something else.</summary>
    public static int[]? Read(string text)
    {
        List<int> numbers = [];
        foreach (string part in Separators().Split(text.Trim()))
        {
            Match match = Part().Match(part);
            if (!match.Success) return null;
            int from = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            int to = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : from;
            if (to < from || to - from > MostInARange) return null;
            for (int n = from; n <= to; n++) numbers.Add(n);
        }
        return [.. numbers];
    }

    [GeneratedRegex(@"\s*[,;]\s*|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(\d{1,4})(?:[-–](\d{1,4}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
