namespace BookBuilder.Epub.Package;

/// <summary>What was counted while the pages were written; the only ground for what the package says of accessibility.</summary>
internal sealed record AccessibilityFacts
{
    /// <summary>Pictures that say something, the cover among them.</summary>
    public int Pictures { get; init; }
    /// <summary>How many of them have no words in their place.</summary>
    public int PicturesWithoutWords { get; init; }
    /// <summary>Formulas.</summary>
    public int Formulas { get; init; }
    /// <summary>How many of them have no words in their place.</summary>
    public int FormulasWithoutWords { get; init; }
    /// <summary>Tables.</summary>
    public int Tables { get; init; }
    /// <summary>Notes.</summary>
    public int Notes { get; init; }
    /// <summary>Printed pages whose beginnings are marked.</summary>
    public int Pages { get; init; }

    public static AccessibilityFacts operator +(AccessibilityFacts left, AccessibilityFacts right) => new()
    {
        Pictures = left.Pictures + right.Pictures,
        PicturesWithoutWords = left.PicturesWithoutWords + right.PicturesWithoutWords,
        Formulas = left.Formulas + right.Formulas,
        FormulasWithoutWords = left.FormulasWithoutWords + right.FormulasWithoutWords,
        Tables = left.Tables + right.Tables,
        Notes = left.Notes + right.Notes,
        Pages = left.Pages + right.Pages,
    };
}
