using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>What holds of every book, whatever is in it. The books are made by arithmetic, so that a failure comes again.</summary>
public sealed class PageInvariantTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 14)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_overlaps_and_nothing_leaves_the_text_block(int seed) => HoldApart(Made(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_note_begins_once_on_the_page_of_its_mark(int seed) => HoldNotes(Made(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_text_is_printed_exactly_once_and_in_order(int seed) => HoldTexts(Made(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_figure_is_printed_exactly_once_and_in_order(int seed) => HoldFigures(Made(seed));

    [Fact]
    public void Hundreds_of_small_books_on_pages_of_all_sizes_keep_all_of_it()
    {
        List<string> broken = [];
        Parallel.For(1, 241, seed =>
        {
            RandomBook book = RandomBooks.Small(seed);
            foreach (Action<RandomBook> law in (ReadOnlySpan<Action<RandomBook>>)[HoldApart, HoldNotes, HoldTexts, HoldFigures, HoldFilled])
                try
                {
                    law(book);
                }
                catch (Exception fault) when (fault is Xunit.Sdk.XunitException or KeyNotFoundException)
                {
                    lock (broken) broken.Add($"book {seed}, {law.Method.Name}: {fault.Message}");
                }
        });
        Assert.Empty(broken.Order(StringComparer.Ordinal));
    }

    /// <summary>What does not fit a page at all runs out of it; that is reported, and these books are passed over.</summary>
    private static void HoldApart(RandomBook book)
    {
        if (book.Says("BB2112")) return;
        foreach (Page page in Sheets.Body(book.Pages))
        {
            Rectangle[] boxes = [.. page.Body.OfType<GlyphRun>().Where(g => g.Size == 10.Pt && g.Text.Trim().Length > 0).Select(Ink)];
            foreach (Rectangle box in boxes)
            {
                Assert.True(box.Y >= 19.Pt && box.Bottom <= page.Size.Height - 19.Pt, $"page {page.Label}: {box}");
                Assert.True(box.X >= 19.Pt, $"page {page.Label}: {box}");
            }
            for (int i = 0; i < boxes.Length; i++)
            for (int j = 0; j < i; j++)
                Assert.False(Overlap(boxes[i], boxes[j]), $"page {page.Label}: {boxes[i]} and {boxes[j]}");
        }
    }

    /// <summary>A note without any room on the page of its mark is reported.</summary>
    private static void HoldNotes(RandomBook made)
    {
        (ResolvedBook book, PagedBook pages) = (made.Book, made.Pages);
        Dictionary<NodeId, string> marks = [], notes = [];
        foreach (Page page in pages.Pages)
        {
            foreach (GlyphRun run in page.Body.OfType<GlyphRun>().Where(r => r.Source.Part == FramePart.Label && book.Chapters.Any(c => c.Notes.Any(n => n.Id == r.Source.Node))))
                Assert.True(notes.TryAdd(run.Source.Node, page.Label), $"note {run.Source.Node} is printed twice");
            foreach (Destination mark in page.Destinations)
                marks.TryAdd(mark.Node, page.Label);
        }
        ResolvedNote[] all = [.. book.Chapters.SelectMany(c => c.Notes)];
        Assert.Equal(all.Length, notes.Count);
        if (made.Says("BB2141")) return;
        foreach (ResolvedNote note in all)
            Assert.Equal(marks[note.FirstMark], notes[note.Id]);
    }

    private static void HoldTexts(RandomBook made)
    {
        (ResolvedBook book, PagedBook pages) = (made.Book, made.Pages);
        Dictionary<NodeId, StringBuilder> printed = [];
        var all = new Leaves();
        foreach (ResolvedChapter chapter in book.Chapters) all.Rewrite(chapter.Content);
        HashSet<NodeId> code = [.. all.Code];
        foreach (GlyphRun run in pages.Pages.SelectMany(p => p.Body).OfType<GlyphRun>())
        {
            if (run.Source.Part != FramePart.Content) continue;
            if (!printed.TryGetValue(run.Source.Node, out StringBuilder? text)) printed[run.Source.Node] = text = new();
            if (code.Contains(run.Source.Node))
                while (text.Length < run.Source.Offset) text.Append('\n');       // line ends of code are not printed
            Assert.Equal(text.Length, run.Source.Offset);
            text.Append(run.Text);
        }
        foreach (ResolvedChapter chapter in book.Chapters.Where(c => c.Role == SectionRole.Chapter))
        {
            var leaves = new Leaves();
            leaves.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) leaves.Rewrite(note.Content);
            foreach ((NodeId node, string text) in leaves.Found)
                Assert.Equal(text, printed[node].ToString());
        }
    }

    private static void HoldFigures(RandomBook made)
    {
        IEnumerable<NodeId> written = made.Book.Chapters.SelectMany(c => c.Content).OfType<Figure>().Select(f => f.Id);
        Assert.Equal(written, made.Pages.Pages.SelectMany(p => p.Body.OfType<DrawingFrame>().OrderBy(d => d.Box.Y)).Select(d => d.Source.Node));
    }

    /// <summary>Every page of the body has something on it, but for those that bring a chapter to the right; notes stand below their rule and text above it.</summary>
    private static void HoldFilled(RandomBook made)
    {
        HashSet<NodeId> notes = [];
        foreach (ResolvedNote note in made.Book.Chapters.SelectMany(c => c.Notes))
        {
            var leaves = new Leaves();
            leaves.Rewrite(note.Content);
            notes.UnionWith(leaves.Found.Select(f => f.Item1));
        }
        ImmutableArray<Page> pages = Sheets.Body(made.Pages);
        for (int i = 0; i < pages.Length; i++)
        {
            if (pages[i].Body.IsEmpty) Assert.True(pages[i].Side == PageSide.Verso && pages[i].Furniture.IsEmpty, $"page {pages[i].Label} is empty");
            Length rule = Sheets.Rule(pages[i]) ?? pages[i].Size.Height;
            foreach (GlyphRun run in pages[i].Body.OfType<GlyphRun>().Where(r => r.Source.Part == FramePart.Content && r.Text.Trim().Length > 0))
                Assert.True(run.Origin.Y > rule == notes.Contains(run.Source.Node) || made.Says("BB2112"), $"page {pages[i].Label}: '{run.Text}' stands on the wrong side of the rule");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_book_gives_the_same_pages(int seed)
    {
        string first = string.Concat(Made(seed).Pages.Pages.Select(Sheets.Print));
        Assert.Equal(first, string.Concat(RandomBooks.Large(seed).Pages.Pages.Select(Sheets.Print)));
    }

    [Fact]
    public void The_page_map_names_the_first_words_of_each_page()
    {
        (ResolvedBook book, PagedBook pages) = (Made(3).Book, Made(3).Pages);
        Assert.NotEmpty(pages.Map.Pages);
        foreach (PageStart start in pages.Map.Pages)
        {
            Page page = pages.Pages.Single(p => p.Label == start.Label);
            Assert.Contains(page.Body, i => i.Source.Node == start.Node && i.Source.Offset <= start.Offset);
        }
        Assert.Equal(pages.Map.Pages.Select(p => p.Label).Distinct().Count(), pages.Map.Pages.Length);
    }

    /// <summary>Every book is set once for all that is held against it.</summary>
    private static readonly ConcurrentDictionary<int, RandomBook> Books = [];

    private static RandomBook Made(int seed) => Books.GetOrAdd(seed, RandomBooks.Large);

    private static Rectangle Ink(GlyphRun run)
    {
        Length width = Length.Zero;
        foreach (var glyph in run.Glyphs) width += glyph.Advance;
        return new(run.Origin.X, run.Origin.Y - 7.Pt, width, 9.Pt);
    }

    private static bool Overlap(Rectangle a, Rectangle b)
    {
        Length hair = 0.5.Pt;
        return a.X + hair < b.Right && b.X + hair < a.Right && a.Y + hair < b.Bottom && b.Y + hair < a.Bottom;
    }
}
