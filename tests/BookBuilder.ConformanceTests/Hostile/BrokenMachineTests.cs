using System.Diagnostics;
using System.Security.Cryptography;
using BookBuilder.Tests;

namespace BookBuilder.ConformanceTests.Hostile;

/// <summary>Machines that fail in the middle of a build: what stood in the output folder before stands there afterwards, whole.</summary>
public sealed class BrokenMachineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bookbuilder-broken-").FullName;

    private string Book => Path.Combine(_folder, "book");
    private string Output => Path.Combine(_folder, "out");

    [Fact]
    public void A_build_that_is_killed_at_any_moment_leaves_whole_files_and_the_next_one_clears_up()
    {
        Write(chapters: 6, "first");
        Assert.Equal(0, Build(Output).Code);
        Dictionary<string, string> old = Hashes(Output);
        Write(chapters: 6, "second");
        Assert.Equal(0, Build(Path.Combine(_folder, "new")).Code);
        Dictionary<string, string> fresh = Hashes(Path.Combine(_folder, "new"));
        Assert.All(fresh, f => Assert.NotEqual(old[f.Key], f.Value));

        var chance = new Random(20261127);
        TimeSpan whole = Enumerable.Range(0, 2).Min(_ => Took(() => Assert.Equal(0, Build(Path.Combine(_folder, "timed")).Code)));
        int cutOff = 0;
        for (int i = 0; i < 16; i++)
        {
            using Process process = Process.Start(BuiltCommand.Start("build", Book, "-o", Output))!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            // The end is where the files are written: most are killed there.
            double share = i % 4 == 0 ? chance.NextDouble() : 0.6 + 0.4 * chance.NextDouble();
            if (!process.WaitForExit(TimeSpan.FromSeconds(whole.TotalSeconds * share)))
            {
                process.Kill();
                cutOff++;
            }
            process.WaitForExit();
            Assert.All(Hashes(Output), file => Assert.Contains(file.Value, new[] { old[file.Key], fresh[file.Key] }));
            Assert.Equal(old.Keys.Order(), Hashes(Output).Keys.Order());
        }
        Assert.True(cutOff >= 8, $"only {cutOff} builds were cut off");

        // What is younger than a second may be a file that another build has just begun: it is left to the build after.
        Thread.Sleep(TimeSpan.FromSeconds(1.5));
        Assert.Equal(0, Build(Output).Code);
        Assert.Equal(fresh, Hashes(Output));
        Assert.Equal(fresh.Keys.Order(), Directory.GetFileSystemEntries(Output).Select(Path.GetFileName).Order());   // hidden ones, too
    }

    [Fact]
    public void A_build_that_is_killed_at_any_moment_leaves_a_cache_that_the_next_one_can_use()
    {
        Write(chapters: 6, "first");
        TimeSpan whole = Took(() => Assert.Equal(0, Build(Path.Combine(_folder, "new")).Code));
        Dictionary<string, string> fresh = Hashes(Path.Combine(_folder, "new"));
        int cutOff = 0;
        foreach (double share in (double[])[0.4, 0.5, 0.6, 0.7, 0.8])
        {
            ProcessStartInfo start = BuiltCommand.Start("build", Book, "-o", Output);
            start.Environment[WithoutCache.Variable] = Path.Combine(_folder, $"cache-{share}");
            using Process process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(whole * share))
            {
                process.Kill();
                cutOff++;
            }
            process.WaitForExit();
            using Process next = Process.Start(start)!;
            next.StandardOutput.ReadToEndAsync();
            next.StandardError.ReadToEndAsync();
            next.WaitForExit();
            Assert.Equal(0, next.ExitCode);
            Assert.Equal(fresh, Hashes(Output));
            Assert.NotEmpty(Directory.GetFiles(start.Environment[WithoutCache.Variable]!, "*", SearchOption.AllDirectories));
        }
        Assert.True(cutOff >= 3, $"only {cutOff} builds were cut off");
    }

    [Fact]
    public void Two_builds_into_one_folder_at_once_leave_the_files_of_one_of_them()
    {
        Write(chapters: 3, "first");
        Assert.Equal(0, Build(Path.Combine(_folder, "a")).Code);
        string other = Path.Combine(_folder, "other");
        Directory.Move(Book, other);
        Write(chapters: 3, "second");
        Assert.Equal(0, Build(Path.Combine(_folder, "b")).Code);
        Dictionary<string, string>[] either = [Hashes(Path.Combine(_folder, "a")), Hashes(Path.Combine(_folder, "b"))];
        for (int i = 0; i < 4; i++)
        {
            Process[] both = [.. new[] { other, Book, other, Book }.Select(book => Process.Start(BuiltCommand.Start("build", book, "-o", Output))!)];
            foreach (Process process in both)
            {
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
            }
            foreach (Process process in both)
            {
                process.WaitForExit();
                Assert.Equal(0, process.ExitCode);
                process.Dispose();
            }
            Assert.Contains(Hashes(Output), either);
        }
    }

    [Theory]
    // Less than the buffer of one file, less than one file, less than both.
    [InlineData("size=16k", "No space left")]
    [InlineData("size=80k", "No space left")]
    [InlineData("size=128k", "No space left")]
    [InlineData("ro", "Read-only file system")]
    public void A_full_or_locked_disk_leaves_the_old_files_and_is_told(string disk, string reason)
    {
        Write(chapters: 3, "first");
        Directory.CreateDirectory(Output);
        // A file system of its own, in a space of names of its own, so that nobody needs to be root and nothing is left behind.
        string size = disk == "ro" ? "size=8m" : disk;
        string script = $"""
            set -e
            mount -t tmpfs -o {size} tmpfs '{Output}'
            printf old > '{Output}/the-book.pdf'; printf old > '{Output}/the-book.epub'
            {(disk == "ro" ? $"mount -o remount,ro '{Output}'" : "")}
            set +e
            dotnet '{BuiltCommand.Program}' build '{Book}' -o '{Output}'
            echo "exit code $?"
            ls -A '{Output}'; cat '{Output}/the-book.pdf' '{Output}/the-book.epub'
            """;
        Outcome run = BuiltBook.Run("unshare", "--map-root-user", "--mount", "bash", "-c", script);
        Assert.Contains("exit code 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("error BB50", run.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, run.All, StringComparison.Ordinal);
        Assert.EndsWith("the-book.epub\nthe-book.pdf\noldold", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_where_a_picture_is_expected_makes_nobody_wait()
    {
        Directory.CreateDirectory(Book);
        File.WriteAllText(Path.Combine(Book, "1.md"), "# T\n\n![A picture](a.png)\n");
        Assert.Equal(0, BuiltBook.Run("mkfifo", Path.Combine(Book, "a.png")).Code);
        Cost cost = BuiltCommand.Measure("build", Book, "-o", Output);
        Assert.Equal(1, cost.Code);
        Assert.Contains("error BB41", cost.Said, StringComparison.Ordinal);
    }

    private Outcome Build(string output) => BuiltBook.Run("dotnet", BuiltCommand.Program, "build", Book, "-o", output);

    private static TimeSpan Took(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    }

    private void Write(int chapters, string word)
    {
        Directory.CreateDirectory(Book);
        File.WriteAllText(Path.Combine(Book, "book.yml"), "title: The Book\nauthors: [Ada Lind]\nlang: en\n");
        for (int i = 1; i <= chapters; i++)
            File.WriteAllText(Path.Combine(Book, $"{i}.md"), $"# Chapter\n\n{string.Join("\n\n", Enumerable.Range(0, 40).Select(p => $"The {word} paragraph {p} of the sea and of its tides, which rise and fall.[^{p}]\n\n[^{p}]: A note."))}\n");
    }

    private static Dictionary<string, string> Hashes(string folder) => Directory.GetFiles(folder, "the-book.*").Append(Path.Combine(folder, "parity.json"))
        .ToDictionary(static f => Path.GetFileName(f), static f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
