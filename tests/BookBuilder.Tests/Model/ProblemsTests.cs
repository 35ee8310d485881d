using System.Text.RegularExpressions;

namespace BookBuilder.Tests.Model;

/// <summary>The catalogue of diagnostics, read as it is written.</summary>
public sealed partial class ProblemsTests
{
    private static readonly string Src = Path.Combine(Repository.Root, "src");

    [Fact]
    public void Every_code_is_well_formed_and_stands_once()
    {
        string[] codes = [.. Entries().Select(e => e.Code)];
        Assert.True(codes.Length > 100, $"only {codes.Length} codes were found");
        Assert.All(codes, c => Assert.Matches("^BB[1234569][0-9]{3}$", c));
        Assert.Empty(codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_entry_is_said_by_somebody()
    {
        string rooms = string.Join(' ', Files().Where(f => !IsCatalogue(f)).SelectMany(f => Use().Matches(File.ReadAllText(f))).Select(m => m.Value).Distinct());
        Assert.All(Entries(), e => Assert.Matches($@"\bProblems\.{e.Name}\b", rooms));
    }

    [Fact]
    public void Nobody_else_makes_a_diagnostic()
    {
        Assert.DoesNotContain(Files(), f => !IsCatalogue(f) && Making().IsMatch(File.ReadAllText(f)));
    }

    private static IEnumerable<(string Name, string Code)> Entries() =>
        Files().Where(IsCatalogue).SelectMany(f => Entry().Matches(File.ReadAllText(f))).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private static bool IsCatalogue(string file) => Path.GetFileName(file).StartsWith("Problems", StringComparison.Ordinal);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Src, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Src, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    [GeneratedRegex(@"public static Diagnostic (\w+)\([^""]*?(?:""(BB\d*)"")")]
    private static partial Regex Entry();

    [GeneratedRegex(@"Problems\.\w+")]
    private static partial Regex Use();

    [GeneratedRegex(@"new Diagnostic\(|""BB\d{4}""")]
    private static partial Regex Making();
}
