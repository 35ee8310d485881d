using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

public static partial class Problems
{
    /// <summary>Stands for the label of a page that has none yet, in what is said of it before the pages are in their order: a value that is no character.</summary>
    public const string UnknownFolio = "\uFFFF";

    /// <summary>What is said of a page, now that its label is known.</summary>
    /// <param name="said">What is said.</param>
    /// <param name="folio">The label.</param>
    public static Diagnostic OnPage(Diagnostic said, string folio) =>
        said with { Message = said.Message.Replace(UnknownFolio, folio, StringComparison.Ordinal), Page = folio };

    /// <summary>One line of a paragraph stands alone at the top or foot of a page.</summary>
    public static Diagnostic LonelyLine(string folio, SourceSpan span) =>
        Warning("BB2110", span, $"a single line of this paragraph stands alone on page {folio}", "make the paragraph, or one before it, a line longer or shorter");

    /// <summary>A heading stands at the foot of a page without its text.</summary>
    public static Diagnostic StrandedHeading(string folio, SourceSpan span) =>
        Warning("BB2111", span, $"this heading stands at the foot of page {folio}, parted from its text", "what follows is too tall to stand below it: move or shrink it");

    /// <summary>The numbers of pages that the book names move the pages they name, without end.</summary>
    public static Diagnostic UnsettledPages() =>
        Warning("BB2114", SourceSpan.None, "a page that the book names by its number moves with the width of that number, so that one reference may be a page off",
            "change a few words near such a reference");

    /// <summary>A page ends before it is full.</summary>
    /// <param name="folio">The page.</param>
    /// <param name="lines">So many lines short.</param>
    /// <param name="reason">Why.</param>
    /// <param name="span">What stands first on the next page.</param>
    public static Diagnostic ShortPage(string folio, int lines, ShortPageReason reason, SourceSpan span) =>
        Info("BB2113", span, string.Create(CultureInfo.InvariantCulture, $"page {folio} is {lines} {(lines == 1 ? "line" : "lines")} short: {Why(reason)}"));

    private static string Why(ShortPageReason reason) => reason switch
    {
        ShortPageReason.Figure => "this finds no room on it and must not be divided",
        ShortPageReason.Waiting => "a figure or table that was put off must stand before this",
        ShortPageReason.Heading => "this heading would be parted from its text",
        ShortPageReason.Note => "a note called for here finds no room on it",
        ShortPageReason.SingleLine => "a single line of this paragraph would stand alone",
        ShortPageReason.Together => "these lines are kept together",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Something is taller than a page: what runs out of it would be lost in print, so this is no mere warning.</summary>
    public static Diagnostic TallerThanPage(string folio, SourceSpan span) =>
        Error("BB2112", span, $"this is taller than the page and runs out of page {folio}", "divide it, or choose a larger page");

    /// <summary>A figure or table stands far from where it belongs.</summary>
    public static Diagnostic DistantFloat(string name, int pages, SourceSpan span) =>
        Warning("BB2130", span, $"{name} stands {pages} pages after its place in the text", "move it earlier in the text, or make it smaller");

    /// <summary>A raster picture has too few pixels for print.</summary>
    public static Diagnostic CoarsePicture(string path, int dots, int least, SourceSpan span) =>
        Warning("BB2131", span, $"'{path}' is printed with {dots} dots to the inch", $"{least} are needed for a sharp print: use a larger picture or a smaller width");

    /// <summary>A note runs over to the next page.</summary>
    public static Diagnostic NoteContinued(string mark, string folio, SourceSpan span) =>
        Info("BB2140", span, $"note {mark} begins on page {folio} and is continued on the next");

    /// <summary>A note could not begin on the page of its mark.</summary>
    public static Diagnostic NoteDisplaced(string mark, string folio, SourceSpan span) =>
        Warning("BB2141", span, $"note {mark} found no room on page {folio}, where its mark stands", "shorten the notes of this page, or move the mark");
}
