namespace BookBuilder.Model.Diagnostics;

// Slips of the keyboard that Markdown and YAML let pass as text: BB104 in chapters, BB1125 to BB1129 in book.yml.
public static partial class Problems
{
    /// <summary>Code that is never closed, so that all below it is code.</summary>
    public static Diagnostic UnclosedCode(string fence, SourceSpan span) =>
        Warning("BB1040", span, "the code is never closed: everything below it is printed as code", $"close it with '{fence}' on a line of its own");

    /// <summary>A brace that was to open attributes.</summary>
    public static Diagnostic UnreadAttributes(string written, SourceSpan span) =>
        Warning("BB1041", span, $"what begins with '{written}' cannot be read as attributes and is printed as written",
            "close it with '}' in the same paragraph, and put values with spaces in quotes; for the brace itself write '\\{'");

    /// <summary>Asterisks of bold words without a partner.</summary>
    public static Diagnostic LonelyMarks(string marks, SourceSpan span) =>
        Warning("BB1042", span, $"these '{marks}' have no partner and are printed as written", "they stand directly before the first and directly after the last word; for the signs themselves write '\\' before each");

    /// <summary>A division whose class is nearly one that is known.</summary>
    public static Diagnostic MisspeltDivision(string name, SourceSpan span, string nearest) =>
        Warning("BB1043", span, $"'{name}' is no kind of division that is known; what stands in it is set as ordinary text", DidYouMean(nearest));

    /// <summary>A callout of a kind that there is not.</summary>
    public static Diagnostic UnknownCallout(string kind, SourceSpan span, string? nearest) =>
        Warning("BB1044", span, $"'[!{kind}]' is no kind of callout; it is set as a quotation", DidYouMean(nearest) ?? "there are NOTE, TIP, IMPORTANT, WARNING and CAUTION");

    /// <summary>A colour that YAML took for a remark.</summary>
    public static Diagnostic ColorIsRemark(string key, SourceSpan span) =>
        Error("BB1125", span, $"'{key}' has no value: what stands after a '#' is a remark", "put the colour in quotes: \"#1f3f66\"");

    /// <summary>Several lines of a list that YAML took for one.</summary>
    public static Diagnostic LinesRunTogether(string key, SourceSpan span) =>
        Error("BB1126", span, $"several lines of '{key}' are read as one, because they are indented further than the first", "indent every '- ' of a list alike");
}
