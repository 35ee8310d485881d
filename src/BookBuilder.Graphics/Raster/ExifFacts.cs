using System.Buffers.Binary;

namespace BookBuilder.Graphics.Raster;

/// <summary>What a camera says about a picture that matters to a book.</summary>
/// <param name="Orientation">1 (as stored) to 8.</param>
/// <param name="DotsPerInch">Null when it does not say.</param>
/// <remarks>Exif 3.0, 4.6.2 and 4.6.5: a TIFF directory. A damaged one says nothing; the picture is still good.</remarks>
internal readonly record struct ExifFacts(int Orientation, double? DotsPerInch)
{
    private const int OrientationTag = 0x112, DensityTag = 0x11A, UnitTag = 0x128, Centimetre = 3;

    public static ExifFacts None => new(1, null);

    public static ExifFacts Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return None;
        bool little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8)) return None;
        long directory = U32(tiff, 4, little);
        if (directory + 2 > tiff.Length) return None;

        int orientation = 1, unit = 2;
        double? density = null;
        int count = U16(tiff, (int)directory, little);
        for (int i = 0; i < count; i++)
        {
            long at = directory + 2 + 12L * i;
            if (at + 12 > tiff.Length) break;
            int entry = (int)at;
            switch (U16(tiff, entry, little))
            {
                case OrientationTag: orientation = U16(tiff, entry + 8, little); break;
                case UnitTag: unit = U16(tiff, entry + 8, little); break;
                case DensityTag: density = Fraction(tiff, U32(tiff, entry + 8, little), little); break;
            }
        }
        if (density is double told) density = told * (unit == Centimetre ? 2.54 : 1);
        return new ExifFacts(orientation is >= 1 and <= 8 ? orientation : 1, density is >= 10 and <= 100_000 ? density : null);
    }

    private static double? Fraction(ReadOnlySpan<byte> tiff, long at, bool little)
    {
        if (at + 8 > tiff.Length) return null;
        uint bottom = U32(tiff, (int)at + 4, little);
        return bottom == 0 ? null : U32(tiff, (int)at, little) / (double)bottom;
    }

    private static ushort U16(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static uint U32(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
