namespace BookBuilder.Tests.Cli;

/// <summary>The doctor says what is there, what is missing, and what to do.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task All_is_well_where_the_tests_run()
    {
        Assert.Equal(0, await _command.Run("doctor"));
        Assert.Equal("", _command.Error);
        Assert.Contains("ok  fonts        Source Serif 4: regular, italic, semibold, semibold italic, bold, bold italic (SIL Open Font License)", _command.Lines);
        Assert.Contains("ok  shaping      HarfBuzz is there and sets letters", _command.Lines);
        Assert.Contains("ok  drawing      Skia is there and draws", _command.Lines);
        Assert.Contains(_command.Lines, l => l.StartsWith("ok  hyphenation  de, en-gb, en-us", StringComparison.Ordinal));
        Assert.Contains("--  book         this folder is not a book", _command.Lines);
        Assert.Contains("--  cache        there is no folder for it: every build begins anew", _command.Lines);
        Assert.Equal("all is well: books can be built here", _command.Lines[^1]);
    }

    [Fact]
    public async Task Every_family_that_comes_along_names_its_licence()
    {
        await _command.Run("doctor");
        Assert.Equal(6, _command.Lines.Count(l => l.Contains("  fonts  ", StringComparison.Ordinal)));
        Assert.DoesNotContain("names no licence", _command.Output);
    }

    [Theory]
    [InlineData("book.yml", "title: T\n", "ok  book         this folder is a book: book.yml, 1 Markdown file")]
    [InlineData("b.md", "# B\n", "ok  book         this folder is a book without book.yml: 2 Markdown files")]
    [InlineData("_bookdown.yml", "", "ok  book         this folder is a book in the form of bookdown")]
    [InlineData("_quarto.yml", "", "ok  book         this folder is a book in the form of Quarto")]
    public async Task It_tells_which_kind_of_book_a_folder_is(string file, string text, string line)
    {
        _command.Folder.Write("a.md", "# A\n").Write(file, text);
        Assert.Equal(0, await _command.Run("doctor"));
        Assert.Contains(line, _command.Lines);
    }

    [Fact]
    public async Task A_book_yml_with_mistakes_and_an_output_that_is_in_the_way_are_told_with_what_to_do()
    {
        _command.Folder.Write("book.yml", "titel: T\n").Write("a.md", "# A\n").Write("output", "a file");
        Assert.Equal(1, await _command.Run("doctor"));
        Assert.Contains(" !  book         book.yml has 1 error", _command.Lines);
        Assert.Contains("                 = say 'bookbuilder check' to see each with its line", _command.Lines);
        Assert.Contains(_command.Lines, l => l.StartsWith(" !  output ", StringComparison.Ordinal) && l.EndsWith("cannot be written to: it is a file", StringComparison.Ordinal));
        Assert.False(File.Exists(_command.Folder["output/tmp"]));
    }

    [Fact]
    public async Task Judges_are_found_on_the_search_path_and_not_needed()
    {
        _command.Folder.Write("programs/qpdf", "").Write("programs/qpdf.exe", "");
        Assert.Equal(0, await _command.Run("doctor"));
        Assert.Contains(_command.Lines, l => l.StartsWith("ok  judge        qpdf is at ", StringComparison.Ordinal));
        Assert.Contains("--  judge        epubcheck is not installed; it judges EPUBs as shops do, and is not needed", _command.Lines);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        _command.Folder.Write("a.md", "# A\n");
        await _command.Run("doctor");
        Assert.Equal(["a.md"], Directory.GetFileSystemEntries(_command.Folder.Path).Select(Path.GetFileName));
    }
}
