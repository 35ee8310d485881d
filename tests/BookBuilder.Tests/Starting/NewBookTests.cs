using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Starting;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Starting;

/// <summary>The book that a new one begins with.</summary>
public sealed class NewBookTests
{
    [Fact]
    public async Task It_builds_to_both_outputs_without_a_word_of_complaint_and_they_agree()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.FromFiles(NewBook.InMemory("my-first-book")).BuildAsync();

        // That a page ends some lines early, so that a heading keeps its text, is a remark for those who ask for it.
        Assert.Empty(report.Diagnostics.Where(d => d.Code != "BB2113").Select(d => $"{d.Span} {d.Code} {d.Message}"));
        Assert.Equal(["my-first-book.epub", "my-first-book.pdf", "parity.json"], files.Keys.Order());
        Assert.NotNull(report.Agreed);
        Assert.Equal("My first book", report.Title);
    }

    [Theory]
    [InlineData("[^smith]", "a note")]
    [InlineData("^[", "a note where it belongs")]
    [InlineData("{#sec-", "a heading with a label")]
    [InlineData("# Sources {-}", "a heading without a number")]
    [InlineData("{#fig-", "a figure")]
    [InlineData("alt=\"", "a description")]
    [InlineData("::: {.figure-note}", "a figure's source")]
    [InlineData("{#tbl-", "a table's caption")]
    [InlineData("> [!TIP]", "a callout")]
    [InlineData("$$ {#eq-", "a formula with a number")]
    [InlineData("```python", "code")]
    [InlineData("\n- ", "a list")]
    [InlineData("\n1. ", "a numbered list")]
    [InlineData("\n: ", "a definition list")]
    [InlineData("> --- ", "a quotation with its source")]
    [InlineData("@fig-", "a reference")]
    [InlineData("{.page}", "a reference to a page")]
    [InlineData("::: {.epigraph}", "an epigraph")]
    [InlineData("::: {.verse}", "verse")]
    [InlineData("::: {.sources}", "the list of sources")]
    [InlineData("part: ", "a part, prepared in book.yml")]
    [InlineData("# appendices:", "appendices, prepared in book.yml")]
    public void It_shows(string source, string what)
    {
        MemoryFiles files = NewBook.InMemory("book");
        string all = string.Concat(files.List().Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal)).Select(f => TextOf(files, f)));
        Assert.True(all.Contains(source, StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("harbours-of-the_north", "Harbours of the north")]
    [InlineData("1984", "1984")]
    [InlineData("true", "True")]
    [InlineData("a \"quoted\" \\ name: #1", "A \"quoted\" \\ name: #1")]
    [InlineData("---", "Book")]
    [InlineData("été", "Été")]
    public void Its_title_is_made_of_the_folders_name(string name, string title)
    {
        var read = BookManifestReader.Read(TextOf(NewBook.InMemory(name), "book.yml"), "book.yml");
        Assert.Empty(read.Diagnostics);
        Assert.Equal(title, read.Value!.Metadata.Title);
    }

    [Fact]
    public void Every_line_of_its_book_yml_that_is_commented_out_would_be_right()
    {
        string[] lines = TextOf(NewBook.InMemory("book"), "book.yml").Split('\n');
        int parts = Array.IndexOf(lines, "# chapters:");
        string[] uncommented = [.. lines.Where((line, i) => i >= parts).Where(l => l.StartsWith("# ", StringComparison.Ordinal)).TakeWhile(l => !l.Contains("Appendices", StringComparison.Ordinal)).Select(l => l[2..]), "appendices:", "  - chapters/answers.md",
            .. lines.Where(l => l.StartsWith("# ", StringComparison.Ordinal) && l.Contains(": ", StringComparison.Ordinal) && (l.StartsWith("# date", StringComparison.Ordinal) || l.StartsWith("# rights", StringComparison.Ordinal) || l.StartsWith("# description", StringComparison.Ordinal))).Select(l => l[2..])];
        var read = BookManifestReader.Read(string.Join('\n', uncommented), "book.yml");
        Assert.Empty(read.Diagnostics);
        Assert.Equal(6, read.Value!.Chapters.Length);
        Assert.NotNull(read.Value.Metadata.Date);
    }

    [Fact]
    public void It_is_written_into_a_new_folder_or_an_empty_one_and_over_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("chapters/welcome.md", NewBook.Write(folder["deep/book"]));
        Assert.True(File.Exists(folder["deep/book/.gitignore"]));
        Assert.False(NewBook.IsFree(folder["deep/book"]));
        Assert.Throws<IOException>(() => NewBook.Write(folder["deep/book"]));

        Directory.CreateDirectory(folder["cloned/.git"]);
        Assert.True(NewBook.IsFree(folder["cloned"]));
    }

    private static string TextOf(MemoryFiles files, string path) => System.Text.Encoding.UTF8.GetString(((FileFound)files.Read(path, 1 << 20)).Data.Span);
}
