using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Model.Blocks;

namespace BookBuilder.PageText;

/// <summary>Writes a chapter as Markdown in the dialect of this program.</summary>
internal static partial class ChapterMarkdown
{
    /// <summary>The file's text.</summary>
    /// <param name="chapter">The chapter, its inlines already in the dialect.</param>
    /// <param name="numbered">The deepest level that is numbered in this book.</param>
    /// <param name="pictures">The placeholders of lost pictures, by their figures; paths from the book's root.</param>
    public static string Write(DraftChapter chapter, int numbered, IReadOnlyDictionary<LostFigure, PlaceholderPicture> pictures)
    {
        var text = new StringBuilder();
        bool isCounted = chapter.Role is ChapterRole.Body or ChapterRole.Appendix;
        text.Append("# ").Append(chapter.Title).Append(isCounted && !chapter.IsNumbered && numbered > 0 ? " {-}" : "").Append('\n');
        PageBlock? above = null;
        foreach (PageBlock block in chapter.Blocks)
        {
            text.Append(block is ItemRun && above is ItemRun ? "" : "\n").Append(Block(block)).Append('\n');
            above = block;
        }
        foreach (DraftNote note in chapter.Notes.Values)
        {
            if (note.OverwrittenBy is { } other)
                text.Append(CultureInfo.InvariantCulture, $"\n<!-- Note {note.Number}: the source printed this text, which belongs to a note of '{other.Title.Replace("--", "-", StringComparison.Ordinal)}'. The note's own text is lost. -->\n");
            text.Append(CultureInfo.InvariantCulture, $"\n[^{note.Number}]: {note.Text}\n");
        }
        return text.ToString();

        string Block(PageBlock block) => block switch
        {
            HeadingLine heading => $"{new string('#', heading.Level)} {heading.Text}{(isCounted && heading.Number is null && !heading.IsNumbered && heading.Level <= numbered ? " {-}" : "")}",
            TextRun run => Begin(run.Text),
            ItemRun item => $"{new string(' ', 4 * item.Depth)}{item.Marker} {Begin(item.Text)}",
            QuoteRun quote => quote.Text,
            VerbatimRun verbatim => verbatim.Text,
            RuleLine => "* * *",
            LostFigure figure => Figure(figure, pictures[figure]),
            PrintedTable table => Table(table),
            RowRun or PipeRun or BlankRun or PictureLine or PageEnd => "",
            _ => throw new System.Diagnostics.UnreachableException($"{block.GetType().Name} is new: say here how it is written."),
        };
    }

    private static string Figure(LostFigure figure, PlaceholderPicture picture)
    {
        string label = figure.Caption?.Label is { } name ? $"#{name} " : "";
        return $"![{figure.Caption?.Words}](../{picture.Path}){{{label}alt=\"{PlaceholderWriter.Description(picture)}\" width=70%}}" + Remark(figure.Remark);
    }

    private static string Remark(TextRun? remark) => remark is null ? "" : $"\n\n::: {{.figure-note}}\n{remark.Text}\n:::";

    private static string Table(PrintedTable table)
    {
        string caption = "";
        if (table.Caption is { } said)
        {
            string fold = table.Fold > 1 ? string.Create(CultureInfo.InvariantCulture, $" fold={table.Fold}") : "";
            caption = $"\n\nTable: {(said.Words.Length == 0 ? "Table" : said.Words)} {{#{said.Label}{fold}}}";
        }
        string body = table.Body is RowRun rows ? Rows(rows.Rows) : ((PipeRun)table.Body).Text;
        return body + caption + Remark(table.Remark);
    }

    private static string Rows(ImmutableArray<ImmutableArray<string>> rows)
    {
        IEnumerable<string> delimiters = Enumerable.Range(0, rows[0].Length).Select(c => IsNumeric(rows.Skip(1).Select(r => r[c])) ? "---:" : "---");
        return string.Join('\n', [Line(rows[0]), $"| {string.Join(" | ", delimiters)} |", .. rows.Skip(1).Select(Line)]);
    }

    private static string Line(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells.Select(c => Bar().Replace(c, @"\|")))} |";

    private static bool IsNumeric(IEnumerable<string> cells)
    {
        string[] filled = [.. cells.Where(c => c.Length > 0)];
        return filled.Length > 0 && filled.Count(NumericCells.IsNumber) * 10 >= filled.Length * 8;
    }

    /// <summary>A paragraph's text so that it begins a paragraph and nothing else.</summary>
    private static string Begin(string text) => ListNumber().Replace(Start().Replace(text, @"\$0"), @"$1\$2");

    /// <summary>What would begin another block at the start of a paragraph.</summary>
    [GeneratedRegex(@"^(?:#(?=#{0,5}(?:\s|$))|:(?=::|\s)|[>|+](?=\s|$)|-(?=\s|-*$)|=(?==*$)|~(?=~~)|\||\[(?=[^\]]+\]:))", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(\d{1,9})([.)])(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
