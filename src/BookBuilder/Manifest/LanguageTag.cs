using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Manifest;

/// <summary>Language tags (BCP 47).</summary>
internal static class LanguageTag
{
    /// <summary>Names that authors write instead of a tag.</summary>
    private static readonly (string Name, string Tag)[] Names =
    [
        ("english", "en"), ("american", "en-US"), ("british", "en-GB"), ("german", "de"), ("deutsch", "de"), ("french", "fr"), ("français", "fr"),
        ("spanish", "es"), ("español", "es"), ("italian", "it"), ("portuguese", "pt"), ("dutch", "nl"), ("polish", "pl"), ("russian", "ru"),
        ("swedish", "sv"), ("danish", "da"), ("norwegian", "nb"), ("finnish", "fi"), ("czech", "cs"), ("greek", "el"), ("turkish", "tr"),
        ("chinese", "zh"), ("japanese", "ja"), ("korean", "ko"), ("arabic", "ar"), ("hebrew", "he"),
        ("eng", "en"), ("ger", "de"), ("deu", "de"), ("fre", "fr"), ("fra", "fr"), ("spa", "es"), ("ita", "it"), ("por", "pt"), ("uk", "en-GB"), ("us", "en-US"),
    ];

    /// <summary>Whether a tag has the form of RFC 5646, section 2.1: a language of 2 or 3 letters, then subtags of 1 to 8 letters and digits.</summary>
    public static bool IsWellFormed(string tag)
    {
        string[] parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>The tag an author probably meant; null when nobody can say.</summary>
    public static string? TagOf(string text)
    {
        string dashed = text.Replace('_', '-').Split('.')[0];
        if (IsWellFormed(dashed)) return dashed;
        string? near = Spelling.Nearest(text, Names.Select(n => n.Name));
        return near is null ? null : Names.First(n => n.Name == near).Tag;
    }
}
