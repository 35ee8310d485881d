using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Looks at all captions of the book together.</summary>
internal static class CaptionCheck
{
    /// <summary>Reports captions that say the same under different numbers: one of them was copied and never changed.</summary>
    public static void FindTwins(PageReading reading, List<DraftChapter> chapters)
    {
        Dictionary<string, FloatCaption> seen = new(StringComparer.Ordinal);
        foreach (FloatCaption caption in All(chapters))
        {
            string words = Folding.Fold(caption.Words);
            if (words.Length == 0 || seen.TryAdd(words, caption)) continue;
            reading.Doubt(caption.Line, PageTextRule.CaptionTwice, caption.Words, caption.Words, Confidence.Low,
                Problems.CaptionPrintedTwice(Name(caption), Name(seen[words]), reading.Span(caption.Line)));
        }
    }

    /// <summary>The labels by what was printed: "Figure 3.1". A number that was given twice leads nowhere.</summary>
    public static Dictionary<string, string> Labels(List<DraftChapter> chapters) => All(chapters).Where(c => c.Label is not null)
        .GroupBy(Name, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Label!, StringComparer.Ordinal);

    private static string Name(FloatCaption caption) => $"{caption.Kind} {caption.Number}";

    private static IEnumerable<FloatCaption> All(List<DraftChapter> chapters) => chapters.SelectMany(c => c.Blocks)
        .Select(b => b switch { LostFigure figure => figure.Caption, PrintedTable table => table.Caption, _ => null }).OfType<FloatCaption>();
}
