using System.Collections.Immutable;
using System.Reflection;
using BookBuilder.Model.Design;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The hyphenators of a composer, by language, and the words they have divided so far. Not thread-safe.</summary>
internal sealed class Hyphenators
{
    /// <summary>The languages whose patterns come along, as lower-case tags.</summary>
    internal static readonly ImmutableArray<string> Known =
        [.. typeof(Hyphenators).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("hyph-", StringComparison.Ordinal) && n.EndsWith(".pat.txt", StringComparison.Ordinal))
            .Select(n => n["hyph-".Length..^".pat.txt".Length]).Order(StringComparer.Ordinal)];

    private readonly Dictionary<string, Divisions?> _languages = [];
    private readonly ImmutableArray<LanguagePatterns> _own;

    /// <summary>The hyphenators of a book.</summary>
    /// <param name="own">What the book brings along; it goes before what the program knows.</param>
    public Hyphenators(ImmutableArray<LanguagePatterns> own) => _own = own;

    /// <summary>The places where a word of a language may be divided; none when the language has no patterns and the word is no exception.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="word">The word, without anything around it.</param>
    public ImmutableArray<int> Divide(string language, ReadOnlySpan<char> word)
    {
        if (word.Length < Hyphenator.ShortestWord) return [];
        if (!_languages.TryGetValue(language, out Divisions? divisions))
            _languages[language] = divisions = Load(language) is Hyphenator hyphenator ? new Divisions(hyphenator) : null;
        if (divisions is null) return [];
        var lookup = divisions.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out ImmutableArray<int> places))
            lookup[word] = places = divisions.Hyphenator.Divide(word);
        return places;
    }

    /// <summary>Which patterns serve a language: its own, those of the nearest wider tag, else the first of the same language; null for none.</summary>
    /// <param name="own">What the book brings along: asked first, but the program's patterns for just this region go before the book's for another.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static string? PatternsFor(ImmutableArray<LanguagePatterns> own, string language)
    {
        string tag = language.ToLowerInvariant();
        ImmutableArray<string> brought = [.. own.Where(o => o.Patterns.Length > 0).Select(o => o.Language)];
        string plain = tag.Split('-')[0];
        return Nearest(brought, tag) ?? Nearest(brought, Alias(tag)) ?? (tag.Contains('-') && Known.Contains(Alias(tag)) ? Alias(tag) : null)
            ?? OfLanguage(brought) ?? Nearest(Known, Alias(tag)) ?? (plain == "en" ? "en-us" : OfLanguage(Known));

        string? OfLanguage(ImmutableArray<string> names) => names.FirstOrDefault(n => n.StartsWith(plain + "-", StringComparison.Ordinal));
    }

    private static string? Nearest(ImmutableArray<string> names, string tag)
    {
        for (string wider = tag; ; wider = wider[..wider.LastIndexOf('-')])
        {
            if (names.Contains(wider)) return wider;
            if (!wider.Contains('-')) return null;
        }
    }

    /// <summary>English outside North America divides words as Britain does.</summary>
    private static string Alias(string tag) => tag switch
    {
        "en" or "en-ca" or "en-ph" => "en-us",
        "en-au" or "en-nz" or "en-ie" or "en-za" or "en-in" => "en-gb",
        _ => tag,
    };

    private Hyphenator? Load(string language)
    {
        string? name = PatternsFor(_own, language);
        string words = string.Concat(_own.Where(o => o.Language.Length == 0).Select(o => o.Exceptions));
        if (name is null) return words.Length == 0 ? null : new Hyphenator("", words);
        // Exceptions serve every region of their language.
        string plain = name.Split('-')[0];
        ImmutableArray<LanguagePatterns> own = [.. _own.Where(o => o.Language == name || (o.Patterns.Length == 0 && o.Language.Split('-')[0] == plain))];
        string patterns = string.Concat(own.Select(o => o.Patterns));
        if (patterns.Length == 0) patterns = Resource($"hyph-{name}.pat.txt") ?? "";
        (int before, int after) = HyphenMinima.Of(name);
        return new Hyphenator(patterns, $"{Resource($"hyph-{name}.hyp.txt")}\n{string.Concat(own.Select(o => o.Exceptions))}\n{words}",
            own.Select(o => o.LeastBefore).FirstOrDefault(n => n is not null) ?? before, own.Select(o => o.LeastAfter).FirstOrDefault(n => n is not null) ?? after);
    }

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
