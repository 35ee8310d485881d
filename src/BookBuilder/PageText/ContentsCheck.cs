using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Holds the headings against the printed contents, which were read from other pages.</summary>
internal static class ContentsCheck
{
    /// <summary>Reports rows without a heading, headings without a row, and titles that differ.</summary>
    public static void Compare(PageReading reading, List<DraftChapter> chapters, List<ContentsRow> rows)
    {
        if (rows.Count == 0) return;
        List<(int Line, string Number, string Title)> headings = [];
        foreach (DraftChapter chapter in chapters)
        {
            headings.Add((chapter.Line, chapter.Number ?? "", chapter.Title));
            headings.AddRange(chapter.Blocks.OfType<HeadingLine>().Select(h => (h.Line, h.Number ?? "", h.Text)));
        }
        ILookup<string, (int Line, string Number, string Title)> byNumber = headings.Where(h => h.Number.Length > 0).ToLookup(h => h.Number, StringComparer.Ordinal);
        HashSet<string> titles = [.. headings.Select(h => Folding.Fold(h.Title))];
        foreach (ContentsRow row in rows)
        {
            string title = Folding.Fold(row.Title);
            if (row.Number.Length == 0 || !byNumber.Contains(row.Number))
            {
                if (!titles.Contains(title)) Say(row.Line, $"{row.Number} {row.Title}".Trim(), "", Problems.ContentsWithoutHeading(row.Title, reading.Span(row.Line)));
            }
            else if (byNumber[row.Number].First() is var heading && Folding.Fold(heading.Title) != title)
                Say(heading.Line, $"{row.Number} {row.Title}", $"{heading.Number} {heading.Title}", Problems.ContentsDiffer(row.Title, heading.Title, row.Line, reading.Span(heading.Line)));
        }
        // Contents have a depth of their own; below it nothing is missing.
        int depth = rows.Where(r => r.Number.Length > 0).Select(r => r.Number.Split('.').Length).DefaultIfEmpty(0).Max();
        HashSet<string> numbers = [.. rows.Select(r => r.Number)];
        foreach ((int line, string number, string title) in headings)
            if (number.Length > 0 && number.Split('.').Length <= depth && !numbers.Contains(number) && !rows.Any(r => Folding.Fold(r.Title) == Folding.Fold(title)))
                Say(line, "", $"{number} {title}", Problems.HeadingNotInContents($"{number} {title}", reading.Span(line)));

        void Say(int line, string inContents, string inText, Diagnostic said) => reading.Doubt(line, PageTextRule.ContentsDiffer, inContents, inText.Length == 0 ? inContents : inText, Confidence.Medium, said);
    }
}
