using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// Finished files that are looked into: BB57.
public static partial class Problems
{
    /// <summary>A file to be inspected that is no book, PDF or EPUB.</summary>
    public static Diagnostic NothingToInspect(SourceSpan span) =>
        Error("BB5701", span, "this is neither a book nor a PDF nor an EPUB", "name a book's folder, its book.yml, a Markdown file, a .pdf or an .epub");

    /// <summary>A PDF without the header of one.</summary>
    public static Diagnostic NoPdf(SourceSpan span) =>
        Error("BB5702", span, "this is no PDF: it does not begin as one", "look whether the file was loaded to its end, and as what it is");

    /// <summary>A PDF or EPUB that is broken.</summary>
    /// <param name="kind">"PDF" or "EPUB".</param>
    /// <param name="reason">What is wrong with it, one clause.</param>
    /// <param name="span">The file.</param>
    public static Diagnostic OutputUnreadable(string kind, string reason, SourceSpan span) =>
        Error("BB5703", span, $"the {kind} cannot be read: {reason}", "it is damaged or was not loaded to its end: make or load it again");

    /// <summary>A PDF that needs a password.</summary>
    public static Diagnostic OutputEncrypted(string kind, SourceSpan span) =>
        Error("BB5704", span, $"the {kind} is encrypted and does not open without its password", "take the password away in the program that gave it");

    /// <summary>A file that would be read without end.</summary>
    public static Diagnostic InspectionTooLong(int seconds, SourceSpan span) =>
        Error("BB5705", span, string.Create(CultureInfo.InvariantCulture, $"the file could not be read in {seconds} seconds"), "no ordinary file takes so long: look where it comes from");
}
