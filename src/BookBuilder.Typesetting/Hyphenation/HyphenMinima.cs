namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The fewest letters a language leaves before and after a hyphen, as the TeX pattern files recommend for typesetting.</summary>
internal static class HyphenMinima
{
    /// <summary>The minima of a language.</summary>
    /// <param name="language">A BCP 47 tag in lower case.</param>
    public static (int Before, int After) Of(string language) => language.Split('-')[0] switch
    {
        "de" or "fr" or "es" or "it" or "nl" or "sv" or "da" or "nb" or "nn" or "no" or "fi" or "pl" or "ru" or "uk" or "hu" or "ca" or "gl" or "eu"
            or "la" or "tr" or "ro" or "hr" or "sl" or "bg" or "be" or "lt" or "lv" or "is" or "rm" or "fur" or "pms" => (2, 2),
        "el" or "grc" or "hi" or "bn" or "gu" or "kn" or "ml" or "mr" or "or" or "pa" or "ta" or "te" or "sa" or "as" => (1, 1),
        "hy" or "ka" => (1, 2),
        _ => (2, 3),
    };
}
