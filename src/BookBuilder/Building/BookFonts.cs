using System.Collections.Concurrent;
using System.Collections.Immutable;
using BookBuilder.Epub;
using BookBuilder.Files;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using BookBuilder.Model.Units;

namespace BookBuilder.Building;

/// <summary>The faces of a book and the shapers made for it, which live as long as their owner.</summary>
internal sealed class BookFonts : IDisposable
{
    /// <summary>Covers are set in display cuts, where a family has them.</summary>
    private static readonly Length LargeType = 72.Pt;

    private readonly ConcurrentBag<HarfBuzzShaper> _shapers = [];

    private BookFonts(FontLibrary library) => Library = library;

    /// <summary>The faces.</summary>
    public FontLibrary Library { get; }

    /// <summary>The program's faces and those the manifest lists; families nobody has are reported.</summary>
    public static Reported<BookFonts> Load(IBookFiles files, BookManifest manifest, BookLimits limits, BuildMemory memory)
    {
        var sink = new DiagnosticSink();
        NamedFiles read = NamedFiles.Read(files, manifest.FontFiles, limits, sink);
        memory.Shelf?.AddToLook(read);
        Reported<BookFonts> fonts = memory.Fonts.Recall((manifest, read), _ => Of(manifest, read.Files));
        sink.Report(fonts.Diagnostics);
        return sink.With(fonts.Value);
    }

    private static Reported<BookFonts> Of(BookManifest manifest, ImmutableArray<SourceFile> files)
    {
        var sink = new DiagnosticSink();
        var own = ImmutableArray.CreateBuilder<OpenTypeFace>();
        foreach (SourceFile file in files)
        {
            if (file.Data is not { } data) continue;
            Reported<OpenTypeFace?> face = OpenTypeFace.Read(data, file.Mention);
            sink.Report(face.Diagnostics);
            if (face.Value is not null) own.Add(face.Value);
        }
        FontLibrary library = FontLibrary.LoadDefault();
        if (own.Count > 0) library = library.With(own);
        foreach (ManifestFamily family in manifest.Families)
            if (!library.HasFamily(family.Family))
                sink.Report(Problems.UnknownFamily(family.Key, family.Family, family.Span, Spelling.Nearest(family.Family, library.Families)));
        return sink.With(new BookFonts(library));
    }

    /// <summary>A shaper of its own for whoever composes.</summary>
    public IShaper NewShaper()
    {
        var shaper = new HarfBuzzShaper(Library);
        _shapers.Add(shaper);
        return shaper;
    }

    /// <summary>The font file for a text of a drawing: the first family there is, the sans when there is none.</summary>
    public ReadOnlyMemory<byte> DataFor(DrawingFontRequest request) => Library.FaceFor(new FontRequest(
        request.Families.FirstOrDefault(Library.HasFamily) ?? "sans-serif", request.Weight, request.Italic, LargeType, FontFeatures.None, "")).Data;

    /// <summary>The files an EPUB embeds: the text's four faces, the sans' and the code's, unmodified.</summary>
    public IReadOnlyList<EpubFont> ForEpub(BookDesign design) =>
    [
        .. new[] { design.BodyFont, design.SansFont, design.MonoFont }.Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(family => Library.Faces.Where(f => f.Family.Equals(family, StringComparison.OrdinalIgnoreCase) && f.Weight is 400 or 700))
            .Where(f => f.Embedding != EmbeddingPermission.Restricted)
            .Select(f => new EpubFont(f.Name + (f.IsCff ? ".otf" : ".ttf"), f.Family, f.Weight, f.IsItalic, f.Data)),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (HarfBuzzShaper shaper in _shapers) shaper.Dispose();
    }
}
