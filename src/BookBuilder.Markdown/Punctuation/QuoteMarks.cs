namespace BookBuilder.Markdown.Punctuation;

/// <summary>The quotation marks of a language.</summary>
/// <param name="Open">Before a quotation.</param>
/// <param name="Close">After it.</param>
/// <param name="InnerOpen">Before a quotation within a quotation.</param>
/// <param name="InnerClose">After it.</param>
/// <remarks>The primary marks of the Unicode locale data (CLDR, delimiters), with the narrow no-break spaces that French sets inside.</remarks>
internal sealed record QuoteMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static QuoteMarks English { get; } = new("“", "”", "‘", "’");

    /// <summary>The marks for a BCP 47 tag; English ones when the language is not known.</summary>
    public static QuoteMarks For(string language)
    {
        string[] subtags = language.ToLowerInvariant().Split('-');
        bool isSwiss = subtags.Contains("ch") || subtags.Contains("li");
        return subtags[0] switch
        {
            "de" when isSwiss => new("«", "»", "‹", "›"),
            "de" or "cs" or "sk" or "sl" or "bg" or "is" or "lt" or "et" or "ka" or "mk" or "lb" or "sq" => new("„", "“", "‚", "‘"),
            "fr" when isSwiss => new("«", "»", "‹", "›"),
            "fr" => new("«\u202f", "\u202f»", "“", "”"),
            "es" or "it" or "ca" or "el" or "gl" or "eu" => new("«", "»", "“", "”"),
            "pt" when subtags.Contains("pt") && subtags.Length > 1 => new("«", "»", "“", "”"),
            "nb" or "no" or "nn" => new("«", "»", "‘", "’"),
            "da" => new("“", "”", "‘", "’"),
            "sv" or "fi" => new("”", "”", "’", "’"),
            "pl" or "ro" => new("„", "”", "«", "»"),
            "hu" => new("„", "”", "»", "«"),
            "hr" or "sr" or "bs" => new("„", "”", "‚", "’"),
            "ru" or "uk" or "be" => new("«", "»", "„", "“"),
            "ja" => new("「", "」", "『", "』"),
            _ => English,
        };
    }
}
