using System.Collections.Immutable;
using BookBuilder.Cli.Watching;

namespace BookBuilder.Tests.Cli.Watching;

/// <summary>When something is taken for a change, told by what is seen look for look: no clock, no disk.</summary>
public sealed class LookoutTests
{
    private int _looks, _wakes, _rests;

    [Fact]
    public async Task The_steps_of_one_save_are_one_change()
    {
        // As many editors do: the old file goes, the new one is empty, then half of it is there, then all.
        Lookout lookout = Over("a1 b1", "b1", "a0 b1", "a2 b1", "a3 b1", "a3 b1");
        Assert.Equal("a changed", await Next(lookout));
        Assert.Equal((5, 4, 0), (_looks, _rests, _wakes));
    }

    [Fact]
    public async Task What_happened_since_the_last_time_is_seen_without_being_woken()
    {
        Lookout lookout = Over("a1", "a2", "a2", "a3", "a3");
        await lookout.NextAsync(default);
        Assert.Equal("a changed", await Next(lookout));
        Assert.Equal(0, _wakes);
    }

    [Fact]
    public async Task A_file_that_comes_and_goes_and_a_false_alarm_are_no_change()
    {
        Lookout lookout = Over("a1", "a1", "a1 4913-1", "a1", "a1", "a1 b1", "a1 b1");
        Assert.Equal("b added", await Next(lookout));
        Assert.Equal(2, _wakes);
    }

    [Fact]
    public async Task What_never_rests_does_not_keep_the_others_waiting()
    {
        Lookout lookout = Over("a1 log0", [.. Enumerable.Range(1, 100).Select(static n => $"a2 log{n}")]);
        Assert.Equal("a, log changed", await Next(lookout));
        Assert.Equal(Lookout.MostRests, _rests);
    }

    [Fact]
    public async Task What_is_left_out_is_not_missed()
    {
        Lookout lookout = Over("a1 out1", "a1", "a2", "a2");
        lookout.LeaveOut(static path => path == "out");
        Assert.Equal("a changed", await Next(lookout));
    }

    [Fact]
    public async Task A_folder_that_stays_away_is_gone()
    {
        Assert.Empty(await Over("a1", [.. Enumerable.Repeat<string?>(null, Lookout.MostRests)]).NextAsync(default));
        Assert.Equal(0, _wakes);
    }

    [Fact]
    public async Task A_folder_that_comes_back_was_never_gone()
    {
        Assert.Equal("a changed", await Next(Over("a1", null, null, "a2", "a2")));
    }

    [Fact]
    public async Task It_is_cancelled_while_nothing_happens()
    {
        using var stop = new CancellationTokenSource();
        var lookout = new Lookout(Files("a1"), _ => Files("a1"), token => { stop.Cancel(); return Task.Delay(Timeout.Infinite, token); }, Rest);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lookout.NextAsync(stop.Token));
    }

    [Theory]
    [InlineData("a.md changed", "a.md changed")]
    [InlineData("a.md removed, b.md added", "b.md added", "a.md removed")]
    [InlineData("b.md, c.md changed, a.md added", "a.md added", "b.md changed", "c.md changed")]
    [InlineData("d.md changed, c.md removed, a.md added, and 2 more", "a.md added", "b.md added", "c.md removed", "d.md changed", "e.md added")]
    public void Changes_are_told_in_one_line(string line, params string[] changes)
    {
        ImmutableArray<FileChange> read = [.. changes.Select(static c => c.Split(' ')).Select(static c => new FileChange(c[0], Enum.Parse<ChangeKind>(c[1], ignoreCase: true)))];
        Assert.Equal(line.Replace(".md", ".txt", StringComparison.Ordinal), FileChange.Told(read, static path => path.Replace(".md", ".txt", StringComparison.Ordinal)));
    }

    /// <summary>A lookout that sees one line after another; when there are no more, something is wrong.</summary>
    private Lookout Over(string seen, params string?[] looks) => new(Files(seen), _ => looks[_looks++] is { } look ? Files(look) : null,
        _ => { _wakes++; return Task.CompletedTask; }, Rest);

    private static async Task<string> Next(Lookout lookout) => FileChange.Told(await lookout.NextAsync(default), static path => path);

    private Task Rest(CancellationToken stop)
    {
        _rests++;
        return Task.CompletedTask;
    }

    /// <summary>"a1 b2": the files a and b, whose texts are 1 and 2.</summary>
    private static FolderSnapshot Files(string files) => new(FolderSnapshot.Empty.Files.AddRange(files.Split(' ')
        .Select(static f => (Name: f.TrimEnd("0123456789".ToCharArray()), All: f)).Select(static f => KeyValuePair.Create(f.Name, new FileStamp(1, default, f.All[f.Name.Length..], IsSettled: true)))));
}
