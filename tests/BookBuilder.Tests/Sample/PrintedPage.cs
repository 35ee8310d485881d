using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace BookBuilder.Tests.Sample;

/// <summary>A printed page as the finished PDF says it: its label, and what belongs to the text from its highest line on.</summary>
/// <param name="Label">Its page label; "" when the file gives none.</param>
/// <param name="Tag">The tag of what stands highest: "P", "Figure", "TD"; null for a page without text.</param>
/// <param name="Text">The text from there on, in the order of the file, divided words put together.</param>
internal sealed partial record PrintedPage(string Label, string? Tag, string Text)
{
    /// <summary>The words of the page.</summary>
    public string[] Words => WordsOf(Text);

    /// <summary>The pages of a file; labels are those the catalog's number tree gives.</summary>
    public static IReadOnlyList<PrintedPage> ReadAll(byte[] pdf, IReadOnlyList<string> labels)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select((page, i) => Read(page, labels[i]))];
    }

    private static PrintedPage Read(UglyToad.PdfPig.Content.Page page, string label)
    {
        MarkedContentElement[] parts = [.. page.GetMarkedContents().Where(p => !p.IsArtifact)];
        int first = -1;
        double highest = double.MinValue;
        for (int i = 0; i < parts.Length; i++)
            foreach (Letter letter in parts[i].Letters)
            {
                // Raised marks stand a little higher than their line; the line's own first part comes before them.
                if (letter.StartBaseLine.Y <= highest + 6) continue;
                (first, highest) = (i, letter.StartBaseLine.Y);
            }
        return first < 0 ? new(label, null, "") : new(label, parts[first].Tag, Joined(parts[first..]));
    }

    /// <summary>The parts one after the other; what stands on another line or apart is another word.</summary>
    private static string Joined(MarkedContentElement[] parts)
    {
        StringBuilder text = new();
        Letter? before = null;
        foreach (MarkedContentElement part in parts)
        {
            if (part.Letters is [var first, ..])
            {
                bool isApart = before is not null
                    && (Math.Abs(before.StartBaseLine.Y - first.StartBaseLine.Y) > 6 || first.StartBaseLine.X - before.EndBaseLine.X > 1.5);
                if (isApart && !text.ToString().EndsWith('\u00AD')) text.Append(' ');
                before = part.Letters[^1];
            }
            text.Append(Said(part));
        }
        return text.ToString();
    }

    private static string Said(MarkedContentElement part) => part.ActualText ?? string.Concat(part.Letters.Select(l => l.Value));

    /// <summary>The words of a text as they are compared: composed, soft hyphens and invisible marks gone, and what is only a sign, such as a bullet.</summary>
    internal static string[] WordsOf(string text)
    {
        StringBuilder plain = new();
        foreach (char c in Divided().Replace(text, "").Normalize(NormalizationForm.FormKC))
            if (char.GetUnicodeCategory(c) != UnicodeCategory.Format) plain.Append(c);
        return [.. plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))];
    }

    [GeneratedRegex("\u00AD[\r\n]*")]
    private static partial Regex Divided();
}
