using System.Text;
using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>Puts two pieces of a paragraph together, and a word that was divided between them.</summary>
internal static partial class WordJoin
{
    private const int TailLength = 80;

    /// <summary>Appends the next line of a paragraph.</summary>
    public static void Append(StringBuilder text, string next, int line, PageReading reading)
    {
        // Only the last word matters: a paragraph of ten thousand lines is not copied ten thousand times.
        int from = Math.Max(0, text.Length - TailLength);
        string joined = Join(text.ToString(from, text.Length - from), next, line, reading, out _);
        text.Length = from;
        text.Append(joined);
    }

    /// <summary>The two pieces as one.</summary>
    /// <param name="first">The first piece.</param>
    /// <param name="second">What follows it.</param>
    /// <param name="line">The second piece's line.</param>
    /// <param name="reading">Where a divided word is told.</param>
    /// <param name="word">How sure the word between is; null when none was divided.</param>
    public static string Join(string first, string second, int line, PageReading reading, out Confidence? word)
    {
        word = null;
        if (second.Length == 0) return first;
        if (Half().Match(Tail(first)) is not { Success: true } half || !char.IsLower(second[0]) || !reading.Allows(line, PageTextRule.JoinWord))
            return first + " " + second;
        string rest = Start().Match(second).Value;
        (bool keepsHyphen, Confidence confidence, string remark) = half.Groups[2].Value == "\u00ad"
            ? (false, Confidence.Certain, "a soft hyphen")
            : reading.Words.Joined(half.Groups[1].Value, rest);
        word = confidence;
        string after = half.Groups[1].Value + (keepsHyphen ? "-" : "") + rest;
        reading.Decide(line, PageTextRule.JoinWord, $"{half.Groups[1].Value}- {rest}", after, confidence, remark);
        return first[..^half.Groups[2].Length] + (keepsHyphen ? "-" : "") + second;
    }

    private static string Tail(string text) => text.Length <= TailLength ? text : text[^TailLength..];

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(\p{L}+(?:-\p{L}+)*)([-\u00ad\u2010])$", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"^\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
