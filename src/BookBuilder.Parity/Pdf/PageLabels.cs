using System.Collections.Immutable;
using System.Globalization;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>The labels of a file's pages: "xii", "42" (ISO 32000-1, 12.4.2).</summary>
internal static class PageLabels
{
    /// <summary>No book has more pages; a number beyond it is written in figures, whatever style it has.</summary>
    private const int Most = 9999;

    /// <summary>The label of each page, in order. A file that gives none counts from 1.</summary>
    public static ImmutableArray<string> Of(OpenedPdf pdf)
    {
        List<(int First, IToken? Label)> ranges = [];
        Read(pdf, pdf.Find(pdf.Catalog, "PageLabels"), 0, [], ranges);
        ranges.Sort(static (a, b) => a.First.CompareTo(b.First));
        var labels = ImmutableArray.CreateBuilder<string>(pdf.Pages.Length);
        int next = 0;
        (int First, IToken? Label)? range = null;
        for (int i = 0; i < pdf.Pages.Length; i++)
        {
            while (next < ranges.Count && ranges[next].First <= i) range = ranges[next++];
            labels.Add(range is null ? (i + 1).ToString(CultureInfo.InvariantCulture) : Label(pdf, range.Value.Label, i - range.Value.First));
        }
        return labels.MoveToImmutable();
    }

    private static string Label(OpenedPdf pdf, IToken? label, int place)
    {
        long number = place + (long)Math.Clamp(pdf.Number(pdf.Find(label, "St")) ?? 1, 1, int.MaxValue);
        string figures = number.ToString(CultureInfo.InvariantCulture);
        string counted = pdf.Text(pdf.Find(label, "S")) switch
        {
            "D" => figures,
            "r" or "R" or "a" or "A" when number > Most => figures,
            "r" => Roman((int)number),
            "R" => Roman((int)number).ToUpperInvariant(),
            "a" => Letters((int)number),
            "A" => Letters((int)number).ToUpperInvariant(),
            _ => "",
        };
        return pdf.Text(pdf.Find(label, "P")) + counted;
    }

    // A number tree (7.9.7).
    private static void Read(OpenedPdf pdf, IToken? node, int depth, HashSet<long> met, List<(int First, IToken? Label)> ranges)
    {
        if (depth > 50 || node is null) return;
        foreach (IToken kid in pdf.Items(pdf.Find(node, "Kids")))
            if (met.Add(OpenedPdf.Target(kid))) Read(pdf, kid, depth + 1, met, ranges);
        ImmutableArray<IToken> numbers = pdf.Items(pdf.Find(node, "Nums"));
        for (int i = 0; i + 1 < numbers.Length; i += 2)
            if (pdf.Number(numbers[i]) is { } first and >= 0 and < int.MaxValue) ranges.Add(((int)first, numbers[i + 1]));
    }

    private static string Letters(int number) => new((char)('a' + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        string text = "";
        foreach ((int value, string letters) in new[] { (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i") })
            for (; number >= value; number -= value) text += letters;
        return text;
    }
}
