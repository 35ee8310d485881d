using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Does what the overrides say of single lines before any rule looks at them, and reports lines that begin nothing.</summary>
internal static class LineOverrides
{
    /// <summary>The blocks as the author wants them.</summary>
    public static List<PageBlock> Apply(PageReading reading, List<PageBlock> blocks)
    {
        if (reading.Overrides.Lines.IsEmpty) return blocks;
        HashSet<int> lines = [.. blocks.SelectMany(LinesOf)];
        foreach ((int line, LineOverride said) in reading.Overrides.Lines)
            if (!lines.Contains(line)) reading.Said.Report(Problems.OverrideOfNothing(line, said.Span));
        return [.. blocks.Select(b => Applied(reading, b)).OfType<PageBlock>()];
    }

    private static PageBlock? Applied(PageReading reading, PageBlock block)
    {
        LineOverride said = reading.Overrides.At(block.Line);
        if (said.Drops)
        {
            reading.Decide(block.Line, PageTextRule.Override, TextOf(block), "", Confidence.Certain, "left out");
            return null;
        }
        if (said.IsText && block is HeadingLine heading)
        {
            reading.Decide(block.Line, PageTextRule.Override, $"{new string('#', heading.Depth)} {heading.Text}", heading.Text, Confidence.Certain, "a paragraph");
            return new TextRun(heading.Line, heading.Text);
        }
        if (said.Level is { } level && block is TextRun text) return new HeadingLine(text.Line, level, text.Text);
        return block;
    }

    private static IEnumerable<int> LinesOf(PageBlock block) => block switch
    {
        TextRun text => [text.Line, text.LastLine],
        BlankRun blank => Enumerable.Range(blank.Line, blank.LastLine - blank.Line + 1),
        RowRun rows => Enumerable.Range(rows.Line, rows.Rows.Length),
        _ => [block.Line],
    };

    private static string TextOf(PageBlock block) => block switch
    {
        HeadingLine heading => heading.Text,
        TextRun text => text.Text,
        ItemRun item => $"{item.Marker} {item.Text}",
        RowRun rows => string.Join(" / ", rows.Rows.Select(r => string.Join(" | ", r))),
        PipeRun pipe => pipe.Text,
        QuoteRun quote => quote.Text,
        VerbatimRun verbatim => verbatim.Text,
        PictureLine picture => $"{picture.Words} {picture.Source}",
        RuleLine => "---",
        _ => "",
    };
}
