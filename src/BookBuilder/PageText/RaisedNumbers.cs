using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Brings the ways in which page readers write a raised number into one: <c>&lt;sup&gt;3&lt;/sup&gt;</c>.</summary>
internal static partial class RaisedNumbers
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A line with its raised numbers as tags.</summary>
    public static string InOneForm(string line)
    {
        if (line.Contains('$', StringComparison.Ordinal)) line = Formula().Replace(line, "<sup>$1</sup>");
        if (line.Contains("[^", StringComparison.Ordinal))
        {
            line = Definition().Replace(line, "<sup>$1</sup>");
            line = Mark().Replace(line, "<sup>$1</sup>");
        }
        if (line.Contains('<', StringComparison.Ordinal)) line = Tag().Replace(line, "<sup>$1</sup>");
        if (line.AsSpan().IndexOfAny(Raised) >= 0)
            line = Figures().Replace(line, match => "<sup>" + string.Concat(match.Value.Select(c => (char)('0' + Raised.IndexOf(c)))) + "</sup>");
        return line;
    }

    /// <summary>"${ }^{3}$", "$^3$": a mark read as a formula.</summary>
    [GeneratedRegex(@"\$\s*(?:\{\s*\}\s*)?\^\s*\{?\s*(\d{1,4}(?:\s*,\s*\d{1,4})*)\s*\}?\s*\$", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^\s*\[\^(\d{1,4})\]:[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[\^(\d{1,4})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"<sup>\s*([^<]*?)\s*</sup\s*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
