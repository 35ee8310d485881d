using System.Buffers.Binary;
using System.Text;
using BookBuilder.Model.Units;

namespace BookBuilder.Pdf.Document;

/// <summary>The colours the book means, for whoever prints it: sRGB as a matrix profile of ICC version 2.</summary>
/// <remarks>ICC.1:2001-04; the primaries are those of IEC 61966-2-1, adapted to the profile's white (D50) by the Bradford method.</remarks>
internal static class ColorProfile
{
    private const int CurvePoints = 1024;

    /// <summary>The profile's bytes; always the same.</summary>
    public static byte[] Make()
    {
        byte[] curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        MemoryStream body = new();
        byte[] table = new byte[4 + tags.Length * 12];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        int start = 128 + table.Length, curveAt = 0;
        for (int i = 0; i < tags.Length; i++)
        {
            bool isKnownCurve = curveAt > 0 && ReferenceEquals(tags[i].Data, curve);
            int at = isKnownCurve ? curveAt : start + (int)body.Length;
            if (ReferenceEquals(tags[i].Data, curve)) curveAt = at;
            Span<byte> row = table.AsSpan(4 + i * 12);
            Encoding.ASCII.GetBytes(tags[i].Tag, row);
            BinaryPrimitives.WriteInt32BigEndian(row[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(row[8..], tags[i].Data.Length);
            if (isKnownCurve) continue;
            body.Write(tags[i].Data);
            while (body.Length % 4 != 0) body.WriteByte(0);
        }
        return [.. Header(start + (int)body.Length), .. table, .. body.ToArray()];
    }

    private static byte[] Header(int size)
    {
        byte[] header = new byte[128];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        // A date is asked for; the one of the standard's edition serves, since the profile never changes.
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2001);
        header[27] = 4;
        header[29] = 1;
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        byte[] data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Fixed(x));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), Fixed(y));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), Fixed(z));
        return data;
    }

    private static int Fixed(double value) => (int)Math.Round(value * 65536, MidpointRounding.AwayFromZero);

    private static byte[] Text(string text) => [.. "text\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(text), 0];

    // The ASCII name, then no Unicode and no Macintosh name, whose room stays empty.
    private static byte[] Description(string name)
    {
        byte[] data = new byte[12 + name.Length + 1 + 8 + 3 + 67];
        Encoding.ASCII.GetBytes("desc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), name.Length + 1);
        Encoding.ASCII.GetBytes(name, data.AsSpan(12));
        return data;
    }

    private static byte[] Curve()
    {
        byte[] data = new byte[12 + CurvePoints * 2];
        Encoding.ASCII.GetBytes("curv", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (int i = 0; i < CurvePoints; i++)
        {
            double linear = Contrast.Linear(i / (CurvePoints - 1.0));
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + i * 2), (ushort)Math.Round(linear * 65535, MidpointRounding.AwayFromZero));
        }
        return data;
    }
}
