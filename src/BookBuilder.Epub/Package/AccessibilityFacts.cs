namespace BookBuilder.Epub.Package;

/// <summary>What was counted while the pages were written; the only ground for what the package says of accessibility.</summary>
internal sealed record AccessibilityFacts
{
    /// <summary>Pictures that say something, the cover among them.</summary>
    public int Pictures { get; init; }
    /// <summary>How many of them have no words in their place.</summary>
    public int PicturesWithoutWords { get; init; }
    /// <summary>How many of them are charts, as their authors say with the class "chart".</summary>
    public int Charts { get; init; }
    /// <summary>How many of them are diagrams, as their authors say with the class "diagram".</summary>
    public int Diagrams { get; init; }
    /// <summary>Drawings with words in them, and pictures of which their authors say so with the class "words".</summary>
    public int PicturesOfWords { get; init; }
    /// <summary>Pictures that move, whether they say something or not.</summary>
    public int MovingPictures { get; init; }
    /// <summary>Formulas.</summary>
    public int Formulas { get; init; }
    /// <summary>How many of them have no words in their place.</summary>
    public int FormulasWithoutWords { get; init; }
    /// <summary>Headings that stand more than one level below the one before them.</summary>
    public int SkippedLevels { get; init; }
    /// <summary>Sections that are an index.</summary>
    public int Indexes { get; init; }
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
        Charts = left.Charts + right.Charts,
        Diagrams = left.Diagrams + right.Diagrams,
        PicturesOfWords = left.PicturesOfWords + right.PicturesOfWords,
        MovingPictures = left.MovingPictures + right.MovingPictures,
        Formulas = left.Formulas + right.Formulas,
        FormulasWithoutWords = left.FormulasWithoutWords + right.FormulasWithoutWords,
        SkippedLevels = left.SkippedLevels + right.SkippedLevels,
        Indexes = left.Indexes + right.Indexes,
        Tables = left.Tables + right.Tables,
        Notes = left.Notes + right.Notes,
        Pages = left.Pages + right.Pages,
    };
}
