using System.Collections.Immutable;

namespace BookBuilder.Pdf.Structure;

/// <summary>The book's own tags beside the standard ones of PDF 1.7 (ISO 32000-1, 14.8.4).</summary>
internal static class StructureTags
{
    /// <summary>What the own tags mean in standard ones.</summary>
    public static ImmutableArray<(string Own, string Standard)> RoleMap { get; } =
    [
        ("Affiliation", "P"),
        ("Aside", "Div"),
        ("Author", "P"),
        ("Cite", "Span"),
        ("Date", "P"),
        ("Em", "Span"),
        ("HalfTitle", "P"),
        ("Imprint", "P"),
        ("PartLabel", "P"),
        ("PartTitle", "H1"),
        ("Publisher", "P"),
        ("Strong", "Span"),
        ("Subtitle", "P"),
        ("Title", "P"),
    ];

    /// <summary>What a tag means in standard ones; itself when it is one.</summary>
    public static string StandardOf(string tag)
    {
        foreach ((string own, string standard) in RoleMap)
            if (own == tag) return standard;
        return tag;
    }

    /// <summary>The level of a heading, 1 to 6; 0 for what is none.</summary>
    public static int HeadingLevel(string tag) => StandardOf(tag) is ['H', >= '1' and <= '6' and char level] ? level - '0' : 0;
}
