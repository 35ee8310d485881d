using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Graphics.Raster;

/// <summary>Reads a JPEG's facts; its bytes go into the book as they are.</summary>
internal static class JpegFile
{
    public static bool Begins(ReadOnlySpan<byte> data) => data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static RasterImage? Read(RasterSource source, BookLimits limits, DiagnosticSink sink)
    {
        if (JpegHeader.Read(source.Data.Span) is not JpegHeader header)
        {
            sink.Report(Problems.BrokenPicture(source.Mention, source.Path, "it ends within its header"));
            return null;
        }
        if (Refusal(header) is string refusal)
        {
            sink.Report(Problems.UnsupportedJpeg(source.Mention, source.Path, refusal));
            return null;
        }
        if (header.Width == 0 || header.Height == 0)
        {
            sink.Report(Problems.BrokenPicture(source.Mention, source.Path, "its size is impossible"));
            return null;
        }
        if ((long)header.Width * header.Height > limits.PicturePixels)
        {
            sink.Report(Problems.TooManyPixels(source.Mention, source.Path, (long)header.Width * header.Height, limits.PicturePixels));
            return null;
        }
        return header.IsPlainRgb ? Converted(source, header, sink) : AsItIs(source, header, sink);
    }

    private static string? Refusal(JpegHeader header) => header switch
    {
        { Precision: not 8 } => "has 12-bit samples",
        { Process: 0xC3 or 0xC7 or 0xCB or 0xCF } => "is coded without loss",
        { Process: 0xC5 or 0xC6 or 0xCD or 0xCE } => "is coded in a hierarchy",
        { Process: 0xC9 or 0xCA } => "uses arithmetic coding",
        { Components: not (1 or 3 or 4) } => "has an odd number of colours",
        _ => null,
    };

    private static RasterImage? AsItIs(RasterSource source, JpegHeader header, DiagnosticSink sink)
    {
        if (!PixelDecoder.IsWhole(source, sink)) return null;
        return new RasterImage
        {
            Format = RasterFormat.Jpeg,
            File = source.Data,
            PixelWidth = header.Width,
            PixelHeight = header.Height,
            Colors = header.Components switch { 1 => RasterColors.Gray, 3 => RasterColors.Rgb, _ => RasterColors.Cmyk },
            IsInverted = header is { Components: 4, AdobeTransform: not null },
            Orientation = header.Orientation,
            DotsPerInch = header.DotsPerInch,
        };
    }

    /// <summary>Red, green and blue without a word that they are: PDF readers would take them for luma and chroma, so the pixels are kept instead.</summary>
    private static RasterImage? Converted(RasterSource source, JpegHeader header, DiagnosticSink sink) =>
        PixelDecoder.Decode(source, toSrgb: false, sink) is DecodedPixels pixels
            ? pixels.ToImage(PixelDecoder.EncodePng(pixels)) with { Orientation = header.Orientation, DotsPerInch = header.DotsPerInch }
            : null;
}
