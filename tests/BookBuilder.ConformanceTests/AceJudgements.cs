using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>What Ace by DAISY says of the books' accessibility: no violation.</summary>
[Collection("the sample book")]
public sealed class AceJudgements(SampleBook sample, TortureBook torture)
{
    [Fact]
    public void Ace_reports_no_violation_in_the_sample() => Assert.Empty(Violations(sample.Epub));

    [Fact]
    public void Ace_reports_no_violation_in_the_book_of_everything() => Assert.Empty(Violations(torture.Epub));

    [Fact]
    public void Ace_finds_a_picture_without_words_and_a_book_without_a_summary()
    {
        using EpubCopy copy = new(sample.Epub);
        copy.Replace("04-natural-resources.xhtml", " alt=", " data-alt=").Replace("package.opf", "schema:accessibilitySummary", "schema:abstract");
        string[] violations = [.. Violations(copy.File)];
        Assert.Contains(violations, violation => violation.StartsWith("04-natural-resources.xhtml image-alt", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("metadata-accessibilitysummary", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Violations(string epub)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bookbuilder-ace-");
        try
        {
            Outcome run = Judges.Ace("--outdir", folder.FullName, "--force", "--silent", epub);
            string file = Path.Combine(folder.FullName, "report.json");
            Assert.True(File.Exists(file), run.All);
            using JsonDocument report = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement[] subjects = [.. report.RootElement.GetProperty("assertions").EnumerateArray()];
            // A report on nothing is no praise: every document must have been looked at, and the pictures in them.
            OpenedEpub opened = new(epub);
            Assert.Superset(opened.Names.ToHashSet(), subjects.Select(NameOf).ToHashSet());
            Assert.Equal(opened.Counts()["pictures"], report.RootElement.GetProperty("data").GetProperty("images").GetArrayLength());
            string[] violations = [.. subjects.SelectMany(subject => subject.GetProperty("assertions").EnumerateArray().Select(said => $"{NameOf(subject)} {Words(said)}"))];
            Assert.Equal(violations.Length == 0 ? "pass" : "fail", Result(report.RootElement));
            return violations;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string NameOf(JsonElement subject) => subject.GetProperty("earl:testSubject").GetProperty("url").GetString()!;

    private static string Words(JsonElement said) =>
        $"{said.GetProperty("earl:test").GetProperty("dct:title")} {Result(said)}: {said.GetProperty("earl:result").GetProperty("dct:description")}";

    private static string? Result(JsonElement judged) => judged.GetProperty("earl:result").GetProperty("earl:outcome").GetString();
}
