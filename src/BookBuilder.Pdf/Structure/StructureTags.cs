namespace BookBuilder.Pdf.Structure;

/// <summary>The book's own tags beside the standard ones of PDF 1.7 (ISO 32000-1, 14.8.4).</summary>
internal static class StructureTags
{
    /// <summary>What the own tags mean in standard ones.</summary>
    public static IReadOnlyList<(string Own, string Standard)> RoleMap { get; } =
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
}
