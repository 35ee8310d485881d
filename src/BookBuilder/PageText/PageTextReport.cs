using System.Globalization;
using System.Text;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Writes the report of an import: the counts, then one line a decision, those to look at first.</summary>
public static class PageTextReport
{
    private const int Widest = 120;

    /// <summary>The report as Markdown.</summary>
    public static string Write(PageTextBook book)
    {
        var text = new StringBuilder();
        text.Append("# Report of the import\n\n").Append(book.Metadata.Title).Append("\n\n");
        foreach (string line in Summary(book)) text.Append("- ").Append(line).Append('\n');
        text.Append("\nEach line of the tables is one decision: the line of the text it was made at (0: the whole book), the rule, what stood there and what stands there now "
            + "(nothing: it was left out; the same: it was left alone), and how sure it is. An overrides file changes any of them by line or by rule.\n");
        Table(text, "Look at these", book.Decisions.Where(d => d.IsDoubtful));
        Table(text, "The others", book.Decisions.Where(d => !d.IsDoubtful));
        return text.ToString();
    }

    /// <summary>The counts, in a few lines of text.</summary>
    public static IEnumerable<string> Summary(PageTextBook book)
    {
        PageTextCounts counts = book.Counts;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Count(book.Metadata.Authors.Length, "author")}, {(book.Metadata.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date")}");
        yield return $"{Count(counts.Chapters, "chapter")}, {Count(counts.Sections, "section")}, {Count(counts.Subsections, "subsection")}";
        yield return $"{Count(counts.Paragraphs, "paragraph")}, {Count(counts.Items, "list item")}; {counts.Joined.ToString(CultureInfo.InvariantCulture)} joined across page breaks, {Count(counts.OpenEnds, "open end")} not joined";
        yield return $"{Count(counts.Notes, "note")} with {Count(counts.Marks, "mark")}; {counts.CollidedNotes.ToString(CultureInfo.InvariantCulture)} of them collided in the source";
        yield return $"{Count(counts.Tables, "table")}, {Count(counts.Captions, "caption")}, {Count(counts.MissingPictures, "missing picture")}";
        yield return (counts.ContentsRows == 0 ? "no printed contents" : $"{Count(counts.ContentsRows, "row")} of printed contents, {Count(counts.ContentsDifferences, "difference")}")
            + $"; {Count(book.TypedNumbers.Length, "printed number")}, {Count(counts.NumberDifferences, "difference")}";
        yield return $"{Count(book.Decisions.Length, "decision")}, {book.Decisions.Count(d => d.IsDoubtful).ToString(CultureInfo.InvariantCulture)} of them to look at; {Count(book.Diagnostics.Count(d => d.Severity > Severity.Info), "warning")}";
    }

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s");

    private static void Table(StringBuilder text, string title, IEnumerable<PageTextDecision> decisions)
    {
        text.Append("\n## ").Append(title).Append("\n\n| line | rule | before | after | sure | why |\n| ---: | --- | --- | --- | --- | --- |\n");
        foreach (PageTextDecision decision in decisions)
            text.Append(CultureInfo.InvariantCulture, $"| {decision.Line} | {PageTextRules.NameOf(decision.Rule)} | {Cell(decision.Before, decision.After.Length == 0)} | {Cell(decision.After, false)} | {decision.Confidence.ToString().ToLowerInvariant()} | {Cell(decision.Remark ?? "", false)} |\n");
    }

    // What was left out is told whole: nothing else holds it any more.
    private static string Cell(string text, bool whole)
    {
        if (text.Length == 0) return "";
        string shown = whole ? text : Folding.Short(text, Widest);
        return "`" + shown.Replace('\n', ' ').Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal) + "`";
    }
}
