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
    /// <summary>The manifest's design with the patterns of the book before those that the program knows.</summary>
    public static Reported<BookDesign> Load(IBookFiles files, BookManifest manifest, BookLimits limits, BuildMemory memory)
    {
        var sink = new DiagnosticSink();
        NamedFiles read = NamedFiles.Read(files, manifest.PatternFiles, limits, sink);
        memory.Shelf?.AddToLook(read);
        Reported<BookDesign> design = memory.Design.Recall((manifest, read), _ => Of(manifest, read.Files));
        sink.Report(design.Diagnostics);
        return sink.With(design.Value);
    }

    private static Reported<BookDesign> Of(BookManifest manifest, ImmutableArray<SourceFile> files)
    {
        var sink = new DiagnosticSink();
        var own = ImmutableArray.CreateBuilder<LanguagePatterns>();
        foreach (SourceFile file in files)
        {
            if (file.Data is not { } data) continue;
            Reported<LanguagePatterns?> read = PatternFile.Read(file.Path, FileReading.Text(data, file.Path, sink), file.Mention);
            sink.Report(read.Diagnostics);
            if (read.Value is not null) own.Add(read.Value);
        }
        return sink.With(manifest.Design with { Hyphenation = [.. own, .. manifest.Design.Hyphenation] });
    }
}
