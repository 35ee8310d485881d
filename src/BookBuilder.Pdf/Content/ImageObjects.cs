using System.Diagnostics;
using System.Security.Cryptography;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Memories;
using BookBuilder.Pdf.Objects;

namespace BookBuilder.Pdf.Content;

/// <summary>The images of the book as image XObjects, each once however often it is shown (ISO 32000-1, 8.9.5).</summary>
/// <param name="known">The images that were encoded before.</param>
internal sealed class ImageObjects(Remembered<RasterImage, EncodedImage> known)
{
    private const int AtATime = 32;

    private readonly Dictionary<RasterImage, ObjectRef> _byImage = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ObjectRef> _byContent = [];

    /// <summary>The object of an image written before.</summary>
    public ObjectRef this[RasterImage image] => _byImage[image];

    /// <summary>Writes the images that were not written yet. They are encoded side by side and written in order.</summary>
    public void Write(PdfFile file, IReadOnlyList<RasterImage> images, bool compressed, ParallelOptions parallel)
    {
        List<RasterImage> unknown = [.. images.Distinct<RasterImage>(ReferenceEqualityComparer.Instance).Where(image => !_byImage.ContainsKey(image))];
        // Some at a time: encoded, they may be larger than all that the book says.
        foreach (RasterImage[] some in unknown.Chunk(AtATime))
        {
            var encoded = new EncodedImage[some.Length];
            Parallel.For(0, some.Length, parallel, i => encoded[i] = known.Recall(some[i], image => Encode(image, compressed)));
            for (int i = 0; i < some.Length; i++)
            {
                (string key, EncodedStream samples, EncodedStream? alpha) = encoded[i];
                if (!_byContent.TryGetValue(key, out ObjectRef id)) _byContent.Add(key, id = Write(file, some[i], samples, alpha));
                _byImage.Add(some[i], id);
            }
        }
    }

    private static EncodedImage Encode(RasterImage image, bool compressed)
    {
        string key = Convert.ToHexString(SHA256.HashData(image.File.Span));
        if (image.Format == RasterFormat.Jpeg) return new(key, new(image.File, "DCTDecode"), null);
        EncodedStream samples = EncodedStream.OfSamples(image.Samples.Span, image.PixelWidth, ColorsOf(image), compressed);
        EncodedStream? alpha = image.Alpha.IsEmpty ? null : EncodedStream.OfSamples(image.Alpha.Span, image.PixelWidth, 1, compressed);
        return new(key, samples, alpha);
    }

    private static ObjectRef Write(PdfFile file, RasterImage image, EncodedStream samples, EncodedStream? alpha)
    {
        Syntax entries = Head(image).Name("ColorSpace").Name(image.Colors switch
        {
            RasterColors.Gray => "DeviceGray",
            RasterColors.Rgb => "DeviceRGB",
            RasterColors.Cmyk => "DeviceCMYK",
            _ => throw new UnreachableException($"{image.Colors} is new: say here what its colour space is called."),
        });
        if (image.IsInverted)
        {
            entries.Name("Decode").OpenArray();
            for (int i = 0; i < ColorsOf(image); i++) entries.Number(1).Number(0);
            entries.CloseArray();
        }
        if (alpha is not null)
            entries.Name("SMask").Reference(file.AddStream(Head(image).Name("ColorSpace").Name("DeviceGray"), alpha));
        return file.AddStream(entries, samples);
    }

    private static Syntax Head(RasterImage image) => new Syntax().Name("Type").Name("XObject").Name("Subtype").Name("Image")
        .Name("Width").Number(image.PixelWidth).Name("Height").Number(image.PixelHeight).Name("BitsPerComponent").Number(8);

    private static int ColorsOf(RasterImage image) => image.Colors switch
    {
        RasterColors.Gray => 1,
        RasterColors.Rgb => 3,
        RasterColors.Cmyk => 4,
        _ => throw new UnreachableException($"{image.Colors} is new: say here how many bytes a pixel has."),
    };
}

/// <summary>An image as it stands in the file.</summary>
/// <param name="Key">Tells it from others: the hash of its file.</param>
/// <param name="Samples">Its pixels.</param>
/// <param name="Alpha">Their opacity; null when they are opaque.</param>
internal sealed record EncodedImage(string Key, EncodedStream Samples, EncodedStream? Alpha);
