namespace BookBuilder.Model.Blocks;

/// <summary>Tells columns of numbers from columns of words, so that both outputs align the same ones.</summary>
public static class NumericCells
{
    private const double MostlyNumbers = 0.8;

    /// <summary>Whether most cells of a column are numbers; empty cells and dashes say nothing.</summary>
    public static bool IsColumn(IEnumerable<TableCell> cells)
    {
        int numbers = 0, words = 0;
        foreach (TableCell cell in cells)
        {
            string text = TextOf(cell);
            if (text.Trim('–', '—', '-', '−', '.', ' ').Length == 0) continue;
            if (IsNumber(text)) numbers++;
            else words++;
        }
        return numbers > 0 && numbers >= (numbers + words) * MostlyNumbers;
    }

    /// <summary>The words of a cell that is one paragraph; empty for any other.</summary>
    public static string TextOf(TableCell cell) => cell.Content is [Paragraph paragraph] ? PlainText.Of(paragraph.Content) : "";

    /// <summary>Whether a cell says that there is no number: a dash.</summary>
    public static bool IsMissing(string text) => text.Length > 0 && text.Trim('–', '—', '-', '−').Length == 0;

    /// <summary>Whether a cell's words are a number with its signs: "1,287", "0.48%", "−3", "21.3% (43)", "$12.50", "USD 3", "12–15", "3.5 GB", "7†".</summary>
    public static bool IsNumber(string text)
    {
        ReadOnlySpan<char> number = WithoutUnit(WithoutCurrency(text));
        bool hasDigit = false;
        foreach (char c in number)
            if (char.IsAsciiDigit(c)) hasDigit = true;
            else if (!IsSign(c)) return false;
        return hasDigit;
    }

    /// <summary>How many characters of a number stand before its decimal point; the whole of its first figures when it has none. A range is aligned by its end.</summary>
    public static int IntegerLength(string text)
    {
        int at = 0;
        int note = text.IndexOf('(', 1);
        int dash = text.LastIndexOf('–', (note > 0 ? note : text.Length) - 1);
        if (dash > 0 && dash + 1 < text.Length && text.AsSpan(0, dash).ContainsAnyInRange('0', '9')) at = dash + 1;
        while (at < text.Length && !char.IsAsciiDigit(text[at]) && text[at] is not ('.' or ',')) at++;
        // "1.234,5": the last of two kinds of points is the decimal one.
        int comma = text.IndexOf(',', at), point = text.IndexOf('.', at);
        bool pointsGroup = point > 0 && comma > point;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsGrouping(text, at, pointsGroup))) at++;
        return at;
    }

    private static bool IsGrouping(string text, int at, bool pointsGroup) =>
        (text[at] is ',' or '\u2009' or '\u202f' or ' ' or '\u00a0' or '’' or '\'' || (pointsGroup && text[at] == '.')) && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);

    private static bool IsSign(char c) => c is ' ' or ',' or '.' or '%' or '‰' or '(' or ')' or '+' or '-' or '−' or '–' or '±' or '~' or '<' or '>' or '≤' or '≥' or '≈' or '×'
        or '†' or '‡' or '*' or '§' or '’' or '\'' or '\u2009' or '\u202f' or '\u00a0'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.CurrencySymbol or System.Globalization.UnicodeCategory.OtherNumber;

    /// <summary>Takes off "USD " and the letters of "US$".</summary>
    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        int letters = 0;
        while (letters < text.Length && char.IsAsciiLetterUpper(text[letters])) letters++;
        if (letters == 0 || letters + 1 >= text.Length) return text;
        bool isCode = letters == 3 && text[3] is ' ' or '\u00a0', isSymbol = letters <= 2 && text[letters] == '$';
        return isCode || isSymbol ? text[(letters + 1)..] : text;
    }

    /// <summary>Takes off a unit: some letters and signs at the end, a space before them or not.</summary>
    private static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> text)
    {
        const int longest = 6;
        int end = text.Length;
        while (end > 0 && (char.IsLetter(text[end - 1]) || text[end - 1] is '°' or '/' or '·' or '²' or '³')) end--;
        bool isUnit = text.Length - end is > 0 and <= longest && end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is ' ' or '\u00a0' or '\u2009' or '\u202f');
        return isUnit ? text[..end] : text;
    }
}
