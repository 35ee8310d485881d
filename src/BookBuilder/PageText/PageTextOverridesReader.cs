using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.PageText;

/// <summary>Reads an overrides file.</summary>
public static class PageTextOverridesReader
{
    private const int LastLine = 10_000_000;

    /// <summary>Reads it. What cannot be read is reported as an error and counts as not said.</summary>
    /// <param name="yaml">The file's text; empty for no overrides.</param>
    /// <param name="path">The file, as diagnostics name it.</param>
    public static Reported<PageTextOverrides> Read(string yaml, string path)
    {
        var sink = new DiagnosticSink();
        YamlValue? root = YamlReader.Read(yaml, path, sink);
        SourceSpan span = SourceSpan.OfFile(path);
        if (root is not null and not YamlMap) sink.Report(Problems.OverridesAreNoMap(root.Span));
        var section = new ManifestSection("overrides", root as YamlMap, span, sink);
        var overrides = new PageTextOverrides
        {
            Title = section.Text("title"),
            Authors = section.Value("authors") is null ? null : [.. section.Texts("authors", "a list of names").Select(t => t.Text)],
            Date = Date(section),
            Language = Language(section),
            Dashes = section.Flag("dashes", false),
            Refused = Rules(section, "refuse"),
            Lines = Lines(section),
        };
        section.End();
        return sink.With(overrides);
    }

    private static DateOnly? Date(ManifestSection section)
    {
        if (section.Scalar("date", "a date such as 2023-08-16") is not { } scalar) return null;
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        section.Sink.Report(Problems.BadDate(scalar.Text, scalar.Span));
        return null;
    }

    private static string? Language(ManifestSection section)
    {
        if (section.Scalar("lang") is not { } scalar) return null;
        if (LanguageTag.IsWellFormed(scalar.Text)) return scalar.Text;
        section.Sink.Report(Problems.BadLanguage(scalar.Text, scalar.Span, null));
        return null;
    }

    private static ImmutableSortedDictionary<int, LineOverride> Lines(ManifestSection section)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<int, LineOverride>();
        ManifestSection map = section.Section("lines");
        foreach (YamlEntry entry in map.Entries())
        {
            if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int line) || line is < 1 or > LastLine)
                section.Sink.Report(Problems.OverrideWithoutLine(entry.Key, entry.KeySpan));
            else if (Line(map, entry) is { } said)
                lines[line] = said with { Span = entry.KeySpan };
        }
        return lines.ToImmutable();
    }

    private static LineOverride? Line(ManifestSection section, YamlEntry entry)
    {
        if (entry.Value is YamlMap map) return Line(new ManifestSection($"lines.{entry.Key}", map, map.Span, section.Sink));
        if (section.AsText(entry.Value, $"lines.{entry.Key}") is not { } word) return null;
        switch (section.OneOf(word, $"lines.{entry.Key}", ["join", "keep", "drop", "text", "picture", "no-picture"]))
        {
            case "join": return new LineOverride { Joins = true };
            case "keep": return new LineOverride { Joins = false };
            case "drop": return new LineOverride { Drops = true };
            case "text": return new LineOverride { IsText = true };
            case "picture": return new LineOverride { IsPicture = true };
            case "no-picture": return new LineOverride { IsPicture = false };
            default: return null;
        }
    }

    private static LineOverride Line(ManifestSection section)
    {
        int level = section.Whole("level", 1, 6, 0);
        int caption = section.Whole("caption-of", 1, LastLine, 0);
        var said = new LineOverride
        {
            Joins = section.Value("join") is null ? null : section.Flag("join", true),
            Drops = section.Flag("drop", false),
            IsText = section.Flag("text", false),
            IsPicture = section.Value("picture") is null ? null : section.Flag("picture", true),
            Split = section.Text("split"),
            Level = level == 0 ? null : level,
            IsNumbered = section.Flag("numbered", false),
            CaptionOf = caption == 0 ? null : caption,
            Accepted = Rules(section, "accept"),
            Refused = Rules(section, "refuse"),
        };
        section.End();
        return said;
    }

    private static ImmutableHashSet<PageTextRule> Rules(ManifestSection section, string key)
    {
        var rules = ImmutableHashSet.CreateBuilder<PageTextRule>();
        foreach (YamlScalar name in section.Texts(key, "a list of rules"))
        {
            if (PageTextRules.Named(name.Text) is { } rule) rules.Add(rule);
            else section.Sink.Report(Problems.UnknownPageTextRule(name.Text, name.Span, Spelling.Nearest(name.Text, [.. Enum.GetValues<PageTextRule>().Select(PageTextRules.NameOf)])));
        }
        return rules.ToImmutable();
    }
}
