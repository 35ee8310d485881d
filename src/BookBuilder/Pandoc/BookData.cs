using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Pandoc;

/// <summary>Writes what Pandoc's metadata say of a book, which bookdown and Quarto use as well, into book.yml.</summary>
internal static partial class BookData
{
    // What says how pages look is the design's; what another key has said already needs no word.
    private static readonly string[] Silent =
    [
        "output", "site", "link-citations", "documentclass", "url", "github-repo", "format", "execute", "editor", "bibliography", "csl", "biblio-style", "nocite",
        "toc", "number-sections", "colorlinks", "linkcolor", "urlcolor", "citecolor", "toccolor", "lang", "dir",
    ];

    /// <summary>Writes title, authors, date, language and the like.</summary>
    /// <param name="manifest">What is written.</param>
    /// <param name="data">The metadata; null when there are none.</param>
    /// <param name="fallback">The title of a book that has none.</param>
    /// <param name="log">Told what is not carried over.</param>
    public static void Write(ManifestText manifest, YamlMap? data, string fallback, TranslationAccount log)
    {
        (string title, string? subtitle) = Titles(data);
        manifest.Text("title", title.Length > 0 ? title : fallback, Span(data, "title"));
        manifest.Text("subtitle", Plain(data.Text("subtitle")) ?? subtitle, Span(data, "subtitle"));
        WriteAuthors(manifest, data);
        WriteDate(manifest, data, log);
        if (Language(data.Text("lang") ?? data.Text("language")) is { } lang) manifest.Text("lang", lang, Span(data, "lang"));
        manifest.Text("publisher", Plain(data.Text("publisher")), Span(data, "publisher"));
        manifest.Text("rights", Plain(data.Text("rights") ?? data.Text("copyright")), Span(data, "rights"));
        manifest.Text("description", Plain(data.Text("description") ?? data.Text("abstract")), Span(data, "description"));
        ImmutableArray<string> subjects = [.. data.Items("subject").Concat(data.Items("subjects")).Concat(data.Items("keywords")).Select(s => Plain(s.Text() ?? s.Text("text"))).OfType<string>()];
        if (!subjects.IsEmpty) manifest.Line($"subjects: [{string.Join(", ", subjects.Select(ManifestText.Quoted))}]", Span(data, "subject"));
        WriteIdentifiers(manifest, data);
    }

    /// <summary>Writes what is numbered, listed and printed on what paper.</summary>
    public static void WriteLayout(ManifestText manifest, YamlMap? data, TranslationAccount log)
    {
        if (int.TryParse(data.Text("toc-depth"), NumberStyles.None, CultureInfo.InvariantCulture, out int depth))
            manifest.Line($"toc: {{ depth: {Math.Clamp(depth, 1, 6).ToString(CultureInfo.InvariantCulture)} }}", Span(data, "toc-depth"));
        string[] lists = [.. new[] { (data.Flag("lof") == true, "figures"), (data.Flag("lot") == true, "tables") }.Where(l => l.Item1).Select(l => l.Item2)];
        if (lists.Length > 0) manifest.Line($"lists: [{string.Join(", ", lists)}]", Span(data, "lof"));
        if (data.Flag("number-sections") == false) manifest.Line("numbering: false", Span(data, "number-sections"));
        string? paper = data.Text("papersize")?.ToLowerInvariant().Replace("paper", "", StringComparison.Ordinal) is "letter" or "a4" or "a5"
            ? data.Text("papersize")!.ToLowerInvariant().Replace("paper", "", StringComparison.Ordinal) : null;
        string? size = data.Text("fontsize") is { } written && FontSize().IsMatch(written) ? written : null;
        bool isOneSided = data.Items("classoption").Any(o => (o.Text() ?? "").Contains("oneside", StringComparison.Ordinal));
        if (paper is null && size is null && !isOneSided) return;
        manifest.Line("pdf:");
        if (paper is not null) manifest.Line($"  paper: {paper}", Span(data, "papersize"));
        if (size is not null) manifest.Line($"  size: {size}", Span(data, "fontsize"));
        if (isOneSided) manifest.Line("  sides: one", Span(data, "classoption"));
    }

    /// <summary>Tells which keys mean nothing here.</summary>
    public static void Report(YamlMap? data, TranslationAccount log, params ReadOnlySpan<string> known)
    {
        string[] others = known.ToArray();
        foreach (YamlEntry entry in data?.Entries ?? [])
            if (Layout().IsMatch(entry.Key)) log.Find(Carrying.LeftOut, $"key '{entry.Key}'", entry.KeySpan, "the design says how the book looks");
            else if (entry.Key is "bibliography" or "csl") log.Find(Carrying.LeftOut, $"key '{entry.Key}'", entry.KeySpan, "citations are printed as they are written");
            else if (entry.Key is "filters" or "filter") log.Find(Carrying.NeedsProgram, $"key '{entry.Key}'", entry.KeySpan, "the text as it is written");
            else if (!Silent.Contains(entry.Key) && !others.Contains(entry.Key) && !Known().IsMatch(entry.Key)) log.Find(Carrying.LeftOut, $"key '{entry.Key}'", entry.KeySpan);
    }

    /// <summary>A title in plain words, or null.</summary>
    public static string? Plain(string? written) =>
        written is null ? null : HeadingWords.Plain(InlineR().Replace(written, "").ReplaceLineEndings(" ")) is { Length: > 0 } words ? words : null;

    /// <summary>A date in the form that book.yml has; null when it is none.</summary>
    public static string? Date(string written)
    {
        foreach (string form in (ReadOnlySpan<string>)["yyyy-MM-dd", "yyyy/MM/dd", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "MMM d, yyyy", "MM/dd/yyyy", "M/d/yyyy", "d. MMMM yyyy", "MMMM yyyy", "yyyy-MM", "yyyy"])
            if (DateOnly.TryParseExact(written.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>The language tag; null when it is none.</summary>
    public static string? Language(string? written) =>
        written?.Replace('_', '-') is { } tag && LanguageTag.IsWellFormed(tag) ? tag : null;

    /// <summary>Where a key's value stands.</summary>
    public static SourceSpan Span(YamlMap? data, string key) => data?.Entries.FirstOrDefault(e => e.Key == key)?.KeySpan ?? SourceSpan.None;

    private static (string Title, string? Subtitle) Titles(YamlMap? data)
    {
        string main = "";
        string? subtitle = null;
        foreach (YamlValue item in data.Items("title"))
            if (item.Text("type") is "subtitle") subtitle = Plain(item.Text("text"));
            else if (main.Length == 0) main = Plain(item.Text() ?? item.Text("text")) ?? "";
        return (main, subtitle);
    }

    private static void WriteAuthors(ManifestText manifest, YamlMap? data)
    {
        ImmutableArray<YamlValue> all = [.. data.Items("author"), .. data.Items("authors"), .. data.Items("creator")];
        List<(string Name, string? Affiliation, string? Sort, string? Role)> authors = [];
        foreach (YamlValue item in all)
        {
            string? name = Plain(item.Text() ?? item.Text("name") ?? item.Text("text") ?? item.Text("name", "literal")
                ?? (item.Text("name", "family") is { } family ? $"{item.Text("name", "given")} {family}".Trim() : null));
            if (name is null) continue;
            YamlValue? affiliation = item.Items("affiliation").Concat(item.Items("affiliations")).FirstOrDefault();
            string? role = item.Text("role") switch { "edt" or "editor" => "editor", "trl" or "translator" => "translator", "ill" or "illustrator" => "illustrator", _ => null };
            // "A and B" is how many write two authors.
            foreach (string one in item is YamlScalar && !name.Contains(',') ? name.Split(" and ") : [name])
                authors.Add((one.Trim(), Plain(affiliation.Text() ?? affiliation.Text("name")), Plain(item.Text("file-as")), role));
        }
        if (authors.Count == 0) return;
        SourceSpan from = Span(data, data.At("author") is not null ? "author" : "authors");
        manifest.Line("authors:", from);
        foreach ((string name, string? affiliation, string? sort, string? role) in authors)
        {
            manifest.Line($"  - name: {ManifestText.Quoted(name)}", from);
            manifest.Text("    affiliation", affiliation, from).Text("    sort", sort, from).Text("    role", role, from);
        }
    }

    private static void WriteDate(ManifestText manifest, YamlMap? data, TranslationAccount log)
    {
        if (data.Text("date") is not { } written) return;
        if (Date(written) is { } date) manifest.Line($"date: {date}", Span(data, "date"));
        else log.Find(Carrying.LeftOut, $"date '{written}'", Span(data, "date"), "a book has a fixed date, such as 2024-05-01");
    }

    private static void WriteIdentifiers(ManifestText manifest, YamlMap? data)
    {
        List<(string Scheme, string Value)> found = [];
        foreach (YamlValue item in data.Items("identifier"))
            if ((item.Text() ?? item.Text("text")) is { } value) found.Add((Scheme(item.Text("scheme") ?? item.Text("schema"), value), value));
        if (data.Text("doi") is { } doi) found.Add(("doi", doi));
        if (data.Text("isbn") is { } isbn) found.Add((Scheme("isbn", isbn), isbn));
        if (found.Count == 0) return;
        manifest.Line("identifiers:", Span(data, "identifier"));
        foreach ((string scheme, string value) in found)
            manifest.Line($"  - {{ scheme: {scheme}, value: {ManifestText.Quoted(value)} }}", Span(data, "identifier"));
    }

    private static string Scheme(string? scheme, string value) => scheme?.ToLowerInvariant() switch
    {
        { } s when s.StartsWith("isbn", StringComparison.Ordinal) => Isbn.IsValid(value) ? "isbn" : "other",
        "doi" => "doi",
        "uuid" => "uuid",
        "uri" or "url" => "uri",
        "issn" => "issn",
        _ => Isbn.IsValid(value) ? "isbn" : "other",
    };

    [GeneratedRegex(@"^\d{1,2}(?:\.\d+)?pt$")]
    private static partial Regex FontSize();

    [GeneratedRegex(@"^(?:(?:main|sans|mono|math|cjk)font.*|geometry|linestretch|margin-.*|css|template|include-.*|header-includes|highlight-style|theme|reference-doc|pdf-engine.*|mainfontoptions|fontfamily|pagestyle|indent|hyperrefoptions|epub-fonts|page-layout)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex(@"^(?:title|subtitle|authors?|creator|date|lang|language|publisher|rights|copyright|description|abstract|subjects?|keywords|identifier|isbn|doi|toc-depth|lof|lot|papersize|fontsize|classoption|cover-image|cover-image-alt)$")]
    private static partial Regex Known();

    [GeneratedRegex(@"`r [^`]*`")]
    private static partial Regex InlineR();
}
