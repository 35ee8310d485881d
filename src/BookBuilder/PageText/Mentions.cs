using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Finds where the text speaks of a picture or table that stands beside it: "the chart below", "this diagram shows".</summary>
internal static partial class Mentions
{
    /// <summary>The words that speak of a picture; null when none do.</summary>
    public static string? OfPicture(string text) => Picture().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>The words that speak of a table; null when none do.</summary>
    public static string? OfTable(string text) => Table().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>Whether the text names a picture at all, wherever it may stand.</summary>
    public static bool NamesPicture(string text) => Any().IsMatch(text);

    private const string Kinds = "(?:charts?|graphs?|figures?|pictures?|images?|diagrams?|illustrations?|photos?|photographs?|plots?|visuals?|visuali[sz]ations?|infographics?|screenshots?)";

    [GeneratedRegex(@"(?i)\b(?:the|this|these|following)(?:\s+\w+)?\s+" + Kinds + @"(?:<sup>[^<]*</sup>)?\s+(?:below|above)\b|\bfollowing(?:\s+\w+)?\s+" + Kinds + @"\b|\bbelow\s+(?:is|are)\s+(?:an?|the|some)\s+(?:\w+\s+)?" + Kinds
        + @"\b|\b" + Kinds + @"\s+below\b|\bthis\s+" + Kinds + @"\s+(?:shows?|illustrates?|depicts?|displays?|compares?|presents?|gives)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?i)\b(?:the|this|these|following)(?:\s+\w+)?\s+tables?(?:<sup>[^<]*</sup>)?\s+(?:below|above)\b|\bfollowing\s+tables?\b|\bbelow\s+(?:is|are)\s+(?:an?|the)\s+(?:\w+\s+)?tables?\b|\btables?\s+below\b", RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?i)\b" + Kinds + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
