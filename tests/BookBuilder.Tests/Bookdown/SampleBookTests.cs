using System.Security.Cryptography;
using BookBuilder.Bookdown;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Tests.Building;
using BookBuilder.Translation;

namespace BookBuilder.Tests.Bookdown;

/// <summary>A whole bookdown book that holds every construct: tests/BookBuilder.Tests/Bookdown/sample.</summary>
public sealed class SampleBookTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/BookBuilder.Tests/Bookdown/sample");

    [Fact]
    public async Task The_book_is_built_to_both_outputs_which_agree_and_its_source_stays_as_it_is()
    {
        SortedDictionary<string, string> before = Bytes();
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.Open(Folder).BuildAsync();

        Assert.DoesNotContain(report.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(SourceDialect.Bookdown, report.Dialect);
        Assert.Equal(["lighthouses.epub", "lighthouses.pdf"], files.Keys.Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Order());
        Assert.True(report.Agreed is not null);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void Every_complaint_stands_at_a_line_its_author_wrote()
    {
        TranslatedBook book = BookdownBook.Translate(new DiskFiles(Folder), null, new TranslationSettings());
        Assert.All(book.Diagnostics, d =>
        {
            Assert.EndsWith(d.Span.Path.Contains("yml", StringComparison.Ordinal) ? ".yml" : ".Rmd", d.Span.Path, StringComparison.Ordinal);
            Assert.InRange(d.Span.Start.Line, 1, File.ReadAllLines(Path.Combine(Folder, d.Span.Path)).Length);
        });
    }

    [Theory]
    [InlineData(Carrying.Supported, "part")]
    [InlineData(Carrying.Supported, "appendix")]
    [InlineData(Carrying.Supported, "unnumbered chapter")]
    [InlineData(Carrying.Supported, "include_graphics")]
    [InlineData(Carrying.Approximated, "several pictures in one figure")]
    [InlineData(Carrying.Supported, "cached figure")]
    [InlineData(Carrying.Supported, "text reference two")]
    [InlineData(Carrying.Supported, "theorem")]
    [InlineData(Carrying.Supported, "lemma chunk")]
    [InlineData(Carrying.Supported, "custom block rmdnote")]
    [InlineData(Carrying.Approximated, "block shoal")]
    [InlineData(Carrying.Supported, "equation environment")]
    [InlineData(Carrying.Approximated, "align environment")]
    [InlineData(Carrying.Supported, "child document")]
    [InlineData(Carrying.Supported, "inline R")]
    [InlineData(Carrying.Approximated, "inline R")]
    [InlineData(Carrying.NeedsProgram, "inline R")]
    [InlineData(Carrying.NeedsProgram, "r chunk")]
    [InlineData(Carrying.NeedsProgram, "python chunk")]
    [InlineData(Carrying.NeedsProgram, "before_chapter_script")]
    [InlineData(Carrying.Supported, "table from R")]
    [InlineData(Carrying.Approximated, "table from R")]
    [InlineData(Carrying.Literal, "citation @fresnel1822")]
    [InlineData(Carrying.Literal, "index term lens!stepped")]
    [InlineData(Carrying.Literal, "tabular environment")]
    [InlineData(Carrying.Approximated, "HTML table")]
    [InlineData(Carrying.Supported, "HTML picture")]
    [InlineData(Carrying.Approximated, "HTML iframe")]
    [InlineData(Carrying.Supported, "note label 1 in several files")]
    [InlineData(Carrying.Supported, "note shared of another chapter")]
    [InlineData(Carrying.LeftOut, "comment")]
    [InlineData(Carrying.LeftOut, "date of the day")]
    [InlineData(Carrying.LeftOut, "place of the bibliography")]
    [InlineData(Carrying.LeftOut, "setting link-citations")]
    public void Every_construct_is_found_and_it_is_told_how_far_it_is_carried_over(Carrying carrying, string construct) =>
        Assert.Contains(BookdownBook.Translate(new DiskFiles(Folder), null, new TranslationSettings()).Findings, f => f.Carrying == carrying && f.Construct == construct);

    [Fact]
    public void However_its_files_are_damaged_it_is_told_again_and_every_word_of_prose_arrives()
    {
        MemoryFiles whole = new("sample", new DiskFiles(Folder).List().Select(p => KeyValuePair.Create(p, (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(Folder, p)))));
        string[] chapters = [.. whole.List().Where(f => f.EndsWith(".Rmd", StringComparison.Ordinal))];
        uint seed = 20231108;
        for (int round = 0; round < 200; round++)
        {
            string path = chapters[Next(chapters.Length)];
            string text = Damaged(File.ReadAllText(Path.Combine(Folder, path)), round);
            // A paragraph of the test's own stands in the middle of the damage, where only code or a comment that never ends can swallow it.
            string word = $"Lantern{round}";
            text += $"\n\n{word} shines.\n";
            var files = new MemoryFiles("sample", whole.List().Select(p => KeyValuePair.Create(p, p == path ? System.Text.Encoding.UTF8.GetBytes(text) : ((FileFound)whole.Read(p, 1 << 24)).Data)));
            TranslatedBook book = BookdownBook.Translate(files, null, new TranslationSettings());
            if (path.StartsWith("blocks/", StringComparison.Ordinal) && book.Files.All(f => !f.Text.Contains("The watch", StringComparison.Ordinal))) continue;
            Assert.True(book.Files.Any(f => f.Text.Contains(word, StringComparison.Ordinal)), $"round {round}, {path}:\n{text}");
        }

        string Damaged(string text, int round)
        {
            for (int hits = 0; hits < 1 + round % 4; hits++)
            {
                int at = Next(text.Length + 1), length = Math.Min(Next(12), text.Length - at);
                string[] noise = ["`", "```", "$$", "{", "}", "[", "]", "(", ")", "<", ">", ":::", "\\", "\n", "#", "^", "|", "(ref:", "\\@ref(", "[^", "\\begin{align}", "`r ", "\u0000", "é"];
                text = (round % 3) switch
                {
                    0 => text.Remove(at, length),
                    1 => text.Insert(at, noise[Next(noise.Length)]),
                    _ => text.Remove(at, length).Insert(at, noise[Next(noise.Length)]),
                };
            }
            return text;
        }

        int Next(int limit)
        {
            seed = seed * 1664525 + 1013904223;
            return (int)((seed >> 8) % (uint)limit);
        }
    }

    private static SortedDictionary<string, string> Bytes() => new(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);
}
