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

    /// <summary>The criteria of levels A and AA (WCAG 2.2; 4.1.1 is obsolete).</summary>
    private const string Criteria = """
        1.1.1 1.2.1 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5
        2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
        """;

    [Fact]
    public void The_ledger_of_EPUB_goes_through_every_criterion_of_WCAG_at_level_AA()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance", "epub.md"));
        foreach (string criterion in Criteria.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Assert.Matches(new Regex($@"(?m)^\| (?:[^|]*[ ,])?{Regex.Escape(criterion)}[ ,]"), page);
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
