using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Raster;

/// <summary>The colours of a raster image.</summary>
public enum RasterColors
{
    /// <summary>One byte a pixel.</summary>
    Gray,
    /// <summary>Three bytes a pixel.</summary>
    Rgb,
    /// <summary>Four bytes a pixel; only in JPEG files.</summary>
    Cmyk,
}

/// <summary>The format of the file.</summary>
public enum RasterFormat
{
    /// <summary>PNG.</summary>
    Png,
    /// <summary>JPEG.</summary>
    Jpeg,
}

/// <summary>An image of pixels: its facts, its file's bytes, and (for PNG) its pixels.</summary>
public sealed record RasterImage
{
    /// <summary>The format of <see cref="File"/>.</summary>
    public required RasterFormat Format { get; init; }
    /// <summary>The file's bytes, as read.</summary>
    public required ReadOnlyMemory<byte> File { get; init; }
    /// <summary>Stored pixels in a row, before <see cref="Orientation"/>.</summary>
    public required int PixelWidth { get; init; }
    /// <summary>Stored rows, before <see cref="Orientation"/>.</summary>
    public required int PixelHeight { get; init; }
    /// <summary>Its colours.</summary>
    public required RasterColors Colors { get; init; }
    /// <summary>Whether a CMYK JPEG stores its inks inverted, as Adobe's programs do.</summary>
    public bool IsInverted { get; init; }
    /// <summary>The EXIF orientation, 1 (as stored) to 8.</summary>
    public int Orientation { get; init; } = 1;
    /// <summary>Pixels to the inch; 96 when the file does not say.</summary>
    public double DotsPerInch { get; init; } = 96;
    /// <summary>The decoded samples, row by row without padding, in <see cref="Colors"/>; empty for JPEG, which is embedded as it is.</summary>
    public ReadOnlyMemory<byte> Samples { get; init; }
    /// <summary>The opacity, one byte a pixel; empty when every pixel is opaque.</summary>
    public ReadOnlyMemory<byte> Alpha { get; init; }

    /// <summary>Whether the orientation exchanges width and height.</summary>
    public bool IsTurned => Orientation >= 5;
    /// <summary>The width as seen.</summary>
    public Length NaturalWidth => ((IsTurned ? PixelHeight : PixelWidth) * 72 / DotsPerInch).Pt;
    /// <summary>The height as seen.</summary>
    public Length NaturalHeight => ((IsTurned ? PixelWidth : PixelHeight) * 72 / DotsPerInch).Pt;
}
