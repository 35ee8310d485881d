namespace BookBuilder.PageText;

/// <summary>What kind of decision was made. The name in the report and in the overrides file is the same in small letters with hyphens: "join-paragraph".</summary>
public enum PageTextRule
{
    /// <summary>The first heading is the book's title.</summary>
    Title,
    /// <summary>A second heading under the title is the subtitle.</summary>
    Subtitle,
    /// <summary>The line under the title names the authors.</summary>
    Authors,
    /// <summary>A line under the title is the date.</summary>
    Date,
    /// <summary>Another line of the title page is left out.</summary>
    FrontPage,
    /// <summary>The printed contents are left out and held against the headings.</summary>
    Contents,
    /// <summary>The printed contents and the headings do not agree.</summary>
    ContentsDiffer,
    /// <summary>A page number is left out.</summary>
    PageNumber,
    /// <summary>A running head is left out.</summary>
    RunningHead,
    /// <summary>A heading opens a chapter, an appendix, a part, or a section before or after the chapters.</summary>
    ChapterHeading,
    /// <summary>The typed number of a heading gives its level and is taken off.</summary>
    HeadingNumber,
    /// <summary>Figures at the start of a heading are no number of the book.</summary>
    NumberKept,
    /// <summary>A heading without a number gets a level.</summary>
    HeadingLevel,
    /// <summary>A heading and its paragraph stood on one line.</summary>
    RunInHeading,
    /// <summary>A chapter has a heading and no text.</summary>
    EmptyChapter,
    /// <summary>The number a heading, figure or table will have is not the one that was printed.</summary>
    NumberDiffers,
    /// <summary>A raised number in the text is the mark of a note.</summary>
    NoteMark,
    /// <summary>A raised text is no mark of a note.</summary>
    Superscript,
    /// <summary>A paragraph is the text of a note.</summary>
    Note,
    /// <summary>A rule over notes is left out.</summary>
    NoteRule,
    /// <summary>A note lost its text to one of a later chapter with the same label, in the source.</summary>
    CollidedNote,
    /// <summary>Notes are numbered through the whole book.</summary>
    NoteNumbering,
    /// <summary>A note that nothing marks stays in the text.</summary>
    NoteWithoutMark,
    /// <summary>A mark has no note.</summary>
    MarkWithoutNote,
    /// <summary>An address stood there twice, as text and as target.</summary>
    DoubleAddress,
    /// <summary>Lines with tabs are a table.</summary>
    Table,
    /// <summary>A table was printed in two or more columns of rows.</summary>
    FoldedTable,
    /// <summary>A paragraph is the caption of a figure or table.</summary>
    Caption,
    /// <summary>The caption of a figure stands at a table, or the other way round.</summary>
    CaptionKind,
    /// <summary>A caption stands at nothing.</summary>
    CaptionWithoutThing,
    /// <summary>Two captions are the same.</summary>
    CaptionTwice,
    /// <summary>A picture of the source is missing.</summary>
    MissingPicture,
    /// <summary>The text speaks of a picture or table, and there is none.</summary>
    SpokenOf,
    /// <summary>A line with a blank only is no picture.</summary>
    StrayBlank,
    /// <summary>A paragraph is the remark under a figure.</summary>
    FigureNote,
    /// <summary>A figure or table that cut a paragraph stands behind it now.</summary>
    FloatMoved,
    /// <summary>A paragraph was cut by a page break.</summary>
    JoinParagraph,
    /// <summary>A list item was cut by a page break.</summary>
    JoinItem,
    /// <summary>A word was divided at the end of a line or page.</summary>
    JoinWord,
    /// <summary>A paragraph has no end and is not joined.</summary>
    OpenEnd,
    /// <summary>"Figure 3.1" in the text is a reference.</summary>
    Reference,
    /// <summary>A tag of HTML, or a sign that Markdown would take for more than a sign.</summary>
    Sign,
    /// <summary>Quotation marks do not come in pairs.</summary>
    Quotes,
    /// <summary>A word is written with and without a hyphen.</summary>
    HyphenDoubt,
    /// <summary>A hyphen between blanks becomes a dash (by request only).</summary>
    Dash,
    /// <summary>A hyphen between numbers becomes a dash (by request only).</summary>
    RangeDash,
    /// <summary>The language is taken for granted.</summary>
    Language,
    /// <summary>What the overrides file says.</summary>
    Override,
}

/// <summary>How sure a decision is.</summary>
public enum Confidence
{
    /// <summary>A guess: look at it.</summary>
    Low,
    /// <summary>Likely: worth a look.</summary>
    Medium,
    /// <summary>As good as sure.</summary>
    High,
    /// <summary>Said by the author, or nothing else is possible.</summary>
    Certain,
}

/// <summary>One decision of the import.</summary>
/// <param name="Line">The line of the text it is about, from 1; 0 when it is about the whole book.</param>
/// <param name="Rule">What kind of decision.</param>
/// <param name="Before">What stood there, whole or as much as shows the change; empty when nothing did.</param>
/// <param name="After">What stands there now; empty when it was left out. The same as <paramref name="Before"/> when nothing was changed.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Remark">Why, or what to do; null when the rule says it all.</param>
public sealed record PageTextDecision(int Line, PageTextRule Rule, string Before, string After, Confidence Confidence, string? Remark = null)
{
    /// <summary>Whether a person should look at it.</summary>
    public bool IsDoubtful => Confidence <= Confidence.Medium;
}

/// <summary>The rules' names.</summary>
public static class PageTextRules
{
    /// <summary>The rule's name in reports and overrides: "join-paragraph".</summary>
    public static string NameOf(PageTextRule rule)
    {
        var name = new System.Text.StringBuilder();
        foreach (char c in rule.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }

    /// <summary>The rule of a name; null when there is none.</summary>
    public static PageTextRule? Named(string name)
    {
        foreach (PageTextRule rule in Enum.GetValues<PageTextRule>())
            if (NameOf(rule) == name) return rule;
        return null;
    }
}
