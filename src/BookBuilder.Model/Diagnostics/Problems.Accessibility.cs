namespace BookBuilder.Model.Diagnostics;

// The standard an EPUB may say it conforms to: BB52.
public static partial class Problems
{
    /// <summary>Its author claims that the EPUB is accessible, and something in the book is in the way.</summary>
    /// <param name="reason">A clause with the criterion it breaks: "a picture has no description (WCAG 2.2, 1.1.1)".</param>
    /// <param name="span">The place, or that of the claim.</param>
    /// <param name="hint">What to do about it.</param>
    public static Diagnostic AccessibilityNotClaimed(string reason, SourceSpan span, string hint) =>
        Warning("BB5201", span, $"the EPUB does not say that it conforms to EPUB Accessibility 1.1, because {reason}", hint);
}
