using BookBuilder.Fonts;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Typography;

/// <summary>The vertical room text takes.</summary>
internal static class FaceHeights
{
    /// <summary>What faces claim beyond this many em is white between lines, which is the leading's business.</summary>
    private const double MostEms = 1.2;

    /// <summary>How far a face's letters reach above and below the baseline at a size.</summary>
    public static (Length Ascent, Length Descent) Of(FontFace face, Length size)
    {
        double up = face.Ascender / (double)face.UnitsPerEm, down = face.Descender / (double)face.UnitsPerEm;
        double share = Math.Min(1, MostEms / (up + down));
        return (size * (up * share), size * (down * share));
    }
}
