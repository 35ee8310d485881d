using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using BookBuilder.Model.Design;

namespace BookBuilder.Typesetting.Hyphenation;

/// <summary>The hyphenators of a book, by language, each read once. Safe for many composers at once.</summary>
/// <param name="own">What the book brings along; it goes before what the program knows.</param>
internal sealed class HyphenationPatterns(ImmutableArray<LanguagePatterns> own)
{
    /// <summary>The languages whose patterns come along, as lower-case tags.</summary>
    internal static readonly ImmutableArray<string> Known =
        [.. typeof(HyphenationPatterns).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("hyph-", StringComparison.Ordinal) && n.EndsWith(".pat.txt", StringComparison.Ordinal))
            .Select(n => n["hyph-".Length..^".pat.txt".Length]).Order(StringComparer.Ordinal)];

    private readonly ConcurrentDictionary<string, Lazy<Hyphenator?>> _languages = new(StringComparer.Ordinal);

    /// <summary>The hyphenator of a language; null when it has no patterns and the book no exceptions.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public Hyphenator? Of(string language) => _languages.GetOrAdd(language, tag => new Lazy<Hyphenator?>(() => Load(tag))).Value;

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
        string? name = PatternsFor(own, language);
        string words = string.Concat(own.Where(o => o.Language.Length == 0).Select(o => o.Exceptions));
        if (name is null) return words.Length == 0 ? null : new Hyphenator("", words);
        // Exceptions serve every region of their language.
        string plain = name.Split('-')[0];
        ImmutableArray<LanguagePatterns> brought = [.. own.Where(o => o.Language == name || (o.Patterns.Length == 0 && o.Language.Split('-')[0] == plain))];
        string patterns = string.Concat(brought.Select(o => o.Patterns));
        if (patterns.Length == 0) patterns = Resource($"hyph-{name}.pat.txt") ?? "";
        (int before, int after) = HyphenMinima.Of(name);
        return new Hyphenator(patterns, $"{Resource($"hyph-{name}.hyp.txt")}\n{string.Concat(brought.Select(o => o.Exceptions))}\n{words}",
            brought.Select(o => o.LeastBefore).FirstOrDefault(n => n is not null) ?? before, brought.Select(o => o.LeastAfter).FirstOrDefault(n => n is not null) ?? after);
    }

    private static string? Resource(string name)
    {
        using Stream? stream = typeof(HyphenationPatterns).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
