using BookBuilder.Files;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Manifest;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Building;

/// <summary>The cover's image: the author's, else one made of title, authors and the design's colour.</summary>
/// <param name="Image">A PNG or JPEG file.</param>
/// <param name="MediaType">"image/png" or "image/jpeg".</param>
/// <param name="AlternativeText">What it shows.</param>
internal sealed record BookCover(ReadOnlyMemory<byte> Image, string MediaType, string AlternativeText)
{
    /// <summary>Shops refuse covers with a shorter side of fewer pixels.</summary>
    private const int FewestPixels = 600;

    /// <summary>Reads and checks the author's cover. Null when there is none or it cannot be used.</summary>
    public static Reported<BookCover?> Read(IBookFiles files, BookManifest manifest, BookMetadata metadata, BookLimits limits, BuildMemory memory)
    {
        var sink = new DiagnosticSink();
        if (manifest.Cover is not { } named || FileReading.Bytes(files, named.Path, limits.FileBytes, named.Span, sink, "file-bytes") is not { } data)
            return sink.With<BookCover?>(null);
        return memory.GivenCover.Recall((manifest, metadata, new SourceFile(named.Path, named.Span, data)), _ => Of(data, named, manifest, metadata, limits));
    }

    private static Reported<BookCover?> Of(ReadOnlyMemory<byte> data, ManifestFile file, BookManifest manifest, BookMetadata metadata, BookLimits limits)
    {
        var sink = new DiagnosticSink();
        if (manifest.CoverAlternativeText is null) sink.Report(Problems.CoverWithoutAlternative(file.Span));
        Reported<Picture?> read = PictureReader.Read(data, file.Path, file.Span, limits);
        sink.Report(read.Diagnostics);
        if (read.Value is not RasterPicture { Image: var image })
        {
            if (read.Value is not null) sink.Report(Problems.CoverFormat(file.Path, file.Span));
            return sink.With<BookCover?>(null);
        }
        if (Math.Min(image.PixelWidth, image.PixelHeight) < FewestPixels)
            sink.Report(Problems.CoverSmall(file.Path, image.PixelWidth, image.PixelHeight, file.Span));
        string type = image.Format == RasterFormat.Png ? "image/png" : "image/jpeg";
        return sink.With<BookCover?>(new BookCover(image.File, type, manifest.CoverAlternativeText ?? Spoken(metadata)));
    }

    /// <summary>Makes a cover of title, authors and the design's colour.</summary>
    public static BookCover Make(BookMetadata metadata, BookDesign design, BookFonts fonts)
    {
        using var shaper = new HarfBuzzShaper(fonts.Library);
        Drawing drawing = CoverComposer.Compose(metadata, design, shaper);
        return OfMade(DrawingRasterizer.ToPng(drawing, CoverComposer.Width, fonts.DataFor), metadata);
    }

    /// <summary>A cover whose image was made.</summary>
    public static BookCover OfMade(ReadOnlyMemory<byte> png, BookMetadata metadata) => new(png, "image/png", Spoken(metadata));

    private static string Spoken(BookMetadata metadata) => string.Join(", ", [metadata.Title, .. metadata.Authors.Where(static a => a.IsOnCover).Select(static a => a.Name)]);
}
