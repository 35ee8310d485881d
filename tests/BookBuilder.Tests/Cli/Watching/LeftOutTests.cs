using BookBuilder.Building;
using BookBuilder.Cli.Watching;

namespace BookBuilder.Tests.Cli.Watching;

/// <summary>What a build writes below the book's folder does not set off the next one.</summary>
public sealed class LeftOutTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "book");

    [Theory]
    [InlineData("output/tides.pdf", true)]
    [InlineData("output/deep/er.pdf", true)]
    [InlineData("output/a.md", false)]
    [InlineData("output/a.svg", false)]
    [InlineData("output.md", false)]
    [InlineData("chapters/output/a.md", false)]
    [InlineData("said.json", true)]
    [InlineData("other.json", false)]
    [InlineData("chapters/a.md~", true)]
    [InlineData("chapters/#a.md#", true)]
    [InlineData("chapters/a.md", false)]
    public void An_output_folder_in_the_books_is_left_out(string path, bool isLeftOut) =>
        Assert.Equal(isLeftOut, new LeftOut(Root, Path.Combine(Root, "output"), [Path.Combine(Root, "said.json")]).Has(path));

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../elsewhere")]
    public void An_output_folder_that_is_the_books_or_not_below_hides_no_file_of_the_book(string folder)
    {
        var leftOut = new LeftOut(Root, Path.GetFullPath(folder, Root), []);
        Assert.False(leftOut.Has("a.md"));
        Assert.False(leftOut.Has("tides.pdf"));
        Assert.Equal(folder == ".", leftOut.Has("parity.json"));
    }

    [Theory]
    [InlineData("dist/tides.pdf", "dist/tides.epub", true)]
    [InlineData("tides.pdf", "tides.pdf", true)]
    [InlineData("tides.pdf", "tides.epub", false)]
    public void A_build_shows_where_its_outputs_go(string written, string path, bool isLeftOut)
    {
        LeftOut leftOut = new LeftOut(Root, Path.Combine(Root, "output"), [Path.Combine(Root, "said.json")]).After(new BuildReport
        {
            Diagnostics = [], Counts = new BookCounts(), Phases = [], Elapsed = default,
            Outputs = [new BuiltFile(BookTargets.Pdf, Path.GetFullPath(written, Root), 1)],
        });
        Assert.Equal(isLeftOut, leftOut.Has(path));
        Assert.True(leftOut.Has("said.json"));
        Assert.False(leftOut.Has("output/a.md"));
    }
}
