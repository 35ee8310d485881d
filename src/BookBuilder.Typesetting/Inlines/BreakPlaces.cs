using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Where lines may end besides spaces and divided words: a subset of UAX #14 for text in alphabets.</summary>
internal static class BreakPlaces
{
    /// <summary>What a line end between two characters of a word costs; <see cref="ParagraphItem.Never"/> where it may not be.</summary>
    /// <param name="text">The paragraph's characters.</param>
    /// <param name="at">The character the next line would begin with; neither it nor the one before it is a space.</param>
    /// <param name="wordStart">Where the word (between spaces) begins.</param>
    /// <param name="wordEnd">Where it ends.</param>
    public static int InWords(ReadOnlySpan<char> text, int at, int wordStart, int wordEnd)
    {
        char before = text[at - 1], after = text[at];
        if (IsIdeograph(before) || IsIdeograph(after)) return BesideIdeograph(before, after);
        switch (before)
        {
            case '-' or '\u2010':
                // "e-mail" and "-5" stay whole, "well-known" may part.
                bool parts = at - wordStart >= 3 && wordEnd - at >= 2 && IsWordLike(text[at - 2]) && char.IsLetter(after);
                return parts ? 50 : ParagraphItem.Never;
            case '–':
                return at - wordStart < 2 || !IsWordLike(after) ? ParagraphItem.Never : char.IsDigit(after) ? 150 : 50;
            case '—':
                return IsClosing(after) || after is '—' ? ParagraphItem.Never : 20;
            case '…':
                return char.IsLetter(after) && at - wordStart > 1 ? 100 : ParagraphItem.Never;
            case '/':
                // "and/or" stays whole; two long words may part when a narrow column leaves no choice.
                return LettersBefore(text, at - 1, wordStart) >= 4 && LettersAfter(text, at, wordEnd) >= 4 ? 300 : ParagraphItem.Never;
            default:
                return ParagraphItem.Never;
        }
    }

    /// <summary>What a line end within an address costs: after / . - _ ? &amp; = and other signs, before a percent sign.</summary>
    /// <inheritdoc cref="InWords"/>
    public static int InAddress(ReadOnlySpan<char> text, int at, int wordStart, int wordEnd)
    {
        const int least = 3;
        char before = text[at - 1], after = text[at];
        if (after == '%') return at - wordStart > least ? 60 : ParagraphItem.Never;
        if (before is not ('/' or '.' or '-' or '_' or '?' or '&' or '=' or ':' or '#' or '~' or '+' or ',' or ';' or '@')) return ParagraphItem.Never;
        // Signs that follow each other stay together ("://"), and no line begins with the last few characters.
        if (!char.IsLetterOrDigit(after) || at - wordStart < least || wordEnd - at < least) return ParagraphItem.Never;
        bool afterScheme = before == '/' && at >= 3 && text[at - 2] == '/' && text[at - 3] == ':';
        return afterScheme || before is ':' or '@' ? 200 : before is '/' or '?' or '&' ? 40 : 80;
    }

    /// <summary>What a line end within a long piece of code costs; short pieces stay whole.</summary>
    /// <inheritdoc cref="InWords"/>
    public static int InCode(ReadOnlySpan<char> text, int at, int wordStart, int wordEnd)
    {
        const int longWord = 16, least = 3;
        if (wordEnd - wordStart < longWord || at - wordStart < least || wordEnd - at < least) return ParagraphItem.Never;
        return text[at - 1] is '.' or '/' or '_' or '-' or ':' or ',' or '(' or '=' && char.IsLetterOrDigit(text[at]) ? 150 : ParagraphItem.Never;
    }

    /// <summary>What a line end in place of a space costs; <see cref="ParagraphItem.Never"/> where it may not be.</summary>
    /// <param name="text">The paragraph's characters.</param>
    /// <param name="start">The first of the spaces, not the paragraph's first character.</param>
    /// <param name="end">Just after the last of them, not the paragraph's end.</param>
    public static int AtSpace(ReadOnlySpan<char> text, int start, int end)
    {
        char before = text[start - 1], after = text[end];
        if (after is '–' or '—' or '…' || IsClosing(after) || IsOpening(before)) return ParagraphItem.Never;
        if (NumberUnits.AreParted(text, start, end)) return ParagraphItem.Never;
        // Initials stay with what follows: "J. Smith".
        if (before == '.' && start >= 2 && char.IsUpper(text[start - 2]) && (start < 3 || !char.IsLetterOrDigit(text[start - 3]))) return 250;
        return 0;
    }

    /// <summary>White that a line may end at: spaces and the like, not the no-break kinds.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u1680' or (>= '\u2000' and <= '\u2006') or (>= '\u2008' and <= '\u200A') or '\u205F' or '\u3000';

    private static bool IsOpening(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '‹' or '„' or '‚' or '¿' or '¡';
    private static bool IsClosing(char c) => c is ')' or ']' or '}' or '”' or '»' or '›' or ',' or '.' or ';' or ':' or '!' or '?';
    private static bool IsWordLike(char c) => char.IsLetterOrDigit(c) || c is '’' or ')' or '\'' or '”';

    private static int LettersBefore(ReadOnlySpan<char> text, int end, int least)
    {
        int at = end;
        while (at > least && char.IsLetter(text[at - 1])) at--;
        return end - at;
    }

    private static int LettersAfter(ReadOnlySpan<char> text, int start, int most)
    {
        int at = start;
        while (at < most && char.IsLetter(text[at])) at++;
        return at - start;
    }

    private static bool IsIdeograph(char c) => c is (>= '\u2E80' and <= '\u2FFF') or (>= '\u3001' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');

    /// <summary>Between ideographs a line may end, but none begins with a closing sign or ends with an opening one.</summary>
    private static int BesideIdeograph(char before, char after)
    {
        bool opens = before is '「' or '『' or '（' or '〔' or '【' or '《' or '〈' || IsOpening(before);
        bool closes = after is '、' or '。' or '，' or '．' or '」' or '』' or '）' or '〕' or '】' or '》' or '〉' or 'ー' or '！' or '？' or '：' or '；' or '…' || IsClosing(after);
        return opens || closes || after is ParagraphText.Object ? ParagraphItem.Never : 0;
    }
}
