namespace BookBuilder.Model.Diagnostics;

// The standards a PDF may say it keeps: BB51.
public static partial class Problems
{
    /// <summary>Nobody asked for the claim, and it would not be true of this book.</summary>
    /// <param name="standards">"PDF/UA-1 and PDF/A-2a".</param>
    /// <param name="reason">A clause: "a picture has no description".</param>
    /// <param name="span">The first place that stands in its way.</param>
    /// <param name="page">The label of the page it is on; null when not known.</param>
    /// <param name="hint">What to do about it; null when nothing can be said.</param>
    public static Diagnostic StandardLeftOut(string standards, string reason, SourceSpan span, string? page, string? hint) =>
        Warning("BB5101", span, $"the PDF does not say that it keeps {standards}, because {reason}", hint, "with 'standard: none' under 'pdf:' in book.yml it never says so") with { Page = page };

    /// <summary>book.yml asks for the claim, and it would not be true of this book.</summary>
    /// <param name="standards">"PDF/UA-1".</param>
    /// <param name="reason">A clause.</param>
    /// <param name="span">The first place that stands in its way.</param>
    /// <param name="page">The label of the page it is on; null when not known.</param>
    /// <param name="hint">What to do about it; null when nothing can be said.</param>
    public static Diagnostic StandardNotKept(string standards, string reason, SourceSpan span, string? page, string? hint) =>
        Error("BB5102", span, $"the PDF cannot keep {standards}, because {reason}", hint, "or take the standard out of 'pdf: standard:' in book.yml") with { Page = page };

    /// <summary>Two standards of which a file can keep only one.</summary>
    public static Diagnostic StandardsDisagree(string one, string other, SourceSpan span) =>
        Error("BB5103", span, $"'{other}' cannot be asked for beside '{one}'", "ua-1 goes with one of a-2a, a-2u and a-3a; none stands alone");
}
