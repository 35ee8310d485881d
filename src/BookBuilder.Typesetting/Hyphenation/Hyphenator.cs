using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>Where the words of one language may be divided.</summary>
internal sealed class Hyphenator
{
    /// <summary>Shorter words stay whole.</summary>
    public const int ShortestWord = 5;
    private const int LongestWord = 64;
    private const int LeastBefore = 2, LeastAfter = 3;

    private readonly PatternTrie _patterns;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _exceptions;

    /// <summary>A hyphenator of patterns and exceptions.</summary>
    /// <param name="patterns">Liang's patterns, separated by white space.</param>
    /// <param name="exceptions">Whole words with their hyphens ("ta-ble"; "present" is never divided), separated by white space.</param>
    public Hyphenator(string patterns, string exceptions)
    {
        _patterns = PatternTrie.Read(patterns);
        Dictionary<string, ImmutableArray<int>> words = [];
        foreach (string word in exceptions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words[word.Replace("-", "", StringComparison.Ordinal)] = HyphensIn(word);
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
            if (c != '\'' && !char.IsLetter(c)) return [];
            if (i > 0 && char.IsUpper(c)) return [];
            dotted[i + 1] = char.ToLowerInvariant(c);
        }
        if (_exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(dotted[1..^1], out ImmutableArray<int> known)) return known;

        Span<byte> values = stackalloc byte[dotted.Length + 1];
        values.Clear();
        _patterns.Raise(dotted, values);
        ImmutableArray<int>.Builder places = ImmutableArray.CreateBuilder<int>();
        for (int at = LeastBefore; at <= word.Length - LeastAfter; at++)
            if ((values[at + 1] & 1) == 1 && IsLetterAfter(word[at..], LeastAfter) && char.IsLetter(word[at - 1]) && char.IsLetter(word[at]))
                places.Add(at);
        return places.ToImmutable();
    }

    /// <summary>Whether enough letters are left for the next line; an apostrophe and what follows it are not counted ("compa-ny’s").</summary>
    private static bool IsLetterAfter(ReadOnlySpan<char> rest, int least)
    {
        int letters = 0;
        while (letters < rest.Length && char.IsLetter(rest[letters])) letters++;
        return letters >= least;
    }

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
