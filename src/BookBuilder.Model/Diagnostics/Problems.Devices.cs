using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// What e-readers make of an EPUB that is right in itself: BB54. Each message begins with the reader's name.
public static partial class Problems
{
    /// <summary>A section that is one large file.</summary>
    public static Diagnostic LargeSection(string device, string title, int kilobytes, int most, SourceSpan span) =>
        Warning("BB5401", span, Said($"{device}: '{title}' is a file of {kilobytes} kB; over {most} kB pages turn slowly, and old readers do not open it"),
            "divide it into two chapters");

    /// <summary>A picture of more pixels than a shop takes.</summary>
    public static Diagnostic ManyPixels(string device, string path, int width, int height, double most, SourceSpan span) =>
        Warning("BB5402", span, Said($"{device}: '{path}' has {width} x {height} pixels; more than {most:0.#} million are refused"), "save it smaller: a screen shows no more");

    /// <summary>A picture in a file that is larger than a shop takes.</summary>
    public static Diagnostic HeavyPicture(string device, string path, int kilobytes, int most, SourceSpan span) =>
        Warning("BB5403", span, Said($"{device}: '{path}' is a file of {kilobytes} kB; more than {most} kB are refused"), "save it smaller or as a JPEG");

    /// <summary>A table that is more than a reader sets well.</summary>
    public static Diagnostic LargeTable(string device, int rows, int columns, SourceSpan span) =>
        Warning("BB5404", span, Said($"{device}: a table of {rows} rows and {columns} columns; up to 100 and 10 are set as a table that can be read"), "divide it, or give the screen a shorter one");

    /// <summary>A table with cells over several rows or columns.</summary>
    public static Diagnostic JoinedCells(string device, SourceSpan span) =>
        Warning("BB5405", span, $"{device}: cells over several rows or columns may be set side by side as if they were single ones", "repeat the words in each cell");

    /// <summary>Formulas where a reader knows no MathML.</summary>
    public static Diagnostic UnknownFormulas(string device, int count, string where, SourceSpan span) =>
        Warning("BB5406", span, Said($"{device}: the book's {count} {(count == 1 ? "formula is" : "formulas are")} MathML, which {where}"),
            "say in words, near a formula that matters, what it says");

    /// <summary>A note that a pop-up does not show whole.</summary>
    public static Diagnostic RichNote(string device, string what, SourceSpan span) =>
        Warning("BB5407", span, $"{device}: {what} in a note may be missing from the pop-up; it is there at the end of the chapter", "move it into the text");

    /// <summary>A cover that a shop does not take.</summary>
    public static Diagnostic DeviceCover(string device, int width, int height, int least) =>
        Warning("BB5408", SourceSpan.None, Said($"{device}: the cover has {width} x {height} pixels; its shorter side needs {least}"), "save a larger one");

    /// <summary>More levels of headings than a reader's contents show.</summary>
    public static Diagnostic DeepContents(string device, int levels) =>
        Info("BB5409", SourceSpan.None, Said($"{device}: the contents have {levels} levels; its menu shows two"), "the contents page in the book shows them all");

    /// <summary>A drawing that holds a picture of pixels.</summary>
    public static Diagnostic PixelsInDrawing(string device, string path, SourceSpan span) =>
        Warning("BB5410", span, $"{device}: the picture of pixels within '{path}' is not shown", "save the whole drawing as a PNG");

    private static string Said(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
