using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

// Books made of the text of printed pages: BB65.
public static partial class Problems
{
    /// <summary>A text with nothing in it.</summary>
    public static Diagnostic NothingInPages(SourceSpan span) =>
        Error("BB6501", span, "there is no text in the file", "give the text that a page reader made of the book");

    /// <summary>A book without a title.</summary>
    public static Diagnostic NoTitleInPages(string name, SourceSpan span) =>
        Warning("BB6502", span, $"no title page is recognised; the book is called '{name}'", "give 'title' and 'authors' in an overrides file, or write them into the new book.yml");

    /// <summary>A date that can be read in two ways.</summary>
    public static Diagnostic DateInTwoWays(string date, SourceSpan span) =>
        Warning("BB6503", span, $"the date '{date}' can be read in two ways, or in none; it is left out", "give 'date: 2023-08-16' in an overrides file");

    /// <summary>A line of the title page that is left out.</summary>
    public static Diagnostic FrontPageLineLeftOut(string line, SourceSpan span) =>
        Warning("BB6504", span, $"'{line}' on the title page is neither title nor authors nor date, and is left out", "book.yml has keys for a subtitle, a publisher, rights and the like");

    /// <summary>Text before any heading.</summary>
    public static Diagnostic TextWithoutHeading(SourceSpan span) =>
        Warning("BB6505", span, "the text begins without a heading; it is called 'Text'", "change the heading in the new file");

    /// <summary>A chapter that has a number and no title.</summary>
    public static Diagnostic ChapterWithoutOwnTitle(string heading, SourceSpan span) =>
        Warning("BB6506", span, $"'{heading}' has no title behind it; the chapter is called by its number", "give the chapter a title in the new file");

    /// <summary>A heading that begins with figures which are not its number.</summary>
    public static Diagnostic HeadingNumberKept(string number, string heading, SourceSpan span) =>
        Warning("BB6507", span, $"'{number}' does not follow the numbers before it, so it stays in the heading '{heading}'", "if it is the section's number, take it off in the new file");

    /// <summary>A heading and its paragraph that stood on one line.</summary>
    public static Diagnostic RunInHeadingCut(string heading, SourceSpan span) =>
        Warning("BB6508", span, $"heading and paragraph stood on one line; '{heading}' is taken for the heading", "'split: words of the heading' in an overrides file cuts elsewhere");

    /// <summary>A very long heading that could not be cut.</summary>
    public static Diagnostic LongHeadingKept(string length, SourceSpan span) =>
        Warning("BB6509", span, $"a heading of {length} characters may have swallowed its paragraph", "'split: words of the heading', or 'text' in an overrides file");

    /// <summary>The contents name a heading that is not there.</summary>
    public static Diagnostic ContentsWithoutHeading(string title, SourceSpan span) =>
        Warning("BB6510", span, $"the printed contents have '{title}', and no heading says so");

    /// <summary>The contents and a heading differ.</summary>
    public static Diagnostic ContentsDiffer(string contents, string heading, int line, SourceSpan span) =>
        Warning("BB6511", span, string.Create(CultureInfo.InvariantCulture, $"the heading says '{heading}', the printed contents in line {line} say '{contents}'"));

    /// <summary>A heading that the contents do not have.</summary>
    public static Diagnostic HeadingNotInContents(string heading, SourceSpan span) =>
        Warning("BB6512", span, $"the heading '{heading}' is not in the printed contents");

    /// <summary>A number that will not be the printed one.</summary>
    public static Diagnostic PrintedNumberDiffers(string thing, string printed, string now, SourceSpan span) =>
        Warning("BB6513", span, now.Length == 0 ? $"{thing} was printed with the number {printed} and will have none" : $"{thing} was printed with the number {printed} and will have {now}");

    /// <summary>Notes whose labels collided before the book was printed.</summary>
    public static Diagnostic PageNotesCollided(int lost, int all, string chapter, SourceSpan span) =>
        Warning("BB6514", span, string.Create(CultureInfo.InvariantCulture, $"{lost} of {all} notes of '{chapter}' print the text of later chapters' notes: their labels collided in the source"),
            "their own sources are lost; the report and comments in the new file name each");

    /// <summary>A mark without a note.</summary>
    public static Diagnostic PageMarkWithoutNote(string mark, SourceSpan span) =>
        Warning("BB6515", span, $"the raised '{mark}' marks a note that its chapter does not have; it is printed raised");

    /// <summary>A note without a mark.</summary>
    public static Diagnostic PageNoteWithoutMark(string number, SourceSpan span) =>
        Warning("BB6516", span, $"no mark asks for note {number}; its text stays in the chapter as a paragraph", "set '[^…]' where it belongs, or drop the line in an overrides file");

    /// <summary>A picture that the source has lost.</summary>
    public static Diagnostic PictureLost(string? name, SourceSpan span) =>
        Warning("BB6517", span, name is null ? "a picture is missing here" : $"the picture of '{name}' is missing", "a placeholder stands for it: put a picture in the place of its file, and describe it in 'alt'");

    /// <summary>A caption of a table that is not there.</summary>
    public static Diagnostic CaptionAtNothing(string number, SourceSpan span) =>
        Warning("BB6518", span, $"the caption of Table {number} stands at no table; it stays a paragraph", "'caption-of: line' in an overrides file names the table");

    /// <summary>Two captions that say the same.</summary>
    public static Diagnostic CaptionPrintedTwice(string second, string first, SourceSpan span) =>
        Warning("BB6519", span, $"{second} has the same caption as {first}", "one of them was probably copied and never changed");

    /// <summary>A paragraph without an end.</summary>
    public static Diagnostic PageOpenEnd(string ending, SourceSpan span) =>
        Warning("BB6520", span, $"a paragraph has no end and is not joined: '{ending}'", "'join' in an overrides file joins it with the next, 'keep' leaves it without a word");

    /// <summary>Quotation marks without partners.</summary>
    public static Diagnostic QuotesUnpaired(int opening, int closing, SourceSpan span) =>
        Warning("BB6521", span, string.Create(CultureInfo.InvariantCulture, $"quotation marks do not come in pairs: {opening} opening, {closing} closing"));

    /// <summary>A table whose rows are of different lengths.</summary>
    public static Diagnostic RaggedRows(SourceSpan span) =>
        Warning("BB6522", span, "rows of a table have different numbers of cells; empty ones are added at their ends", "look whether cells stand in their columns");

    /// <summary>A chapter without text.</summary>
    public static Diagnostic PageChapterEmpty(string title, SourceSpan span) =>
        Warning("BB6523", span, $"the chapter '{title}' has no text");

    /// <summary>A tag that means nothing here.</summary>
    public static Diagnostic PageTagKept(string tag, SourceSpan span) =>
        Warning("BB6524", span, $"'{tag}' is printed as it stands");

    /// <summary>The text speaks of a table that is not there.</summary>
    public static Diagnostic TableSpokenOf(string words, SourceSpan span) =>
        Warning("BB6525", span, $"the text says '{words}', and no table is near");

    /// <summary>Text in a line that is no override's.</summary>
    public static Diagnostic OverrideOfNothing(int line, SourceSpan span) =>
        Warning("BB6530", span, string.Create(CultureInfo.InvariantCulture, $"nothing begins in line {line} of the text, so nothing is overridden"), "name the first line of a paragraph, heading, item, table or picture");

    /// <summary>A key that is no line.</summary>
    public static Diagnostic OverrideWithoutLine(string key, SourceSpan span) =>
        Error("BB6531", span, $"'{key}' is no line of the text", "write the line's number: '105: join'");

    /// <summary>A rule that does not exist.</summary>
    public static Diagnostic UnknownPageTextRule(string name, SourceSpan span, string? nearest) =>
        Error("BB6532", span, $"there is no rule '{name}'", DidYouMean(nearest) ?? "the report names the rule of each decision");

    /// <summary>An overrides file that is no map.</summary>
    public static Diagnostic OverridesAreNoMap(SourceSpan span) =>
        Error("BB6533", span, "the overrides file must be a map of keys", "keys are 'title', 'authors', 'date', 'lang', 'dashes', 'refuse' and 'lines'");

    /// <summary>A cut at words that are not there.</summary>
    public static Diagnostic OverrideSplitNotFound(string words, SourceSpan span) =>
        Warning("BB6534", span, $"the heading does not begin with '{words}', so it is not cut there", "copy the heading's first words as they stand in the text");

    /// <summary>A caption of a line where no figure or table is.</summary>
    public static Diagnostic OverrideCaptionOfNothing(int line, SourceSpan span) =>
        Warning("BB6535", span, string.Create(CultureInfo.InvariantCulture, $"no table and no lost picture begins in line {line}, so the caption stays where it is"), "name the line in which the table or picture begins");
}
