using BookBuilder.Building;
using BookBuilder.Tests.Building;

namespace BookBuilder.Tests.Epub;

/// <summary>Fonts travel as their makers made them: their licence lets nobody change one and keep its name.</summary>
public sealed class EmbeddedFontTests
{
    [Fact]
    public async Task Every_font_in_the_publication_is_one_of_the_program_s_files_to_the_byte()
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> built) = await BooksInMemory.Of(("book.yml", "title: A\nepub: { fonts: true }\n"), ("a.md", "# A\n\n*Words* and `code`.\n"))
            .BuildAsync(new BuildOptions { Targets = BookTargets.Epub });
        Assert.True(report.Succeeded);
        Dictionary<string, byte[]> files = EpubFixture.Files(built.Single(f => f.Key.EndsWith(".epub", StringComparison.Ordinal)).Value);
        KeyValuePair<string, byte[]>[] fonts = [.. files.Where(f => f.Key.StartsWith("EPUB/fonts/", StringComparison.Ordinal))];
        byte[][] own = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "fonts"), "*.?tf", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        Assert.Contains(fonts, f => f.Key.Contains("SourceSerif", StringComparison.Ordinal));
        Assert.All(fonts, f => Assert.Contains(own, o => o.AsSpan().SequenceEqual(f.Value)));
        string css = System.Text.Encoding.UTF8.GetString(files["EPUB/style.css"]);
        Assert.All(fonts, f => Assert.Contains($"src: url(\"{f.Key["EPUB/".Length..]}\")", css, StringComparison.Ordinal));
    }
}
