using BookBuilder.Building;
using BookBuilder.Files;

namespace BookBuilder.Tests.Building;

/// <summary>The example of the README: compiled, run, and the same as there.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_example_builds_a_book()
    {
        string folder = await Example();
        Assert.Equal(["parity.json", "the-tides.epub", "the-tides.pdf"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_README_shows_this_example()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        Assert.Contains("```csharp\nusing BookBuilder.Building;\nusing BookBuilder.Files;\n\n" + ThisExample() + "```", readme);
    }

    private static async Task<string> Example()
    {
        // The example begins here.
        string folder = Directory.CreateTempSubdirectory("tides").FullName;
        BookProject project = BookProject.FromTexts("tides", new Dictionary<string, string>
        {
            ["book.yml"] = "title: The Tides\nauthors: Ada Lind",
            ["tides.md"] = "# Tides\n\nThe moon pulls the sea.[^sun]\n\n[^sun]: Not only the moon.\n",
        });
        StreamOutputs outputs = new(name => File.Create(Path.Combine(folder, name)));
        BuildReport report = await BookCompiler.BuildAsync(project, new BuildOptions(), outputs);
        foreach (var said in report.Diagnostics)
            Console.WriteLine($"{said.Span.Path}({said.Span.Start.Line}): {said.Code} {said.Message}");
        Console.WriteLine($"{report.Counts.Pages} pages in {folder}");
        // The example ends here.
        return folder;
    }

    private static string ThisExample()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/BookBuilder.Tests/Building/ReadmeExampleTests.cs"));
        int begin = Array.FindIndex(lines, l => l.Trim() == "// The example begins here."), end = Array.FindIndex(lines, l => l.Trim() == "// The example ends here.");
        return string.Concat(lines[(begin + 1)..end].Select(l => (l.Length > 8 ? l[8..] : "") + "\n"));
    }
}
