namespace BookBuilder.Model.Diagnostics;

// The folder that an import writes: BB60.
public static partial class Problems
{
    /// <summary>The new folder has files already.</summary>
    public static Diagnostic ImportFolderNotEmpty(string folder, SourceSpan span) =>
        Error("BB6001", span, $"the folder '{folder}' is not empty, and nothing of yours is written over", "name a folder that does not exist yet");

    /// <summary>The new folder cannot be written.</summary>
    public static Diagnostic ImportFolderNotWritten(string folder, string reason, SourceSpan span) =>
        Error("BB6002", span, $"the folder '{folder}' cannot be written: {reason}", "nothing is left of it; name another folder");

    /// <summary>The file to import is not there.</summary>
    public static Diagnostic ImportFileMissing(string file, SourceSpan span) =>
        Error("BB6003", span, $"there is no file '{file}'", "correct the name: it is looked for from the folder you are in");

    /// <summary>The file to import cannot be read.</summary>
    public static Diagnostic ImportFileNotRead(string file, string reason, SourceSpan span) =>
        Error("BB6004", span, $"'{file}' cannot be read: {reason}");
}
