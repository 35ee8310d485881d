namespace BookBuilder.Model.Diagnostics;

// Outputs: BB50.
public static partial class Problems
{
    /// <summary>An output that cannot be written.</summary>
    public static Diagnostic OutputUnwritable(string path, string reason) =>
        Error("BB5001", SourceSpan.None, $"'{path}' cannot be written: {reason}", "close it where it is open, or choose another folder with -o");

    /// <summary>A folder for outputs that cannot be made or written to.</summary>
    public static Diagnostic FolderUnwritable(string path, string reason) =>
        Error("BB5002", SourceSpan.None, $"nothing can be written into '{path}': {reason}", "choose another folder with -o");

    /// <summary>An output folder that book.yml leads out of the book.</summary>
    public static Diagnostic OutputOutside(string path, SourceSpan span) =>
        Error("BB5003", span, $"'{path}' leads out of the book's folder", "name a folder below it; only -o on the command line may lead elsewhere");
}
