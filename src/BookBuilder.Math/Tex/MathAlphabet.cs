using System.Collections.Immutable;
using System.Text;

namespace BookBuilder.Mathematics.Tex;

/// <summary>The mathematical alphabets: letters whose shape carries meaning.</summary>
/// <remarks>Unicode, block Mathematical Alphanumeric Symbols (U+1D400); thirteen capitals and small letters of them stand in Letterlike Symbols.</remarks>
internal static class MathAlphabet
{
    /// <summary>The letters outside the block: family, letter, character.</summary>
    private static readonly ImmutableArray<(string Family, char Letter, char Character)> Exceptions =
    [
        .. "bbCℂ bbHℍ bbNℕ bbPℙ bbQℚ bbRℝ bbZℤ calBℬ calEℰ calFℱ calHℋ calIℐ calLℒ calMℳ calRℛ caleℯ calgℊ caloℴ frakCℭ frakHℌ frakIℑ frakRℜ frakZℨ"
            .Split(' ').Select(e => (e[..^2], e[^2], e[^1])),
    ];

    /// <summary>The first letter of an alphabet by the command that asks for it; 0 when it asks for none.</summary>
    private static int First(string command) => command switch
    {
        "mathbf" or "boldsymbol" or "bm" or "symbf" => 0x1d400,
        "mathcal" or "mathscr" => 0x1d49c,
        "mathfrak" => 0x1d504,
        "mathbb" or "Bbb" => 0x1d538,
        "mathsf" => 0x1d5a0,
        "mathtt" => 0x1d670,
        _ => 0,
    };

    /// <summary>Whether a command asks for an alphabet.</summary>
    public static bool Has(string command) => First(command) != 0;

    /// <summary>Letters and digits in an alphabet; what it lacks stays as it is.</summary>
    public static string Of(string command, string text)
    {
        string family = command switch { "mathbb" or "Bbb" => "bb", "mathcal" or "mathscr" => "cal", "mathfrak" => "frak", _ => "" };
        var set = new StringBuilder();
        foreach (char c in text)
        {
            char exception = Exceptions.FirstOrDefault(e => e.Family == family && e.Letter == c).Character;
            if (exception != 0) set.Append(exception);
            else if (char.IsAsciiLetterUpper(c)) set.Append(char.ConvertFromUtf32(First(command) + c - 'A'));
            else if (char.IsAsciiLetterLower(c)) set.Append(char.ConvertFromUtf32(First(command) + 26 + c - 'a'));
            else if (char.IsAsciiDigit(c) && Digits(command) is > 0 and int zero) set.Append(char.ConvertFromUtf32(zero + c - '0'));
            else set.Append(c);
        }
        return set.ToString();
    }

    /// <summary>The plain letter of a letter of any alphabet, to be spoken.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            char letter = Exceptions.FirstOrDefault(e => e.Character == rune.Value).Letter;
            if (letter != 0) plain.Append(letter);
            else if (rune.Value is >= 0x1d400 and < 0x1d6a4) plain.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(rune.Value - 0x1d400) % 52]);
            else if (rune.Value is >= 0x1d7ce and <= 0x1d7ff) plain.Append((char)('0' + (rune.Value - 0x1d7ce) % 10));
            else plain.Append(rune.ToString());
        }
        return plain.ToString();
    }

    private static int Digits(string command) => command switch
    {
        "mathbf" or "boldsymbol" or "bm" or "symbf" => 0x1d7ce,
        "mathbb" or "Bbb" => 0x1d7d8,
        "mathsf" => 0x1d7e2,
        "mathtt" => 0x1d7f6,
        _ => 0,
    };
}
