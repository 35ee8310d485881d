using System.Collections.Concurrent;
using System.Text;
using BookBuilder.Fonts;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Model.Design;
using BookBuilder.Model.Memories;
using BookBuilder.Model.Resolution;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>Sections that another process set. What their pages show is taken apart when somebody looks, and then it is too late to say that nothing was there.</summary>
public sealed class SectionShelfTests
{
    private static readonly FontLibrary Library = FontLibrary.LoadDefault();

    [Theory]
    [InlineData(ChapterOpening.Right)]
    [InlineData(ChapterOpening.Any)]
    public void Pages_that_make_no_sense_are_set_again_when_they_are_looked_at(ChapterOpening opening)
    {
        ResolvedBook book = Sheets.Book(Sheets.Design() with { Opening = opening }, "# A\n\nWords of a chapter[^n].\n\n[^n]: A note.", "# B\n\nMore words, `code` and *others*.", "# C\n\nThe last words.");
        var shelf = new MemoryShelf();
        string[] expected = Shown(book, shelf);
        int put = shelf.Entries.Count;
        Assert.InRange(put, 3, 20);
        Assert.Equal(expected, Shown(book, shelf));
        foreach ((string name, byte[] entry) in shelf.Entries) shelf.Entries[name] = Spoiled(entry);
        Assert.Equal(expected, Shown(book, shelf));
        // All were found: what else is known of them is sound.
        Assert.Equal(put, shelf.Entries.Count);
        Assert.Equal(put, shelf.Puts);
    }

    /// <summary>What all pages show, as the shelf and the composer make it together.</summary>
    private static string[] Shown(ResolvedBook book, MemoryShelf shelf)
    {
        var memory = new CompositionMemory();
        memory.Use(new CompositionShelf(shelf, ContentKey.Of("look"u8), new Dictionary<string, ContentKey>(), Library));
        PagedBook pages = BookComposer.Compose(book, Pictures.None, () => new HarfBuzzShaper(Library), null, CancellationToken.None, memory: memory).Value;
        return [.. pages.Pages.Select(static page => string.Join(' ', page.Body.OfType<GlyphRun>().Select(static run => $"{run.Text}@{run.Origin}")))];
    }

    /// <summary>An entry whose first part, what pages show, is as long as it was and senseless.</summary>
    private static byte[] Spoiled(byte[] entry)
    {
        int length = new StoredReader(entry).Bytes().Length, start = 1;
        while (entry[start - 1] > 127) start++;
        byte[] spoiled = [.. entry];
        spoiled.AsSpan(start, length).Fill(0xFF);
        return spoiled;
    }

    private sealed class MemoryShelf : IShelf
    {
        private readonly ConcurrentDictionary<object, ContentKey> _names = new(ReferenceEqualityComparer.Instance);

        public ConcurrentDictionary<string, byte[]> Entries { get; } = [];

        public int Puts { get; private set; }

        public ContentKey? NameOf(object thing) => thing is ResolvedChapter chapter ? ContentKey.Of(Encoding.UTF8.GetBytes(chapter.Key))
            : _names.TryGetValue(thing, out ContentKey name) ? name : null;

        public void Name(object thing, ContentKey name) => _names[thing] = name;

        public ReadOnlyMemory<byte>? Find(ContentKey name) => Entries.TryGetValue(name.Hex, out byte[]? entry) ? entry : (ReadOnlyMemory<byte>?)null;

        public void Put(ContentKey name, ReadOnlySpan<byte> made)
        {
            lock (Entries) Puts++;
            Entries[name.Hex] = made.ToArray();
        }
    }
}
