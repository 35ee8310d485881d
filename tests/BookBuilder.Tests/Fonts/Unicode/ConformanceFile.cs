using System.IO.Compression;

namespace BookBuilder.Tests.Fonts.Unicode;

/// <summary>The lines of a test file of the Unicode Consortium, without comments.</summary>
internal static class ConformanceFile
{
    public static IEnumerable<string> Read(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(Repository.Root, "tests", "BookBuilder.Tests", "Fonts", "Unicode", name + ".br"));
        using BrotliStream unpacked = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        while (reader.ReadLine() is string line)
        {
            int comment = line.IndexOf('#', StringComparison.Ordinal);
            string said = (comment < 0 ? line : line[..comment]).Trim();
            if (said.Length > 0) yield return said;
        }
    }
}
