using BookBuilder.Graphics.Vector;

namespace BookBuilder.Pdf.Content;

/// <summary>The eight ways a camera may have been held (Exif 2.32, tag 0x0112).</summary>
internal static class Orientations
{
    /// <summary>Maps the unit square of a stored image, y UP, to the unit square in which it is seen.</summary>
    public static Affine Of(int orientation) => orientation switch
    {
        2 => new(-1, 0, 0, 1, 1, 0),
        3 => new(-1, 0, 0, -1, 1, 1),
        4 => new(1, 0, 0, -1, 0, 1),
        5 => new(0, -1, -1, 0, 1, 1),
        6 => new(0, -1, 1, 0, 0, 1),
        7 => new(0, 1, 1, 0, 0, 0),
        8 => new(0, 1, -1, 0, 1, 0),
        _ => Affine.Identity,
    };
}
