using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Cli;
using BookBuilder.Cli.Watching;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli.Watching;

/// <summary>The verb <c>watch</c> as an author meets it: save, read what is said, save again.</summary>
public sealed partial class WatchTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new(Limit);
    private readonly Printed _output = new(), _error = new();

    public void Dispose()
    {
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_saved_chapter_is_built_again_and_a_mistake_in_it_is_told_until_it_is_mended()
    {
        _folder.Write("book/book.yml", "title: Tides\nauthors: [Ada Lind]\n").Write("book/a.md", "# Tides\n\nThe moon pulls.\n").Write("book/b.md", "# Winds\n\nThey blow.\n");
        Task<int> watching = Watch("watch", "book");
        await Until(watching, () => _output.Has("watching book (Ctrl-C ends)\n"));
        Assert.Contains("  output/tides.epub", _output.Text);
        Assert.Contains("The moon pulls", Epub("output/tides.epub"));
        Assert.False(File.Exists(_folder["output/parity.json"]));

        _folder.Write("book/a.md", "# Tides\n\nThe sun pulls, too.\n");
        await Until(watching, () => Changes.Length == 1);
        Assert.Matches(@"^book/a\.md changed: \d+ pages in \d+\.\d\d s$", Changes[0]);
        Assert.Contains("The sun pulls", Epub("output/tides.epub"));

        _folder.Write("book/a.md", "# Tides\n\nSee @fig-none.\n");
        await Until(watching, () => Changes.Length == 2);
        Assert.Matches(@"^book/a\.md changed: stopped in \d+\.\d\d s$", Changes[1]);
        Assert.StartsWith("book/a.md(3,5): error BB3101: ", _error.Text);
        Assert.EndsWith("bookbuilder: 1 error; nothing was written\n", _error.Text);
        Assert.Contains("The sun pulls", Epub("output/tides.epub"));

        _folder.Write("book/a.md", "# Tides\n\nIt is mended.\n");
        File.Delete(_folder["book/b.md"]);
        await Until(watching, () => Changes.Length > 2 && Epub("output/tides.epub") is var text && text.Contains("It is mended", StringComparison.Ordinal) && !text.Contains("They blow", StringComparison.Ordinal));
        Assert.Contains("book/b.md removed", string.Join('\n', Changes));

        await _stop.CancelAsync();
        Assert.Equal(CommandLine.Fine, await watching);
        Assert.EndsWith("bookbuilder: 1 error; nothing was written\n", _error.Text);
    }

    [Fact]
    public async Task What_the_builds_write_into_the_books_folder_builds_nothing()
    {
        _folder.Write("book/book.yml", "title: Tides\nauthors: [Ada Lind]\noutput: { dir: . }\n").Write("book/a.md", "# Tides\n\nThe moon pulls.\n");
        Task<int> watching = WatchIn("book", "watch", "--parity", "--diagnostics", "json:said.json");
        await Until(watching, () => _output.Has("watching book (Ctrl-C ends)\n"));
        for (int edit = 1; edit <= 3; edit++)
        {
            _folder.Write("book/a.md", $"# Tides\n\nThe moon pulls {edit} times.\n");
            await Until(watching, () => Changes.Length == edit);
        }
        await _stop.CancelAsync();
        Assert.Equal(CommandLine.Fine, await watching);
        Assert.All(Changes, static change => Assert.StartsWith("a.md changed: ", change));
        Assert.Equal(["a.md", "book.yml", "parity.json", "said.json", "tides.epub", "tides.pdf"], Directory.GetFiles(_folder["book"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_is_saved_during_a_build_is_built_after_it()
    {
        _folder.Write("a.md", "# Tides\n\nThe moon pulls.\n");
        _output.When("composing pages", () => _folder.Write("a.md", "# Tides\n\nThe sun pulls, too.\n"));
        Task<int> watching = Watch("watch", "a.md");
        await Until(watching, () => Changes.Length == 1);
        Assert.StartsWith("a.md changed: ", Changes[0]);
        Assert.Contains("The sun pulls", Epub("output/tides.epub"));
        await _stop.CancelAsync();
        Assert.Equal(CommandLine.Fine, await watching);
    }

    [Fact]
    public async Task A_build_that_is_cancelled_leaves_nothing_and_ends_quietly()
    {
        _folder.Write("a.md", "# Tides\n\nThe moon pulls.\n");
        _output.When("composing pages", _stop.Cancel);
        Assert.Equal(CommandLine.Fine, await Watch("watch"));
        Assert.Equal("reading\nreading pictures and fonts\nsettling numbers and references\ncomposing pages\n", _output.Text);
        Assert.Empty(_error.Text);
        Assert.Equal(["a.md"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_and_watching_goes_on()
    {
        _folder.Write("a.md", "# Tides\n\nThe moon pulls.\n");
        _output.When("composing pages", static () => throw new InvalidOperationException("a fault for the test"));
        Task<int> watching = Watch("watch");
        await Until(watching, () => _output.Has("(Ctrl-C ends)\n"));
        Assert.StartsWith("bookbuilder: this is a fault in BookBuilder, not in the book; no file was changed\nSystem.InvalidOperationException: a fault for the test\n", _error.Text);
        _folder.Write("a.md", "# Tides\n\nThe sun pulls, too.\n");
        await Until(watching, () => Changes.Length == 1);
        // It is the first that is written: where, is news.
        Assert.Contains("  output/tides.epub", _output.Text);
        await _stop.CancelAsync();
        Assert.Equal(CommandLine.Fine, await watching);
    }

    [Fact]
    public async Task A_folder_that_is_removed_ends_it()
    {
        _folder.Write("book/a.md", "# Tides\n\nThe moon pulls.\n");
        Task<int> watching = WatchRun.RunAsync(new BookRun.Request { Path = "book", SkipsParity = true, Verbosity = Verbosity.Minimal },
            Environment(_folder.Path), new WatchPace(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50)), _stop.Token);
        await Until(watching, () => _output.Has("watching book"));
        Directory.Delete(_folder["book"], recursive: true);
        Assert.Equal(CommandLine.Failed, await watching);
        Assert.EndsWith("bookbuilder: the folder of 'book' is gone\n", _error.Text);
    }

    [Fact]
    public async Task Only_what_is_wrong_is_said_when_quiet_is_wanted()
    {
        _folder.Write("a.md", "# Tides\n\nSee @fig-none.\n");
        Task<int> watching = Watch("watch", "-v", "quiet", "--to", "epub");
        await Until(watching, () => _error.Has("nothing was written\n"));
        _folder.Write("a.md", "# Tides\n\nThe moon pulls.\n");
        await Until(watching, () => File.Exists(_folder["output/tides.epub"]));
        await _stop.CancelAsync();
        Assert.Equal(CommandLine.Fine, await watching);
        Assert.Empty(_output.Text);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_mistake_in_the_command()
    {
        Assert.Equal(CommandLine.Misused, await Watch("watch", "nowhere"));
        Assert.Equal("bookbuilder: there is no folder or file 'nowhere'\n", _error.Text);
    }

    [Fact]
    public async Task The_bell_rings_where_the_system_tells_and_nobody_waits_for_it_for_ever()
    {
        using var bell = new FolderBell(_folder.Path);
        _folder.Write("text/a.md", "");
        Assert.Equal(bell.Listens, await bell.WaitAsync(bell.Listens ? Limit : TimeSpan.Zero, _stop.Token));
        using var deaf = new FolderBell(_folder["nowhere"]);
        Assert.False(deaf.Listens);
        Assert.False(await deaf.WaitAsync(TimeSpan.FromMilliseconds(1), _stop.Token));
    }

    private Task<int> Watch(params string[] args) => WatchIn("", args);

    private Task<int> WatchIn(string folder, params string[] args) => CommandLine.RunAsync(args, Environment(_folder[folder]), _stop.Token);

    private CommandEnvironment Environment(string folder) => new() { Output = _output, Error = _error, CurrentFolder = folder };

    /// <summary>What was said after each change, without the time of day.</summary>
    private string[] Changes => [.. ChangeLine().Matches(_output.Text).Select(static m => m.Groups[1].Value)];

    /// <summary>Waits until something is so; a run that ends, or takes too long, fails with all that was printed.</summary>
    private async Task Until(Task<int> watching, Func<bool> isSo)
    {
        while (!isSo())
        {
            Assert.False(watching.IsCompleted || _stop.IsCancellationRequested, $"{_output.Text}\n{_error.Text}\n{watching.Exception}");
            await Task.Delay(20);
        }
    }

    private string Epub(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(_folder[path]);
        return string.Concat(zip.Entries.Where(static e => e.FullName.EndsWith(".xhtml", StringComparison.Ordinal)).Select(static e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex(@"^\d\d:\d\d:\d\d (.*)\n", RegexOptions.Multiline)]
    private static partial Regex ChangeLine();

    /// <summary>What was printed, which may be read while more is.</summary>
    private sealed class Printed : TextWriter
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private string? _awaited;
        private Action? _then;

        public override Encoding Encoding => Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (_lock) return _text.ToString().ReplaceLineEndings("\n").Replace('\\', '/');
            }
        }

        public bool Has(string text) => Text.Contains(text, StringComparison.Ordinal);

        /// <summary>Does something once, when a line is printed.</summary>
        public void When(string line, Action then) => (_awaited, _then) = (line, then);

        public override void Write(char value)
        {
            lock (_lock) _text.Append(value);
        }

        public override void Write(string? value)
        {
            lock (_lock) _text.Append(value);
        }

        public override void WriteLine(string? value)
        {
            Write(value + "\n");
            if (value != _awaited || _then is not { } then) return;
            _then = null;
            then();
        }
    }
}
