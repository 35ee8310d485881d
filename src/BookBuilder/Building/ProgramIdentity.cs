using BookBuilder.Model.Memories;

namespace BookBuilder.Building;

/// <summary>Tells one build of the program from another, so that nothing is taken that an older one made.</summary>
internal static class ProgramIdentity
{
    /// <summary>The name of the program's files: of each its name, length and time.</summary>
    /// <remarks>A version is not enough: whoever works on the program builds it many times under one. An executable that was compiled ahead of time is one file and has no assemblies
    /// to be asked.</remarks>
    public static ContentKey Find()
    {
        var from = new StoredWriter();
        IEnumerable<string> files = Directory.EnumerateFiles(AppContext.BaseDirectory).Where(static f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || IsLibrary(f));
        foreach (string file in files.Append(Environment.ProcessPath ?? "").Where(File.Exists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var info = new FileInfo(file);
            from.Text(info.Name).Number(info.Length).Number(info.LastWriteTimeUtc.Ticks);
        }
        return from.Key;
    }

    private static bool IsLibrary(string file) => file.EndsWith(".so", StringComparison.Ordinal) || file.EndsWith(".dylib", StringComparison.Ordinal);
}
