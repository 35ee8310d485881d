using System.Security.Cryptography;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Tests.Building;

/// <summary>What builds leave on disk for those of other processes changes nothing but the time that is needed. A new <see cref="BuildStore"/> on the same folder knows what another process would.</summary>
public sealed class BuildStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(BuildCacheTests.Edits), MemberType = typeof(BuildCacheTests))]
    public async Task Build_after_an_edit_makes_what_a_build_without_it_makes(string edit, string file, string old, string now)
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await BuildCacheTests.BuildAsync(book, new() { Parity = false, Store = Store() });
        string before = book[file];
        if (old.Length == 0) book.Remove(file);
        else book[file] = before.Replace(old, now, StringComparison.Ordinal);
        await SameAsWithout(book, new(), edit);
        await SameAsWithout(book, new(), $"{edit}, once more");
        book[file] = before;
        await SameAsWithout(book, new(), $"{edit}, taken back");
    }

    [Fact]
    public async Task Other_options_are_obeyed()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        BuildOptions[] all =
        [
            new(), new() { Draft = true }, new() { Targets = BookTargets.Epub }, new() { Targets = BookTargets.Pdf }, new() { Design = static d => d with { BodySize = d.BodySize * 1.3 } }, new(),
            new() { Timestamp = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) }, new() { Producer = "Somebody" }, new() { Limits = new BookLimits { ParagraphCharacters = 40 } }, new(),
            new() { Handout = new HandoutRequest { Chapters = ["1"] } }, new() { Sheets = new SheetPlan() }, new() { Parity = true },
        ];
        for (int i = 0; i < all.Length; i++) await SameAsWithout(book, all[i], $"options {i}");
    }

    [Fact]
    public async Task Memory_and_disk_together_make_the_same()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        using var cache = new BuildCache();
        await BuildCacheTests.EditAfterEdit(book, async when =>
        {
            bool isBuilt = await BuildCacheTests.SameAsCold(book, new(), o => o with { Cache = cache, Store = Store() }, when);
            return isBuilt == await SameAsWithout(book, new(), $"{when}, in another process") && isBuilt;
        });
    }

    [Fact]
    public async Task Only_what_was_edited_is_put_there_again()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await SameAsWithout(book, new(), "the first build");
        HashSet<string> first = [.. Entries()];
        Assert.NotEmpty(first);
        foreach (string entry in first) File.SetLastWriteTimeUtc(entry, AnHourAgo);
        await SameAsWithout(book, new(), "the same again");
        // What is taken is not written again.
        Assert.Equal(first.Order(StringComparer.Ordinal), Entries().Order(StringComparer.Ordinal));
        Assert.All(first, entry => Assert.Equal(AnHourAgo, File.GetLastWriteTimeUtc(entry)));
        book["c.md"] = book["c.md"].Replace("rises", "falls", StringComparison.Ordinal);
        await SameAsWithout(book, new(), "after an edit");
        // The chapter in pages, and its pages as they are painted.
        Assert.Equal(2, Entries().Count() - first.Count);
    }

    [Fact]
    public async Task Damaged_entries_are_no_entries()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await SameAsWithout(book, new(), "the first build");
        int damage = 0;
        foreach (string entry in Entries())
        {
            byte[] bytes = await File.ReadAllBytesAsync(entry);
            // A store that hashes rightly what makes no sense, is as good as none.
            byte[] senseless = [.. bytes.AsSpan(SHA256.HashSizeInBytes, (bytes.Length - SHA256.HashSizeInBytes) * 2 / 3)];
            byte[] shownBadly = bytes[SHA256.HashSizeInBytes..];
            // What pages show stands first, and is read when somebody looks at it.
            shownBadly[Math.Min(4, shownBadly.Length - 1)] = 0xFF;
            switch (damage++ % 7)
            {
                case 0: bytes[bytes.Length / 2] ^= 1; break;
                case 1: bytes = bytes[..(bytes.Length / 2)]; break;
                case 2: bytes = []; break;
                case 3: bytes = [.. SHA256.HashData(senseless), .. senseless]; break;
                case 4: Array.Fill(senseless, (byte)0xFF); bytes = [.. SHA256.HashData(senseless), .. senseless]; break;
                case 5: bytes = [.. SHA256.HashData(shownBadly), .. shownBadly]; break;
                default: Array.Fill(bytes, (byte)'x'); break;
            }
            await File.WriteAllBytesAsync(entry, bytes);
        }
        await SameAsWithout(book, new(), "after the damage");
        await SameAsWithout(book, new(), "after it was mended");
    }

    [Fact]
    public async Task Builds_at_the_same_time_may_share_a_folder()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            Dictionary<string, string> own = BuildCacheTests.Book();
            own["b.md"] = own["b.md"].Replace("rises", i % 2 == 0 ? "falls" : "waits", StringComparison.Ordinal);
            await SameAsWithout(own, new(), $"build {i}");
        }));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, $"*{FolderOutputs.UnfinishedEnding}", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_is_done_without()
    {
        await File.WriteAllTextAsync(_folder["store"], "a file stands where the folder would be");
        Dictionary<string, string> book = BuildCacheTests.Book();
        await BuildCacheTests.SameAsCold(book, new(), o => o with { Store = BuildStore.InFolder(_folder["store"]) }, "the first build");
        await BuildCacheTests.SameAsCold(book, new(), o => o with { Store = BuildStore.InFolder(_folder["store"]) }, "the same again");
    }

    [Fact]
    public async Task Entries_that_were_not_used_for_longest_go_when_there_is_too_much()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await SameAsWithout(book, new(), "the first build");
        long all = Entries().Sum(static e => new FileInfo(e).Length);
        HashSet<string> before = [.. Entries()];
        foreach (string entry in before) File.SetLastWriteTimeUtc(entry, LongAgo);
        book["c.md"] = book["c.md"].Replace("rises", "falls", StringComparison.Ordinal);
        await BuildCacheTests.SameAsCold(book, new(), o => o with { Store = BuildStore.InFolder(_folder["store"], all) }, "with less room");
        // Only the chapter as it was is not used any more, and with it gone there is room.
        HashSet<string> after = [.. Entries()];
        Assert.NotEmpty(before.Except(after));
        Assert.All(after, entry => Assert.NotEqual(LongAgo, File.GetLastWriteTimeUtc(entry)));
        Assert.InRange(after.Sum(static e => new FileInfo(e).Length), 1, all);
    }

    [Fact]
    public async Task What_is_no_entry_is_left_alone()
    {
        string[] others = ["letter.txt", "ab/thesis.txt", $"ab/{new string('0', 62)}.txt", $"documents/{new string('0', 62)}", $"{new string('0', 62)}"];
        foreach (string other in others)
        {
            _folder.Write($"store/{other}", new string('x', 100_000));
            File.SetLastWriteTimeUtc(_folder[$"store/{other}"], LongAgo);
        }
        string outside = Directory.CreateDirectory(_folder["outside"]).FullName;
        _folder.Write($"outside/{new string('0', 62)}", "linked");
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(_folder["store/cd"], outside);
        _folder.Write($"store/ab/{new string('1', 62)}.killed{FolderOutputs.UnfinishedEnding}", "half");
        File.SetLastWriteTimeUtc(_folder[$"store/ab/{new string('1', 62)}.killed{FolderOutputs.UnfinishedEnding}"], LongAgo);
        await BuildCacheTests.SameAsCold(BuildCacheTests.Book(), new(), o => o with { Store = BuildStore.InFolder(_folder["store"], 1) }, "with no room at all");
        Assert.All(others, other => Assert.True(File.Exists(_folder[$"store/{other}"]), other));
        Assert.True(File.Exists(_folder[$"outside/{new string('0', 62)}"]));
        // A build that was killed left this.
        Assert.False(File.Exists(_folder[$"store/ab/{new string('1', 62)}.killed{FolderOutputs.UnfinishedEnding}"]));
        Assert.Equal(0, BuildStore.InFolder(_folder["store"]).Size());
    }

    [Theory]
    [InlineData("book.yml", "title: Tides", "title: Tides\npdf: { opening: run-on }")]
    [InlineData("hyph-en-gb.hyp.txt", "noth-ing", "extraordinariness")]
    public async Task File_that_is_saved_while_it_is_read_is_taken_as_it_was_read(string file, string old, string now)
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        book["book.yml"] += "lang: en-GB\n";
        if (file != "book.yml") book["book.yml"] += $"pdf: {{ hyphenation: {{ files: [{file}] }} }}\n";
        book["hyph-en-gb.hyp.txt"] = "noth-ing\n";
        book["a.md"] += $"\n{string.Join(' ', Enumerable.Repeat("extraordinariness", 60))}\n";
        Dictionary<string, string> saved = new(book) { [file] = book[file].Replace(old, now, StringComparison.Ordinal) };
        Assert.NotEqual(await Pdf(book), await Pdf(saved));
        // The first reading of the file sees what it was, every later one what it is.
        BookProject changing = BookProject.FromFiles(new ChangingFiles(BuildCacheTests.Files(book), BuildCacheTests.Files(saved), file));
        await changing.BuildAsync(new() { Parity = false, Store = Store() });
        await SameAsWithout(saved, new(), "after it was saved");
        await SameAsWithout(book, new(), "after it was taken back");
    }

    private static async Task<byte[]> Pdf(Dictionary<string, string> book) =>
        (await BuildCacheTests.BuildAsync(book, new() { Parity = false, Targets = BookTargets.Pdf })).Files.Single(static f => f.Key.EndsWith(".pdf", StringComparison.Ordinal)).Value;

    /// <summary>Files of which one is saved as soon as it has been read.</summary>
    private sealed class ChangingFiles(IBookFiles before, IBookFiles after, string changes) : IBookFiles
    {
        private int _reads;

        public string Name => before.Name;

        public IReadOnlyList<string> List() => before.List();

        public FileRead Read(string path, long limit) => (path == changes && Interlocked.Increment(ref _reads) > 1 ? after : before).Read(path, limit);
    }

    private static DateTime LongAgo => new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static DateTime AnHourAgo { get; } = File.GetLastWriteTimeUtc(Path.GetTempPath()).AddHours(-1);

    private BuildStore Store() => BuildStore.InFolder(_folder["store"]);

    private IEnumerable<string> Entries() => Directory.EnumerateFiles(_folder["store"], "*", SearchOption.AllDirectories);

    private Task<bool> SameAsWithout(Dictionary<string, string> book, BuildOptions options, string when) =>
        BuildCacheTests.SameAsCold(book, options, o => o with { Store = Store() }, when);
}
