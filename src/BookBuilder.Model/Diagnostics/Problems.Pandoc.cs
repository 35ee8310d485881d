using System.Globalization;

namespace BookBuilder.Model.Diagnostics;

/// <summary>What can be said about books in other tools' forms, and of Pandoc's Markdown: BB64.</summary>
public static partial class Problems
{
    private const string SeeReport = "'bookbuilder import' writes a report that names every place";

    /// <summary>Something near stands for a construct.</summary>
    public static Diagnostic ConstructApproximated(string construct, string became, int times, SourceSpan span) =>
        Info("BB6401", span, $"{construct} becomes {(became.Length == 0 ? "something near" : became)}{Times(times)}", times > 1 ? SeeReport : null);

    /// <summary>A construct is printed as it was written.</summary>
    public static Diagnostic ConstructLiteral(string construct, int times, SourceSpan span) =>
        Warning("BB6402", span, $"{construct} is printed as it was written{Times(times)}", times > 1 ? SeeReport : null);

    /// <summary>A construct would have to be run.</summary>
    public static Diagnostic ConstructNeedsProgram(string construct, string became, int times, SourceSpan span) =>
        Warning("BB6403", span, $"{construct} would have to be run by another program{(became.Length == 0 ? "" : $"; {became} stands for it")}{Times(times)}", times > 1 ? SeeReport : null);

    /// <summary>A construct is left out.</summary>
    public static Diagnostic ConstructLeftOut(string construct, string became, int times, SourceSpan span) =>
        Warning("BB6404", span, $"{construct} is left out{(became.Length == 0 ? "" : $": {became}")}{Times(times)}", times > 1 ? SeeReport : null);

    /// <summary>A YAML block of a chapter that cannot be read.</summary>
    public static Diagnostic UnreadableMetadata(string reason, SourceSpan span) =>
        Warning("BB6405", span, $"the YAML block is passed over: {reason}");

    /// <summary>Two notes of one label in files that are one text to their tool.</summary>
    public static Diagnostic CollidedNote(string label, SourceSpan span, SourceSpan first) =>
        Warning("BB6406", span, string.Create(CultureInfo.InvariantCulture, $"the note '{label}' is defined a second time; the first stands in {first.Path}, line {first.Start.Line}"),
            "each mark is given the note of its own file; the other tool prints one of them twice");

    /// <summary>A note's mark whose note stands in another file.</summary>
    public static Diagnostic NoteOfOtherFile(string label, string file, SourceSpan span) =>
        Info("BB6407", span, $"the note '{label}' stands in '{file}'; a copy of it is printed here");

    /// <summary>A book that is in its own form already.</summary>
    public static Diagnostic NothingToImport(SourceSpan span) =>
        Error("BB6408", span, "this is a book of BookBuilder's own already", "build it as it is, or say with --from which tool's form it is in");

    /// <summary>Markdown in folders that is no part of the book.</summary>
    public static Diagnostic MarkdownInFolders(string first, int count, SourceSpan span) =>
        Warning("BB6409", span, string.Create(CultureInfo.InvariantCulture, $"'{first}'{(count == 1 ? " is" : $" and {count - 1} more Markdown file{(count == 2 ? "" : "s")} in folders are")} not in the book"),
            "list all files as 'input-files' in defaults.yaml, or include them");

    private static string Times(int times) => times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({times} times; here is the first)");
}
