using System.Security.Cryptography;
using BookBuilder.Building;
using BookBuilder.Importing;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Building;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Pandoc;

/// <summary>A whole book of each tool, with every construct that is told: built where it lies, imported, damaged.</summary>
public sealed class WholeBooksTests
{
    public static TheoryData<string, SourceDialect> Books => new()
    {
        { "Quarto", SourceDialect.Quarto }, { "MdBook", SourceDialect.MdBook }, { "Pandoc", SourceDialect.Pandoc },
    };

    [Theory, MemberData(nameof(Books))]
    public async Task It_builds_where_it_lies_to_both_outputs_that_agree_and_nothing_there_is_touched(string tool, SourceDialect dialect)
    {
        string folder = Told.Sample(tool);
        string before = State(folder);
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(folder).BuildAsync();
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error));
        Assert.Equal(dialect, report.Dialect);
        Assert.Contains(files.Keys, f => f.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.NotNull(report.Agreed);
        Assert.NotEmpty(report.Findings);
        Assert.Equal(before, State(folder));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_imported_book_is_the_same_byte_for_byte(string tool, SourceDialect dialect)
    {
        using var folder = new TemporaryFolder();
        ImportResult result = BookImporter.ImportBook(Told.Sample(tool), dialect, folder["new"]);
        Assert.Contains("import-report.md", result.Files);
        (_, IReadOnlyDictionary<string, byte[]> inPlace) = await BookProject.Open(Told.Sample(tool)).BuildAsync();
        (BuildReport report, IReadOnlyDictionary<string, byte[]> imported) = await BookProject.Open(folder["new"]).BuildAsync();
        Assert.Equal(SourceDialect.Native, report.Dialect);
        Assert.Equal(inPlace.Keys.Order(), imported.Keys.Order());
        Assert.All(inPlace, file => Assert.Equal(file.Value, imported[file.Key]));
    }

    [Fact]
    public void The_report_of_an_import_names_what_became_of_each_construct_with_places()
    {
        using var folder = new TemporaryFolder();
        BookImporter.ImportBook(Told.Sample("Quarto"), null, folder["new"]);
        string report = File.ReadAllText(folder["new/import-report.md"]);
        Assert.All(["## Supported", "## Approximated", "## Literal", "## Needs a program", "## Left out"], title => Assert.Contains(title, report, StringComparison.Ordinal));
        Assert.Contains("- tabset: one tab below the other (1)\n  `watching.qmd`:37\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_of_our_own_is_not_imported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/book.yml", "title: A").Write("a/a.md", "# A");
        Assert.Equal(["BB6408"], BookImporter.ImportBook(folder["a"], null, folder["new"]).Diagnostics.Select(d => d.Code));
        Assert.False(Directory.Exists(folder["new"]));
    }

    /// <summary>Characters that mean something are put in, taken out and doubled at places drawn by a generator with a fixed seed; the words are never touched, and must all arrive.</summary>
    [Theory, MemberData(nameof(Books))]
    public void Damage_of_any_kind_never_stops_the_translation_and_loses_no_word(string tool, SourceDialect dialect)
    {
        string[] marks = [":::", "```", "$$", "{", "}", "[", "](", "[^", "{{<", ">}}", "|", "---", "#", "<div>", "</table>", "\\begin{", "\\end{center}", "(@", "`", "\n", "\n\n", "    ", "> ", "- ", "~", "{{#include ", "\\\\("];
        (string Path, string Text)[] files =
        [
            .. Directory.EnumerateFiles(Told.Sample(tool), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not ".svg")
                .Select(f => (Path.GetRelativePath(Told.Sample(tool), f).Replace('\\', '/'), File.ReadAllText(f))),
        ];
        uint seed = 20240501;
        for (int round = 0; round < 60; round++)
        {
            var damaged = new (string Path, string Text)[files.Length];
            for (int i = 0; i < files.Length; i++)
            {
                (string path, string text) = files[i];
                bool isText = Path.GetExtension(path) is ".md" or ".qmd";
                for (int blow = 0; isText && blow < 6; blow++) text = text.Insert((int)(Next() % (uint)(text.Length + 1)), marks[Next() % (uint)marks.Length]);
                damaged[i] = (path, text + (isText ? $"\n\nlastword{i} stands here.\n" : ""));
            }
            TranslatedBook book = Told.Book(dialect, damaged);
            Assert.NotEmpty(book.Files);
            string all = string.Join('\n', book.Files.Select(f => f.Text));
            for (int i = 0; i < damaged.Length; i++)
            {
                string path = damaged[i].Path;
                if (!Prints(path) || all.Contains($"lastword{i}", StringComparison.Ordinal)) continue;
                // Only what is left out by rule (a hidden division that is never closed, a file that an error names) may take words with it, and says so.
                Assert.True(
                    book.Findings.Any(f => f.Carrying == Carrying.LeftOut && f.Span.Path == path) || book.Diagnostics.Any(d => d.Severity == Severity.Error),
                    $"round {round}: the last words of {path} are lost without a word");
            }
        }

        uint Next()
        {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            return seed;
        }

        static bool Prints(string path) => !path.Contains("SUMMARY", StringComparison.Ordinal) && !path.StartsWith('_') && !path.Contains("code/", StringComparison.Ordinal);
    }

    /// <summary>Every file of a folder with its bytes and the time it was last written.</summary>
    private static string State(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))} {File.GetLastWriteTimeUtc(f).Ticks}"));
}
