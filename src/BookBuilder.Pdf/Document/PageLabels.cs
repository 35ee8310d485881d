using System.Globalization;
using System.Collections.Immutable;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Document;

/// <summary>The pages' own numbers as ranges (ISO 32000-1, 12.4.2), read from the labels the pages bear.</summary>
internal static class PageLabels
{
    /// <summary>Writes the number tree.</summary>
    public static ObjectRef Write(PdfFile file, ImmutableArray<string> pages)
    {
        List<(int, Action<Syntax>)> ranges = [];
        Count? expected = null;
        for (int i = 0; i < pages.Length; i++)
        {
            Count count = Read(pages[i]);
            if (count.Style is null || count != expected) ranges.Add((i, to => Write(to, count)));
            expected = count with { Number = count.Number + 1 };
        }
        return SearchTree.WriteNumbers(file, ranges);
    }

    private static void Write(Syntax to, Count count)
    {
        to.OpenDictionary();
        if (count.Style is { } style) to.Name("S").Name(style);
        if (count.Prefix.Length > 0) to.Name("P").Text(count.Prefix);
        if (count.Style is not null && count.Number != 1) to.Name("St").Number(count.Number);
        to.CloseDictionary();
    }

    private static Count Read(string label)
    {
        if (Roman(label) is int lower and > 0) return new("", "r", lower);
        if (Roman(label.ToLowerInvariant()) is int upper and > 0 && label == label.ToUpperInvariant()) return new("", "R", upper);
        int digits = label.Length;
        while (digits > 0 && char.IsAsciiDigit(label[digits - 1])) digits--;
        if (digits < label.Length && label[digits] != '0' && int.TryParse(label.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return new(label[..digits], "D", number);
        return new(label, null, 0);
    }

    // The value of a roman number in lower case, or 0 when it is none.
    private static int Roman(string label)
    {
        int value = 0;
        string rest = label;
        foreach ((string letters, int worth) in (ReadOnlySpan<(string, int)>)
            [("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)])
            for (int times = letters.Length == 1 && letters is "m" or "c" or "x" or "i" ? 3 : 1;
                times > 0 && rest.StartsWith(letters, StringComparison.Ordinal); times--)
            {
                value += worth;
                rest = rest[letters.Length..];
            }
        return rest.Length == 0 ? value : 0;
    }

    // Style null: the prefix is all there is.
    private readonly record struct Count(string Prefix, string? Style, int Number);
}
