using BookBuilder.Files;
using BookBuilder.Importing;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Importing;

/// <summary>An imported book appears whole in a new folder, or not at all.</summary>
public sealed class ImportFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_files_are_written_below_a_folder_that_is_new_or_empty()
    {
        Directory.CreateDirectory(_folder["empty"]);
        foreach (string name in new[] { "new", "empty", "deep/er" })
        {
            Assert.Null(ImportFolder.Write(_folder[name], name, [new("book.yml", "title: Tides\n"), new("chapters/a.md", "# Ä\n")]));
            Assert.Equal("# Ä\n", File.ReadAllText(_folder[name + "/chapters/a.md"]));
        }
        Assert.Equal(["deep", "empty", "new"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_with_files_is_left_as_it_is()
    {
        _folder.Write("book/mine.md", "Mine.");
        Assert.Equal("BB6001", ImportFolder.Write(_folder["book"], "book", [new TextFile("mine.md", "Theirs.")])?.Code);
        Assert.Equal("Mine.", File.ReadAllText(_folder["book/mine.md"]));
    }

    [Fact]
    public void Where_a_file_has_the_folders_name_nothing_is_written()
    {
        _folder.Write("book", "A file.");
        Assert.Equal("BB6002", ImportFolder.Write(_folder["book"], "book", [new TextFile("a.md", "")])?.Code);
        Assert.Equal("BB6002", ImportFolder.Write(_folder["book/below"], "below", [new TextFile("a.md", "")])?.Code);
        Assert.Equal(["book"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("../out.md")]
    [InlineData("/out.md")]
    [InlineData("a/../../out.md")]
    [InlineData("")]
    public void No_file_leaves_the_folder(string path)
    {
        Assert.Throws<ArgumentException>(() => ImportFolder.Write(_folder["new"], "new", [new TextFile("a.md", ""), new TextFile(path, "")]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }
}
