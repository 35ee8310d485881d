using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Vector;
using BookBuilder.Markdown;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Tests.Typesetting.Pages;

/// <summary>Books in small pages whose letters are all half an em wide, and how such pages are read in a test.</summary>
internal static class Sheets
{
    /// <summary>A page of so many characters and lines: 10 pt type, lines 12 pt apart, white of 20 pt around.</summary>
    public static BookDesign Design(int characters = 30, int lines = 12) => new()
    {
        Page = new(Length.FromPoints(characters * 5 + 40), Length.FromPoints(lines * 12 + 40)),
        Margins = new(20.Pt, 20.Pt, 20.Pt, 20.Pt),
        BodySize = 10.Pt, Leading = 12.Pt, NoteSize = 10.Pt, NoteLeading = 12.Pt, ParagraphIndent = 10.Pt,
        Justified = false, Hyphenated = false,
    };

    /// <summary>A book of chapters, resolved.</summary>
    public static ResolvedBook Book(BookDesign design, params string[] chapters)
    {
        var metadata = new BookMetadata { Title = "Tides", Authors = [new Contributor("Ada Moon")], Identifiers = [new("uri", "urn:tides")] };
        var plan = new BookPlan { ListOfFigures = true, ListOfTables = true };
        return Resolver.Resolve(new Book(metadata, design, plan,
            [.. chapters.Select((text, i) => MarkdownReader.Read(new ChapterSource($"c{i + 1}", $"c{i + 1}.md", ChapterRole.Body, text, "en-US")).Value)])).Value;
    }

    /// <summary>Sets a book with letters of one width. Pictures named "WxH" have that size in points.</summary>
    public static Reported<PagedBook> Compose(ResolvedBook book) =>
        BookComposer.Compose(book, PicturesOf(book), () => new FixedPitchShaper(), null, CancellationToken.None);

    /// <summary>The pages of the body.</summary>
    public static ImmutableArray<Page> Body(PagedBook book) => [.. book.Pages.SkipWhile(p => p.Label != "1")];

    /// <summary>The text of a page's lines, top to bottom; notes among them.</summary>
    public static ImmutableArray<string> Lines(Page page) => [.. Rows(page).Select(r => r.Text.Trim())];

    /// <summary>The text below the page's note rule; null when it has none.</summary>
    public static string? Foot(Page page) =>
        Rule(page) is { } rule ? string.Join(' ', Rows(page).Where(r => r.Y > rule).Select(r => r.Text.Trim())) : null;

    /// <summary>A page as it is read in the suite.</summary>
    public static string Print(Page page)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"page {page.Label} {(page.Side == PageSide.Recto ? "recto" : "verso")}");
        if (page.IsTurned) text.Append(" turned");
        if (page.Body.IsEmpty && page.Furniture.IsEmpty) text.Append(" blank");
        string head = string.Join(' ', page.Furniture.OfType<GlyphRun>().OrderBy(g => g.Origin.Y).ThenBy(g => g.Origin.X).Select(g => g.Text));
        if (head.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  \"{head}\"");
        text.Append('\n');
        Length last = 20.Pt;
        bool ruled = false;
        foreach ((Length y, string line) in Rows(page))
        {
            if (!ruled && Rule(page) is { } rule && y > rule)
            {
                ruled = true;
                text.Append("  |----\n");
            }
            else
                for (int gap = (int)Math.Floor((y - last) / 12.Pt - 0.7); gap > 0; gap--) text.Append("  |\n");
            text.Append("  |").Append(line).Append('\n');
            last = y;
        }
        return text.ToString();
    }

    /// <summary>The height of the rule above the notes; null when there is none.</summary>
    public static Length? Rule(Page page) => page.Furniture.OfType<BoxItem>().Select(b => (Length?)b.Box.Y).FirstOrDefault();

    private static IEnumerable<(Length Y, string Text)> Rows(Page page)
    {
        (Length Y, Length X, string Text)[] pieces = [.. page.Body.SelectMany(Pieces).OrderByDescending(p => p.Y)];
        List<(Length Y, List<(Length X, string Text)> Pieces)> rows = [];
        foreach ((Length y, Length x, string text) in pieces)
        {
            // A raised mark belongs to the line it stands in.
            if (rows.Count == 0 || rows[^1].Y - y > 6.Pt) rows.Add((y, []));
            rows[^1].Pieces.Add((x, text));
        }
        rows.Reverse();
        foreach ((Length y, List<(Length X, string Text)> row) in rows)
        {
            var line = new StringBuilder();
            foreach ((Length x, string text) in row.OrderBy(p => p.X))
            {
                int column = (int)Math.Round((x - 20.Pt) / 5.Pt);
                if (column > line.Length) line.Append(' ', column - line.Length);
                line.Append(text);
            }
            yield return (y, line.ToString().Replace('\u00a0', ' ').TrimEnd());
        }
    }

    private static IEnumerable<(Length Y, Length X, string Text)> Pieces(FrameItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                yield return (run.Origin.Y, run.Origin.X, run.Text);
                break;
            case DrawingFrame drawing:
                yield return (drawing.Box.Bottom, drawing.Box.X,
                    string.Create(CultureInfo.InvariantCulture, $"[{drawing.Box.Width.Points:0} x {drawing.Box.Height.Points:0}]"));
                break;
        }
    }

    private static global::BookBuilder.Graphics.Pictures PicturesOf(ResolvedBook book)
    {
        Dictionary<string, Picture> pictures = [];
        foreach (Figure figure in book.Chapters.SelectMany(c => Figures(c.Content)))
            if (figure.Source.Split('x') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height))
                pictures[figure.Source] = new VectorPicture(new Drawing(width.Pt, height.Pt, width, height, []));
        return new(pictures.ToFrozenDictionary());
    }

    private static IEnumerable<Figure> Figures(ImmutableArray<Block> blocks) => blocks.SelectMany(b => b switch
    {
        Figure figure => [figure],
        Division division => Figures(division.Content),
        _ => [],
    });
}
