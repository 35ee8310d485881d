namespace BookBuilder.Typesetting.Inlines;

/// <summary>Tells the names of hosts ("www.nytimes.com") from words: they may part after their dots only, and without a hyphen.</summary>
internal static class HostNames
{
    private const int ShortestEnd = 2, LongestEnd = 12;

    /// <summary>Whether a stretch without spaces is the name of a host; signs and figures of notes around it do not count.</summary>
    public static bool IsHost(ReadOnlySpan<char> stretch)
    {
        int start = 0, end = stretch.Length;
        while (start < end && !char.IsAsciiLetterOrDigit(stretch[start])) start++;
        while (end > start && !char.IsAsciiLetter(stretch[end - 1])) end--;
        stretch = stretch[start..end];
        int dot = stretch.LastIndexOf('.');
        return dot > 0 && IsEnding(stretch[(dot + 1)..]) && AreLabels(stretch[..dot]);
    }

    /// <summary>"com", "uk", "museum": a capital would begin a sentence whose space was forgotten.</summary>
    private static bool IsEnding(ReadOnlySpan<char> label)
    {
        foreach (char c in label)
            if (!char.IsAsciiLetterLower(c)) return false;
        return label.Length is >= ShortestEnd and <= LongestEnd;
    }

    private static bool AreLabels(ReadOnlySpan<char> labels)
    {
        char before = '.';
        foreach (char c in labels)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')) return false;
            if (c is '.' or '-' && before is '.' or '-') return false;
            before = c;
        }
        return before is not ('.' or '-');
    }
}
