using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

/// <content>What a book has too much of (BB90, BB92): one error for each limit of <see cref="Metadata.BookLimits"/>.</content>
public static partial class Problems
{
    /// <summary>A file of more lines than a chapter has.</summary>
    public static Diagnostic ChapterTooManyLines(long limit, SourceSpan span) =>
        Error("BB9015", span, $"the chapter has more than {Counted(limit)} lines", "split it into several files", Raised("chapter-lines"));

    /// <summary>Chapters that together are longer than a book.</summary>
    public static Diagnostic BookTooLong(long limit, SourceSpan span) =>
        Error("BB9016", span, $"the chapters have more than {Counted(limit)} characters together", "split the book into volumes", Raised("book-characters"));

    /// <summary>More chapters than a book has.</summary>
    public static Diagnostic TooManyChapters(long count, long limit, SourceSpan span) =>
        Error("BB9017", span, $"the book has {Counted(count)} chapters; {Counted(limit)} is the most", "split the book into volumes", Raised("chapters"));

    /// <summary>A paragraph, heading, cell or line of code without end.</summary>
    public static Diagnostic ParagraphTooLong(long characters, long limit, SourceSpan span) =>
        Error("BB9018", span, $"a text of {Counted(characters)} characters without a break; {Counted(limit)} is the most", "part it into paragraphs or lines", Raised("paragraph-characters"));

    /// <summary>A book of more parts than can be set.</summary>
    public static Diagnostic TooManyNodes(long limit, SourceSpan span) =>
        Error("BB9019", span, $"with this chapter the book has more than {Counted(limit)} paragraphs, words in other type, cells and lines of code", "split the book into volumes", Raised("nodes"));

    /// <summary>A chapter with notes without end.</summary>
    public static Diagnostic TooManyNotes(long count, long limit, SourceSpan span) =>
        Error("BB9020", span, $"the chapter has {Counted(count)} notes; {Counted(limit)} is the most", "split it into several files", Raised("notes"));

    /// <summary>A table of too many cells.</summary>
    public static Diagnostic TableTooLarge(long cells, long limit, SourceSpan span) =>
        Error("BB9021", span, $"the table has {Counted(cells)} cells; {Counted(limit)} is the most", "part it, or print what it shows instead", Raised("table-cells"));

    /// <summary>A table of too many columns.</summary>
    public static Diagnostic TableTooWide(long columns, long limit, SourceSpan span) =>
        Error("BB9022", span, $"the table has {Counted(columns)} columns; {Counted(limit)} is the most", "turn rows and columns, or part it", Raised("table-columns"));

    /// <summary>Messages of one kind without end.</summary>
    public static Diagnostic MoreOfTheSame(Diagnostic last, int more) =>
        Make("BB9023", last.Severity, last.Span, $"{Counted(more)} more of {last.Code} in this file", ["mend the first ones: the others are often of one cause"]);

    /// <summary>A title that is none.</summary>
    public static Diagnostic TitleTooLong(long characters, long limit, SourceSpan span) =>
        Error("BB9024", span, $"a title of {Counted(characters)} characters; {Counted(limit)} is the most", "write it as text below a short title", Raised("title-characters"));

    /// <summary>A book of more pages than are printed.</summary>
    public static Diagnostic TooManyPages(long limit) =>
        Error("BB9201", SourceSpan.None, $"the book has more than {Counted(limit)} pages", "split it into volumes", Raised("pages"));

    /// <summary>Pictures that together are more than is decoded.</summary>
    public static Diagnostic TooManyPixelsTogether(long limit, SourceSpan span) =>
        Error("BB9425", span, $"the book's pictures have more than {Counted(limit)} pixels together", "make them smaller: a full page at 300 dots to the inch has 5 million", Raised("book-pixels"));

    private static string Counted(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Raised(string limit) => $"if the book is meant to be so, raise the limit with --limit {limit}=…";
}

/// <summary>Ends the work on a book that passes a limit: what would follow is not worth beginning. The front door turns it into the report's error.</summary>
/// <param name="diagnostic">What to say.</param>
public sealed class LimitPassedException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>What to say.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
