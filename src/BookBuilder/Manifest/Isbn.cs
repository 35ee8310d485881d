namespace BookBuilder.Manifest;

/// <summary>International standard book numbers.</summary>
internal static class Isbn
{
    /// <summary>Whether the digits of an ISBN-10 or ISBN-13 check; hyphens and spaces do not count. (ISO 2108)</summary>
    public static bool IsValid(string text)
    {
        string digits = text.Replace("-", "").Replace(" ", "");
        if (digits.Length == 13 && digits.All(char.IsAsciiDigit))
            return digits.Select((d, i) => (d - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;
        if (digits.Length != 10 || !digits[..9].All(char.IsAsciiDigit)) return false;
        char last = char.ToUpperInvariant(digits[9]);
        if (last != 'X' && !char.IsAsciiDigit(last)) return false;
        return (digits[..9].Select((d, i) => (d - '0') * (10 - i)).Sum() + (last == 'X' ? 10 : last - '0')) % 11 == 0;
    }
}
