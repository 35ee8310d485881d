namespace BookBuilder.Graphics;

/// <summary>How large a picture may be. What is larger is refused before it is decoded.</summary>
public sealed record PictureLimits
{
    /// <summary>The limits of an ordinary build.</summary>
    public static PictureLimits Default { get; } = new();

    /// <summary>Bytes of a file. Default: 100 million.</summary>
    public long Bytes { get; init; } = 100_000_000;
    /// <summary>Pixels of a raster image. Default: 100 million.</summary>
    public long Pixels { get; init; } = 100_000_000;
    /// <summary>Elements of an SVG file, those shown again by use counted each time. Default: 100 000.</summary>
    public int Elements { get; init; } = 100_000;
    /// <summary>How deep elements of an SVG file may stand in each other. Default: 200.</summary>
    public int Depth { get; init; } = 200;
}
