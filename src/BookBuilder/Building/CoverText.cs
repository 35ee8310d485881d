using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Building;

/// <summary>Wraps the words of a cover by their real widths.</summary>
internal sealed class CoverText(IShaper shaper, double measure)
{
    private const double LargestTitle = 156, SmallestTitle = 56, TitleLeading = 1.14;

    /// <summary>The largest size at which a title fits its room; at the smallest, what does not fit is left out with an ellipsis.</summary>
    public (ImmutableArray<string> Lines, double Size) Fit(string title, string family, int weight, double room)
    {
        for (double size = LargestTitle; size >= SmallestTitle; size -= 4)
        {
            ImmutableArray<string> lines = Wrap(title, family, weight, size);
            if (lines.Length * size * TitleLeading <= room && lines.All(l => WidthOf(l, family, weight, size) <= measure)) return (lines, size);
        }
        ImmutableArray<string> small = [.. Wrap(title, family, weight, SmallestTitle).Select(l => Shortened(l, family, weight, SmallestTitle))];
        int most = Math.Max(1, (int)(room / (SmallestTitle * TitleLeading)));
        return (small.Length <= most ? small : [.. small.Take(most - 1), Shortened(string.Join(' ', small.Skip(most - 1)), family, weight, SmallestTitle)], SmallestTitle);
    }

    /// <summary>Words in as few lines as they need, and these as even as can be. A word longer than the measure has a line of its own.</summary>
    public ImmutableArray<string> Wrap(string text, string family, int weight, double size)
    {
        double[] widths = [.. Words(text).Select(w => WidthOf(w, family, weight, size))];
        double space = WidthOf("n n", family, weight, size) - WidthOf("nn", family, weight, size);
        int fewest = Break(text, widths, space, measure).Length;
        // The narrowest measure with as few lines makes them even: a dozen halvings find it to a fraction of a pixel.
        double low = measure / 2, high = measure;
        for (int i = 0; i < 12; i++)
        {
            double middle = (low + high) / 2;
            if (Break(text, widths, space, middle).Length == fewest) high = middle;
            else low = middle;
        }
        return Break(text, widths, space, high);
    }

    /// <summary>As much of a text as fits one line, with an ellipsis when it is not all of it.</summary>
    public string Shortened(string text, string family, int weight, double size)
    {
        if (WidthOf(text, family, weight, size) <= measure) return text;
        int length = text.Length - 1;
        while (length > 1 && WidthOf(text[..length].TrimEnd() + "…", family, weight, size) > measure) length--;
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd() + "…";
    }

    private double WidthOf(string text, string family, int weight, double size) =>
        shaper.Shape(text, new FontRequest(family, weight, Italic: false, Length.FromPoints(size), FontFeatures.None, "en")).Sum(r => r.Width.Points);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<string> Break(string text, double[] widths, double space, double measure)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        string line = "";
        double width = 0;
        string[] words = Words(text);
        for (int i = 0; i < words.Length; i++)
        {
            if (line.Length > 0 && width + space + widths[i] > measure)
            {
                lines.Add(line);
                (line, width) = ("", 0);
            }
            width += widths[i] + (line.Length > 0 ? space : 0);
            line += line.Length > 0 ? " " + words[i] : words[i];
        }
        if (line.Length > 0) lines.Add(line);
        return lines.ToImmutable();
    }
}
