namespace BookBuilder.Tests.Guide;

/// <summary>A file of the project that is made of its code. BOOKBUILDER_ACCEPT=1 writes it anew; the difference is the review.</summary>
internal static class GeneratedFile
{
    /// <summary>Compares the file with what the code makes now.</summary>
    /// <param name="path">The file, from the repository's root.</param>
    /// <param name="text">What it is to hold.</param>
    public static void Match(string path, string text)
    {
        string file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("BOOKBUILDER_ACCEPT") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"{path} was never written: run the tests once with BOOKBUILDER_ACCEPT=1.");
        Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
