using System.Globalization;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Typesetting.Inlines;

/// <summary>A place where a word may be divided.</summary>
/// <param name="At">The character the next line would begin with.</param>
/// <param name="Cost">What a hyphen here costs.</param>
/// <param name="IsAuthors">Whether the author put it there (U+00AD).</param>
internal readonly record struct WordDivision(int At, int Cost, bool IsAuthors);

/// <summary>Where the words of a stretch between two spaces may be divided.</summary>
internal static class WordDivisions
{
    private const int Usual = 100, ShortFragment = 100, Name = 100, Compound = 350;

    /// <summary>Finds the places, ascending. None in addresses, in code, in words with digits or in capitals.</summary>
    /// <param name="hyphenators">The languages' rules.</param>
    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="spanAt">The span of a character.</param>
    /// <param name="places">Takes them; what it held is gone.</param>
    public static void Find(Hyphenators hyphenators, ParagraphText text, int start, int end, Func<int, TextSpan> spanAt, List<WordDivision> places)
    {
        places.Clear();
        string characters = text.Characters;
        // A note's mark after a word is none of its letters.
        int wordsEnd = end;
        while (wordsEnd > start && spanAt(wordsEnd - 1).Style.Kind == RunKind.Mark) wordsEnd--;
        bool byRules = wordsEnd - start >= Hyphenator.ShortestWord && MayBeDivided(characters.AsSpan(start, wordsEnd - start));
        for (int at = start; at < end;)
        {
            if (!IsPartOfWord(characters[at]))
            {
                at++;
                continue;
            }
            int stop = at;
            bool authors = false;
            while (stop < end && IsPartOfWord(characters[stop]))
            {
                if (stop > at && text.HasSoftHyphen(stop)) authors = true;
                stop++;
            }
            // Where the author has said how a word is divided, that alone holds.
            if (authors)
                for (int i = at + 1; i < stop; i++)
                {
                    if (text.HasSoftHyphen(i)) places.Add(new(i, Usual, IsAuthors: true));
                }
            else if (byRules && spanAt(at) is { Style: { Hyphenated: true, Kind: RunKind.Words } style })
                ByRules(hyphenators, style.Request.Language, characters, start, at, stop, end, places);
            at = stop;
        }
    }

    private static void ByRules(Hyphenators hyphenators, string language, string characters, int start, int word, int stop, int end,
        List<WordDivision> places)
    {
        bool partOfCompound = (word > start && IsHyphen(characters[word - 1])) || (stop < end && IsHyphen(characters[stop]));
        int cost = Usual + (partOfCompound ? Compound : 0) + (char.IsUpper(characters[word]) && !BeginsSentence(characters, word) ? Name : 0);
        foreach (int place in hyphenators.Divide(language, characters.AsSpan(word, stop - word)))
            places.Add(new(word + place, cost + (place < 3 || stop - word - place < 4 ? ShortFragment : 0), IsAuthors: false));
    }

    private static bool IsPartOfWord(char c) => char.IsLetter(c) || c is '’' or '\'' || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A stretch with figures or the signs of addresses and code is none that dictionaries know.</summary>
    private static bool MayBeDivided(ReadOnlySpan<char> stretch)
    {
        foreach (char c in stretch)
            if (char.IsAsciiDigit(c) || c is '@' or '_' or '\\' or '=' or '<' or '>' or '&' or '#')
                return false;
        return !stretch.Contains("://", StringComparison.Ordinal) && !stretch.StartsWith("www.", StringComparison.Ordinal) && !HostNames.IsHost(stretch);
    }

    /// <summary>Whether a capital says nothing because a sentence begins here.</summary>
    private static bool BeginsSentence(string characters, int word)
    {
        int at = word - 1;
        while (at >= 0 && (char.IsWhiteSpace(characters[at]) || characters[at] is '“' or '‘' or '(' or '"' or '\'' or '«')) at--;
        return at < 0 || characters[at] is '.' or '!' or '?' or ':' or '…' or ParagraphText.Object or ParagraphText.LineEnd;
    }
}
