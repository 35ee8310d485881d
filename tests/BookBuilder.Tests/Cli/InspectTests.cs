using System.Text.Json;

namespace BookBuilder.Tests.Cli;

/// <summary>The verb <c>inspect</c>.</summary>
public sealed class InspectTests
{
    [Fact]
    public async Task A_book_and_its_outputs_are_told_in_words()
    {
        using Command command = Book();
        Assert.Equal(0, await command.Run("inspect", "book"));
        Assert.Equal(["The Sea", "  authors: A. L."], command.Lines[..2]);
        Assert.Contains("  chapter 1: Tides (t.md): 5 words, 1 heading, 1 note, 1 formula", command.Lines);
        Assert.Equal(0, await command.Run("build", "book"));
        Assert.Equal(0, await command.Run("inspect", "output/the-sea.pdf"));
        Assert.StartsWith("PDF 1.7, ", command.Lines[0], StringComparison.Ordinal);
        Assert.Contains("  title: The Sea", command.Lines);
        Assert.Equal(0, await command.Run("inspect", "output/the-sea.epub"));
        Assert.StartsWith("EPUB 3.0, ", command.Lines[0], StringComparison.Ordinal);
        Assert.Contains("  notes: 1 note", command.Lines);
    }

    [Fact]
    public async Task As_json_it_is_printed_alone_or_written_whole()
    {
        using Command command = Book();
        Assert.Equal(0, await command.Run("inspect", "book/t.md", "--json", "-"));
        Assert.Equal("book", JsonDocument.Parse(command.Output).RootElement.GetProperty("kind").GetString());
        Assert.Equal(0, await command.Run("inspect", "book", "--json", "facts/book.json"));
        Assert.Equal("", command.Output);
        Assert.Equal("The Sea", JsonDocument.Parse(File.ReadAllText(command.Folder["facts/book.json"])).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_as_compilers_do()
    {
        using Command command = Book();
        command.Folder.Write("out/broken.pdf", "%PDF-1.7\n").Write("out/sea.txt", "The sea.").Write("bad/book.yml", "title: [").Write("bad/t.md", "# T\n");
        Assert.Equal(1, await command.Run("inspect", "out/broken.pdf"));
        Assert.StartsWith("out/broken.pdf(1,1): error BB5703: the PDF cannot be read: ", command.Error, StringComparison.Ordinal);
        Assert.Equal(1, await command.Run("inspect", "out/sea.txt"));
        Assert.StartsWith("out/sea.txt(1,1): error BB5701: ", command.Error, StringComparison.Ordinal);
        Assert.Equal(1, await command.Run("inspect", "bad"));
        Assert.Contains("bad/book.yml(1,", command.Error, StringComparison.Ordinal);
        Assert.Equal(2, await command.Run("inspect", "nowhere"));
        Assert.Equal("bookbuilder: there is no folder or file 'nowhere'\n", command.Error);
        Assert.Equal("", command.Output);
    }

    private static Command Book()
    {
        Command command = new();
        command.Folder.Write("book/book.yml", "title: The Sea\nauthors: A. L.\n").Write("book/t.md", "# Tides\n\nThe $x$ sea.[^n]\n\n[^n]: Deep.\n");
        return command;
    }
}
