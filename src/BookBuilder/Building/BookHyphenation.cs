using System.Collections.Immutable;
using BookBuilder.Files;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Typesetting.Hyphenation;

namespace BookBuilder.Building;

/// <summary>Reads the pattern files a book brings along into its design.</summary>
internal static class BookHyphenation
{
    public static Reported<BookDesign> Load(IBookFiles files, BookManifest manifest, BookLimits limits)
    {
        var sink = new DiagnosticSink();
        var own = ImmutableArray.CreateBuilder<LanguagePatterns>();
        foreach (ManifestFile file in manifest.PatternFiles)
        {
            if (FileReading.Bytes(files, file.Path, limits.FileBytes, file.Span, sink, "file-bytes") is not { } data) continue;
            Reported<LanguagePatterns?> read = PatternFile.Read(file.Path, FileReading.Text(data, file.Path, sink), file.Span);
            sink.Report(read.Diagnostics);
            if (read.Value is not null) own.Add(read.Value);
        }
        return sink.With(manifest.Design with { Hyphenation = [.. own, .. manifest.Design.Hyphenation] });
    }
}
