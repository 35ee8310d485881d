using BookBuilder.Building;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Tests.Building;

/// <summary>Comments that silence messages are read in books of other tools, too, and speak of the author's own lines.</summary>
public sealed class ForeignSilenceTests
{
    private const string Text = "The sea ![](dot.png) is deep.\n\n<!-- bookbuilder-ignore BB1034: a dot -->\n\nThe sky ![](dot.png) is high.\n\n<!-- bookbuilder-ignore BB1020 -->\n\nNothing.\n";

    public static TheoryData<string, string, int> Books => new()
    {
        { "pandoc", "a.md", 3 },
        { "quarto", "index.qmd", 3 },
        { "bookdown", "index.Rmd", 3 },
        { "mdbook", "src/a.md", 3 },
    };

    [Theory]
    [MemberData(nameof(Books))]
    public async Task A_comment_survives_the_translation_with_its_place(string tool, string file, int firstLine)
    {
        string chapter = "# Tides\n\n" + Text;
        (string, string)[] files = tool switch
        {
            "pandoc" => [("metadata.yml", "title: T\nauthor: A. L.\n"), ("a.md", chapter)],
            "quarto" => [("_quarto.yml", "project:\n  type: book\nbook:\n  title: T\n  chapters: [index.qmd]\n"), ("index.qmd", chapter)],
            "bookdown" => [("_bookdown.yml", "book_filename: t\n"), ("index.Rmd", chapter)],
            _ => [("book.toml", "[book]\ntitle = \"T\"\n"), ("src/SUMMARY.md", "# Summary\n\n- [Tides](a.md)\n"), ("src/a.md", chapter)],
        };
        string picture = tool == "mdbook" ? "src/dot.png" : "dot.png";
        BuildReport report = await BookCompiler.CheckAsync(BooksInMemory.With((picture, BooksInMemory.Pixel), files), new BuildOptions { Dialect = BookDialects.Named(tool) });
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        Diagnostic told = Assert.Single(report.Diagnostics, d => d.Code == "BB1034");
        Assert.Equal((file, firstLine), (told.Span.Path, told.Span.Start.Line));
        SuppressedDiagnostic silenced = Assert.Single(report.Suppressed, s => s.Diagnostic.Code == "BB1034");
        Assert.Equal((file, firstLine + 4, firstLine + 2), (silenced.Diagnostic.Span.Path, silenced.Diagnostic.Span.Start.Line, silenced.Place.Start.Line));
        Assert.Equal(firstLine + 6, Assert.Single(report.Diagnostics, d => d.Code == "BB1062").Span.Start.Line);
    }
}
