using System.Collections.Immutable;

namespace BookBuilder.Model.Design;

/// <summary>How deep things are numbered and listed.</summary>
public sealed record BookPlan
{
    /// <summary>The deepest heading level in the contents: 1 chapters, 2 sections, 3 subsections. Default: 2.</summary>
    public int ContentsDepth { get; init; } = 2;
    /// <summary>The deepest heading level that is numbered; 0 numbers none. Default: 3.</summary>
    public int NumberingDepth { get; init; } = 3;
    /// <summary>Whether the book has a list of figures. Default: no.</summary>
    public bool ListOfFigures { get; init; }
    /// <summary>Whether the book has a list of tables. Default: no.</summary>
    public bool ListOfTables { get; init; }
    /// <summary>Whether notes count anew in each chapter (else through the book). Default: anew.</summary>
    public bool NotesRestart { get; init; } = true;
    /// <summary>Own words in place of the language's ("figure" -> "Fig."), by the keys of <see cref="Resolution.BookTerms"/>; usually empty.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
}
