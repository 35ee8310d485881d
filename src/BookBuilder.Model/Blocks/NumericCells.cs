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

    /// <summary>Whether a cell's words are a number with its signs: "1,287", "0.48%", "−3", "21.3% (43)", "$12.50".</summary>
    public static bool IsNumber(string text)
    {
        bool hasDigit = false;
        foreach (char c in text)
            if (char.IsAsciiDigit(c)) hasDigit = true;
            else if (!(c is ' ' or ',' or '.' or '%' or '(' or ')' or '+' or '-' or '−' or '–' or '±' or '~' or '<' or '>' or '≈' or '×' or '†' or '‡' or '*' or '\u2009' or '\u202f'
                || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol))
                return false;
        return hasDigit;
    }

    /// <summary>How many characters of a number stand before its decimal point; the whole of its first figures when it has none.</summary>
    public static int IntegerLength(string text)
    {
        int at = 0;
        while (at < text.Length && !char.IsAsciiDigit(text[at])) at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsGrouping(text, at))) at++;
        return at;
    }

    private static bool IsGrouping(string text, int at) =>
        text[at] is ',' or '\u2009' or '\u202f' or ' ' && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);
}
