namespace BookBuilder.Model.Diagnostics;

// Books of R bookdown, and chunks wherever they stand: BB61.
public static partial class Problems
{
    /// <summary>A chunk without its closing fence.</summary>
    public static Diagnostic UnclosedChunk(SourceSpan span) =>
        Warning("BB6101", span, "the chunk is never closed; what follows is shown as its code", "close it with a line of as many backticks, indented as it is");

    /// <summary>An option of a chunk that stands twice.</summary>
    public static Diagnostic ChunkOptionTwice(string name, SourceSpan span) =>
        Warning("BB6102", span, $"the chunk's option '{name}' is given twice; this one counts", "keep one of them");

    /// <summary>An option of a chunk that is neither a label nor a name with a value.</summary>
    public static Diagnostic ChunkOptionUnread(string written, SourceSpan span) =>
        Warning("BB6103", span, $"'{written}' is no option of a chunk and is passed over", "write name=value; only the first may be a label without a name");

    /// <summary>A label that two chunks have.</summary>
    public static Diagnostic ChunkLabelTwice(string label, SourceSpan span, SourceSpan first) =>
        Error("BB6104", span, $"a chunk is already labelled '{label}'", $"the first stands at {first.Path}({first.Start.Line}); knitr stops here, too: give this one another label");

    /// <summary>Code that would have to be run.</summary>
    public static Diagnostic NeedsProgram(string what, string program, SourceSpan span, string became) =>
        Warning("BB6105", span, $"{what} needs {program}; {became}", program == "R" ? "run the book once with R and keep the figures it makes, or put the finished picture or table in its place" : null);

    /// <summary>Code that would have to be run, where the user wants none.</summary>
    public static Diagnostic NeedsProgramError(string what, string program, SourceSpan span) =>
        Error("BB6106", span, $"{what} needs {program}", "put the finished picture or table in its place, or allow the code to be shown (--on-needs-r code)");

    /// <summary>What packages for the looks of tables were asked for.</summary>
    public static Diagnostic TableLooksIgnored(string functions, SourceSpan span) =>
        Info("BB6107", span, $"the table is set without {functions}: how tables look is the design's");

    /// <summary>Documents that differ from output to output.</summary>
    public static Diagnostic FilesByOutput(string chosen, SourceSpan span) =>
        Warning("BB6110", span, $"'rmd_files' names other files for other outputs; those for {chosen} are the book", "both outputs are made of one text here");

    /// <summary>A text reference that stands twice.</summary>
    public static Diagnostic TextReferenceTwice(string name, SourceSpan span, SourceSpan first) =>
        Warning("BB6111", span, $"the text reference '{name}' is defined a second time; it is printed as a paragraph", $"the first, at {first.Path}({first.Start.Line}), is the one that counts, as in bookdown");

    /// <summary>A text reference nobody uses.</summary>
    public static Diagnostic TextReferenceUnused(string name, SourceSpan span) =>
        Warning("BB6112", span, $"the text reference '{name}' is used nowhere, so that its words are not printed", $"write (ref:{name}) where they belong, or take the line out");

    /// <summary>A text reference that is not defined.</summary>
    public static Diagnostic TextReferenceUnknown(string name, SourceSpan span) =>
        Warning("BB6113", span, $"no text reference is called '{name}'; it is printed as it is written", $"define it on a line of its own between blank lines: (ref:{name}) words");

    /// <summary>LaTeX without a counterpart.</summary>
    public static Diagnostic LatexLiteral(string command, SourceSpan span) =>
        Warning("BB6114", span, $"the LaTeX {command} is printed as it is written", "write it in Markdown, so that both outputs can show it");

    /// <summary>An environment of LaTeX without a counterpart.</summary>
    public static Diagnostic LatexEnvironment(string name, SourceSpan span) =>
        Warning("BB6115", span, $"the LaTeX environment '{name}' is printed as code", name.StartsWith("tab", StringComparison.Ordinal) || name == "longtable" ? "write the table as a pipe table" : "write it in Markdown, so that both outputs can show it");

    /// <summary>Citations, which are not made into references yet.</summary>
    public static Diagnostic CitationsLiteral(int count, SourceSpan span) =>
        Warning("BB6116", span, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "citation is" : "citations of this file are")} printed as written, the first here"), "write a source into a note to have it printed");

    /// <summary>Terms of an index, which is not made yet.</summary>
    public static Diagnostic IndexTermsLiteral(int count, SourceSpan span) =>
        Warning("BB6117", span, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} index {(count == 1 ? "term is" : "terms of this file are")} printed as written, the first here"));

    /// <summary>A label of notes in several files.</summary>
    public static Diagnostic NoteLabelsCollide(string label, SourceSpan span, SourceSpan first) =>
        Warning("BB6118", span, $"the note '{label}' is defined in another file, too; each file keeps its own", $"the first stands at {first.Path}({first.Start.Line}); bookdown would print the last of them everywhere");

    /// <summary>A label of notes twice in one file.</summary>
    public static Diagnostic NoteLabelTwice(string label, SourceSpan span, int firstLine) =>
        Warning("BB6119", span, $"the note '{label}' is defined a second time in this file; its marks take the notes in their order", $"the first stands on line {firstLine}; give this one a label of its own");

    /// <summary>A mark without a note.</summary>
    public static Diagnostic NoteMissing(string label, SourceSpan span) =>
        Warning("BB6120", span, $"no note of the book is labelled '{label}'; its mark is printed as it is written", $"define it with '[^{label}]: …' on a line of its own");

    /// <summary>A label that two things have.</summary>
    public static Diagnostic LabelTwice(string label, SourceSpan span, SourceSpan first) =>
        Warning("BB6121", span, $"the label '{label}' is already taken; this one is left out", $"the first stands at {first.Path}({first.Start.Line})");

    /// <summary>A reference to a label that nothing has.</summary>
    public static Diagnostic ReferenceToNothing(string label, SourceSpan span, string? nearest) =>
        Warning("BB6122", span, $"nothing in the book is labelled '{label}'; the reference is printed as it is written (bookdown prints ??)",
            DidYouMean(nearest) ?? "only figures and tables with a caption, labelled equations, theorems and headings can be referred to");

    /// <summary>A link into the book, or to a file beside it, that arrives nowhere in the book.</summary>
    public static Diagnostic LinkToNothing(string target, bool isFile, SourceSpan span) =>
        Warning("BB6123", span, isFile ? $"the link to the file '{target}' is left out, its words are kept: the file is not in the book" : $"the link to '{target}' leads to nothing in the book; its words are kept",
            isFile ? "give the file's address on the web" : "give what it leads to that label, or correct it");

    /// <summary>A date that is made when the book is.</summary>
    public static Diagnostic DateOfTheDay(string written, SourceSpan span) =>
        Warning("BB6124", span, $"the date {written} would be another every day; the book is given none", "write the date of this edition: the same book is to give the same files");

    /// <summary>A date without a day.</summary>
    public static Diagnostic DateWithoutDay(string written, SourceSpan span) =>
        Warning("BB6125", span, $"'{written}' names no day; the book is given no date", "write it as 2023-08-16: year, month, day");

    /// <summary>A setting without a counterpart.</summary>
    public static Diagnostic SettingUnread(string key, string value, SourceSpan span) =>
        Warning("BB6126", span, $"'{key}: {value}' has no counterpart here and is passed over");

    /// <summary>A cover that cannot be one here.</summary>
    public static Diagnostic CoverUnusable(string path, SourceSpan span) =>
        Warning("BB6127", span, $"'{path}' cannot be the cover; one is made of title and authors", "a cover is a PNG or JPEG file of the book");

    /// <summary>A bibliography, which is not read yet.</summary>
    public static Diagnostic BibliographyUnread(SourceSpan span) =>
        Warning("BB6128", span, "the bibliography is not read; citations are printed as they are written");

    /// <summary>A picture that is not a file of the book.</summary>
    public static Diagnostic PictureOnTheWeb(string address, SourceSpan span) =>
        Warning("BB6129", span, $"the picture '{address}' is on the web and is not fetched; a frame holds its place", "save it in the book's folder");

    /// <summary>A picture of a kind that is not set.</summary>
    public static Diagnostic PictureOfOtherKind(string path, SourceSpan span) =>
        Warning("BB6130", span, $"'{path}' is a picture of a kind that is not set; a frame holds its place", "put an SVG, PNG or JPEG file of the same name beside it: it is taken then");
}
