using System.Text;
using BookBuilder.Files;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Files;

/// <summary>One door for all files: nothing outside the root comes in, nothing half-made goes out.</summary>
public sealed class FilesTests
{
    [Theory]
    [InlineData("a.md", "", "a.md")]
    [InlineData("./a/../b.md", "", "b.md")]
    [InlineData("../art/p.png", "chapters", "art/p.png")]
    [InlineData(@"art\p.png", "", "art/p.png")]
    [InlineData("../p.png", "", null)]
    [InlineData("../../p.png", "chapters", null)]
    [InlineData("/etc/passwd", "", null)]
    [InlineData(@"C:\p.png", "", null)]
    [InlineData("//host/share", "", null)]
    [InlineData("https://example.org/p.png", "", null)]
    [InlineData("data:image/png;base64,AA", "", null)]
    public void A_path_is_brought_below_the_root_or_refused(string path, string folder, string? expected) =>
        Assert.Equal(expected, BookPath.Normalize(path, folder));

    [Fact]
    public void Files_are_ordered_as_people_count() =>
        Assert.Equal(["1.md", "2-a.md", "02-b.md", "2-B.md", "10.md", "a/z.md", "a b.md"],
            new[] { "10.md", "a b.md", "2-a.md", "02-b.md", "a/z.md", "1.md", "2-B.md" }.Order(NaturalOrder.Instance));

    [Fact]
    public void Disk_and_memory_answer_alike()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sub/a.md", "Text").Write(".hidden/b.md", "x");
        IBookFiles[] both = [new DiskFiles(folder.Path), MemoryFiles.FromTexts("x", [KeyValuePair.Create("sub/a.md", "Text")])];
        foreach (IBookFiles files in both)
        {
            Assert.Equal(["sub/a.md"], files.List());
            Assert.Equal("Text", Encoding.UTF8.GetString(Assert.IsType<FileFound>(files.Read("sub/a.md", 4)).Data.Span));
            Assert.Equal(new FileTooLarge(4), files.Read("sub/a.md", 3));
            Assert.IsType<FileMissing>(files.Read("sub/A.md", 10));
            Assert.IsType<FileMissing>(files.Read("none.md", 10));
        }
        Assert.IsType<FileUnreadable>(both[0].Read("sub", 10));
    }

    [Fact]
    public void Roots_answer_alike_whether_a_link_leads_to_them_or_not()
    {
        using var folder = new TemporaryFolder();
        folder.Write("book/sub/a.md", "Text");
        Directory.CreateSymbolicLink(folder["book/there"], folder["book/sub"]);
        Directory.CreateSymbolicLink(folder["link"], folder["book"]);
        foreach (string root in (string[])["book", "link"])
        {
            var files = new DiskFiles(folder[root]);
            foreach (string path in (string[])["sub/a.md", "there/a.md", "sub/../sub/a.md"]) Assert.IsType<FileFound>(files.Read(path, 10));
            // The name is longer than a disk takes; a file is no folder.
            foreach (string path in (string[])["none/a.md", "sub/b.md", "sub/a.md/b.md", new string('x', 300), $"sub/{new string('x', 300)}/a.md"]) Assert.IsType<FileMissing>(files.Read(path, 10));
            foreach (string path in (string[])["sub", "there"]) Assert.IsType<FileUnreadable>(files.Read(path, 10));
            Assert.IsType<FileOutside>(files.Read("..", 10));
        }
    }

    [Fact]
    public void A_link_that_leads_out_is_refused_and_one_in_a_circle_is_missing()
    {
        using TemporaryFolder folder = new(), outside = new();
        outside.Write("secret.md", "x");
        Directory.CreateSymbolicLink(folder["out"], outside.Path);
        File.CreateSymbolicLink(folder["a"], folder["b"]);
        File.CreateSymbolicLink(folder["b"], folder["a"]);
        var files = new DiskFiles(folder.Path);
        Assert.IsType<FileOutside>(files.Read("out/secret.md", 10));
        Assert.IsType<FileMissing>(files.Read("a", 10));
    }

    [Fact]
    public void An_output_is_not_seen_before_it_is_whole_and_leaves_nothing_when_given_up()
    {
        using var folder = new TemporaryFolder();
        folder.Write("book.pdf", "old");
        var outputs = new FolderOutputs(folder.Path);
        using (PendingOutput output = outputs.Begin("book.pdf")) output.Stream.Write("half"u8);
        Assert.Equal("old", File.ReadAllText(folder["book.pdf"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
        using (PendingOutput output = outputs.Begin("book.pdf"))
        {
            output.Stream.Write("whole"u8);
            Assert.Equal("old", File.ReadAllText(folder["book.pdf"]));
            Assert.Equal(5, output.Finish());
            output.Commit();
        }
        Assert.Equal("whole", File.ReadAllText(folder["book.pdf"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_build_that_was_cut_off_has_left_is_cleared_up_but_not_what_another_still_writes()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".book.pdf.0123.unfinished", "half").Write(".mine.tmp", "").Write("notes.unfinished", "");
        File.SetLastWriteTimeUtc(folder[".book.pdf.0123.unfinished"], DateTime.UtcNow.AddMinutes(-1));
        var outputs = new FolderOutputs(folder.Path);
        using PendingOutput running = new FolderOutputs(folder.Path).Begin("book.epub");
        running.Stream.Write("half"u8);
        outputs.Prepare();
        Assert.False(File.Exists(folder[".book.pdf.0123.unfinished"]));
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
        running.Finish();
        running.Commit();
        Assert.Equal("half", File.ReadAllText(folder["book.epub"]));
    }

    [Fact]
    public void An_output_takes_the_place_of_a_link_and_not_of_what_it_leads_to()
    {
        using TemporaryFolder folder = new(), outside = new();
        outside.Write("precious.txt", "mine");
        File.CreateSymbolicLink(folder["book.pdf"], outside["precious.txt"]);
        using (PendingOutput output = new FolderOutputs(folder.Path).Begin("book.pdf"))
        {
            output.Stream.Write("new"u8);
            output.Finish();
            output.Commit();
        }
        Assert.Equal("mine", File.ReadAllText(outside["precious.txt"]));
        Assert.Equal("new", File.ReadAllText(folder["book.pdf"]));
        Assert.Null(new FileInfo(folder["book.pdf"]).LinkTarget);
    }

    [Fact]
    public void A_link_with_the_name_of_the_lock_is_taken_away()
    {
        using TemporaryFolder folder = new(), outside = new();
        File.CreateSymbolicLink(folder[".bookbuilder.lock"], outside["made"]);
        using (new FolderOutputs(folder.Path).Together()) { }
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_place_is_one_builds_at_a_time()
    {
        using var folder = new TemporaryFolder();
        IDisposable first = new FolderOutputs(folder.Path).Together();
        Task<IDisposable> second = Task.Run(() => new FolderOutputs(folder.Path).Together());
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(200)));
        first.Dispose();
        (await second).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Folders_that_lead_out_of_the_book_or_in_circles_are_not_walked()
    {
        using TemporaryFolder folder = new(), outside = new();
        folder.Write("a.md", "").Write("figures/b.svg", "");
        outside.Write("secret.md", "");
        Directory.CreateSymbolicLink(folder["out"], outside.Path);
        Directory.CreateSymbolicLink(folder["figures/round"], folder.Path);
        Directory.CreateSymbolicLink(folder["pictures"], folder["figures"]);
        // Two folders full of links to each other: a tree of ten to the sixteenth folders.
        folder.Write("x/x.md", "").Write("y/y.md", "");
        for (int i = 0; i < 10; i++)
        {
            Directory.CreateSymbolicLink(folder[$"x/{i}"], folder["y"]);
            Directory.CreateSymbolicLink(folder[$"y/{i}"], folder["x"]);
        }
        Assert.Equal(["a.md", "figures/b.svg", "pictures/b.svg"], new DiskFiles(folder.Path).List().Where(static f => f[0] is not ('x' or 'y')));
        Assert.Equal(22, new DiskFiles(folder.Path).List().Count(static f => f[0] is 'x' or 'y'));
    }
}
