namespace BookBuilder.Epub.Package;

/// <summary>What a language's script asks of a page.</summary>
internal static class Script
{
    /// <summary>"rtl" for languages written from right to left, else null.</summary>
    /// <param name="language">A BCP 47 tag; a script subtag in it decides.</param>
    public static string? DirectionOf(string language)
    {
        string[] parts = language.ToLowerInvariant().Split('-');
        if (parts.Skip(1).FirstOrDefault(static p => p.Length == 4) is { } script)
            return script is "arab" or "hebr" or "syrc" or "thaa" or "nkoo" or "adlm" ? "rtl" : null;
        return parts[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "ckb" or "dv" or "syr" ? "rtl" : null;
    }

    /// <summary>Whether a letter is of a script written from right to left: the blocks that Unicode keeps for them.</summary>
    public static bool RunsLeft(int codePoint) =>
        codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;

    /// <summary>The tag if it is well-formed in broad lines (BCP 47), else null: a malformed one would make the file invalid.</summary>
    public static string? WellFormed(string? language)
    {
        if (language is null)
            return null;
        string[] parts = language.Split('-');
        bool sound = parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(static p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
        return sound ? language : null;
    }
}
