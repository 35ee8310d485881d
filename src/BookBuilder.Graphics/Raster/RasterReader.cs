using System.Buffers.Binary;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;
using SkiaSharp;

namespace BookBuilder.Graphics.Raster;

/// <summary>Reads images of pixels, whatever their format.</summary>
internal static class RasterReader
{
    /// <summary>The image, or null and a diagnostic.</summary>
    public static RasterImage? Read(RasterSource source, BookLimits limits, DiagnosticSink sink)
    {
        ReadOnlySpan<byte> data = source.Data.Span;
        if (PngFile.Begins(data)) return PngFile.Read(source, limits, sink);
        if (JpegFile.Begins(data)) return JpegFile.Read(source, limits, sink);
        if (IsConvertible(data)) return ReadConverted(source, limits, sink);
        sink.Report(Problems.UnknownPictureFormat(source.Mention, source.Path, NameOf(data)));
        return null;
    }

    /// <summary>The pixels that a file claims to have and that are held decoded: PNG, third edition, 11.2.1; GIF89a, 18; 0 for others.</summary>
    public static long DecodedPixelsOf(ReadOnlySpan<byte> data) =>
        PngFile.Begins(data) && data.Length >= 24 ? (long)BinaryPrimitives.ReadUInt32BigEndian(data[16..]) * BinaryPrimitives.ReadUInt32BigEndian(data[20..])
        : data.StartsWith("GIF8"u8) && data.Length >= 10 ? (long)BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) * BinaryPrimitives.ReadUInt16LittleEndian(data[8..])
        : 0;

    private static bool IsConvertible(ReadOnlySpan<byte> data) =>
        data.StartsWith("GIF8"u8) || data.StartsWith("BM"u8) || (data.StartsWith("RIFF"u8) && data.Length >= 12 && data[8..12].SequenceEqual("WEBP"u8));

    /// <summary>GIF, WebP and BMP become PNG: the same pixels, in a format both outputs show.</summary>
    private static RasterImage? ReadConverted(RasterSource source, BookLimits limits, DiagnosticSink sink)
    {
        if (SizeOf(source) is not SKSizeI size)
        {
            sink.Report(Problems.BrokenPicture(source.Mention, source.Path, "nothing in it can be decoded"));
            return null;
        }
        if ((long)size.Width * size.Height > limits.PicturePixels)
        {
            sink.Report(Problems.TooManyPixels(source.Mention, source.Path, (long)size.Width * size.Height, limits.PicturePixels));
            return null;
        }
        if (PixelDecoder.Decode(source, toSrgb: true, sink) is not DecodedPixels pixels) return null;
        if (pixels.Frames > 1) sink.Report(Problems.AnimatedPicture(source.Mention, source.Path, pixels.Frames));
        return pixels.ToImage(PixelDecoder.EncodePng(pixels));
    }

    private static unsafe SKSizeI? SizeOf(RasterSource source)
    {
        using System.Buffers.MemoryHandle pin = source.Data.Pin();
        using SKData data = SKData.Create((nint)pin.Pointer, source.Data.Length);
        using SKCodec? codec = SKCodec.Create(data);
        return codec?.Info.Size;
    }

    /// <summary>What authors put where a picture belongs; the message can then say it.</summary>
    private static string? NameOf(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return "empty";
        if (data.StartsWith("%PDF"u8)) return "a PDF";
        if (data.StartsWith("%!PS"u8)) return "PostScript";
        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8)) return "a TIFF";
        if (data.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "compressed (an SVGZ?)";
        if (data.StartsWith("8BPS"u8)) return "a Photoshop file";
        if (data.StartsWith("version https://git-lfs"u8)) return "a pointer to a file in Git LFS";
        if (data.Length >= 12 && data[4..8].SequenceEqual("ftyp"u8)) return data[8..12].StartsWith("avi"u8) ? "an AVIF" : "a HEIC photo or a film";
        return data[0] == '<' ? "XML or HTML, but no SVG" : null;
    }
}
