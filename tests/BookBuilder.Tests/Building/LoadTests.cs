using System.Collections.Concurrent;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>Many books in one process: none hears of another.</summary>
public sealed class LoadTests
{
    private const int Books = 100, Hostile = 41;

    [Fact]
    public async Task A_hundred_books_at_once_are_what_each_is_alone_though_one_of_them_is_hostile()
    {
        var built = new ConcurrentDictionary<int, IReadOnlyDictionary<string, byte[]>>();
        var reports = new ConcurrentDictionary<int, BuildReport>();
        await Parallel.ForAsync(0, Books, new ParallelOptions { MaxDegreeOfParallelism = Books }, async (i, _) =>
        {
            (reports[i], built[i]) = await Book(i).BuildAsync();
        });
        Assert.Equal("BB9012", Assert.Single(reports[Hostile].Diagnostics).Code);
        Assert.Empty(built[Hostile]);
        Assert.All(reports.Where(static r => r.Key != Hostile), static r => Assert.Empty(r.Value.Diagnostics));
        for (int i = 0; i < Books; i += 9)
        {
            (_, IReadOnlyDictionary<string, byte[]> alone) = await Book(i).BuildAsync();
            Assert.Equal(3, alone.Count);
            Assert.All(alone, file => Assert.True(file.Value.AsSpan().SequenceEqual(built[i][file.Key]), $"{file.Key} of book {i}"));
        }
        Assert.Equal(Books - 1, built.Values.SelectMany(static f => f.Where(static p => p.Key.EndsWith(".pdf", StringComparison.Ordinal))).Select(static f => Convert.ToHexString(f.Value)).Distinct().Count());
    }

    [Fact]
    public async Task Books_built_one_after_another_leave_nothing_in_memory()
    {
        WeakReference first = await Built();
        for (int i = 0; i < 3; i++) await Book(i).BuildAsync();
        Assert.True(await IsLetGo(first));
    }

    [Theory]
    [InlineData(BuildPhase.Reading)]
    [InlineData(BuildPhase.Pictures)]
    [InlineData(BuildPhase.Resolving)]
    [InlineData(BuildPhase.Composing)]
    [InlineData(BuildPhase.Writing)]
    public async Task A_cancelled_build_releases_everything_and_leaves_the_old_files(BuildPhase phase)
    {
        using var folder = new TemporaryFolder();
        folder.Write("tides-7.pdf", "old").Write("tides-7.epub", "old");
        WeakReference cancelled = await Cancelled(folder.Path, phase);
        Assert.True(await IsLetGo(cancelled));
        Assert.Equal(["tides-7.epub", "tides-7.pdf"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("old", File.ReadAllText(folder["tides-7.pdf"]));
    }

    // A thread of the pool may hold its last work until it gets another.
    private static async Task<bool> IsLetGo(WeakReference thing)
    {
        for (int i = 0; i < 100 && thing.IsAlive; i++)
        {
            await Task.Delay(50);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return !thing.IsAlive;
    }

    // In methods of their own, so that no local of the test holds what is to be let go.
    private static async Task<WeakReference> Built()
    {
        BookProject project = Book(7);
        (BuildReport report, _) = await project.BuildAsync();
        Assert.True(report.Succeeded);
        return new WeakReference(project.Files);
    }

    private static async Task<WeakReference> Cancelled(string folder, BuildPhase phase)
    {
        using var stop = new CancellationTokenSource();
        BookProject project = Book(7);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BookCompiler.BuildAsync(project, new BuildOptions { OutputFolder = folder }, new Cancelling(stop, phase), stop.Token));
        return new WeakReference(project.Files);
    }

    private static BookProject Book(int number) => BooksInMemory.Of(
        ("book.yml", $"title: Tides {number}\nauthors: [Ada Lind]\ndate: 2024-05-01\nchapters: [a.md]\n"),
        ("a.md", number == Hostile ? "# T\n\n" + new string('[', 100_000) : $"# Tide {number}\n\nThe sea rises {number} times.[^n]\n\n| a | b |\n|---|---|\n| {number} | d |\n\n: Letters\n\n[^n]: A note.\n"));

    private sealed class Cancelling(CancellationTokenSource stop, BuildPhase phase) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            if (value.Phase == phase) stop.Cancel();
        }
    }
}
