using System.Buffers.Binary;

namespace BookBuilder.Graphics.Raster;

/// <summary>What a JPEG file says before its first scan.</summary>
/// <remarks>ITU-T T.81, B.1.1.3 (markers) and B.2.2 (frame header); JFIF 1.02; Adobe Technical Note 5116 for APP14; Exif 3.0, 4.7.2.</remarks>
internal sealed record JpegHeader
{
    /// <summary>The frame's marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive …</summary>
    public int Process { get; private init; }
    public int Precision { get; private init; }
    public int Width { get; private init; }
    public int Height { get; private init; }
    public int Components { get; private init; }
    /// <summary>Whether the components are named R, G, B and no application marker says how colours are coded.</summary>
    public bool IsPlainRgb { get; private init; }
    /// <summary>0 none, 1 YCbCr, 2 YCCK; null without Adobe's marker.</summary>
    public int? AdobeTransform { get; private init; }
    public int Orientation { get; private init; } = 1;
    public double DotsPerInch { get; private init; } = DotDensity.Unknown;

    /// <summary>Null when no frame header is found before the file or its markers end.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> data)
    {
        int? adobe = null;
        bool isJfif = false;
        double? jfifDensity = null;
        ExifFacts exif = ExifFacts.None;
        for (int at = 2; at + 4 <= data.Length;)
        {
            if (data[at] != 0xFF) return null;
            int marker = data[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) { at += 2; continue; }
            int length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            if (length < 2 || at + 2 + length > data.Length) return null;
            ReadOnlySpan<byte> body = data.Slice(at + 4, length - 2);
            switch (marker)
            {
                case 0xE0 when body.StartsWith("JFIF\0"u8) && body.Length >= 12:
                    isJfif = true;
                    jfifDensity = Density(body[7], BinaryPrimitives.ReadUInt16BigEndian(body[8..]));
                    break;
                case 0xE1 when body.StartsWith("Exif\0\0"u8):
                    exif = ExifFacts.Read(body[6..]);
                    break;
                case 0xEE when body.StartsWith("Adobe"u8) && body.Length >= 12:
                    adobe = body[11];
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    if (body.Length < 6 || body.Length < 6 + 3 * body[5]) return null;
                    return new JpegHeader
                    {
                        Process = marker,
                        Precision = body[0],
                        Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]),
                        Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]),
                        Components = body[5],
                        IsPlainRgb = body[5] == 3 && (body[6], body[9], body[12]) == ((byte)'R', (byte)'G', (byte)'B') && adobe is null && !isJfif,
                        AdobeTransform = adobe,
                        Orientation = exif.Orientation,
                        DotsPerInch = jfifDensity ?? exif.DotsPerInch ?? DotDensity.Unknown,
                    };
                case 0xD9 or 0xDA:
                    return null;
            }
            at += 2 + length;
        }
        return null;
    }

    private static double? Density(int unit, int value) => unit switch
    {
        1 when value >= 10 => value,
        2 when value >= 4 => value * 2.54,
        _ => null,
    };
}
