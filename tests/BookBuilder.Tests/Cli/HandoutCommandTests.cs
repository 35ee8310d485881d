using System.Globalization;
using BookBuilder.Cli;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli;

/// <summary>The verb "handout", and the options that print on sheets.</summary>
public sealed class HandoutCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public HandoutCommandTests() => _folder
        .Write("book/book.yml", "title: The Coast\nchapters: [moon.md, tides.md]\nhandouts: { session-4: { chapters: 2 } }\n")
        .Write("book/moon.md", "# The Moon\n\nIt pulls.\n").Write("book/tides.md", "# Tides\n\nThey come.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_handout_is_written_beside_the_book()
    {
        Assert.Equal(0, await Run("handout", "book", "--chapters", "1", "--title", "First Reading", "-v", "m"));
        Assert.Empty(_error.ToString());
        Assert.Equal(["the-coast-first-reading.epub", "the-coast-first-reading.parity.json", "the-coast-first-reading.pdf"], Written("output"));
    }

    [Theory]
    [InlineData("--name session-4 -o one.pdf", "one.pdf")]
    [InlineData("--name session-4 -o one.epub", "one.epub")]
    [InlineData("--name session-4 -o one.epub --to epub", "one.epub")]
    [InlineData("--name session-4 -o there --to pdf", "there/the-coast-session-4.pdf")]
    public async Task A_file_may_be_named_or_a_folder(string arguments, string file)
    {
        Assert.Equal(0, await Run(["handout", "book", "--no-parity", "-v", "q", .. arguments.Split(' ')]));
        Assert.True(File.Exists(_folder[file]), _error.ToString());
        Assert.Single(Directory.GetFiles(_folder.Path, "*.*", SearchOption.AllDirectories), f => Path.GetExtension(f) is ".pdf" or ".epub");
    }

    [Theory]
    [InlineData("handout book --chapters 9", "bookbuilder: the book has no chapter '9'")]
    [InlineData("handout book --sections 1.2", "bookbuilder: the book has no section '1.2'")]
    [InlineData("handout book --name sesion-4", "bookbuilder: book.yml names no handout 'sesion-4'")]
    [InlineData("handout book", "bookbuilder: say what to hand out: --chapters 3,5-6, --sections 4.2 or --name session-4")]
    [InlineData("handout book --chapters 1 --paper a3", "bookbuilder: 'a3' is nothing that --paper knows, only letter, a4: did you mean 'a4'?")]
    [InlineData("handout book --chapters 1 --date May", "bookbuilder: 'May' is not a date: write it as 2024-05-01")]
    [InlineData("handout book --chapters 1 --to epub -o a.pdf", "bookbuilder: -o names one file, 'a.pdf', and --to asks for something else")]
    [InlineData("build book --impose bookled", "bookbuilder: 'bookled' is nothing that --impose knows, only booklet, 2up, 4up: did you mean 'booklet'?")]
    [InlineData("build book --impose booklet --signature 6", "bookbuilder: '6' is no signature: a multiple of 4, such as 16")]
    [InlineData("build book --impose booklet --paper-thickness 1", "bookbuilder: '1' is no thickness of paper: write 0.1mm, or 0mm for none")]
    [InlineData("build book --flip long", "bookbuilder: --flip says how pages stand on sheets: it needs --impose")]
    public async Task A_mistake_in_the_command_ends_with_two(string arguments, string said)
    {
        Assert.Equal(2, await Run(arguments.Split(' ')));
        Assert.StartsWith(said, _error.ToString());
        Assert.False(Directory.Exists(_folder["output"]));
    }

    [Fact]
    public async Task Sheets_are_written_too()
    {
        Assert.Equal(0, await Run("build", "book", "--to", "pdf", "--impose", "4up", "--sheet", "a4", "--flip", "short", "--no-parity", "-v", "q"));
        Assert.Equal(["the-coast-4up.pdf", "the-coast.pdf"], Written("output"));
        Assert.Equal(0, await Run("handout", "book", "--name", "session-4", "--to", "pdf", "--impose", "booklet", "--binding", "right", "--signature", "16",
            "--paper-thickness", "0.12mm", "--no-parity", "-o", "h", "-v", "q"));
        Assert.Equal(["the-coast-session-4-booklet.pdf", "the-coast-session-4.pdf"], Written("h"));
    }

    private string[] Written(string folder) => [.. Directory.GetFiles(_folder[folder]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private Task<int> Run(params string[] args) =>
        CommandLine.RunAsync(args, new CommandEnvironment { Output = _output, Error = _error, CurrentFolder = _folder.Path });
}
