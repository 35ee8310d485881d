using System.Globalization;
using BookBuilder.Cli;
using BookBuilder.Tests.Building;
using BookBuilder.Tests.PageText;

namespace BookBuilder.Tests.Cli;

/// <summary>The verb <c>import</c> as a user meets it.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_text_of_pages_becomes_a_book_and_the_counts_are_shown()
    {
        _folder.Write("scans/pages.txt", HarbourPages.Text);
        Assert.Equal(0, await Run("import", "--from", "pdf-text", "scans/pages.txt", "-o", "new"));
        string output = _output.ToString().ReplaceLineEndings("\n");
        Assert.StartsWith("Harbours of the North (And Their Tides)\n  3 authors, 2021-05-28\n  4 chapters, 3 sections, 1 subsection\n", output);
        Assert.Contains("  7 notes with 7 marks; 4 of them collided in the source\n", output);
        Assert.Contains("scans/pages.txt(", _error.ToString().Replace('\\', '/'));
        Assert.Contains("warning BB6508", _error.ToString());
        Assert.Equal(0, await Run("check", "new"));
    }

    [Fact]
    public async Task Overrides_decide_and_a_mistake_in_them_stops_the_import()
    {
        _folder.Write("pages.txt", HarbourPages.Text).Write("good.yml", "title: Havens\n").Write("bad.yml", "lines:\n  5: joyn\n");
        Assert.Equal(0, await Run("import", "pages.txt", "--from", "pdf-text", "-o", "new", "--overrides", "good.yml"));
        Assert.StartsWith("Havens\n", _output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(1, await Run("import", "pages.txt", "--from", "pdf-text", "-o", "other", "--overrides", "bad.yml"));
        Assert.Contains("bad.yml(2,6): error BB1107", _error.ToString());
        Assert.False(Directory.Exists(_folder["other"]));
    }

    [Fact]
    public async Task Nothing_of_the_users_is_written_over()
    {
        _folder.Write("pages.txt", HarbourPages.Text).Write("new/mine.md", "Mine.");
        Assert.Equal(1, await Run("import", "pages.txt", "--from", "pdf-text", "-o", "new"));
        Assert.Contains("error BB6001", _error.ToString());
        Assert.Equal(["mine.md"], Directory.GetFileSystemEntries(_folder["new"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("import pages.txt --from pdf-txt -o new", 2, "did you mean 'pdf-text'?")]
    [InlineData("import none.txt --from pdf-text -o new", 1, "there is no file 'none.txt'")]
    [InlineData("import empty.txt --from pdf-text -o new", 1, "there is no text in the file")]
    public async Task What_cannot_be_imported_is_told(string line, int code, string said)
    {
        _folder.Write("empty.txt", "");
        Assert.Equal(code, await Run(line.Split(' ')));
        Assert.Contains(said, _error.ToString());
        Assert.False(Directory.Exists(_folder["new"]));
    }

    private Task<int> Run(params string[] args) =>
        CommandLine.RunAsync(args, new CommandEnvironment { Output = _output, Error = _error, CurrentFolder = _folder.Path });
}
