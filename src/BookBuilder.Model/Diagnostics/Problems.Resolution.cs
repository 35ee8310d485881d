namespace BookBuilder.Model.Diagnostics;

public static partial class Problems
{
    /// <summary>Whether it says that something is not in the book: no news while a chapter that may hold it could not be read.</summary>
    public static bool IsOfMissingName(Diagnostic said) => said.Code is "BB3101" or "BB3105";

    /// <summary>A reference names a label that nothing in the book has.</summary>
    public static Diagnostic UnknownLabel(string label, SourceSpan span, string? nearest) =>
        Error("BB3101", span, $"nothing in the book is labelled '{label}'",
            DidYouMean(nearest) ?? $"give the thing the label, as in {{#{label}}}, or correct the reference");

    /// <summary>Two things have the same label.</summary>
    public static Diagnostic DuplicateLabel(string label, SourceSpan span, SourceSpan first) =>
        Error("BB3102", span, $"the label '{label}' is already taken",
            $"the first stands at {first.Path}({first.Start.Line},{first.Start.Column}); labels of headings, figures, tables and equations are unique in the book");

    /// <summary>A link names a heading that several chapters have.</summary>
    public static Diagnostic AmbiguousLabel(string label, SourceSpan span, IEnumerable<string> chapters) =>
        Error("BB3103", span, $"'{label}' is the name of headings in several chapters ({string.Join(", ", chapters)})",
            "give the heading a label of its own, as in {#sec-name}, and refer to that");

    /// <summary>A reference asks for the number of something that has none.</summary>
    public static Diagnostic NoNumber(string label, SourceSpan span) =>
        Warning("BB3104", span, $"'{label}' has no number; its title is printed instead",
            "number it (give a figure or table a caption, take .unnumbered off a heading), or write [words](#label)");

    /// <summary>A link leads to a file that is no chapter of the book.</summary>
    public static Diagnostic LinkToForeignFile(string target, SourceSpan span, string? nearest) =>
        Error("BB3105", span, $"the link leads to '{target}', which is no chapter of this book",
            DidYouMean(nearest) ?? "link to a chapter's file, to #label, or to an address that begins with https://");

    /// <summary>A note carries a mark of another note.</summary>
    public static Diagnostic NoteInNote(SourceSpan span) =>
        Error("BB3106", span, "a note cannot carry a note of its own; its text is printed in brackets here", "write the inner note into the outer one");

    /// <summary>A list of sources is asked for, but no note has a link.</summary>
    public static Diagnostic NoSources(SourceSpan span) =>
        Warning("BB3107", span, "the list of sources is empty, because no note of the book names a source", "put the sources' addresses into notes, or take the ::: {.sources} out");

    /// <summary>A body without any numbered chapter.</summary>
    public static Diagnostic NoChapters(SourceSpan span) =>
        Error("BB3108", span, "the book has no chapters", "list Markdown files under 'chapters:' in book.yml");

    /// <summary>An at sign before a label of the book that does not begin as references do, so that it is printed as it stands.</summary>
    public static Diagnostic UnreadReference(string label, SourceSpan span) =>
        Warning("BB3109", span, $"'@{label}' is printed as it stands, though something in the book is labelled '{label}'",
            $"write \\@ref({label}) for its number or [words](#{label}), or begin the label with fig-, tbl-, sec-, eq- or lst-");

    /// <summary>The same text under the same note number in several chapters: the trace of labels that collided when chapters were joined.</summary>
    public static Diagnostic CollidedNotes(string mark, SourceSpan span, int chapters) =>
        Warning("BB3201", span, $"note {mark} has the same text in {chapters} chapters, as if labels had collided when the chapters were once joined",
            "check each against its source");

    /// <summary>Two figures or two tables have the same caption.</summary>
    public static Diagnostic SameCaption(string label, SourceSpan span, string first) =>
        Warning("BB3202", span, $"{label} has the same caption as {first}", "check that the caption was not copied by mistake");

    /// <summary>A heading jumps over a level.</summary>
    public static Diagnostic SkippedLevel(int level, int before, SourceSpan span) =>
        Warning("BB3203", span, $"a heading of level {level} follows one of level {before}; readers who navigate by headings miss a step",
            $"make it level {before + 1}");
}
