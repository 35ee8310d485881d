using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Pandoc;
using BookBuilder.Translation;

namespace BookBuilder.Quarto;

/// <summary>Writes the book.yml of a Quarto book.</summary>
internal static class QuartoManifest
{
    private static readonly (string Label, string[] Keys)[] Words =
    [
        ("figure", ["fig-title", "fig-prefix"]), ("table", ["tbl-title", "tbl-prefix"]), ("listing", ["lst-title", "lst-prefix"]), ("equation", ["eq-prefix"]),
        ("theorem", ["thm-title", "thm-prefix"]), ("lemma", ["lem-title", "lem-prefix"]), ("corollary", ["cor-title", "cor-prefix"]), ("proposition", ["prp-title", "prp-prefix"]),
        ("conjecture", ["cnj-title", "cnj-prefix"]), ("definition", ["def-title", "def-prefix"]), ("example", ["exm-title", "exm-prefix"]), ("exercise", ["exr-title", "exr-prefix"]),
        ("chapter", ["ch-prefix"]), ("appendix", ["apx-prefix", "appendix-title"]), ("section", ["sec-prefix"]), ("list-of-figures", ["lof-title"]), ("list-of-tables", ["lot-title"]),
        ("contents", ["toc-title"]), ("note", ["callout-note-title"]), ("tip", ["callout-tip-title"]), ("warning", ["callout-warning-title"]),
        ("important", ["callout-important-title"]), ("caution", ["callout-caution-title"]),
    ];

    /// <summary>The file.</summary>
    /// <param name="files">The source.</param>
    /// <param name="project">What its project file says.</param>
    /// <param name="data">The YAML block of the only document; null for a book of several.</param>
    /// <param name="chapters">The chapters, their paths those of the translated book.</param>
    /// <param name="fallback">The title of a book that has none.</param>
    /// <param name="log">Told what is not carried over.</param>
    public static TranslatedFile Write(IBookFiles files, QuartoProject project, YamlMap? data, ImmutableArray<PlannedChapter> chapters, string fallback, TranslationAccount log)
    {
        YamlMap? all = Laid(project.Config, log);
        if (data is not null) all = all.Over(data);
        var manifest = new ManifestText();
        BookData.Write(manifest, all, fallback, log);
        if (all.Text("cover-image") is { } cover && BookPath.Normalize(cover) is { } path && files.Read(path, 0) is not FileMissing && path.ToLowerInvariant() is var lower
            && (lower.EndsWith(".png", StringComparison.Ordinal) || lower.EndsWith(".jpg", StringComparison.Ordinal) || lower.EndsWith(".jpeg", StringComparison.Ordinal)))
            manifest.Text("cover", path, BookData.Span(all, "cover-image")).Text("cover-alt", all.Text("cover-image-alt"), BookData.Span(all, "cover-image-alt"));
        BookData.WriteLayout(manifest, all is null ? null : all with { Entries = all.Entries.RemoveAll(e => e.Key == "number-sections" && all.Flag("number-sections") != false) }, log);
        if (all.Flag("number-sections") != false && int.TryParse(all.Text("number-depth"), NumberStyles.None, CultureInfo.InvariantCulture, out int depth))
            manifest.Line($"numbering: {{ depth: {Math.Clamp(depth, 0, 6).ToString(CultureInfo.InvariantCulture)} }}", BookData.Span(all, "number-depth"));
        WriteLabels(manifest, all, log);
        if (all.Text("output-file") is { } name && BookPath.StemOf(name) is { Length: > 0 } stem && stem.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
            manifest.Line("output:").Text("  name", stem, BookData.Span(all, "output-file"));
        ChapterPlan.Write(manifest, chapters);
        BookData.Report(all, log, "project", "book", "crossref", "language", "chapters", "appendices", "output-file", "cover-image", "cover-image-alt", "number-depth", "toc-title", "freeze", "jupyter", "engine",
            "sidebar", "search", "repo-url", "repo-actions", "repo-branch", "downloads", "sharing", "page-navigation", "favicon", "site-url", "tools", "navbar", "page-footer", "image", "open-graph", "twitter-card", "date-format", "fig-width", "fig-height", "fig-format", "fig-dpi", "fig-align", "df-print", "code-fold", "code-link", "code-tools", "code-overflow", "code-copy", "code-line-numbers", "callout-appearance", "callout-icon", "editor", "comments", "website", "profile", "knitr", "smooth-scroll", "anchor-sections", "cap-location", "reference-location", "citation-location", "tbl-cap-location", "fig-cap-location", "epub-cover-image", "render", "references", "id", "order", "listing", "categories", "draft", "author-title");
        return manifest.ToFile();
    }

    /// <summary>The keys of the project, of <c>book:</c> and of the printed formats in one map; what is said of print comes first.</summary>
    private static YamlMap? Laid(YamlMap? config, TranslationAccount log)
    {
        if (config is null) return null;
        YamlMap all = config with { Entries = config.Entries.RemoveAll(e => e.Key is "book" or "format") };
        foreach (string format in (ReadOnlySpan<string>)["html", "epub", "typst", "pdf"])
            if (config.At("format", format) is YamlMap own)
                all = all.Over(format is "pdf" ? own : own with { Entries = own.Entries.RemoveAll(e => e.Key is not ("toc-depth" or "number-sections" or "number-depth" or "lof" or "lot" or "epub-cover-image")) });
        if (config.At("format") is YamlMap formats)
            foreach (YamlEntry other in formats.Entries.Where(e => e.Key is not ("html" or "epub" or "pdf" or "typst")))
                log.Find(Carrying.LeftOut, $"format {other.Key}", other.KeySpan);
        if (config.At("book") is YamlMap book) all = all.Over(book);
        return all.At("epub-cover-image") is { } cover && all.At("cover-image") is null ? all with { Entries = all.Entries.Add(new YamlEntry("cover-image", cover.Span, cover)) } : all;
    }

    private static void WriteLabels(ManifestText manifest, YamlMap? all, TranslationAccount log)
    {
        List<(string Label, string Words, Model.Diagnostics.SourceSpan Span)> labels = [];
        foreach ((string label, string[] keys) in Words)
            foreach (string key in keys)
            {
                YamlValue? value = all.At("crossref", key) ?? all.At("language", "crossref-" + key) ?? all.At("language", key) ?? all.At(key);
                if (value.Text() is not { } words || words.Length == 0) continue;
                labels.Add((label, words, value!.Span));
                break;
            }
        foreach (string key in (ReadOnlySpan<string>)["fig-labels", "tbl-labels", "eq-labels", "subref-labels", "title-delim", "chapters", "custom", "appendix-delim", "ref-hyperlink"])
            if (all.At("crossref", key) is { } value) log.Find(Carrying.LeftOut, $"crossref: {key}", value.Span, "numbers have the book's own form");
        if (labels.Count == 0) return;
        manifest.Line("labels:");
        foreach ((string label, string words, Model.Diagnostics.SourceSpan span) in labels) manifest.Text("  " + label, words, span);
    }
}
