using System.Text.RegularExpressions;

namespace BookBuilder.Tests;

/// <summary>docs/conformance says which test shows that a rule of a standard is kept: those tests exist.</summary>
public sealed partial class ConformanceLedgerTests
{
    [Fact]
    public void Every_test_that_a_ledger_names_exists()
    {
        string[] sources = [.. ((string[])["BookBuilder.Tests", "BookBuilder.ConformanceTests"])
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)];
        List<string> missing = [];
        foreach (string page in Ledgers())
        {
            MatchCollection names = Test().Matches(File.ReadAllText(page));
            Assert.NotEmpty(names);
            foreach (Match name in names)
                if (!sources.Any(source => source.Contains($"class {name.Groups[1].Value}", StringComparison.Ordinal) && source.Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal)))
                    missing.Add($"{Path.GetFileName(page)}: {name.Value}");
        }
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("pdf-ua-1.md", 31)]
    public void The_ledger_of_PDF_UA_goes_through_every_checkpoint(string name, int checkpoints)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance", name));
        for (int i = 1; i <= checkpoints; i++) Assert.Matches(new Regex($@"(?m)^## {i:00} "), page);
    }

    [Fact]
    public void What_the_check_looks_for_stands_in_a_ledger()
    {
        string ledgers = string.Concat(Ledgers().Select(File.ReadAllText));
        string folder = Path.Combine(Repository.Root, "tests", "BookBuilder.ConformanceTests", "PdfStandards");
        string[] rules = [.. Directory.EnumerateFiles(folder, "*.cs").SelectMany(path => Rule().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.True(rules.Length > 60, $"only {rules.Length} rules");
        Assert.All(rules, rule => Assert.Contains($"| {rule} |", ledgers, StringComparison.Ordinal));
    }

    private static string[] Ledgers() => Directory.GetFiles(Path.Combine(Repository.Root, "docs", "conformance"), "*.md");

    // `Class.Method_of_a_fact`
    [GeneratedRegex(@"`([A-Z]\w+)\.([A-Z]\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"""(?:UA|A) (\d[\d.-]*\d)""")]
    private static partial Regex Rule();
}
