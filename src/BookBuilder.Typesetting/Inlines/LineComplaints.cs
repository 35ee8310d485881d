using System.Collections.Immutable;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Says which lines of a paragraph could not be set well.</summary>
internal static class LineComplaints
{
    /// <summary>Spaces so many times as wide as usual catch the eye.</summary>
    private const double Loose = 1.5;
    /// <summary>So many times as wide they look like holes.</summary>
    private const double Hole = 2;
    /// <summary>More lines than this that end in a hyphen, one below the other, look like a ladder.</summary>
    private const int MostHyphens = 2;
    private const int WordsShown = 40;

    /// <summary>The lines, each with what is to be said about it: that it sticks out, that its spaces are wide, that it is a rung too many of a ladder.</summary>
    public static ImmutableArray<Line> Attach(ParagraphText text, ImmutableArray<Line> lines)
    {
        int hyphens = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            hyphens = lines[i].IsHyphenated ? hyphens + 1 : 0;
            if (About(text, lines[i], hyphens) is { } said) lines = lines.SetItem(i, lines[i] with { Said = [said] });
        }
        return lines;
    }

    private static Diagnostic? About(ParagraphText text, Line line, int hyphens)
    {
        if (line.Overrun > 0.1.Pt) return Problems.OverfullLine(PlaceOf(text, line), line.Overrun, LongestWord(line));
        if (line.SpaceRatio > Loose) return Problems.LooseLine(PlaceOf(text, line), line.SpaceRatio, Beginning(line), isHole: line.SpaceRatio > Hole);
        return hyphens > MostHyphens ? Problems.Ladder(PlaceOf(text, line), hyphens, Beginning(line)) : null;
    }

    private static SourceSpan PlaceOf(ParagraphText text, Line line)
    {
        foreach (TextSpan span in text.Spans)
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
