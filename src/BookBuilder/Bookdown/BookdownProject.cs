using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Translation;

namespace BookBuilder.Bookdown;

/// <summary>What a bookdown project's files say about the book, as YAML.</summary>
/// <param name="Book"><c>_bookdown.yml</c>; null when there is none.</param>
/// <param name="Output"><c>_output.yml</c>, else <c>output:</c> at the top of the first document; null when there is none.</param>
/// <param name="Head">The YAML at the top of the first document; null when there is none.</param>
internal sealed record BookdownProject(YamlMap? Book, YamlMap? Output, YamlMap? Head)
{
    /// <summary>The outputs in the order in which they are asked: of print first.</summary>
    private static readonly string[] Formats =
    [
        "bookdown::pdf_book", "bookdown::epub_book", "bookdown::gitbook", "bookdown::bs4_book", "bookdown::html_book", "bookdown::html_chapters", "bookdown::pdf_document2",
        "bookdown::html_document2", "bookdown::markdown_document2", "bookdown::word_document2", "bookdown::tufte_html_book", "bookdown::tufte_book2", "pdf_document", "html_document", "word_document",
    ];

    /// <summary>Reads a project file; null when there is none or it says nothing.</summary>
    public static YamlMap? ReadFile(IBookFiles files, string path, TranslationAccount account) =>
        SourceText.TryText(files, path) is { } yaml ? YamlLookup.ReadProject(yaml, path, account.Said) : null;

    /// <summary>A setting of an output: the first output that says it, those for print first; null when none does.</summary>
    public YamlValue? OutputSetting(params string[] keys)
    {
        foreach (YamlValue? options in (YamlValue?[])[.. Formats.Select(f => Output.At(f)), Output])
            if (options.At(keys) is { } value) return value;
        return null;
    }

    /// <summary>Every setting the outputs name.</summary>
    public IEnumerable<(string Format, YamlEntry Entry)> OutputSettings() =>
        (Output?.Entries ?? []).SelectMany(f => (f.Value as YamlMap)?.Entries.Select(e => (f.Key, e)) ?? []);
}
