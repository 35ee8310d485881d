using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BookBuilder.Files;
using BookBuilder.Model.Blocks;

namespace BookBuilder.PageText;

/// <summary>Makes the files of a new book.</summary>
public static class PageTextFiles
{
    /// <summary>book.yml, the chapters, the placeholders of lost pictures, and the report.</summary>
    public static ImmutableArray<TextFile> Of(PageTextBook book) =>
    [
        new("book.yml", Manifest(book)),
        .. book.Chapters.Where(c => c.Path.Length > 0).Select(c => new TextFile(c.Path, c.Markdown)),
        .. book.Pictures.Select(p => new TextFile(p.Path, PlaceholderWriter.Svg(p))),
        new("import-report.md", PageTextReport.Write(book)),
    ];

    private static string Manifest(PageTextBook book)
    {
        PageTextMetadata said = book.Metadata;
        var yaml = new StringBuilder();
        yaml.Append("title: ").Append(Quoted(said.Title)).Append('\n');
        if (said.Subtitle is not null) yaml.Append("subtitle: ").Append(Quoted(said.Subtitle)).Append('\n');
        if (!said.Authors.IsEmpty)
        {
            yaml.Append("authors:\n");
            foreach (string author in said.Authors) yaml.Append("  - ").Append(Quoted(author)).Append('\n');
        }
        if (said.Date is { } date) yaml.Append("date: ").Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        yaml.Append("lang: ").Append(said.Language).Append('\n');
        List(yaml, "front-matter", book.Chapters.Where(c => c.Role == ChapterRole.FrontMatter));
        Body(yaml, [.. book.Chapters.Where(c => c.Role is ChapterRole.Body or ChapterRole.Part)]);
        List(yaml, "appendices", book.Chapters.Where(c => c.Role == ChapterRole.Appendix));
        List(yaml, "back-matter", book.Chapters.Where(c => c.Role == ChapterRole.BackMatter));
        // What was printed without numbers stays without them.
        if (book.NumberedDepth == 0) yaml.Append("numbering: false\n");
        else if (book.NumberedDepth != 3) yaml.Append(CultureInfo.InvariantCulture, $"numbering: {{ depth: {Math.Min(6, book.NumberedDepth)} }}\n");
        if (book.NotesRunThrough) yaml.Append("notes: { restart: book }\n");
        return yaml.ToString();
    }

    private static void List(StringBuilder yaml, string key, IEnumerable<PageTextChapter> chapters)
    {
        bool isFirst = true;
        foreach (PageTextChapter chapter in chapters)
        {
            if (isFirst) yaml.Append(key).Append(":\n");
            isFirst = false;
            yaml.Append("  - ").Append(chapter.Path).Append('\n');
        }
    }

    private static void Body(StringBuilder yaml, ImmutableArray<PageTextChapter> chapters)
    {
        if (chapters.IsEmpty) return;
        yaml.Append("chapters:\n");
        bool inPart = false;
        for (int i = 0; i < chapters.Length; i++)
        {
            if (chapters[i].Role != ChapterRole.Part)
            {
                yaml.Append(inPart ? "      - " : "  - ").Append(chapters[i].Path).Append('\n');
                continue;
            }
            inPart = true;
            bool hasChapters = i + 1 < chapters.Length && chapters[i + 1].Role != ChapterRole.Part;
            yaml.Append("  - part: ").Append(chapters[i].Path.Length > 0 ? chapters[i].Path : Quoted(Folding.Plain(chapters[i].Title))).Append('\n');
            yaml.Append(hasChapters ? "    chapters:\n" : "    chapters: []\n");
        }
    }

    /// <summary>Text in YAML's double quotes (YAML 1.2.2, 7.3.1).</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
