using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BookBuilder.Markdown.Syntax;

/// <summary>Reads list items counted by letters and roman numerals: <c>a.</c> <c>b)</c> <c>A)</c> <c>iv.</c></summary>
/// <remarks>After Pandoc's fancy_lists a capital with a full stop needs two spaces, so that "B. Russell" begins a paragraph; and no such item
/// interrupts a paragraph, but that a list may begin with <c>a</c> or <c>i</c> right below the first line of the item it belongs to, as one with <c>1.</c> may.</remarks>
internal sealed class LetterListParser : OrderedListItemParser
{
    public LetterListParser()
    {
        OpeningCharacters = new char[52];
        for (int i = 0; i < 26; i++)
            (OpeningCharacters[i], OpeningCharacters[i + 26]) = ((char)('a' + i), (char)('A' + i));
    }

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        string line = state.Line.ToString();
        int length = 0;
        while (length < line.Length && length < 8 && char.IsAsciiLetter(line[length])) length++;
        if (length + 1 >= line.Length || line[length] is not ('.' or ')') || !line[length + 1].IsSpaceOrTab()) return false;
        string word = line[..length];
        if (state.CurrentBlock is ParagraphBlock paragraph && pendingBulletType is not ('a' or 'A' or 'i' or 'I')
            && !(word is "a" or "A" or "i" or "I" && paragraph.Parent is ListItemBlock item && state.Column >= item.ColumnWidth)) return false;
        bool isUpper = char.IsUpper(word[0]);
        bool twoSpaces = length + 2 < line.Length && line[length + 2].IsSpaceOrTab();
        if (isUpper && line[length] == '.' && !twoSpaces && line[length + 1] != '\t') return false;
        if (word != (isUpper ? word.ToUpperInvariant() : word.ToLowerInvariant())) return false;

        int roman = RomanNumeral.Value(word);
        char letters = isUpper ? 'A' : 'a', numerals = isUpper ? 'I' : 'i';
        bool continuesLetters = pendingBulletType == letters && !(roman == 1 && length == 1 && !IsExpected(state, 9));
        bool isRoman = roman > 0 && !continuesLetters && (length > 1 || pendingBulletType == numerals || word is "i" or "I");
        if (!isRoman && length > 1) return false;
        int number = isRoman ? roman : char.ToLowerInvariant(word[0]) - 'a' + 1;

        for (int i = 0; i <= length; i++) state.NextChar();
        result = new ListInfo(isRoman ? numerals : letters, number.ToString(System.Globalization.CultureInfo.InvariantCulture), line[length], "1");
        return true;
    }

    /// <summary>Whether the list that is open would count so next: an "i" after "h" is a letter, after "b" it begins anew in roman numerals.</summary>
    private static bool IsExpected(BlockProcessor state, int number)
    {
        Block? at = state.CurrentContainer;
        if (at is not (ListBlock or ListItemBlock)) at = state.CurrentContainer?.LastChild;
        while (at is not (null or ListBlock)) at = at.Parent;
        return at is ListBlock { LastChild: ListItemBlock last } && last.Order == number - 1;
    }
}

/// <summary>Roman numerals.</summary>
internal static class RomanNumeral
{
    /// <summary>The number, or 0 when the letters are none.</summary>
    public static int Value(string letters)
    {
        int sum = 0, before = 0;
        for (int i = letters.Length - 1; i >= 0; i--)
        {
            int value = char.ToLowerInvariant(letters[i]) switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, 'c' => 100, 'd' => 500, 'm' => 1000, _ => 0 };
            if (value == 0) return 0;
            sum += value < before ? -value : value;
            before = Math.Max(before, value);
        }
        return Written(sum) == letters.ToLowerInvariant() ? sum : 0;
    }

    private static string Written(int number)
    {
        (int Value, string Letters)[] steps =
            [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var text = new System.Text.StringBuilder();
        foreach ((int value, string letters) in steps)
            for (; number >= value; number -= value) text.Append(letters);
        return text.ToString();
    }
}
