using System.Collections.Immutable;
using BookBuilder.Cli.Watching;
using BookBuilder.Files;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Cli.Watching;

/// <summary>Two looks at a folder say what became of its files: no more, and no less.</summary>
public sealed class FolderSnapshotTests : IDisposable
{
    private static readonly DateTime Now = new(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Yesterday = Now.AddDays(-1), ThisMorning = Now.AddHours(-5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_says_something_else_is_changed_though_it_is_as_long()
    {
        FolderSnapshot before = Look(Write("a.md", "The moon", Yesterday));
        Assert.Equal("a.md changed", Told(before.ChangesTo(Look(Write("a.md", "The tide", ThisMorning), before))));
    }

    [Fact]
    public void A_file_that_is_saved_as_it_was_is_not_changed()
    {
        FolderSnapshot before = Look(Write("a.md", "The moon", Yesterday));
        FolderSnapshot touched = Look(Write("a.md", "The moon", ThisMorning), before);
        Assert.Empty(before.ChangesTo(touched));
        Assert.Equal(ThisMorning, touched.Files["a.md"].Written);
    }

    [Fact]
    public void Files_come_and_go_in_folders_too()
    {
        FolderSnapshot before = Look(Write("text/2-sea.md", "", Yesterday).Write("text/10-sky.md", ""));
        File.Move(_folder["text/10-sky.md"], _folder["text/9-sky.md"]);
        Assert.Equal("text/10-sky.md removed, text/9-sky.md added", Told(before.ChangesTo(Look(_folder, before))));
    }

    [Fact]
    public void A_write_in_the_instant_after_a_look_is_seen_though_size_and_time_are_the_same()
    {
        FolderSnapshot before = Look(Write("a.md", "The moon", Now));
        Assert.Equal("a.md changed", Told(before.ChangesTo(Look(Write("a.md", "The tide", Now), before))));
    }

    [Fact]
    public void What_was_written_long_ago_is_read_once()
    {
        FolderSnapshot before = Look(Write("a.md", "The moon", Yesterday));
        Assert.NotNull(before.Files["a.md"].Hash);
        Assert.Same(before.Files["a.md"], Look(_folder, before).Files["a.md"]);
    }

    [Fact]
    public void A_file_too_large_to_be_read_is_told_by_size_and_time()
    {
        using (FileStream large = File.Create(_folder["film.mp4"])) large.SetLength(33 << 20);
        File.SetLastWriteTimeUtc(_folder["film.mp4"], Yesterday);
        FolderSnapshot before = Look(_folder);
        Assert.Null(before.Files["film.mp4"].Hash);
        Assert.Empty(before.ChangesTo(Look(_folder, before)));
        File.SetLastWriteTimeUtc(_folder["film.mp4"], ThisMorning);
        Assert.Equal("film.mp4 changed", Told(before.ChangesTo(Look(_folder, before))));
    }

    [Fact]
    public void A_link_is_changed_when_what_it_leads_to_is()
    {
        Write(".drawn/moon.svg", "one", Yesterday);
        File.CreateSymbolicLink(_folder["moon.svg"], _folder[".drawn/moon.svg"]);
        FolderSnapshot before = Look(_folder);
        Assert.Equal("moon.svg changed", Told(before.ChangesTo(Look(Write(".drawn/moon.svg", "two", ThisMorning), before))));
    }

    [Fact]
    public void What_is_hidden_left_out_or_a_link_to_nowhere_is_not_seen()
    {
        Write("a.md", "", Yesterday).Write(".git/index", "").Write(".a.md.swp", "").Write("output/a.pdf", "");
        File.CreateSymbolicLink(_folder["lost.svg"], _folder["nowhere.svg"]);
        Assert.Equal(["a.md"], FolderSnapshot.Take(new DiskFiles(_folder.Path), static path => path.StartsWith("output/", StringComparison.Ordinal), FolderSnapshot.Empty, Now)!.Files.Keys);
    }

    [Fact]
    public void What_is_left_out_later_is_no_change()
    {
        FolderSnapshot before = Look(Write("a.md", "", Yesterday).Write("a.pdf", ""));
        Assert.Equal(["a.md"], before.Without(static path => path == "a.pdf").Files.Keys);
    }

    [Fact]
    public void Of_a_folder_that_is_gone_there_is_no_look()
    {
        var files = new DiskFiles(Directory.CreateDirectory(_folder["book"]).FullName);
        Directory.Delete(_folder["book"]);
        Assert.Null(FolderSnapshot.Take(files, static _ => false, FolderSnapshot.Empty, Now));
    }

    private TemporaryFolder Write(string path, string text, DateTime time)
    {
        _folder.Write(path, text);
        File.SetLastWriteTimeUtc(_folder[path], time);
        return _folder;
    }

    private static string Told(ImmutableArray<FileChange> changes) => FileChange.Told(changes, static path => path);

    private static FolderSnapshot Look(TemporaryFolder folder, FolderSnapshot? earlier = null) =>
        FolderSnapshot.Take(new DiskFiles(folder.Path), static _ => false, earlier ?? FolderSnapshot.Empty, Now)!;
}
