namespace BookBuilder.Model.Diagnostics;

// Outputs: BB50.
public static partial class Problems
{
    /// <summary>An output that cannot be written.</summary>
    public static Diagnostic OutputUnwritable(string path, string reason) =>
        Error("BB5001", SourceSpan.None, $"'{path}' cannot be written: {reason}", "close it where it is open, or choose another folder with -o");

    /// <summary>A folder for outputs that cannot be made or written to.</summary>
    public static Diagnostic FolderUnwritable(string path, string reason) =>
        Error("BB5002", SourceSpan.None, $"nothing can be written into '{path}': {reason}", "choose another folder with -o");

    /// <summary>A finished file that does not say what the book says.</summary>
    /// <param name="output">"PDF" or "EPUB".</param>
    /// <param name="section">The section's key; empty for the whole file.</param>
    /// <param name="kind">What differs: "note", "text".</param>
    /// <param name="expected">What the book says; empty when the file says too much.</param>
    /// <param name="found">What the file says; empty when it says nothing.</param>
    /// <param name="span">Where the author wrote it.</param>
    public static Diagnostic OutputDiffers(string output, string section, string kind, string expected, string found, SourceSpan span) =>
        Error("BB5301", span, (section.Length == 0 ? $"the {output} differs from the book" : $"the {output} differs from the book in section '{section}' ({kind})") +
            (expected.Length == 0 ? $": it says '{found}' too much" : found.Length == 0 ? $": it lacks '{expected}'" : $": it says '{found}' for '{expected}'"),
            "nothing was put in place; this is a fault of the program and not of the book, please report it; --no-parity writes the files all the same");

    /// <summary>More differences than are worth telling.</summary>
    public static Diagnostic OutputDiffersMore(int count) =>
        Error("BB5302", SourceSpan.None, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the outputs differ from the book in {count} more {(count == 1 ? "place" : "places")}"), "see to the first ones");

    /// <summary>An output folder that book.yml leads out of the book.</summary>
    public static Diagnostic OutputOutside(string path, SourceSpan span) =>
        Error("BB5003", span, $"'{path}' leads out of the book's folder", "name a folder below it; only -o on the command line may lead elsewhere");
}
