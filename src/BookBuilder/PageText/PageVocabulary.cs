using System.Text.RegularExpressions;

namespace BookBuilder.PageText;

/// <summary>The words of a text, to ask whether one is written with a hyphen, without, or in two.</summary>
internal sealed partial class PageVocabulary
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>The words that stand whole on a line; halves of words divided at its end do not count.</summary>
    public PageVocabulary(string text)
    {
        foreach (Match word in Word().Matches(text))
            _words.Add(word.Value.ToLowerInvariant());
        IsEmpty = !text.Any(char.IsLetterOrDigit);
    }

    /// <summary>Whether there is nothing to read at all.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the text has this word, hyphens included, as a word of its own.</summary>
    public bool Has(string word) => _words.Contains(word.ToLowerInvariant());

    /// <summary>How the halves of a word that was divided at a hyphen are written.</summary>
    /// <param name="first">Up to the hyphen, which is left out.</param>
    /// <param name="second">From the next line.</param>
    public (bool KeepsHyphen, Confidence Confidence, string Remark) Joined(string first, string second)
    {
        if (Has($"{first}-{second}")) return (true, Confidence.High, "the text has it with the hyphen elsewhere");
        if (Has(first + second)) return (false, Confidence.High, "the text has it in one word elsewhere");
        if (first.Contains('-', StringComparison.Ordinal)) return (true, Confidence.Low, "a compound with hyphens already");
        if (Has(first) && Has(second)) return (true, Confidence.Low, "both halves are words of the text");
        return (false, Confidence.Medium, "neither form stands elsewhere in the text");
    }

    [GeneratedRegex(@"(?<!-[ \t]*\r?\n\s{0,8})(?<![\p{L}\p{N}-])\p{L}+(?:['’]\p{L}+)?(?:-\p{L}+)*(?![\p{L}\p{N}]|-(?:\r?\n|\p{L}))", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
