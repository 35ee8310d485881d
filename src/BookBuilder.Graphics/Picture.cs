using BookBuilder.Graphics.Raster;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics;

/// <summary>A picture of the book, read and checked. A closed set.</summary>
public abstract record Picture
{
    private protected Picture() { }

    /// <summary>Its natural size when printed, after any rotation its file asks for.</summary>
    public abstract Length NaturalWidth { get; }
    /// <summary>Its natural height when printed.</summary>
    public abstract Length NaturalHeight { get; }
}

/// <summary>A picture of pixels.</summary>
public sealed record RasterPicture(RasterImage Image) : Picture
{
    /// <inheritdoc/>
    public override Length NaturalWidth => Image.NaturalWidth;
    /// <inheritdoc/>
    public override Length NaturalHeight => Image.NaturalHeight;
}

/// <summary>A picture of shapes.</summary>
public sealed record VectorPicture(Drawing Drawing) : Picture
{
    /// <inheritdoc/>
    public override Length NaturalWidth => Drawing.Width;
    /// <inheritdoc/>
    public override Length NaturalHeight => Drawing.Height;
}
