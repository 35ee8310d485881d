using BookBuilder.Building;
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
        foreach (object[] row in BuildCacheTests.Edits)
        {
            (string edit, string file, string old, string now) = ((string)row[0], (string)row[1], (string)row[2], (string)row[3]);
            if (old.Length == 0 || !book[file].Contains(old, StringComparison.Ordinal)) continue;
            book[file] = book[file].Replace(old, now, StringComparison.Ordinal);
            await BuildCacheTests.SameAsCold(book, new(), o => o with { Cache = cache, Store = Store() }, $"after {edit}");
            await SameAsWithout(book, new(), $"after {edit}, in another process");
        }
    }

    [Fact]
    public async Task Only_what_was_edited_is_put_there_again()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await SameAsWithout(book, new(), "the first build");
        HashSet<string> first = [.. Entries()];
        Assert.NotEmpty(first);
        await SameAsWithout(book, new(), "the same again");
        Assert.Equal(first.Order(StringComparer.Ordinal), Entries().Order(StringComparer.Ordinal));
        book["c.md"] = book["c.md"].Replace("rises", "falls", StringComparison.Ordinal);
        await SameAsWithout(book, new(), "after an edit");
        Assert.InRange(Entries().Count() - first.Count, 1, 4);
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
            switch (damage++ % 4)
            {
                case 0: bytes[bytes.Length / 2] ^= 1; break;
                case 1: bytes = bytes[..(bytes.Length / 2)]; break;
                case 2: bytes = []; break;
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
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, $"*{StoreFolder.UnfinishedEnding}", SearchOption.AllDirectories));
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
    public async Task Oldest_entries_go_when_there_is_too_much()
    {
        Dictionary<string, string> book = BuildCacheTests.Book();
        await SameAsWithout(book, new(), "the first build");
        long all = Entries().Sum(static e => new FileInfo(e).Length);
        string oldest = Entries().First();
        File.SetLastWriteTimeUtc(oldest, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        book["c.md"] = book["c.md"].Replace("rises", "falls", StringComparison.Ordinal);
        await BuildCacheTests.SameAsCold(book, new(), o => o with { Store = BuildStore.InFolder(_folder["store"], all) }, "with less room");
        Assert.InRange(Entries().Sum(static e => new FileInfo(e).Length), 1, all);
    }

    private BuildStore Store() => BuildStore.InFolder(_folder["store"]);

    private IEnumerable<string> Entries() => Directory.EnumerateFiles(_folder["store"], "*", SearchOption.AllDirectories);

    private Task SameAsWithout(Dictionary<string, string> book, BuildOptions options, string when) =>
        BuildCacheTests.SameAsCold(book, options, o => o with { Store = Store() }, when);
}
