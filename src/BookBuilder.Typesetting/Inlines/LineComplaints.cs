using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Says where a paragraph could not be set well.</summary>
internal static class LineComplaints
{
    /// <summary>Spaces this many times as wide as usual look like holes.</summary>
    private const double Hole = 2.75;
    private const int WordsShown = 40;

    /// <summary>Reports lines that stick out and lines whose spaces are holes.</summary>
    public static void Report(InlineContext context, PreparedParagraph paragraph, ComposedParagraph composed)
    {
        foreach (Line line in composed.Lines)
        {
            double times = 1 + line.Ratio / 2;
            if (line.Overrun > 0.1.Pt) context.Sink.Report(Problems.OverfullLine(PlaceOf(paragraph, line), line.Overrun, LongestWord(line)));
            else if (times > Hole) context.Sink.Report(Problems.LooseLine(PlaceOf(paragraph, line), times, Beginning(line)));
        }
    }

    private static SourceSpan PlaceOf(PreparedParagraph paragraph, Line line)
    {
        foreach (TextSpan span in paragraph.Text.Spans)
            if (span.Leaf is { } leaf && leaf.Id == line.Start.Node)
                return leaf.Span;
        return SourceSpan.None;
    }

    private static string WordsOf(Line line) => string.Concat(line.Items.OfType<GlyphRun>().Select(r => r.Text)).Trim();

    private static string LongestWord(Line line) => WordsOf(line).Split(' ').MaxBy(w => w.Length) ?? "";

    private static string Beginning(Line line)
    {
        string words = WordsOf(line);
        if (words.Length <= WordsShown) return words;
        int space = words.LastIndexOf(' ', WordsShown);
        return words[..(space > 0 ? space : WordsShown)];
    }
}
