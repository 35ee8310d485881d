namespace BookBuilder.Model.Diagnostics;

/// <summary>What can be said about a chapter's Markdown: BB10; its pictures' addresses: BB41; its limits: BB901.</summary>
public static partial class Problems
{
    /// <summary>A chapter without words.</summary>
    public static Diagnostic EmptyChapter(SourceSpan span) =>
        Error("BB1001", span, "the chapter is empty", "write a heading such as '# Title', or take the file out of book.yml");

    /// <summary>A chapter without a heading of level 1.</summary>
    public static Diagnostic ChapterWithoutTitle(SourceSpan span) =>
        Warning("BB1002", span, "the chapter has no title", "begin the file with a heading of level 1: '# Title'");

    /// <summary>A second heading of level 1.</summary>
    public static Diagnostic SecondTitle(SourceSpan span, int firstLine) =>
        Warning("BB1003", span, $"a second heading of level 1; the chapter's title is on line {firstLine}", "write '##' for a section, or put the new chapter into a file of its own");

    /// <summary>A heading directly under a line of text.</summary>
    public static Diagnostic GluedHeading(SourceSpan span) =>
        Info("BB1004", span, "a heading directly under a line of text", "put a blank line before it: other tools read it as part of the paragraph");

    /// <summary>A YAML block at the top of a chapter.</summary>
    public static Diagnostic FrontMatterPassedOver(SourceSpan span) =>
        Info("BB1005", span, "the YAML block at the top of the chapter is passed over", "the book's data belong in book.yml");

    /// <summary>A note mark without a note.</summary>
    public static Diagnostic UnknownNote(string label, SourceSpan span, string? nearest) =>
        Error("BB1010", span, $"no note of this file is labelled '{label}'", DidYouMean(nearest), $"define it with '[^{label}]: …' on a line of its own in the same file");

    /// <summary>Two notes of one label.</summary>
    public static Diagnostic DuplicateNote(string label, SourceSpan span, int firstLine) =>
        Error("BB1011", span, $"the note '{label}' is defined a second time", $"its first definition, on line {firstLine}, is the one that is printed; give this one a label of its own");

    /// <summary>A note without a mark.</summary>
    public static Diagnostic UnusedNote(string label, SourceSpan span) =>
        Warning("BB1012", span, $"the note '{label}' has no mark in the text and is not printed", $"put '[^{label}]' where it belongs, or take the note out");

    /// <summary>An HTML tag that means nothing to a book.</summary>
    public static Diagnostic UnknownHtml(string tag, SourceSpan span) =>
        Warning("BB1020", span, $"the HTML tag <{tag}> is left out; the words inside it are kept", tag is "script" or "style" ? "a book has no use for it" : "write it in Markdown, or take the tag out");

    /// <summary>An HTML tag without its partner.</summary>
    public static Diagnostic UnmatchedHtml(string tag, SourceSpan span) =>
        Warning("BB1021", span, $"the HTML tag {tag} has no partner in the same text and is left out", "open and close it in one paragraph, or take it out");

    /// <summary>Code for one output only.</summary>
    public static Diagnostic RawFormat(string format, SourceSpan span) =>
        Warning("BB1022", span, $"raw {format} is printed as code", "write it in Markdown, so that both outputs can show it");

    /// <summary>Attributes that belong to nothing.</summary>
    public static Diagnostic AttributesOfNothing(string written, SourceSpan span) =>
        Warning("BB1023", span, $"the attributes {written} belong to nothing and are printed as written", "they stand directly after a link, picture, span or code, or at the end of a heading or caption");

    /// <summary>A heading of which nothing is to be read.</summary>
    public static Diagnostic EmptyHeading(SourceSpan span) =>
        Warning("BB1006", span, "the heading has no words", "write its title, or take the '#' out: contents and readers show an empty line");

    /// <summary>An attribute that means nothing, and whose name is nearly one that does.</summary>
    public static Diagnostic MisspeltAttribute(string key, SourceSpan span, string nearest) =>
        Warning("BB1007", span, $"'{key}' is not an attribute of pictures and is passed over", DidYouMean(nearest)!);

    /// <summary>A value that cannot be used.</summary>
    public static Diagnostic BadAttribute(string key, string value, string expected, SourceSpan span) =>
        Warning("BB1024", span, $"{key}=\"{value}\" cannot be used", $"write {expected}");

    /// <summary>bookdown's label outside a caption.</summary>
    public static Diagnostic LabelOutsideCaption(string written, SourceSpan span) =>
        Warning("BB1025", span, $"the label {written} stands in no caption and is printed as written", "it belongs into the caption of a figure or table, or into a formula");

    /// <summary>A table's caption without a table.</summary>
    public static Diagnostic CaptionOfNothing(SourceSpan span) =>
        Warning("BB1026", span, "a table's caption without a table", "it stands directly before or after its table, with a blank line between");

    /// <summary>The notes of a figure without a figure.</summary>
    public static Diagnostic NoteOfNothing(SourceSpan span) =>
        Warning("BB1027", span, "the note of a figure does not follow a figure or table", "put it directly after the figure or table it speaks of");

    /// <summary>A division that is never closed.</summary>
    public static Diagnostic UnclosedDivision(SourceSpan span) =>
        Warning("BB1028", span, "the division is never closed", "close it with ':::' on a line of its own");

    /// <summary>A closing fence without a division.</summary>
    public static Diagnostic StrayFence(SourceSpan span) =>
        Warning("BB1029", span, "a closing ':::' without a division, printed as written", "take it out, or open the division with ':::' and a class");

    /// <summary>A formula without its closing dollars.</summary>
    public static Diagnostic UnclosedFormula(SourceSpan span) =>
        Warning("BB1030", span, "the formula is never closed", "close it with '$$'; a formula has no blank line inside");

    /// <summary>Text on the line of the closing dollars.</summary>
    public static Diagnostic TextAfterFormula(SourceSpan span) =>
        Warning("BB1031", span, "text on the line that closes a formula", "put it on a line of its own");

    /// <summary>A link whose scheme no reader follows.</summary>
    public static Diagnostic UnknownScheme(string target, SourceSpan span) =>
        Warning("BB1032", span, $"the link to '{target}' is left out; its words are kept", "a book links by http, https, mailto, ftp, tel, doi and urn");

    /// <summary>A link to a host that cannot be: without a name, or with one that no host can have.</summary>
    public static Diagnostic ImpossibleHost(string target, SourceSpan span) =>
        Warning("BB1036", span, $"the link to '{target}' is left out, as no host can be called so; its words are kept", "copy the address anew from where it leads to");

    /// <summary>A link to nowhere.</summary>
    public static Diagnostic EmptyLink(SourceSpan span) =>
        Warning("BB1033", span, "a link without an address; its words are kept", "write the address in the parentheses: [words](https://example.org)");

    /// <summary>A picture that says nothing to those who do not see it.</summary>
    public static Diagnostic PictureWithoutWords(SourceSpan span) =>
        Warning("BB1034", span, "the picture has no description", "write alt=\"…\" in the braces after it, or {.decorative} if it tells nothing");

    /// <summary>A picture that is not a file of the book.</summary>
    public static Diagnostic PictureNotInBook(string address, SourceSpan span) =>
        Error("BB4011", span, $"the picture '{address}' is not a file of the book", "save it in the book's folder: nothing is fetched from the network");

    /// <summary>A picture outside the book's folder.</summary>
    public static Diagnostic PictureOutsideBook(string address, SourceSpan span) =>
        Error("BB4012", span, $"the picture '{address}' is outside the book's folder", "copy it into the book's folder");

    /// <summary>A picture without a file.</summary>
    public static Diagnostic PictureWithoutFile(SourceSpan span) =>
        Error("BB4013", span, "a picture without a file", "write the file in the parentheses: ![caption](file.svg)");

    /// <summary>A file too large to be a chapter.</summary>
    public static Diagnostic ChapterTooLarge(long characters, long limit, SourceSpan span) =>
        Error("BB9011", span, $"the chapter has {Counted(characters)} characters; {Counted(limit)} is the most", "split it into several files", Raised("chapter-characters"));

    /// <summary>A text that would take the parser very long.</summary>
    public static Diagnostic CostlyText(string what, SourceSpan span) =>
        Error("BB9012", span, $"{what}; the chapter is printed as it was written", "this is not what a book looks like: check the file");

    /// <summary>Nesting beyond reason.</summary>
    public static Diagnostic NestedTooDeep(int limit, SourceSpan span) =>
        Warning("BB9013", span, $"more than {limit} emphases, links or spans stand in each other; the words inside are kept, their looks are not");
}
