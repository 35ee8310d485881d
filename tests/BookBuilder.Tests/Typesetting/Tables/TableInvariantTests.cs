using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Tests.Typesetting.Pages;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Tables;

/// <summary>What holds of every table, whatever step of the ladder it took. The tables are made by arithmetic, so that a failure comes again.</summary>
public sealed class TableInvariantTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_cell_is_printed_exactly_once_whatever_step_is_taken(int seed)
    {
        (ResolvedBook book, PagedBook pages) = Made(seed);
        Dictionary<NodeId, StringBuilder> printed = [];
        foreach (GlyphRun run in pages.Pages.SelectMany(p => p.Body).OfType<GlyphRun>().Where(r => r.Source.Part == FramePart.Content))
        {
            if (!printed.TryGetValue(run.Source.Node, out StringBuilder? text)) printed[run.Source.Node] = text = new();
            Assert.Equal(text.Length, run.Source.Offset);
            text.Append(run.Text);
        }
        var leaves = new Leaves();
        foreach (ResolvedChapter chapter in book.Chapters.Where(c => c.Role == SectionRole.Chapter))
        {
            leaves.Rewrite(chapter.Content);
            foreach (ResolvedNote note in chapter.Notes) leaves.Rewrite(note.Content);
        }
        Assert.NotEmpty(leaves.Found);
        foreach ((NodeId node, string text) in leaves.Found)
            Assert.Equal(text, printed[node].ToString());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_note_of_a_cell_begins_once_on_the_page_of_its_row(int seed)
    {
        (ResolvedBook book, PagedBook pages) = Made(seed);
        ResolvedNote[] all = [.. book.Chapters.SelectMany(c => c.Notes)];
        HashSet<NodeId> ids = [.. all.Select(n => n.Id)];
        Dictionary<NodeId, string> marks = [], notes = [];
        foreach (Page page in pages.Pages)
        {
            foreach (GlyphRun run in page.Body.OfType<GlyphRun>().Where(r => r.Source.Part == FramePart.Label && ids.Contains(r.Source.Node)))
                Assert.True(notes.TryAdd(run.Source.Node, page.Label), $"note {run.Source.Node} is printed twice");
            foreach (Destination mark in page.Destinations) marks.TryAdd(mark.Node, page.Label);
        }
        Assert.Equal(all.Length, notes.Count);
        foreach (ResolvedNote note in all) Assert.Equal(marks[note.FirstMark], notes[note.Id]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_stands_on_anything_else_and_no_type_is_smaller_than_seven_points(int seed)
    {
        foreach (Page page in Sheets.Body(Made(seed).Pages))
        {
            GlyphRun[] runs = [.. page.Body.OfType<GlyphRun>().Where(g => g.Text.Trim().Length > 0 && g.Source.Part != FramePart.Label)];
            Length height = page.IsTurned ? page.Size.Width : page.Size.Height;
            // Raised marks of notes are small by their nature.
            Assert.All(runs.Where(r => !r.Text.All(char.IsAsciiDigit)), r => Assert.True(r.Size >= 7.Pt, $"{r.Text} is set in {r.Size}"));
            Assert.All(runs, r => Assert.True(r.Origin.Y <= height, $"page {page.Label}: {r.Text}"));
            Rectangle[] boxes = [.. runs.Select(Ink)];
            for (int i = 0; i < boxes.Length; i++)
                for (int j = 0; j < i; j++)
                    Assert.False(Overlap(boxes[i], boxes[j]), $"page {page.Label}: '{runs[i].Text}' and '{runs[j].Text}'");
        }
    }

    [Fact]
    public void All_steps_of_the_ladder_are_taken_by_some_of_these_tables()
    {
        string[] codes = [.. Enumerable.Range(1, 40).SelectMany(seed => Sheets.Compose(BookOf(seed)).Diagnostics).Select(d => d.Code).Distinct()];
        Assert.Contains("BB2122", codes);
        Assert.Contains("BB2123", codes);
        Assert.Contains("BB2124", codes);
    }

    private static readonly ConcurrentDictionary<int, (ResolvedBook, PagedBook)> Books = [];

    private static (ResolvedBook Book, PagedBook Pages) Made(int seed) => Books.GetOrAdd(seed, s => BookOf(s) is var book ? (book, Sheets.Compose(book).Value) : default);

    private static ResolvedBook BookOf(int seed)
    {
        BookDesign design = Sheets.Design(32 + seed % 5 * 6, 18 + seed % 4 * 6) with { Hyphenated = seed % 2 == 0 };
        return Sheets.Book(design, Text(seed));
    }

    private static Rectangle Ink(GlyphRun run)
    {
        Length width = Length.Zero;
        foreach (var glyph in run.Glyphs) width += glyph.Advance;
        return new(run.Origin.X, run.Origin.Y - run.Size * 0.7, width, run.Size * 0.8);
    }

    private static bool Overlap(Rectangle a, Rectangle b)
    {
        Length hair = 0.6.Pt;
        return a.X + hair < b.Right && b.X + hair < a.Right && a.Y + hair < b.Bottom && b.Y + hair < a.Bottom;
    }

    /// <summary>Some tables between some words.</summary>
    private static string Text(int seed)
    {
        var text = new StringBuilder("# Chapter of tables\n\n");
        uint state = (uint)seed * 2654435761u + 29;
        int notes = 0;
        uint Next(uint below) { state = state * 1664525u + 1013904223u; return (state >> 16) % below; }
        string Words(uint count)
        {
            string[] words = ["sea", "moon", "harbour", "tide", "a", "of", "and", "lighthouse", "rises", "www.sea.example.org", "shore", "evening"];
            return string.Join(' ', Enumerable.Range(0, (int)count).Select(_ => words[Next((uint)words.Length)]));
        }
        string Note() => Next(12) == 0 && notes < 5 ? string.Create(CultureInfo.InvariantCulture, $"[^n{++notes}]") : "";
        string Cell(uint column) => column % 3 == 2 ? string.Create(CultureInfo.InvariantCulture, $"{Next(2000) / 8.0}{Note()}") : Words(Next(column == 1 ? 9u : 3)) + Note();
        string[] wishes = ["", "", " fold=2", " fit=landscape", " fit=split", " fit=shrink"];
        for (int table = 0; table < 3; table++)
        {
            uint columns = 1 + Next(3) + (seed % 3 == 0 ? Next(7) : Next(3)), rows = 1 + Next(24);
            text.Append(Words(20)).Append(".\n\n");
            text.Append("| ").AppendJoin(" | ", Enumerable.Range(0, (int)columns).Select(_ => Words(1 + Next(2)))).Append(" |\n|");
            for (uint c = 0; c < columns; c++) text.Append(c % 3 == 2 ? "--:|" : ":--|");
            text.Append('\n');
            for (uint r = 0; r < rows; r++)
                text.Append("| ").AppendJoin(" | ", Enumerable.Range(0, (int)columns).Select(c => Cell((uint)c))).Append(" |\n");
            text.Append(CultureInfo.InvariantCulture, $"\nTable: {Words(3)}{Note()} {{#tbl-t{table}{wishes[Next((uint)wishes.Length)]}}}\n\n");
        }
        for (int i = 1; i <= notes; i++) text.Append(CultureInfo.InvariantCulture, $"[^n{i}]: {Words(3 + Next(6))}.\n");
        return text.ToString();
    }
}
