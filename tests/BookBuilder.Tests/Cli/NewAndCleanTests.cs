namespace BookBuilder.Tests.Cli;

/// <summary>From nothing to a book, and back.</summary>
public sealed class NewAndCleanTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task A_new_book_is_made_built_and_cleaned()
    {
        Assert.Equal(0, await _command.Run("new", "tides"));
        Assert.Contains("  tides/chapters/welcome.md\n", _command.Output);
        Assert.EndsWith("bookbuilder build tides", _command.Lines[^1]);

        Assert.Equal(0, await _command.Run("build", "tides", "-v", "q"));
        Assert.Equal("", _command.Error);
        string[] built = ["tides/output/tides.pdf", "tides/output/tides.epub", "tides/output/parity.json"];
        Assert.All(built, file => Assert.True(File.Exists(_command.Folder[file])));

        Assert.Equal(0, await _command.Run("clean", "tides", "--dry-run"));
        Assert.Equal(built.Select(f => "would remove " + f), _command.Lines);
        Assert.All(built, file => Assert.True(File.Exists(_command.Folder[file])));

        Assert.Equal(0, await _command.Run("clean", "tides"));
        Assert.Equal(built.Select(f => "removed " + f), _command.Lines);
        Assert.Empty(Directory.GetFileSystemEntries(_command.Folder["tides/output"]));

        Assert.Equal(0, await _command.Run("clean", "tides"));
        Assert.Equal(["nothing to remove in tides/output"], _command.Lines);
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        _command.Folder.Write("tides/notes.txt", "mine");
        Assert.Equal(2, await _command.Run("new", "tides"));
        Assert.Equal("bookbuilder: the folder 'tides' is not empty; choose another name, or an empty folder\n", _command.Error);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(_command.Folder["tides"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Only_the_files_this_book_would_write_are_removed()
    {
        _command.Folder.Write("book/a.md", "# Tides\n\nText.\n")
            .Write("output/tides.pdf", "").Write("output/tides.epub", "").Write("output/tides.txt", "").Write("output/other.pdf", "")
            .Write("output/.tides.pdf.4711.unfinished", "").Write("output/.tides.pdf.mine.tmp", "");
        Assert.Equal(0, await _command.Run("clean", "book"));
        Assert.Equal(["removed output/tides.pdf", "removed output/tides.epub", "removed output/.tides.pdf.4711.unfinished"], _command.Lines);
        Assert.Equal([".tides.pdf.mine.tmp", "other.pdf", "tides.txt"],
            Directory.GetFiles(_command.Folder["output"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Handouts_that_the_book_names_and_printers_sheets_are_its_files_too()
    {
        _command.Folder.Write("book.yml", "title: Tides\nhandouts: { week-1: { chapters: 1 } }\n").Write("a.md", "# A\n\nText.\n")
            .Write("output/tides-booklet.pdf", "").Write("output/tides-week-1.pdf", "").Write("output/tides-week-1.parity.json", "").Write("output/tides-week-2.pdf", "");
        Assert.Equal(0, await _command.Run("clean"));
        Assert.Equal(["removed output/tides-booklet.pdf", "removed output/tides-week-1.pdf", "removed output/tides-week-1.parity.json"], _command.Lines);
        Assert.True(File.Exists(_command.Folder["output/tides-week-2.pdf"]));
    }

    [Fact]
    public async Task The_book_of_another_tool_is_cleaned_by_the_name_it_was_built_with()
    {
        _command.Folder.Write("_quarto.yml", "project: { type: book }\nbook:\n  title: High Water\n  chapters: [index.qmd]\n").Write("index.qmd", "# A\n\nText.\n")
            .Write("output/high-water.pdf", "");
        Assert.Equal(0, await _command.Run("clean"));
        Assert.Equal(["removed output/high-water.pdf"], _command.Lines);
    }

    [Fact]
    public async Task A_book_whose_name_cannot_be_read_loses_nothing()
    {
        _command.Folder.Write("book.yml", "title: [").Write("a.md", "# A\n").Write("output/a.pdf", "");
        Assert.Equal(1, await _command.Run("clean"));
        Assert.StartsWith("book.yml(", _command.Error);
        Assert.EndsWith("bookbuilder: nothing was removed\n", _command.Error);
        Assert.True(File.Exists(_command.Folder["output/a.pdf"]));
    }
}
