using System.Buffers;
using System.Runtime.InteropServices;
using BookBuilder.Model.Diagnostics;
using SkiaSharp;

namespace BookBuilder.Graphics.Raster;

/// <summary>Decoded pixels, as few channels as hold them.</summary>
internal sealed record DecodedPixels(int Width, int Height, RasterColors Colors, byte[] Samples, byte[] Alpha, int Frames)
{
    public RasterImage ToImage(ReadOnlyMemory<byte> file) => new()
    {
        Format = RasterFormat.Png,
        File = file,
        PixelWidth = Width,
        PixelHeight = Height,
        Colors = Colors,
        Samples = Samples,
        Alpha = Alpha,
    };
}

/// <summary>Decodes files with Skia.</summary>
internal static class PixelDecoder
{
    /// <summary>Twice a full page at 300 dots to the inch. From here on a picture's buffers are tens of megabytes.</summary>
    private const int LargePixels = 10_000_000;

    /// <summary>For the whole process, because it is the process's memory: several books may be built in it at once.</summary>
    private static readonly Lock OneLarge = new();

    /// <summary>All pixels, or null and a diagnostic when the file is damaged.</summary>
    /// <remarks>Large pictures wait for each other: a machine of many processors would else hold the buffers of as many.</remarks>
    /// <param name="source">The file.</param>
    /// <param name="toSrgb">Whether its colour profile is applied; without one the numbers are taken as they are.</param>
    /// <param name="sink">For the complaint.</param>
    public static unsafe DecodedPixels? Decode(RasterSource source, bool toSrgb, DiagnosticSink sink)
    {
        using MemoryHandle pin = source.Data.Pin();
        using SKData data = SKData.Create((nint)pin.Pointer, source.Data.Length);
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null) return Broken(source, "nothing in it can be decoded", sink);

        using SKColorSpace? srgb = toSrgb ? SKColorSpace.CreateSrgb() : null;
        SKImageInfo info = new(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, srgb);
        int count = checked(info.Width * info.Height);
        if (count < LargePixels) return Decode(source, codec, info, count, sink);
        lock (OneLarge) return Decode(source, codec, info, count, sink);
    }

    private static unsafe DecodedPixels? Decode(RasterSource source, SKCodec codec, SKImageInfo info, int count, DiagnosticSink sink)
    {
        // Let go at once: as garbage the buffers of a few large pictures would be more than all that is kept of them.
        void* pixels = NativeMemory.Alloc((nuint)count, sizeof(uint));
        try
        {
            SKCodecResult result = codec.GetPixels(info, (nint)pixels);
            return result == SKCodecResult.Success
                ? Reduce(new ReadOnlySpan<uint>(pixels, count), info.Width, info.Height, codec.FrameCount)
                : Broken(source, Reason(result), sink);
        }
        finally
        {
            NativeMemory.Free(pixels);
        }
    }

    /// <summary>Whether a JPEG can be decoded to its end. It is decoded at an eighth of its size, which reads every byte.</summary>
    public static unsafe bool IsWhole(RasterSource source, DiagnosticSink sink)
    {
        using MemoryHandle pin = source.Data.Pin();
        using SKData data = SKData.Create((nint)pin.Pointer, source.Data.Length);
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null) return Broken(source, "nothing in it can be decoded", sink) is not null;
        SKSizeI size = codec.GetScaledDimensions(0.125f);
        SKImageInfo info = new(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(info.BytesSize);
        SKCodecResult result;
        fixed (byte* target = pixels) result = codec.GetPixels(info, (nint)target);
        return result == SKCodecResult.Success || Broken(source, Reason(result), sink) is not null;
    }

    /// <summary>The pixels as a PNG file, for formats that PDF and EPUB readers do not all show.</summary>
    public static unsafe byte[] EncodePng(DecodedPixels pixels)
    {
        byte[] whole = GC.AllocateUninitializedArray<byte>(pixels.Width * pixels.Height * 4);
        int step = pixels.Colors == RasterColors.Gray ? 1 : 3;
        for (int i = 0, at = 0; at < whole.Length; i++, at += 4)
        {
            whole[at] = pixels.Samples[i * step];
            whole[at + 1] = pixels.Samples[i * step + step / 2];
            whole[at + 2] = pixels.Samples[i * step + step - 1];
            whole[at + 3] = pixels.Alpha.Length == 0 ? (byte)255 : pixels.Alpha[i];
        }
        SKImageInfo info = new(pixels.Width, pixels.Height, SKColorType.Rgba8888, pixels.Alpha.Length == 0 ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        fixed (byte* first = whole)
        {
            using SKPixmap pixmap = new(info, (nint)first);
            using SKData data = pixmap.Encode(SKPngEncoderOptions.Default)
                ?? throw new InvalidOperationException("Skia could not write a PNG.");
            return data.ToArray();
        }
    }

    private static DecodedPixels Reduce(ReadOnlySpan<uint> pixels, int width, int height, int frames)
    {
        bool gray = true, opaque = true;
        foreach (uint pixel in pixels)
        {
            gray &= (byte)pixel == (byte)(pixel >> 8) && (byte)pixel == (byte)(pixel >> 16);
            opaque &= pixel >> 24 == 255;
        }
        byte[] samples = GC.AllocateUninitializedArray<byte>(gray ? pixels.Length : checked(pixels.Length * 3));
        byte[] alpha = opaque ? [] : GC.AllocateUninitializedArray<byte>(pixels.Length);
        for (int i = 0; i < pixels.Length; i++)
        {
            uint pixel = pixels[i];
            if (gray)
            {
                samples[i] = (byte)pixel;
            }
            else
            {
                samples[3 * i] = (byte)pixel;
                samples[3 * i + 1] = (byte)(pixel >> 8);
                samples[3 * i + 2] = (byte)(pixel >> 16);
            }
            if (!opaque) alpha[i] = (byte)(pixel >> 24);
        }
        return new DecodedPixels(width, height, gray ? RasterColors.Gray : RasterColors.Rgb, samples, alpha, frames);
    }

    private static string Reason(SKCodecResult result) => result == SKCodecResult.IncompleteInput ? "it ends too early" : "its pixels cannot be decoded";

    private static DecodedPixels? Broken(RasterSource source, string why, DiagnosticSink sink)
    {
        sink.Report(Problems.BrokenPicture(source.Mention, source.Path, why));
        return null;
    }
}
