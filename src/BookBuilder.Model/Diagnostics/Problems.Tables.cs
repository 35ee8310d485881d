using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

public static partial class Problems
{
    /// <summary>A table does not fit the measure even in the smallest type.</summary>
    public static Diagnostic WideTable(double points, SourceSpan span) =>
        Warning("BB2120", span, string.Create(CultureInfo.InvariantCulture, $"the table is {points:0.#} pt wider than the text"),
            "shorten its longest words, take columns out, or set it on a larger page");

    /// <summary>A folded table does not fit folded.</summary>
    public static Diagnostic FoldTooWide(SourceSpan span) =>
        Info("BB2121", span, "the table is too wide to be folded; it is set in one part", "take fold= out, or shorten the columns");

    /// <summary>A table had to be set in smaller type than others.</summary>
    public static Diagnostic TableShrunk(double points, double usual, SourceSpan span) =>
        Info("BB2122", span, string.Create(CultureInfo.InvariantCulture, $"the table is set in type of {points:0.##} pt instead of {usual:0.##} pt, so that it fits the measure"),
            "shorten its longest words, take columns out, or say fit=landscape or fit=split");

    /// <summary>A table was set on a turned page.</summary>
    public static Diagnostic TableTurned(double width, double measure, SourceSpan span) =>
        Info("BB2123", span, width > measure
                ? string.Create(CultureInfo.InvariantCulture, $"the table needs {width:0.#} pt of width and the text has {measure:0.#} pt: it stands on a page of its own, turned by 90 degrees")
                : "the table stands on a page of its own, turned by 90 degrees, as fit=landscape asks for",
            "take fit=landscape out, take columns out, or say fit=split or fit=shrink");

    /// <summary>The columns of a table were divided among several tables.</summary>
    public static Diagnostic TableSplit(int parts, double width, double measure, SourceSpan span) =>
        Info("BB2124", span, string.Create(CultureInfo.InvariantCulture, $"the table needs {width:0.#} pt of width and the text has {measure:0.#} pt: its columns stand in {parts} parts below each other"),
            "take columns out, or say fit=landscape");

    /// <summary>A table cannot be turned where it stands.</summary>
    public static Diagnostic CannotTurn(SourceSpan span) =>
        Warning("BB2125", span, "this table cannot be turned: it stands within a list, a quotation or a note, or a row of it is higher than a turned page", "move it into the running text, shorten its rows, or say fit=split");
}
