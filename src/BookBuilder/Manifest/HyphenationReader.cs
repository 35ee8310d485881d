using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Manifest;

/// <summary>Reads how words are divided: the <c>pdf.hyphenation:</c> section.</summary>
internal static class HyphenationReader
{
    public static BookManifest Read(ManifestSection section, BookManifest manifest)
    {
        ImmutableArray<ManifestFile> files =
            [.. section.Texts("files", "a file").Select(f => ChapterListReader.File(section, f)).OfType<ManifestFile>()];
        StringBuilder words = new();
        foreach (YamlScalar word in section.Texts("exceptions", "a word"))
            if (PatternFile.IsException(word.Text)) words.Append(word.Text).Append('\n');
            else section.Sink.Report(Problems.BadException(word.Text, word.Span));
        section.End();
        manifest = manifest with { PatternFiles = files };
        return words.Length == 0 ? manifest
            : manifest with { Design = manifest.Design with { Hyphenation = [new LanguagePatterns("", "", words.ToString())] } };
    }
}
