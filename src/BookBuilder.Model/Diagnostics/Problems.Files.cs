using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// Files of the book: BB40.
public static partial class Problems
{
    /// <summary>A file that is not there.</summary>
    public static Diagnostic FileMissing(string path, SourceSpan span, string? nearest) =>
        Error("BB4001", span, $"there is no file '{path}'", DidYouMean(nearest) ?? "correct the name, or put the file there: names are read from the file that mentions it");

    /// <summary>A file whose name differs in case.</summary>
    public static Diagnostic FileCase(string path, SourceSpan span, string actual) =>
        Error("BB4002", span, $"there is no file '{path}', only '{actual}'", $"write '{actual}': upper and lower case matter on most machines");

    /// <summary>A path out of the book's folder.</summary>
    public static Diagnostic FileOutside(string path, SourceSpan span) =>
        Error("BB4003", span, $"'{path}' leads out of the book's folder", "copy the file into the book's folder");

    /// <summary>A file that is too large.</summary>
    public static Diagnostic FileTooLarge(string path, long size, long limit, string? limitName, SourceSpan span) =>
        Error("BB9401", span, string.Create(CultureInfo.InvariantCulture, $"'{path}' has {size:N0} bytes; {limit:N0} is the most"), "make it smaller, or take it out", limitName is null ? null : Raised(limitName));

    /// <summary>A file that cannot be read.</summary>
    public static Diagnostic FileUnreadable(string path, string reason, SourceSpan span) =>
        Error("BB4004", span, $"'{path}' cannot be read: {reason}", "make it a file that you may read, or take it out");

    /// <summary>A text file that is not UTF-8.</summary>
    public static Diagnostic NotUtf8(SourceSpan span) =>
        Error("BB4005", span, "the file is not UTF-8 from here on", "save it as UTF-8");

    /// <summary>A cover that is neither PNG nor JPEG.</summary>
    public static Diagnostic CoverFormat(string path, SourceSpan span) =>
        Error("BB4007", span, $"the cover '{path}' is neither PNG nor JPEG", "save it as one of them");

    /// <summary>A cover of few pixels.</summary>
    public static Diagnostic CoverSmall(string path, int width, int height, SourceSpan span) =>
        Warning("BB4008", span, string.Create(CultureInfo.InvariantCulture, $"the cover '{path}' has only {width} by {height} pixels"), "shops ask for 1600 by 2400 or so");
}
