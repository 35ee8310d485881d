using System.Text.RegularExpressions;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Parity;
using BookBuilder.Parity.Readings;
using BookBuilder.Tests.Building;
using FsCheck.Xunit;

namespace BookBuilder.Tests.Properties;

/// <summary>What holds of every whole book.</summary>
[Properties(Arbitrary = [typeof(Inputs)], MaxTest = 12, Replay = Seeds.Replay, QuietOnSuccess = true)]
public sealed class BookProperties
{
    [Property]
    public async Task Every_word_and_every_number_is_in_both_outputs(RightBook book)
    {
        (BuildReport report, IReadOnlyDictionary<string, byte[]> files) = await BookProject.FromFiles(Files(book, [])).BuildAsync();
        Assert.DoesNotContain(report.Diagnostics, static d => d.Severity == Severity.Error);
        Assert.NotNull(report.Agreed);
        OutputReading pdf = BookParity.ReadPdf(files.Single(static f => f.Key.EndsWith(".pdf", StringComparison.Ordinal)).Value);
        OutputReading epub = BookParity.ReadEpub(files.Single(static f => f.Key.EndsWith(".epub", StringComparison.Ordinal)).Value);
        foreach (OutputReading output in (OutputReading[])[pdf, epub])
        {
            string said = ComparedText.Of(string.Concat(output.Sections.Select(static s => s.Text + string.Concat(s.Passages.Select(static p => p.Text)))));
            foreach (string word in book.Chapters.SelectMany(static c => Regex.Matches(c, @"[\p{L}\p{M}]{3,}").Select(static m => m.Value)).Except(["dot", "png", "alt", "Table"]).Distinct())
                Assert.Contains(word, said, StringComparison.Ordinal);
        }
        Assert.Equal(Numbers(epub), Numbers(pdf));

        static string[] Numbers(OutputReading output) => [.. output.Sections.SelectMany(static s => s.Passages).Where(static p => p.Kind is PassageKind.Heading or PassageKind.Caption)
            .Select(static p => Regex.Match(p.Text, @"\d+(\.\d+)*").Value).Where(static n => n.Length > 0)];
    }

    [Property]
    public async Task The_same_files_in_any_order_give_the_same_bytes(RightBook book, int order)
    {
        (_, IReadOnlyDictionary<string, byte[]> first) = await BookProject.FromFiles(Files(book, [])).BuildAsync();
        (_, IReadOnlyDictionary<string, byte[]> again) = await BookProject.FromFiles(new Shuffled(Files(book, []), order)).BuildAsync();
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), again.Keys.Order(StringComparer.Ordinal));
        Assert.All(first, file => Assert.True(file.Value.AsSpan().SequenceEqual(again[file.Key]), file.Key));
    }

    private static MemoryFiles Files(RightBook book, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> more) => new("a-book",
    [
        new("dot.png", BooksInMemory.Pixel),
        new("book.yml", Bytes($"title: A Book\ndesign: {book.Design}\nepub: {{ fonts: false }}\nchapters: [{string.Join(", ", book.Chapters.Select(static (_, i) => $"c{i}.md"))}]\n")),
        .. book.Chapters.Select(static (text, i) => new KeyValuePair<string, ReadOnlyMemory<byte>>($"c{i}.md", Bytes($"# Chapter of tides\n\n{text}"))),
        .. more,
    ]);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    /// <summary>Files that are listed in any order, as disks list them.</summary>
    private sealed class Shuffled(IBookFiles files, int seed) : IBookFiles
    {
        public string Name => files.Name;

        public IReadOnlyList<string> List()
        {
            string[] all = [.. files.List()];
            new Random(seed).Shuffle(all);
            return all;
        }

        public FileRead Read(string path, long limit) => files.Read(path, limit);
    }
}
