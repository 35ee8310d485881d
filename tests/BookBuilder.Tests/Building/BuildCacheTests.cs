using System.Text;
using BookBuilder.Building;
using BookBuilder.Files;
using BookBuilder.Model.Design;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Tests.Building;

/// <summary>What one build leaves for the next changes nothing but the time that is needed: after every edit the same bytes and the same words as from a build that begins anew.</summary>
public class BuildCacheTests
{
    private const string Ring = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><circle cx='20' cy='10' r='9' fill='#246'/></svg>";

    /// <summary>A book in which everything refers to something in another chapter. Pictures of pixels are written in Base64.</summary>
    internal static Dictionary<string, string> Book() => new()
    {
        ["book.yml"] = "title: Tides\nauthors: Ada Lind\nlists: [figures, tables]\nparts:\n  - title: Water\n    chapters: [a.md, b.md]\n  - title: Land\n    chapters: [c.md]\nappendices: d.md\n",
        ["a.md"] = $"# The sea {{#sec-sea}}\n\n{Prose(1)}\n\n## Ebb {{#sec-ebb}}\n\nSee @fig-ring, @tbl-heights and [the land](c.md#sec-land).[^one]\n\n![A ring](ring.svg){{#fig-ring alt=\"A ring\"}}\n\n{Prose(2)}\n\n[^one]: Lind, <https://a.b/c>.\n",
        ["b.md"] = $"# The shore {{#sec-shore}}\n\n{Prose(3)}\n\nAs @sec-ebb says on [@sec-ebb]{{.page}} and @sec-land repeats[^two].\n\nTable: Heights {{#tbl-heights}}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{Prose(4)}\n\n[^two]: Another source: <https://d.e/f>.\n",
        ["c.md"] = $"# The land {{#sec-land}}\n\n{Prose(5)}\n\n![Half a word](word.svg){{alt=\"tide\"}}\n\n> [!NOTE]\n> ***Nothing*** here is about @sec-sea.\n\n$$ x^2 + y^2 = r^2 $$ {{#eq-ring}}\n\nBy @eq-ring it is round.\n\n![](dot.png){{.decorative}}\n\nTable: Wide {{#tbl-wide fit=landscape}}\n\n| place | see |\n|---|---|\n| harbour | [the sea](a.md#sec-sea), <https://g.h/i> |\n\n{Prose(6)}\n",
        ["d.md"] = "# Sources\n\n::: {.sources}\n:::\n",
        ["ring.svg"] = Ring,
        ["dot.png"] = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mPQCKiAIwbiOACBQw8BJR24TAAAAABJRU5ErkJggg==",
        ["word.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 20'><g opacity='.5'><text x='2' y='14' font-family='monospace'>tide</text></g></svg>",
    };

    public static TheoryData<string, string, string, string> Edits => new()
    {
        { "a word of a paragraph", "b.md", "rises", "falls" },
        { "a paragraph more", "a.md", "## Ebb", "Another paragraph stands here.\n\n## Ebb" },
        { "a heading more", "a.md", "## Ebb", "## Flood\n\nWords.\n\n## Ebb" },
        { "another heading", "c.md", "# The land", "# The dry land" },
        { "a chapter's first heading without its number", "b.md", "# The shore {#sec-shore}", "# The shore {#sec-shore .unnumbered}" },
        { "another label of what is listed and linked", "c.md", "{#sec-land}", "{#sec-country}" },
        { "another label of a figure", "a.md", "#fig-ring alt", "#fig-circle alt" },
        { "a note more", "b.md", "says on", "says^[A note in a line.] on" },
        { "a note more in the chapter before", "a.md", "See @fig-ring", "See^[First of all.] @fig-ring" },
        { "another source", "a.md", "https://a.b/c", "https://a.b/z" },
        { "a figure more", "a.md", "## Ebb", "![Another ring](ring.svg){#fig-two alt=\"Another\"}\n\n## Ebb" },
        { "another picture", "ring.svg", "#246", "#642" },
        { "a picture of another size", "ring.svg", "0 0 40 20", "0 0 40 60" },
        { "another caption", "a.md", "![A ring]", "![A *ring*]" },
        { "a picture without words", "a.md", " alt=\"A ring\"", "" },
        { "another title of the book", "book.yml", "title: Tides", "title: Tides and times" },
        { "another design", "book.yml", "title: Tides", "title: Tides\ndesign: report" },
        { "another language", "book.yml", "title: Tides", "title: Tides\nlang: de" },
        { "chapters that run on", "book.yml", "title: Tides", "title: Tides\npdf: { opening: run-on }" },
        { "marks for the cutting", "book.yml", "title: Tides", "title: Tides\npdf: { bleed: 3mm, crop-marks: true }" },
        { "notes numbered through", "book.yml", "title: Tides", "title: Tides\nnotes: { restart: book }" },
        { "no numbers", "book.yml", "title: Tides", "title: Tides\nnumbering: false" },
        { "chapters in another order", "book.yml", "[a.md, b.md]", "[b.md, a.md]" },
        { "a chapter less", "book.yml", "[a.md, b.md]", "[a.md]" },
        { "a file less", "b.md", "", "" },
        { "a mistake", "b.md", "@sec-ebb says", "@sec-nowhere says" },
        { "a letter that no face has", "c.md", "By @eq-ring", "By \ud808\udc00 and @eq-ring" },
        { "a small letter in small capitals", "c.md", "it is round", "[it]{.smallcaps} is round" },
        { "a line more above everything", "a.md", "# The sea", "\n\n# The sea" },
        { "a label that a generated section would have had", "b.md", "{#sec-shore}", "{#front-copyright}" },
        { "a label twice", "c.md", "{#sec-land}", "{#sec-ebb}" },
        { "a heading of the same words as another", "c.md", "By @eq-ring", "## Ebb\n\nSee [there](#ebb).\n\nBy @eq-ring" },
        { "a face that was first shown later", "a.md", "See @fig-ring", "See `tide` and @fig-ring" },
        { "a picture that is not there", "a.md", "(ring.svg)", "(gone.svg)" },
        { "folios that count all pages", "book.yml", "title: Tides", "title: Tides\ndesign: handout" },
        { "notes in divisions", "book.yml", "title: Tides", "title: Tides\nepub: { note-element: div, page-list: false }" },
        { "a comment that silences", "c.md", "By @eq-ring", "<!-- bookbuilder-ignore BB3050 -->\n\nBy @eq-ring" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Build_after_an_edit_makes_what_a_build_from_the_beginning_makes(string edit, string file, string old, string now)
    {
        Dictionary<string, string> book = Book();
        using var cache = new BuildCache();
        await SameAsCold(book, cache, new(), "the first build");
        await SameAsCold(book, cache, new(), "the same again");
        string before = book[file];
        Assert.Contains(old, before, StringComparison.Ordinal);
        if (old.Length == 0) book.Remove(file);
        else book[file] = before.Replace(old, now, StringComparison.Ordinal);
        await SameAsCold(book, cache, new(), edit);
        book[file] = before;
        await SameAsCold(book, cache, new(), $"{edit}, taken back");
    }

    [Fact]
    public async Task Edits_that_follow_each_other_make_what_builds_from_the_beginning_make()
    {
        Dictionary<string, string> book = Book();
        using var cache = new BuildCache();
        await EditAfterEdit(book, when => SameAsCold(book, cache, new(), when));
    }

    [Fact]
    public async Task Other_options_are_obeyed()
    {
        Dictionary<string, string> book = Book();
        using var cache = new BuildCache();
        Func<BookDesign, BookDesign> larger = static d => d with { BodySize = d.BodySize * 1.3 };
        BuildOptions[] all =
        [
            new(), new() { Draft = true }, new() { Targets = BookTargets.Epub }, new() { Targets = BookTargets.Pdf }, new() { Design = larger }, new() { Design = larger }, new(),
            new() { Timestamp = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) }, new() { Producer = "Somebody" }, new() { Limits = new BookLimits { ParagraphCharacters = 40 } }, new(),
            new() { Handout = new HandoutRequest { Chapters = ["1"] } }, new(), new() { Parity = true },
        ];
        for (int i = 0; i < all.Length; i++) await SameAsCold(book, cache, all[i], $"options {i}");
    }

    [Fact]
    public async Task Builds_at_the_same_time_may_share_one()
    {
        using var cache = new BuildCache();
        Dictionary<string, string> book = Book();
        await SameAsCold(book, cache, new(), "the first build");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            Dictionary<string, string> own = Book();
            own["b.md"] = own["b.md"].Replace("rises", i % 2 == 0 ? "falls" : "waits", StringComparison.Ordinal);
            await SameAsCold(own, cache, new(), $"build {i}");
        }));
        await SameAsCold(book, cache, new(), "the last build");
    }

    [Fact]
    public async Task Cancelled_build_leaves_nothing_that_is_wrong()
    {
        using var cache = new BuildCache();
        Dictionary<string, string> book = Book();
        await SameAsCold(book, cache, new(), "the first build");
        book["a.md"] += $"\n{Prose(7)}\n";
        foreach (BuildPhase phase in Enum.GetValues<BuildPhase>())
        {
            using var stop = new CancellationTokenSource();
            var progress = new At(phase, stop.Cancel);
            Task build = BookCompiler.BuildAsync(Project(book), new BuildOptions { Parity = false, Cache = cache }, new StreamOutputs(static _ => new MemoryStream()), progress, stop.Token);
            if (phase == BuildPhase.Links) await build;
            else await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
            await SameAsCold(book, cache, new(), $"after a build that was cancelled while {phase}");
        }
    }

    [Fact]
    public async Task Unchanged_chapters_are_not_made_again()
    {
        Dictionary<string, string> book = Book();
        book.Remove("d.md");
        book["book.yml"] = book["book.yml"].Replace("appendices: d.md\n", "", StringComparison.Ordinal);
        // A chapter that names pages is set twice.
        book["b.md"] = book["b.md"].Replace("[@sec-ebb]{.page}", "@sec-ebb", StringComparison.Ordinal);
        using var cache = new BuildCache();
        await BuildAsync(book, new BuildOptions { Parity = false, Cache = cache });
        List<object>[] before = Known(cache);
        book["b.md"] = book["b.md"].Replace("rises", "falls", StringComparison.Ordinal);
        await BuildAsync(book, new BuildOptions { Parity = false, Cache = cache });
        List<object>[] now = Known(cache);
        for (int i = 0; i < before.Length; i++)
        {
            // Of everything one thing is another: what was made of the chapter that was edited.
            Assert.NotEmpty(before[i]);
            Assert.Equal((i, before[i].Count), (i, now[i].Count));
            Assert.Equal((i, before[i].Count - 1), (i, now[i].Intersect(before[i], ReferenceEqualityComparer.Instance).Count()));
        }
    }

    [Fact]
    public async Task What_is_kept_does_not_grow()
    {
        Dictionary<string, string> book = Book();
        // Nothing is written of it, as a letter that no face has keeps it from what it asks for.
        book["book.yml"] += "pdf: { standard: ua-1 }\n";
        book["a.md"] += "\n\ud808\udc00\n";
        using var cache = new BuildCache();
        List<int> counts = [];
        for (int i = 0; i < 5; i++)
        {
            book["b.md"] += $"\nLine {i}.\n";
            (BuildReport report, _) = await BuildAsync(book, new BuildOptions { Parity = false, Cache = cache, Design = d => d with { BodySize = d.BodySize * (1 + i / 100.0) } });
            Assert.False(report.Succeeded);
            BuildMemory memory = cache.Take(new BuildOptions());
            counts.Add(memory.Pdf.Plans.All.Count() + memory.Pdf.Claims.Chapters.All.Count() + memory.Pdf.Claims.Pages.All.Count() + memory.Composition.Runs.All.Count());
            cache.Leave(memory);
        }
        Assert.Equal(counts[1], counts[4]);
        Assert.NotEqual(0, counts[4]);
    }

    /// <summary>What a cache holds, by kind.</summary>
    private static List<object>[] Known(BuildCache cache)
    {
        BuildMemory memory = cache.Take(new BuildOptions());
        try
        {
            return
            [
                [.. memory.Chapters.All], [.. memory.Resolution.Settled.All], [.. memory.Composition.Runs.All], [.. memory.Pdf.Plans.All], [.. memory.Pdf.Painted.All],
                [.. memory.Pdf.Written.All], [.. memory.Pdf.Structures.All], [.. memory.Epub.Documents.All],
            ];
        }
        finally
        {
            cache.Leave(memory);
        }
    }

    private static Task<bool> SameAsCold(Dictionary<string, string> book, BuildCache cache, BuildOptions options, string when) =>
        SameAsCold(book, options, o => o with { Cache = cache }, when);

    /// <summary>Makes the edits one after the other in the same book, but for those that nothing can be built with.</summary>
    /// <param name="compare">Compares after each, and says whether the book was built.</param>
    internal static async Task EditAfterEdit(Dictionary<string, string> book, Func<string, Task<bool>> compare)
    {
        int kept = 0;
        foreach (object[] row in Edits)
        {
            (string edit, string file, string old, string now) = ((string)row[0], (string)row[1], (string)row[2], (string)row[3]);
            string before = book[file];
            // Some take away what others change.
            if (old.Length == 0 || !before.Contains(old, StringComparison.Ordinal)) continue;
            book[file] = before.Replace(old, now, StringComparison.Ordinal);
            if (await compare($"after {edit}")) kept++;
            else
            {
                book[file] = before;
                await compare($"after {edit}, taken back");
            }
        }
        // Else nothing would be built any more, and nothing compared.
        Assert.InRange(kept, 15, 40);
    }

    /// <summary>Builds a book twice, with something that is left of earlier builds and without, and compares.</summary>
    /// <returns>Whether it was built.</returns>
    internal static async Task<bool> SameAsCold(Dictionary<string, string> book, BuildOptions options, Func<BuildOptions, BuildOptions> with, string when)
    {
        if (!options.Parity || options == new BuildOptions()) options = options with { Parity = false };
        (BuildReport warm, IReadOnlyDictionary<string, byte[]> made) = await BuildAsync(book, with(options));
        (BuildReport cold, IReadOnlyDictionary<string, byte[]> expected) = await BuildAsync(book, options);
        Assert.True(Said(cold).SequenceEqual(Said(warm)), $"{when}: other things are said: {string.Join("; ", Said(cold).Except(Said(warm)))} / {string.Join("; ", Said(warm).Except(Said(cold)))}");
        Assert.Equal(cold.Counts, warm.Counts);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), made.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, byte[] bytes) in expected) Assert.True(bytes.AsSpan().SequenceEqual(made[name]), $"{when}: {name} has other bytes");
        return cold.Succeeded;
    }

    private static IEnumerable<string> Said(BuildReport report) => report.Diagnostics.Concat(report.Suppressed.Select(static s => s.Diagnostic))
        .Select(static d => $"{d} {string.Join('|', d.Hints)}");

    internal static Task<(BuildReport Report, IReadOnlyDictionary<string, byte[]> Files)> BuildAsync(Dictionary<string, string> book, BuildOptions options) => Project(book).BuildAsync(options);

    private static BookProject Project(Dictionary<string, string> book) => BookProject.FromFiles(Files(book));

    internal static MemoryFiles Files(Dictionary<string, string> book) =>
        new("tides", book.Select(static f => KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)(f.Key.EndsWith(".png", StringComparison.Ordinal) ? Convert.FromBase64String(f.Value) : Encoding.UTF8.GetBytes(f.Value)))));

    private static string Prose(int seed) => string.Join("\n\n", Enumerable.Range(0, 6).Select(i =>
        $"In harbour {seed * 7 + i} the water rises twice a day, and whoever counts the hours from one flood to the next finds {i + 12} of them and some minutes more; the fishermen of the {seed}th mole have known it for longer than anybody has written it down, and they trust the moon."));

    /// <summary>Does something when a phase begins.</summary>
    private sealed class At(BuildPhase phase, Action act) : IProgress<BuildProgress>
    {
        public bool WasReached { get; private set; }

        public void Report(BuildProgress value)
        {
            if (value.Phase != phase || WasReached) return;
            WasReached = true;
            act();
        }
    }
}
