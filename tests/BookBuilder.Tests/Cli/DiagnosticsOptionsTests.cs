using System.Text.Json;

namespace BookBuilder.Tests.Cli;

/// <summary>The options about what is said: <c>--diagnostics</c> and <c>--warn-as-error</c>.</summary>
public sealed class DiagnosticsOptionsTests
{
    private const string Warned = "# T\n\nA <blink>sea</blink>.\n";

    [Fact]
    public async Task A_build_writes_what_it_says_into_files_and_says_it_to_people_as_before()
    {
        using Command command = Book(Warned);
        Assert.Equal(0, await command.Run("build", "book", "--diagnostics", "json:said/all.json", "--diagnostics", "sarif:all.sarif"));
        Assert.Contains("t.md(3,3): warning BB1020:", command.Error, StringComparison.Ordinal);
        Assert.Contains("built in", command.Output, StringComparison.Ordinal);
        Assert.Equal(["BB1020"], Codes(File.ReadAllText(command.Folder["said/all.json"])));
        Assert.Equal("2.1.0", JsonDocument.Parse(File.ReadAllText(command.Folder["all.sarif"])).RootElement.GetProperty("version").GetString());
        Assert.Empty(Directory.GetFiles(command.Folder.Path, ".*.tmp"));
    }

    [Fact]
    public async Task They_are_written_when_the_build_fails_too()
    {
        using Command command = Book("# T\n\nSee @fig-none.\n");
        Assert.Equal(1, await command.Run("build", "book", "--diagnostics", "json:all.json"));
        Assert.Equal(["BB3101"], Codes(File.ReadAllText(command.Folder["all.json"])));
        Assert.False(Directory.Exists(command.Folder["output"]));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task On_the_standard_output_nothing_else_is_printed(string verb)
    {
        using Command command = Book(Warned);
        Assert.Equal(0, await command.Run(verb, "book", "--diagnostics", "json:-"));
        Assert.Equal(["BB1020"], Codes(command.Output));
        Assert.Contains("warning BB1020", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_and_is_a_failure()
    {
        using Command command = Book("# T\n\nThe sea.\n");
        command.Folder.Write("taken", "a file");
        Assert.Equal(1, await command.Run("check", "book", "--diagnostics", "json:taken/all.json"));
        Assert.Contains("bookbuilder: 'taken/all.json' cannot be written:", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_that_counts_as_an_error_is_one()
    {
        using Command command = Book(Warned);
        Assert.Equal(1, await command.Run("build", "book", "--warn-as-error", "BB2101,BB10xx"));
        Assert.Contains("error BB1020", command.Error, StringComparison.Ordinal);
        Assert.Contains("1 error; nothing was written", command.Error, StringComparison.Ordinal);
        Assert.Equal(0, await command.Run("check", "book", "--warn-as-error", "BB2101"));
        Assert.Equal(1, await command.Run("check", "book", "--warn-as-error", "all"));
    }

    [Theory]
    [InlineData("--warn-as-error", "BB1021x", "there is no message 'BB1021x': did you mean 'BB1021'?")]
    [InlineData("--diagnostics", "sarf:x", "'sarf:x' does not say how to write: json:FILE or sarif:FILE: did you mean 'sarif'?")]
    [InlineData("--diagnostics", "json", "'json' does not say where to write: json:FILE, or json:- for the standard output")]
    public async Task What_is_not_understood_is_a_misuse(string option, string value, string said)
    {
        using Command command = Book(Warned);
        foreach (string verb in (string[])["build", "check", "import"])
        {
            Assert.Equal(2, await command.Run([verb, "book", option, value, .. verb == "import" ? ["-o", "new"] : Array.Empty<string>()]));
            Assert.Contains($"bookbuilder: {said}\n", command.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_one_format_can_be_printed()
    {
        using Command command = Book(Warned);
        Assert.Equal(2, await command.Run("check", "book", "--diagnostics", "json:-", "--diagnostics", "sarif:-"));
        Assert.Contains("can print one format only", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_silenced_is_counted_for_those_who_want_to_know()
    {
        using Command command = Book("# T\n\n<!-- bookbuilder-ignore BB1020 -->\nA <blink>sea</blink>.\n");
        Assert.Equal(0, await command.Run("check", "book", "-v", "detailed"));
        Assert.Contains("no warnings, 1 message silenced", command.Output, StringComparison.Ordinal);
        Assert.Equal("", command.Error);
    }

    [Fact]
    public async Task An_import_says_it_too()
    {
        using Command command = new();
        command.Folder.Write("old/_quarto.yml", "project:\n  type: book\nbook:\n  title: T\n  chapters: [index.qmd]\n").Write("old/index.qmd", "# T\n\n{{< include none.qmd >}}\n");
        int code = await command.Run("import", "old", "-o", "new", "--diagnostics", "json:-");
        JsonElement json = JsonDocument.Parse(command.Output).RootElement;
        Assert.Equal(code, json.GetProperty("exitCode").GetInt32());
        Assert.NotEmpty(json.GetProperty("results").EnumerateArray());
    }

    private static Command Book(string chapter)
    {
        Command command = new();
        command.Folder.Write("book/book.yml", "title: T\n").Write("book/t.md", chapter);
        return command;
    }

    private static string[] Codes(string json) =>
        [.. JsonDocument.Parse(json).RootElement.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("severity").GetString() != "info").Select(r => r.GetProperty("code").GetString()!)];
}
