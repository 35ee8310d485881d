namespace BookBuilder.Model.Diagnostics;

// What an author says of messages themselves: BB106 in comments, BB113 in book.yml.
public static partial class Problems
{
    /// <summary>A comment that is to silence a code which there is not.</summary>
    public static Diagnostic UnknownSilencedCode(string code, SourceSpan span, string? nearest) =>
        Warning("BB1060", span, $"there is no message '{code}' to silence", DidYouMean(nearest) ?? "codes are written as BB2101, BB21xx or BB21*");

    /// <summary>An error that is to be silenced.</summary>
    public static Diagnostic ErrorNotSilenced(string code, SourceSpan span) =>
        Warning("BB1061", span, $"'{code}' is an error, and errors cannot be silenced", "mend what it is about, and take the code out here");

    /// <summary>A comment that silences a code which nothing says there.</summary>
    public static Diagnostic SilencesNothing(string code, SourceSpan span) =>
        Info("BB1062", span, $"nothing is silenced here: '{code}' is not said", "take it out, or put the comment directly before the block");

    /// <summary>A comment that is to silence messages and names none.</summary>
    public static Diagnostic SilenceWithoutCodes(SourceSpan span) =>
        Warning("BB1063", span, "the comment does not say which messages it silences", "write their codes: <!-- bookbuilder-ignore BB1034: the reason -->");

    /// <summary>A comment that begins nearly as those that silence messages.</summary>
    public static Diagnostic MisspeltSilence(string word, SourceSpan span, string nearest) =>
        Warning("BB1064", span, $"'{word}' silences nothing", DidYouMean(nearest));

    /// <summary>A code among the messages of book.yml which there is not.</summary>
    public static Diagnostic UnknownCode(string key, string code, SourceSpan span, string? nearest) =>
        Error("BB1130", span, $"'{key}' names '{code}', and there is no such message", DidYouMean(nearest) ?? "codes are written as BB2101, BB21xx, BB21* or all");

    /// <summary>A warning that is to count as an error.</summary>
    public static Diagnostic AsError(Diagnostic warning) => warning with { Severity = Severity.Error };
}
