namespace BookBuilder.Model.Diagnostics;

/// <summary>What can be said of mdBook books: BB63.</summary>
public static partial class Problems
{
    /// <summary>A book without its summary.</summary>
    public static Diagnostic NoSummary(string path, SourceSpan span) =>
        Error("BB6301", span, $"there is no '{path}', which lists the chapters", "write one, or give the folder that holds it as 'src' in book.toml");

    /// <summary>A line of the summary that is none of its kinds.</summary>
    public static Diagnostic SummarySyntax(string what, SourceSpan span) =>
        Error("BB6302", span, $"failed to parse SUMMARY.md: {what}");

    /// <summary>book.toml that cannot be read.</summary>
    public static Diagnostic TomlSyntax(string what, SourceSpan span) =>
        Error("BB6303", span, $"book.toml cannot be read: {what}");

    /// <summary>An anchor or range that the included file does not have.</summary>
    public static Diagnostic IncludeWithoutText(string written, SourceSpan span) =>
        Warning("BB6304", span, $"the include '{written}' gives no text", "look at the file's anchors ('ANCHOR: name') and the number of its lines");

    /// <summary>A chapter that is listed twice.</summary>
    public static Diagnostic SummaryChapterTwice(string path, SourceSpan span) =>
        Warning("BB6305", span, $"'{path}' is listed a second time and stands at its first place only", "take one of them out");
}
