using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>Where the words of one language may be divided.</summary>
internal sealed class Hyphenator
{
    /// <summary>Shorter words stay whole.</summary>
    public const int ShortestWord = 5;
    private const int LongestWord = 64;

    private readonly int _leastBefore, _leastAfter;
    private readonly PatternTrie _patterns;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _exceptions;

    /// <summary>A hyphenator of patterns and exceptions.</summary>
    /// <param name="patterns">Liang's patterns, separated by white space.</param>
    /// <param name="exceptions">Whole words with their hyphens ("ta-ble"; "present" is never divided), separated by white space. The last one for a word holds.</param>
    /// <param name="leastBefore">The fewest letters before a hyphen.</param>
    /// <param name="leastAfter">The fewest letters after it.</param>
    public Hyphenator(string patterns, string exceptions, int leastBefore = 2, int leastAfter = 3)
    {
        (_leastBefore, _leastAfter) = (leastBefore, leastAfter);
        _patterns = PatternTrie.Read(patterns);
        Dictionary<string, ImmutableArray<int>> words = [];
        foreach (string word in exceptions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words[word.Replace("-", "", StringComparison.Ordinal).Replace('’', '\'').ToLowerInvariant()] = HyphensIn(word);
        _exceptions = words.ToFrozenDictionary();
    }

    /// <summary>The places of a word where a hyphen may stand: before the letters with these UTF-16 offsets, ascending.</summary>
    /// <param name="word">Letters, and apostrophes as part of the word. A word with anything else, or with a capital inside, is not divided.</param>
    public ImmutableArray<int> Divide(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord) return [];
        Span<char> dotted = stackalloc char[word.Length + 2];
        dotted[0] = dotted[^1] = '.';
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i] == '’' ? '\'' : word[i];
            if (c != '\'' && !char.IsLetter(c) && !IsMark(c)) return [];
            if (i > 0 && char.IsUpper(c)) return [];
            dotted[i + 1] = char.ToLowerInvariant(c);
        }
        if (_exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(dotted[1..^1], out ImmutableArray<int> known)) return known;

        Span<byte> values = stackalloc byte[dotted.Length + 1];
        values.Clear();
        _patterns.Raise(dotted, values);
        ImmutableArray<int>.Builder places = ImmutableArray.CreateBuilder<int>();
        for (int at = _leastBefore; at <= word.Length - _leastAfter; at++)
            if ((values[at + 1] & 1) == 1 && IsLetterAfter(word[at..], _leastAfter) && (char.IsLetter(word[at - 1]) || IsMark(word[at - 1])) && char.IsLetter(word[at]))
                places.Add(at);
        return places.ToImmutable();
    }

    /// <summary>Whether enough letters are left for the next line; an apostrophe and what follows it are not counted ("compa-ny’s").</summary>
    private static bool IsLetterAfter(ReadOnlySpan<char> rest, int least)
    {
        int letters = 0;
        while (letters < rest.Length && (char.IsLetter(rest[letters]) || IsMark(rest[letters]))) letters++;
        return letters >= least;
    }

    /// <summary>The vowel signs and accents that scripts set on their letters.</summary>
    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static ImmutableArray<int> HyphensIn(string word)
    {
        ImmutableArray<int>.Builder places = ImmutableArray.CreateBuilder<int>();
        int at = 0;
        foreach (char c in word)
            if (c == '-') places.Add(at);
            else at++;
        return places.ToImmutable();
    }
}
