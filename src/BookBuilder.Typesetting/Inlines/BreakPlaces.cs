using BookBuilder.Fonts.Unicode;
using BookBuilder.Typesetting.LineBreaking;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>Where the lines of a paragraph may end, and what each end costs.</summary>
/// <remarks>
/// The places are those of UAX #14; most of those within words of an alphabet are refused or cost something, since a reader
/// stumbles over them. A few that the Standard forbids are allowed where the text around says which side a quotation mark or a
/// full stop belongs to. Addresses and code have places of their own.
/// </remarks>
internal sealed class BreakPlaces
{
    private readonly string _text;
    private readonly LineEnd[] _ends;

    /// <summary>The places of a paragraph.</summary>
    public BreakPlaces(string text)
    {
        _text = text;
        _ends = new LineEnd[text.Length];
        LineEnds.Find(text, _ends);
    }

    /// <summary>What a line end between two characters of a word costs; <see cref="ParagraphItem.Never"/> where it may not be.</summary>
    /// <param name="at">The character the next line would begin with; neither it nor the one before it is a space.</param>
    /// <param name="wordStart">Where the word (between spaces) begins.</param>
    /// <param name="wordEnd">Where it ends.</param>
    public int InWords(int at, int wordStart, int wordEnd)
    {
        ReadOnlySpan<char> text = _text;
        char before = text[at - 1], after = text[at];
        if (_ends[at] == LineEnd.Never)
            return before == '—' && IsQuote(after) && at + 1 < wordEnd && char.IsLetterOrDigit(text[at + 1]) ? 20 : ParagraphItem.Never;
        if (LineEnds.IsIdeographic(text, at - 1) || LineEnds.IsIdeographic(text, at)) return after is ParagraphText.Object ? ParagraphItem.Never : 0;
        switch (before)
        {
            case '-' or '\u2010':
                // "e-mail" and "-5" stay whole, "well-known" may part.
                bool parts = at - wordStart >= 3 && wordEnd - at >= 2 && IsWordLike(text[at - 2]) && char.IsLetter(after);
                return parts ? 50 : ParagraphItem.Never;
            case '–' or '\u2012':
                return at - wordStart < 2 || !IsWordLike(after) ? ParagraphItem.Never : char.IsDigit(after) ? 150 : 50;
            case '—':
                return IsClosing(after) || after is '—' ? ParagraphItem.Never : 20;
            case '…':
                return char.IsLetter(after) && at - wordStart > 1 ? 100 : ParagraphItem.Never;
            case '/':
                // "and/or" stays whole; two long words may part when a narrow column leaves no choice.
                return LettersBefore(text, at - 1, wordStart) >= 4 && LettersAfter(text, at, wordEnd) >= 4 ? 300 : ParagraphItem.Never;
            default:
                return Elsewhere(at, wordStart, wordEnd);
        }
    }

    /// <summary>What the Standard allows and no rule above speaks of: after the word marks of other scripts, between brackets, after an exclamation within a word.</summary>
    private int Elsewhere(int at, int wordStart, int wordEnd)
    {
        const int least = 3;
        char before = _text[at - 1], after = _text[at];
        // Tibetan, Ethiopic and other scripts divide words with marks instead of spaces.
        bool isWordMark = before is >= '\u0900' and (< '\u2000' or > '\u206F') && !char.IsLetterOrDigit(before) && before != ParagraphText.Object;
        if (isWordMark) return 0;
        if (before is ParagraphText.Object or ',' or '.' or ';' or ':' || after is ParagraphText.Object or '—' or '´' or 'ˈ' or 'ˌ') return ParagraphItem.Never;
        return at - wordStart >= least && wordEnd - at >= least ? 200 : ParagraphItem.Never;
    }

    /// <summary>What a line end within an address costs: after / . - _ ? &amp; = and other signs, before a percent sign.</summary>
    /// <inheritdoc cref="InWords"/>
    public int InAddress(int at, int wordStart, int wordEnd)
    {
        const int least = 3;
        ReadOnlySpan<char> text = _text;
        char before = text[at - 1], after = text[at];
        if (after == '%') return at - wordStart > least ? 60 : ParagraphItem.Never;
        if (before is not ('/' or '.' or '-' or '_' or '?' or '&' or '=' or ':' or '#' or '~' or '+' or ',' or ';' or '@')) return ParagraphItem.Never;
        // Signs that follow each other stay together ("://"), and no line begins with the last few characters.
        if (!char.IsLetterOrDigit(after) || at - wordStart < least || wordEnd - at < least) return ParagraphItem.Never;
        bool afterScheme = before == '/' && at >= 3 && text[at - 2] == '/' && text[at - 3] == ':';
        return afterScheme || before is ':' or '@' ? 500 : before is '/' or '?' or '&' ? 40 : before == '.' ? 160 : 80;
    }

    /// <summary>What a line end within the name of a host costs: after its dots only, and not before the last two letters.</summary>
    /// <inheritdoc cref="InWords"/>
    public int InHost(int at, int wordStart, int wordEnd)
    {
        const int least = 3;
        return _text[at - 1] == '.' && at - wordStart >= least && wordEnd - at >= least ? 80 : ParagraphItem.Never;
    }

    /// <summary>What a line end within a long piece of code costs; short pieces stay whole.</summary>
    /// <inheritdoc cref="InWords"/>
    public int InCode(int at, int wordStart, int wordEnd)
    {
        const int longWord = 16, least = 3;
        if (wordEnd - wordStart < longWord || at - wordStart < least || wordEnd - at < least) return ParagraphItem.Never;
        return _text[at - 1] is '.' or '/' or '_' or '-' or ':' or ',' or '(' or '=' && char.IsLetterOrDigit(_text[at]) ? 150 : ParagraphItem.Never;
    }

    /// <summary>The cost of a place that is taken only where the line would have holes otherwise.</summary>
    private const int UnlessHoles = 400;

    /// <summary>What a line end in place of a space costs; <see cref="ParagraphItem.Never"/> where it may not be.</summary>
    /// <param name="start">The first of the spaces, not the paragraph's first character.</param>
    /// <param name="end">Just after the last of them, not the paragraph's end.</param>
    /// <param name="language">The language of the text there.</param>
    public int AtSpace(int start, int end, string language)
    {
        ReadOnlySpan<char> text = _text;
        char before = text[start - 1], after = text[end];
        // A sign that closes or ends something begins no line, but ".NET" and ".5" do; after a closing quote a bracket may begin one.
        bool beginsWord = after == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
        bool afterQuote = IsQuote(before) && start >= 2 && !BreakPlaces.IsSpace(text[start - 2]) && !IsOpening(text[start - 2]);
        if (_ends[end] == LineEnd.Never && !beginsWord && !(afterQuote && IsOpening(after))) return ParagraphItem.Never;
        if (after is '–' or '—' or '…' || (IsClosing(after) && !beginsWord) || (IsOpening(before) && !afterQuote)) return ParagraphItem.Never;
        if (NumberUnits.AreParted(text, start, end)) return NumberUnits.IsWord(text, end) ? UnlessHoles : ParagraphItem.Never;
        int cost = TiedWords.Cost(text, start, end, language);
        return cost == 0 && IsInitial(text, start) ? 250 : cost;
    }

    /// <summary>Initials stay with what follows: "J. Smith"; but the B of "z. B." is none.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int end) =>
        end >= 2 && text[end - 1] == '.' && char.IsUpper(text[end - 2]) && (end < 3 || !char.IsLetterOrDigit(text[end - 3]))
        && !(end >= 5 && text[end - 4] == '.' && char.IsLower(text[end - 5]));

    /// <summary>White that a line may end at: spaces and the like, not the no-break kinds.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u1680' or (>= '\u2000' and <= '\u2006') or (>= '\u2008' and <= '\u200A') or '\u205F' or '\u3000';

    private static bool IsOpening(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '‹' or '„' or '‚' or '¿' or '¡';
    private static bool IsClosing(char c) => c is ')' or ']' or '}' or '”' or '»' or '›' or ',' or '.' or ';' or ':' or '!' or '?';
    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '«' or '»' or '‹' or '›' or '„' or '‚';
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
}
