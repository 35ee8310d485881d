using System.Collections.Immutable;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The words that a composer has divided so far. Not thread-safe: each composer has its own, of the same patterns.</summary>
internal sealed class Hyphenators(HyphenationPatterns patterns)
{
    private readonly Dictionary<string, Divisions?> _languages = [];

    /// <summary>The places where a word of a language may be divided; none when the language has no patterns and the word is no exception.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="word">The word, without anything around it.</param>
    public ImmutableArray<int> Divide(string language, ReadOnlySpan<char> word)
    {
        if (word.Length < Hyphenator.ShortestWord) return [];
        if (!_languages.TryGetValue(language, out Divisions? divisions))
            _languages[language] = divisions = patterns.Of(language) is Hyphenator hyphenator ? new Divisions(hyphenator) : null;
        if (divisions is null) return [];
        var lookup = divisions.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out ImmutableArray<int> places))
            lookup[word] = places = divisions.Hyphenator.Divide(word);
        return places;
    }

    private sealed record Divisions(Hyphenator Hyphenator)
    {
        public Dictionary<string, ImmutableArray<int>> Words { get; } = new(StringComparer.Ordinal);
    }
}
