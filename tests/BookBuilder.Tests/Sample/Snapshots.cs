using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Xunit;

namespace BookBuilder.Tests.Sample;

/// <summary>Compares a text with the one stored beside the test. BOOKBUILDER_ACCEPT=1 stores what came out; the difference is the review.</summary>
internal static class Snapshots
{
    /// <summary>Compares; a text that was never stored is a failure.</summary>
    public static void Match(string text, string name, [CallerFilePath] string test = "")
    {
        string folder = Path.GetDirectoryName(test)!;
        string file = Path.Combine(folder, "__snapshots__", name + ".snap");
        if (Environment.GetEnvironmentVariable("BOOKBUILDER_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(file);
        }
        else
        {
            Assert.True(File.Exists(file), $"{name} was never stored: run the tests once with BOOKBUILDER_ACCEPT=1 and read what they wrote.");
        }
        Snapshot.Match(text, new SnapshotFullName(name + ".snap", folder));
    }
}
