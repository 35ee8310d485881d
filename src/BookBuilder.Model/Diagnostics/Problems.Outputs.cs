namespace BookBuilder.Model.Diagnostics;

// Outputs: BB50.
public static partial class Problems
{
    /// <summary>An output that cannot be written.</summary>
    public static Diagnostic OutputUnwritable(string path, string reason) =>
        Error("BB5001", SourceSpan.None, $"'{path}' cannot be written: {reason}", "close it where it is open, or choose another folder with -o");

}
