using System.Text;
using System.Text.Json;
using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Reporting;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Reporting;

/// <summary>What was said, as other programs read it.</summary>
public sealed class ReportingTests
{
    private const string Chapter = "# Tides 🌊\n\n🌊 See @fig-none.\n\n<!-- bookbuilder-ignore BB1034: a \"dot\" -->\n![](dot.png)\n\nA <blink>sea</blink>.\n";

    [Fact]
    public async Task Json_says_all_that_was_said_in_its_documented_form()
    {
        JsonElement json = Written(DiagnosticsJson.Write, await Record());
        Assert.Equal(["schemaVersion", "tool", "exitCode", "results"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(1, json.GetProperty("exitCode").GetInt32());
        JsonElement[] results = [.. json.GetProperty("results").EnumerateArray()];
        Assert.All(results, r => Assert.Equal(
            ["code", "severity", "message", "hints", "file", "line", "column", "endLine", "endColumn", "page", "suppressed", "reason"], r.EnumerateObject().Select(p => p.Name)));
        // The wave is two UTF-16 units wide.
        JsonElement label = Assert.Single(results, r => r.GetProperty("code").GetString() == "BB3101");
        Assert.Equal(("error", "a b/t.md", 3, 8, 3, 17), (Text(label, "severity"), Text(label, "file"), Whole(label, "line"), Whole(label, "column"), Whole(label, "endLine"), Whole(label, "endColumn")));
        JsonElement silenced = Assert.Single(results, r => r.GetProperty("suppressed").GetBoolean());
        Assert.Equal(("BB1034", "a \"dot\""), (Text(silenced, "code"), Text(silenced, "reason")));
    }

    [Fact]
    public async Task Sarif_says_all_that_was_said_by_the_rules_of_its_schema()
    {
        RunRecord record = await Record() with { Root = Path.GetFullPath("a book") };
        JsonElement log = Written(SarifLog.Write, record);
        Assert.Equal("2.1.0", Text(log, "version"));
        JsonElement run = Assert.Single(log.GetProperty("runs").EnumerateArray().ToArray());
        Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("BookBuilder", Text(driver, "name"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Text(driver, "version"));
        Assert.False(driver.TryGetProperty("informationUri", out _));
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()], results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(["BB1020", "BB1034", "BB3101"], rules.Select(r => Text(r, "id")));
        Assert.Equal(["warning", "warning", "error"], rules.Select(r => Text(r.GetProperty("defaultConfiguration"), "level")));
        Assert.All(rules, r => Assert.NotEmpty(Text(r.GetProperty("shortDescription"), "text")));
        Assert.All(rules, r => Assert.NotEmpty(Text(r.GetProperty("help"), "text")));
        Assert.All(results, r => Assert.Equal(Text(r, "ruleId"), Text(rules[Whole(r, "ruleIndex")], "id")));
        Assert.All(results, r => Assert.False(r.TryGetProperty("fixes", out _)));
        Assert.All(results, r => Assert.True(r.TryGetProperty("suppressions", out _)));

        JsonElement label = Assert.Single(results, r => Text(r, "ruleId") == "BB3101"), place = label.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("a%20b/t.md", "BOOKROOT"), (Text(place.GetProperty("artifactLocation"), "uri"), Text(place.GetProperty("artifactLocation"), "uriBaseId")));
        JsonElement region = place.GetProperty("region");
        Assert.Equal((3, 8, 3, 17), (Whole(region, "startLine"), Whole(region, "startColumn"), Whole(region, "endLine"), Whole(region, "endColumn")));
        Assert.NotEmpty(label.GetProperty("properties").GetProperty("hints").EnumerateArray());
        Assert.Empty(label.GetProperty("suppressions").EnumerateArray());
        string root = Text(run.GetProperty("originalUriBaseIds").GetProperty("BOOKROOT"), "uri");
        Assert.StartsWith("file:///", root, StringComparison.Ordinal);
        Assert.EndsWith("/a%20book/", root, StringComparison.Ordinal);

        JsonElement suppression = Assert.Single(Assert.Single(results, r => Text(r, "ruleId") == "BB1034").GetProperty("suppressions").EnumerateArray().ToArray());
        Assert.Equal(("inSource", "a \"dot\""), (Text(suppression, "kind"), Text(suppression, "justification")));
        Assert.Equal(5, Whole(suppression.GetProperty("location").GetProperty("physicalLocation").GetProperty("region"), "startLine"));
        JsonElement invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray().ToArray());
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(1, Whole(invocation, "exitCode"));
    }

    [Fact]
    public async Task Both_are_the_same_bytes_each_time_with_plain_line_ends()
    {
        foreach (Action<Stream, RunRecord> write in (Action<Stream, RunRecord>[])[DiagnosticsJson.Write, SarifLog.Write])
        {
            byte[] one = Bytes(write, await Record());
            Assert.Equal(one, Bytes(write, await Record()));
            Assert.DoesNotContain((byte)'\r', one);
            Assert.Equal((byte)'\n', one[^1]);
        }
    }

    [Fact]
    public void What_has_no_place_or_is_about_a_whole_file_has_no_region()
    {
        RunRecord record = new() { ExitCode = 0, Diagnostics = [Problems.UnsettledPages(), Problems.ChapterWithoutTitle(SourceSpan.OfFile("t.md")) with { Page = "xi" }] };
        JsonElement[] results = [.. Written(SarifLog.Write, record).GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
        Assert.False(results[0].TryGetProperty("locations", out _));
        Assert.False(results[1].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _));
        Assert.Equal("xi", Text(results[1].GetProperty("properties"), "page"));
        JsonElement[] plain = [.. Written(DiagnosticsJson.Write, record).GetProperty("results").EnumerateArray()];
        Assert.Equal(JsonValueKind.Null, plain[0].GetProperty("line").ValueKind);
    }

    [Fact]
    public void The_catalogue_that_the_program_knows_has_every_severity_and_stands_in_order()
    {
        Assert.Equal(Problems.Rules.Select(r => r.Code).Order(StringComparer.Ordinal), Problems.Rules.Select(r => r.Code));
        Assert.Equal(3, Problems.Rules.Select(r => r.Severity).Distinct().Count());
        Assert.All(Problems.Rules, r => Assert.NotEmpty(r.Summary));
    }

    private static async Task<RunRecord> Record()
    {
        BookProject book = BooksInMemory.With(("a b/dot.png", BooksInMemory.Pixel), ("book.yml", "title: T\nchapters: [a b/t.md]\n"), ("a b/t.md", Chapter));
        return RunRecord.Of(await BookCompiler.CheckAsync(book, new BuildOptions()));
    }

    private static byte[] Bytes(Action<Stream, RunRecord> write, RunRecord record)
    {
        using MemoryStream stream = new();
        write(stream, record);
        return stream.ToArray();
    }

    private static JsonElement Written(Action<Stream, RunRecord> write, RunRecord record) => JsonDocument.Parse(Encoding.UTF8.GetString(Bytes(write, record))).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static int Whole(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
