using System.Buffers.Binary;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Metadata;

namespace BookBuilder.Graphics.Raster;

/// <summary>Reads a PNG: its facts from the chunks before the pixels, its pixels by Skia.</summary>
/// <remarks>PNG, third edition (W3C 2025). Palettes become colours; of 16-bit samples the upper half is kept.</remarks>
internal static class PngFile
{
    private const uint Header = 0x49484452, Density = 0x70485973, Profile = 0x69434350, Pixels = 0x49444154;

    public static bool Begins(ReadOnlySpan<byte> data) => data.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    public static RasterImage? Read(RasterSource source, BookLimits limits, DiagnosticSink sink)
    {
        ReadOnlySpan<byte> data = source.Data.Span;
        if (data.Length < 33 || BinaryPrimitives.ReadUInt32BigEndian(data[12..]) != Header)
        {
            sink.Report(Problems.BrokenPicture(source.Mention, source.Path, "it ends within its header"));
            return null;
        }
        long width = BinaryPrimitives.ReadUInt32BigEndian(data[16..]), height = BinaryPrimitives.ReadUInt32BigEndian(data[20..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            sink.Report(Problems.BrokenPicture(source.Mention, source.Path, "its size is impossible"));
            return null;
        }
        if (width * height > limits.PicturePixels)
        {
            sink.Report(Problems.TooManyPixels(source.Mention, source.Path, width * height, limits.PicturePixels));
            return null;
        }
        (double dpi, bool hasProfile) = BeforePixels(data);
        return PixelDecoder.Decode(source, hasProfile, sink) is DecodedPixels pixels
            ? pixels.ToImage(source.Data) with { DotsPerInch = dpi }
            : null;
    }

    private static (double Dpi, bool HasProfile) BeforePixels(ReadOnlySpan<byte> data)
    {
        double dpi = DotDensity.Unknown;
        bool hasProfile = false;
        for (int at = 8; at + 12 <= data.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(data[at..]), kind = BinaryPrimitives.ReadUInt32BigEndian(data[(at + 4)..]);
            if (kind == Pixels || length > data.Length - at - 12) break;
            // Unit 1 is the metre; other units give only the shape of a pixel.
            if (kind == Density && length == 9 && data[at + 16] == 1)
                dpi = DotDensity.OrUnknown(BinaryPrimitives.ReadUInt32BigEndian(data[(at + 8)..]) * 0.0254);
            hasProfile |= kind == Profile;
            at += (int)length + 12;
        }
        return (dpi, hasProfile);
    }
}

/// <summary>Pixels to the inch, as files tell them.</summary>
internal static class DotDensity
{
    /// <summary>What a file that does not say is taken for, as in CSS.</summary>
    public const double Unknown = 96;

    /// <summary>A told density if it can be meant; programs that know none write 1.</summary>
    public static double OrUnknown(double told) => told is >= 10 and <= 100_000 ? told : Unknown;
}
