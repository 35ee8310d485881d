using System.Runtime.CompilerServices;

namespace BookBuilder.Tests;

/// <summary>Where the project's own files are, for tests that read them.</summary>
internal static class Repository
{
    /// <summary>The folder that holds BookBuilder.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BookBuilder.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("BookBuilder.sln is nowhere above the tests.");
    }
}
