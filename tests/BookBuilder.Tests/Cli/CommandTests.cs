using System.Globalization;
using BookBuilder.Cli;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli;

/// <summary>The command as a user meets it: what it prints where, and how it ends.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_book_ends_with_a_summary_and_zero()
    {
        _folder.Write("book/a.md", "# Tides\n\nThe moon pulls.[^m]\n\n[^m]: And the sun.\n");
        Assert.Equal(0, await Run("build", "book"));
        Assert.Empty(_error.ToString());
        string[] lines = Lines(_output);
        Assert.Equal(["reading", "reading pictures and fonts", "settling numbers and references", "composing pages", "writing", "Tides"], lines[..6]);
        Assert.Matches(@"^  \d+ pages, 7 words, no figures, no tables, 1 note, no warnings$", lines[6]);
        Assert.Matches(@"^  output/tides\.pdf  [\d.]+ [kM]B$", lines[7].Replace('\\', '/'));
        Assert.Matches(@"^  output/tides\.epub  [\d.]+ [kM]B$", lines[8].Replace('\\', '/'));
        Assert.Matches(@"^  parity: the finished files say what the book says: \d+ sections, \d+ headings?, 1 note, \d+ links?$", lines[9]);
        Assert.Matches(@"^built in [\d.]+ s$", lines[10]);
        Assert.DoesNotContain('\u001b', _output.ToString());
    }

    [Fact]
    public async Task How_long_each_phase_took_is_told_on_demand()
    {
        _folder.Write("book/a.md", "# Tides\n\nThe moon pulls.\n");
        Assert.Equal(0, await Run("build", "book", "--timings", "-v", "quiet"));
        string[] told = [.. Lines(_output).Select(static l => l.Trim().Split("  ")[0])];
        Assert.Equal(["reading", "pictures", "resolving", "composing", "writing", "tides.pdf", "read again", "tides.epub", "read again", "all"], told);
        Assert.All(Lines(_output), static l => Assert.Matches(@" [\d,]+ ms +\d+ ?%$", l));
    }

    [Fact]
    public async Task A_mistake_is_told_as_compilers_do_with_its_line_and_a_caret()
    {
        _folder.Write("book/book.yml", "title: Tides\nlist: [figures]\n").Write("book/a.md", "# Tides\n\nText.\n");
        Assert.Equal(1, await Run("build", "book"));
        Assert.Equal(
            """
            book/book.yml(2,1): error BB1105: 'list' is not a key of book.yml
                2 | list: [figures]
                  | ^^^^
                   = did you mean 'lists'?
            bookbuilder: 1 error; nothing was written

            """.ReplaceLineEndings("\n"), _error.ToString().ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(_folder["output"]));
    }

    [Fact]
    public async Task A_long_line_is_shown_around_its_place()
    {
        _folder.Write("a.md", "# Tides\n\n" + new string('x', 300).Replace("xxxxx", "word ") + " @fig-none " + new string('y', 300).Replace("yyyyy", "more ") + "\n");
        await Run("check");
        string[] lines = Lines(_error);
        Assert.StartsWith("a.md(3,302): error BB3101", lines[0]);
        Assert.True(lines[1].Length <= 110);
        Assert.Equal("@fig-none", lines[1].Substring(lines[2].IndexOf('^'), lines[2].Count(c => c == '^')));
    }

    [Fact]
    public async Task Checking_writes_nothing()
    {
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(0, await Run("check"));
        Assert.StartsWith("checked in", Lines(_output)[^1]);
        Assert.Equal(["a.md"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_draft_is_written_and_still_fails()
    {
        _folder.Write("a.md", "# Tides\n\nSee @fig-none.\n");
        Assert.Equal(1, await Run("build", "--draft", "--to", "epub", "-v", "m"));
        Assert.EndsWith("1 error; the draft was written all the same", Lines(_error)[^1]);
        Assert.True(File.Exists(_folder["output/tides.epub"]));
        Assert.False(File.Exists(_folder["output/tides.pdf"]));
    }

    [Fact]
    public async Task An_output_folder_may_be_anywhere_when_asked_for()
    {
        using var elsewhere = new TemporaryFolder();
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(0, await Run("build", "a.md", "-o", elsewhere["deep/er"], "--to=pdf", "-v", "q"));
        Assert.Empty(_output.ToString());
        Assert.True(File.Exists(elsewhere["deep/er/tides.pdf"]));
    }

    [Theory]
    [InlineData("bookbuilder: there is no folder or file 'nowhere'", "build", "nowhere")]
    [InlineData("bookbuilder: 'pfd' cannot be made, only pdf and epub: did you mean 'pdf'?", "build", "--to", "pfd")]
    [InlineData("bookbuilder: 'loud' is not a level: q, m, n, d or diag", "build", "-v", "loud")]
    [InlineData("bookbuilder: Required command was not provided.")]
    public async Task A_mistake_in_the_command_is_one_line_and_two(string line, params string[] args)
    {
        Assert.Equal(2, await Run(args));
        Assert.Equal(line, Lines(_error)[0]);
        Assert.DoesNotContain(" at ", _error.ToString());
    }

    [Fact]
    public async Task An_unknown_option_is_a_mistake_in_the_command() => Assert.Equal(2, await Run("build", "--pfd"));

    [Fact]
    public async Task A_time_that_is_none_is_a_mistake_in_the_command()
    {
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(2, await CommandLine.RunAsync(["build"], Environment() with { SourceDateEpoch = "yesterday" }));
    }

    [Fact]
    public async Task The_time_of_the_environment_is_written_into_the_outputs()
    {
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(0, await CommandLine.RunAsync(["build", "-v", "q"], Environment() with { SourceDateEpoch = "1700000000" }));
        using UglyToad.PdfPig.PdfDocument pdf = UglyToad.PdfPig.PdfDocument.Open(_folder["output/tides.pdf"]);
        Assert.Contains("20231114", pdf.Information.CreationDate);
        Assert.Contains("<meta property=\"dcterms:modified\">2023-11-14T22:13:20Z</meta>", Epub.EpubFixture.Text(File.ReadAllBytes(_folder["output/tides.epub"]), "EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_build_says_so_and_fails()
    {
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(1, await CommandLine.RunAsync(["build"], Environment(), new CancellationToken(canceled: true)));
        Assert.Equal("bookbuilder: cancelled; no file was changed", Lines(_error)[^1]);
    }

    [Fact]
    public async Task Help_and_version_are_there()
    {
        Assert.Equal(0, await Run("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Lines(_output)[0]);
        Assert.Equal(0, await Run("build", "--help"));
        foreach (string option in (string[])["--to", "--output", "--verbosity", "--draft"]) Assert.Contains(option, _output.ToString());
    }

    [Fact]
    public async Task Colours_are_shown_only_on_a_terminal()
    {
        _folder.Write("a.md", "# Tides\n\nSee @fig-none.\n");
        await CommandLine.RunAsync(["check", "-v", "q"], Environment() with { HasColor = true });
        Assert.Contains("\u001b[31merror BB3101\u001b[0m", _error.ToString());
    }

    [Fact]
    public async Task Addresses_are_asked_on_the_web_when_the_user_wants_it()
    {
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        int port = ((System.Net.IPEndPoint)server.LocalEndpoint).Port;
        using var stop = new CancellationTokenSource();
        Task serving = Serve(server, stop.Token);
        _folder.Write("a.md", $"# Tides\n\n[Here](http://127.0.0.1:{port}/here) and [gone](http://127.0.0.1:{port}/gone).\n");

        Assert.Equal(0, await Run("check", "-v", "q"));
        Assert.Empty(_error.ToString());
        Assert.Equal(0, await Run("check", "-v", "q", "--links"));
        Assert.Matches($@"^a\.md\(3,\d+\): warning BB5505: 'http://127.0.0.1:{port}/gone' does not answer: 404 Not Found", Lines(_error)[0]);
        Assert.DoesNotContain("/here'", _error.ToString());
        await stop.CancelAsync();
        await serving;
    }

    /// <summary>Answers every request: there is a page "/here" and no other.</summary>
    private static async Task Serve(System.Net.Sockets.TcpListener server, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using System.Net.Sockets.TcpClient client = await server.AcceptTcpClientAsync(stop);
                using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                string request = await reader.ReadLineAsync(stop) ?? "";
                while (await reader.ReadLineAsync(stop) is { Length: > 0 }) { }
                string status = request.Contains(" /here ", StringComparison.Ordinal) ? "200 OK" : "404 Not Found";
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    [Fact]
    public async Task A_device_that_nobody_knows_is_a_mistake_in_the_command()
    {
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Assert.Equal(2, await Run("check", "--device", "kindel"));
        Assert.Contains("did you mean 'kindle'?", _error.ToString());
        Assert.Equal(0, await Run("check", "--device", "kindle,apple,kobo"));
    }

    private Task<int> Run(params string[] args) => CommandLine.RunAsync(args, Environment());

    private CommandEnvironment Environment() => new() { Output = _output, Error = _error, CurrentFolder = _folder.Path };

    private static string[] Lines(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    [Fact]
    public async Task The_books_own_folder_may_be_the_one_for_its_output()
    {
        _folder.Write("book/book.yml", "title: Tides\nauthors: [Ada Lind]\noutput: { dir: . }\n").Write("book/a.md", "# Tides\n\nText.\n");
        Assert.Equal(0, await Run("build", "book"));
        Assert.Equal(["a.md", "book.yml", "parity.json", "tides.epub", "tides.pdf"], Directory.GetFileSystemEntries(_folder["book"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_link_in_the_books_folder_does_not_lead_its_output_elsewhere()
    {
        using TemporaryFolder outside = new();
        _folder.Write("a.md", "# Tides\n\nText.\n");
        Directory.CreateSymbolicLink(_folder["output"], outside.Path);
        Assert.Equal(1, await Run("build"));
        Assert.Contains("leads out of the book's folder", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }
}
