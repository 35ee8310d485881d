using System.Diagnostics;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>The command compiled ahead of time, by the line that the README names. It takes minutes, so it is made once for all tests.</summary>
internal static class NativeCommand
{
    private static readonly Lazy<string> Published = new(() =>
    {
        lock (BuiltBook.Building)
        {
            string project = Path.Combine(Repository.Root, "src/BookBuilder.Cli"), folder = Path.Combine(project, "bin/native");
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Outcome published = BuiltBook.Run("dotnet", "publish", project, "-p:PublishAot=true", "-o", folder);
            Assert.True(published.Code == 0, published.All);
            return folder;
        }
    });

    /// <summary>The folder that is given to users.</summary>
    public static string Folder => Published.Value;

    /// <summary>How it is started: without any .NET that the machine may have.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(Folder, "bookbuilder"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["DOTNET_ROOT"] = "/nonexistent";
        start.Environment["PATH"] = "/nonexistent";
        return start;
    }
}
