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
    public static Diagnostic NeedsR(string what, SourceSpan span, string became) =>
        Warning("BB6105", span, $"{what} needs R; {became}", "run the book once with R and keep the figures it makes (_bookdown_files), or put the finished picture or table in its place");

    /// <summary>Code that would have to be run, where the user wants none.</summary>
    public static Diagnostic NeedsRError(string what, SourceSpan span) =>
        Error("BB6106", span, $"{what} needs R", "run the book once with R and keep the figures it makes (_bookdown_files), put the finished picture or table in its place, or allow the code to be shown (--on-needs-r code)");
}
