using System.Text.RegularExpressions;

namespace BookBuilder.Tests.Product;

/// <summary>What docs/reliability.md promises is shown by tests that are there.</summary>
public sealed partial class ReliabilityTests
{
    [Fact]
    public void Every_promise_names_a_test_that_is_there()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "reliability.md")).Where(static l => l.StartsWith("| ", StringComparison.Ordinal))];
        string tests = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] named = [.. rows.SelectMany(static r => Named().Matches(r)).Select(static m => m.Value.Trim('`')).Distinct()];
        Assert.True(named.Length >= 20, $"only {named.Length} tests are named");
        Assert.All(named, test =>
        {
            string[] parts = test.Split('.');
            Assert.Matches($@"class {parts[0]}\b", tests);
            Assert.Matches($@"(?:public|internal) (?:async )?(?:void|Task) {parts[1]}\(|public void {parts[1]}\(", tests);
        });
    }

    [GeneratedRegex(@"`[A-Z]\w+Tests\.\w+`")]
    private static partial Regex Named();
}
