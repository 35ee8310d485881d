namespace BookBuilder.Model.Resolution;

/// <summary>The words a book says by itself, in its language: "Figure", "Contents", "and".</summary>
public sealed record BookTerms
{
    /// <summary>"Chapter".</summary>
    public string Chapter { get; init; } = "Chapter";
    /// <summary>"Chapters".</summary>
    public string Chapters { get; init; } = "Chapters";
    /// <summary>"Appendix".</summary>
    public string Appendix { get; init; } = "Appendix";
    /// <summary>"Part".</summary>
    public string Part { get; init; } = "Part";
    /// <summary>"Section".</summary>
    public string Section { get; init; } = "Section";
    /// <summary>"Sections".</summary>
    public string Sections { get; init; } = "Sections";
    /// <summary>"Figure".</summary>
    public string Figure { get; init; } = "Figure";
    /// <summary>"Figures".</summary>
    public string Figures { get; init; } = "Figures";
    /// <summary>"Table".</summary>
    public string Table { get; init; } = "Table";
    /// <summary>"Tables".</summary>
    public string Tables { get; init; } = "Tables";
    /// <summary>"Equation".</summary>
    public string Equation { get; init; } = "Equation";
    /// <summary>"Equations".</summary>
    public string Equations { get; init; } = "Equations";
    /// <summary>"Contents".</summary>
    public string Contents { get; init; } = "Contents";
    /// <summary>"List of Figures".</summary>
    public string ListOfFigures { get; init; } = "List of Figures";
    /// <summary>"List of Tables".</summary>
    public string ListOfTables { get; init; } = "List of Tables";
    /// <summary>"Notes".</summary>
    public string Notes { get; init; } = "Notes";
    /// <summary>"Note", the kind of callout.</summary>
    public string Note { get; init; } = "Note";
    /// <summary>"Tip".</summary>
    public string Tip { get; init; } = "Tip";
    /// <summary>"Important".</summary>
    public string Important { get; init; } = "Important";
    /// <summary>"Warning".</summary>
    public string Warning { get; init; } = "Warning";
    /// <summary>"Caution".</summary>
    public string Caution { get; init; } = "Caution";
    /// <summary>"and".</summary>
    public string And { get; init; } = "and";
    /// <summary>"continued", at the head of a table that runs on.</summary>
    public string Continued { get; init; } = "continued";
    /// <summary>"Cover".</summary>
    public string Cover { get; init; } = "Cover";
    /// <summary>"Title page".</summary>
    public string TitlePage { get; init; } = "Title page";
    /// <summary>"Copyright".</summary>
    public string Copyright { get; init; } = "Copyright";
    /// <summary>"Back to reference", before a note's number, for those who hear the book.</summary>
    public string BackToReference { get; init; } = "Back to reference";

    /// <summary>The words for a language, by its primary subtag; English when there are none.</summary>
    public static BookTerms For(string language) => new();
}
