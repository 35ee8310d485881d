using System.Collections.Immutable;
using System.Reflection;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The hyphenators of a composer, by language, and the words they have divided so far. Not thread-safe.</summary>
internal sealed class Hyphenators
{
    private static readonly ImmutableArray<string> Known =
        [.. typeof(Hyphenators).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("hyph-", StringComparison.Ordinal) && n.EndsWith(".pat.txt", StringComparison.Ordinal))
            .Select(n => n["hyph-".Length..^".pat.txt".Length]).Order(StringComparer.Ordinal)];

    private readonly Dictionary<string, Divisions?> _languages = [];

    /// <summary>The places where a word of a language may be divided; none when the language has no patterns.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="word">The word, without anything around it.</param>
    public ImmutableArray<int> Divide(string language, ReadOnlySpan<char> word)
    {
        if (word.Length < Hyphenator.ShortestWord) return [];
        if (!_languages.TryGetValue(language, out Divisions? divisions))
            _languages[language] = divisions = PatternsFor(language) is string name ? new Divisions(Load(name)) : null;
        if (divisions is null) return [];
        var lookup = divisions.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out ImmutableArray<int> places))
            lookup[word] = places = divisions.Hyphenator.Divide(word);
        return places;
    }

    /// <summary>Which patterns serve a language: its own, those of the nearest wider tag, else the first of the same language; null for none.</summary>
    public static string? PatternsFor(string language)
    {
        string tag = language.ToLowerInvariant();
        // English outside North America divides words as Britain does.
        if (tag is "en" or "en-ca" or "en-ph") tag = "en-us";
        else if (tag is "en-au" or "en-nz" or "en-ie" or "en-za" or "en-in") tag = "en-gb";
        for (string wider = tag; ; wider = wider[..wider.LastIndexOf('-')])
        {
            if (Known.Contains(wider)) return wider;
            if (!wider.Contains('-'))
                return wider == "en" ? "en-us" : Known.FirstOrDefault(k => k.StartsWith(wider + "-", StringComparison.Ordinal));
        }
    }

    private static Hyphenator Load(string name) => new(Resource($"hyph-{name}.pat.txt") ?? "", Resource($"hyph-{name}.hyp.txt") ?? "");

    private static string? Resource(string name)
    {
        using Stream? stream = typeof(Hyphenators).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private sealed record Divisions(Hyphenator Hyphenator)
    {
        public Dictionary<string, ImmutableArray<int>> Words { get; } = new(StringComparer.Ordinal);
    }
}
