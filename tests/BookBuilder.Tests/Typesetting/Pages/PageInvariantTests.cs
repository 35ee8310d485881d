using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
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
    public void Nothing_overlaps_and_nothing_leaves_the_text_block(int seed)
    {
        foreach (Page page in Sheets.Body(Made(seed).Pages))
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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_note_begins_once_on_the_page_of_its_mark(int seed)
    {
        (ResolvedBook book, PagedBook pages) = Made(seed);
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
        foreach (ResolvedNote note in all)
            Assert.Equal(marks[note.FirstMark], notes[note.Id]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_text_is_printed_exactly_once_and_in_order(int seed)
    {
        (ResolvedBook book, PagedBook pages) = Made(seed);
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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_book_gives_the_same_pages(int seed)
    {
        string first = string.Concat(Made(seed).Pages.Pages.Select(Sheets.Print));
        Assert.Equal(first, string.Concat(Make(seed).Pages.Pages.Select(Sheets.Print)));
    }

    [Fact]
    public void The_page_map_names_the_first_words_of_each_page()
    {
        (ResolvedBook book, PagedBook pages) = Made(3);
        Assert.NotEmpty(pages.Map.Pages);
        foreach (PageStart start in pages.Map.Pages)
        {
            Page page = pages.Pages.Single(p => p.Label == start.Label);
            Assert.Contains(page.Body, i => i.Source.Node == start.Node && i.Source.Offset <= start.Offset);
        }
        Assert.Equal(pages.Map.Pages.Select(p => p.Label).Distinct().Count(), pages.Map.Pages.Length);
        Assert.DoesNotContain(pages.Map.Pages, p => !char.IsAsciiDigit(p.Label[0]));
    }

    /// <summary>Every book is set once for all that is held against it.</summary>
    private static readonly ConcurrentDictionary<int, (ResolvedBook Book, PagedBook Pages)> Books = [];

    private static (ResolvedBook Book, PagedBook Pages) Made(int seed) => Books.GetOrAdd(seed, Make);

    private static (ResolvedBook Book, PagedBook Pages) Make(int seed)
    {
        BookDesign design = Sheets.Design(36 + seed % 3 * 8, 16 + seed % 5 * 4) with { Justified = seed % 2 == 0, Hyphenated = seed % 4 == 0 };
        ResolvedBook book = Sheets.Book(design, Text(seed), Text(seed + 100));
        return (book, Sheets.Compose(book).Value);
    }

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

    /// <summary>A chapter of every kind of block, in an order the seed decides.</summary>
    private static string Text(int seed)
    {
        var text = new StringBuilder("# Chapter of trials\n\n");
        uint state = (uint)seed * 2654435761u + 17;
        int notes = 0;
        uint Next(uint below) { state = state * 1664525u + 1013904223u; return (state >> 16) % below; }
        string Words(uint count)
        {
            string[] words = ["sea", "moon", "harbour", "tide", "a", "of", "and", "lighthouse", "rises", "to", "shore", "evening"];
            var line = new StringBuilder();
            for (uint i = 0; i < count; i++) line.Append(i == 0 ? "" : " ").Append(words[Next((uint)words.Length)]);
            return line.ToString();
        }
        string Note() => Next(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $"[^n{++notes}]") : "";
        for (int block = 0; block < 22; block++)
            text.Append(Next(11) switch
            {
                0 => $"## {Words(3)}{Note()}\n\n",
                1 => $"### {Words(2)}\n\n",
                2 => $"- {Words(8)}{Note()}\n- {Words(3)}\n    - {Words(12)}\n\n",
                3 => $"> {Words(15)}\n>\n> --- {Words(2)}\n\n",
                4 => $"```\n{Words(4)}\n{Words(14)}\n```\n\n",
                5 => $"> [!NOTE]\n> {Words(20)}{Note()}\n\n",
                6 => string.Create(CultureInfo.InvariantCulture, $"![{Words(5)}{Note()}](90x{30 + Next(60)}){{#fig-f{seed}-{block}}}\n\n"),
                7 => $"| Word | Number |\n|:--|--:|\n| {Words(2)} | 12.5{Note()} |\n| {Words(9)} | 3 |\n\nTable: {Words(4)}{Note()}\n\n",
                _ => $"{Words(20 + Next(60))}{Note()} {Words(10)}.\n\n",
            });
        for (int i = 1; i <= notes; i++) text.Append(CultureInfo.InvariantCulture, $"[^n{i}]: {Words(4 + Next(30))}.\n");
        return text.ToString();
    }

    /// <summary>Gathers the texts of leaves.</summary>
    private sealed class Leaves : TreeRewriter
    {
        public List<(NodeId, string)> Found { get; } = [];

        public List<NodeId> Code { get; } = [];

        protected override IEnumerable<Block> Replace(Block block)
        {
            if (block is CodeBlock code)
            {
                Found.Add((code.Id, code.Code));
                Code.Add(code.Id);
            }
            return base.Replace(block);
        }

        protected override IEnumerable<Inline> Replace(Inline inline)
        {
            if (inline is Text text) Found.Add((text.Id, text.Value));
            return base.Replace(inline);
        }
    }
}
