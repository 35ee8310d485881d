using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

/// <summary>What can be said of Quarto books: BB62.</summary>
public static partial class Problems
{
    /// <summary>An entry of the list of chapters that names nothing.</summary>
    public static Diagnostic QuartoChapterUnread(SourceSpan span) =>
        Error("BB6201", span, "this entry names neither a file nor a part", "write a file, or a map with 'part' and 'chapters'");

    /// <summary>A chapter that is listed twice.</summary>
    public static Diagnostic QuartoChapterTwice(string path, SourceSpan span) =>
        Warning("BB6202", span, $"'{path}' is listed a second time and stands at its first place only", "take one of them out");

    /// <summary>An include that goes in circles.</summary>
    public static Diagnostic IncludeInCircle(string path, SourceSpan span) =>
        Error("BB6203", span, $"'{path}' is not included: it would stand within itself", "take out the include that leads back");

    /// <summary>The results of a run that cannot be read.</summary>
    public static Diagnostic FreezeUnread(string path, string reason, SourceSpan span) =>
        Warning("BB6204", span, $"the results in '{path}' cannot be read: {reason}", "run 'quarto render' once more; until then the code stands for its results");

    /// <summary>A reference to nothing.</summary>
    public static Diagnostic LooseReference(string written, SourceSpan span) =>
        Warning("BB6205", span, $"{written} leads to nothing in this book; its words are kept", "give what it leads to that label, or correct it");

    /// <summary>A cell that would have to be run, where the user wants none.</summary>
    public static Diagnostic CellNeedsProgram(string engine, SourceSpan span) =>
        Error("BB6206", span, $"the cell of {engine} would have to be run", "run 'quarto render' with 'freeze: true' once, so that its results lie in _freeze");

    /// <summary>Results of a run that has not seen the text as it is now.</summary>
    public static Diagnostic FreezeStale(string path, SourceSpan span) =>
        Warning("BB6207", span, $"the results in '{path}' are those of an older text and are not used", "run 'quarto render' once more; until then the code stands for its results");

    /// <summary>Files in files in files.</summary>
    public static Diagnostic IncludeTooDeep(string path, int limit, SourceSpan span) =>
        Error("BB6208", span, $"'{path}' is not included: files include each other more than {limit} deep", "name the file higher up");

    /// <summary>Includes that multiply.</summary>
    public static Diagnostic IncludedTooMuch(string path, int limit, SourceSpan span) =>
        Error("BB6209", span, string.Create(CultureInfo.InvariantCulture, $"'{path}' is not included: the book has taken in more than {limit} lines"), "look for files that include one another several times");
}
