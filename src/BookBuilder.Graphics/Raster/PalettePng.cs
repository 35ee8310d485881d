using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BookBuilder.Graphics.Raster;

/// <summary>Writes pictures of few colours as PNG with a palette (PNG specification, 11.2.2, colour type 3): a byte to the pixel instead of four.</summary>
internal static class PalettePng
{
    private const int MostColors = 256;
    /// <summary>So many of the most frequent colours keep their own place whatever the others are.</summary>
    private const int Kept = 128;
    /// <summary>With more than this, it is no picture of plain grounds and letters.</summary>
    private const int MostShades = 4096;
    /// <summary>By how much a channel may differ from what was drawn: the edges of letters have more shades than anybody can tell apart.</summary>
    private const int LargestStep = 6;

    /// <summary>The file; null when a palette would change the picture so that it could be seen.</summary>
    /// <param name="pixels">Red, green, blue and an opacity that does not count, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[]? Write(ReadOnlySpan<byte> pixels, int width)
    {
        ReadOnlySpan<uint> colors = MemoryMarshal.Cast<byte, uint>(pixels);
        if (Counted(colors) is not { } counts || Palette(counts) is not ({ } palette, { } places)) return null;
        byte[] rows = new byte[colors.Length / width * (width + 1)];
        (uint before, byte place) = (colors[0], places[colors[0]]);
        for (int row = 0, at = 0, to = 0; row < colors.Length / width; row++)
        {
            // The filter of the row: none. Places in a palette are no amounts, and their differences say nothing.
            rows[to++] = 0;
            for (int column = 0; column < width; column++, at++)
            {
                if (colors[at] != before) (before, place) = (colors[at], places[colors[at]]);
                rows[to++] = place;
            }
        }

        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), colors.Length / width);
        (head[8], head[9]) = (8, 3);
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(static color => Channels(color))]);
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(rows);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>How often each colour is there; null when there are too many.</summary>
    private static Dictionary<uint, int>? Counted(ReadOnlySpan<uint> colors)
    {
        Dictionary<uint, int> counts = [];
        for (int start = 0; start < colors.Length;)
        {
            int end = colors[start..].IndexOfAnyExcept(colors[start]);
            end = end < 0 ? colors.Length : start + end;
            counts[colors[start]] = counts.GetValueOrDefault(colors[start]) + (end - start);
            if (counts.Count > MostShades) return null;
            start = end;
        }
        return counts;
    }

    /// <summary>The palette, and the place in it of every colour: its own, else that of the one nearest to it. First come the most frequent colours, then always
    /// the one that is farthest from all before it (Gonzalez 1985), so that none is far from one that is there.</summary>
    private static (uint[]? Palette, Dictionary<uint, byte>? Places) Palette(Dictionary<uint, int> counts)
    {
        uint[] all = [.. counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key).Select(static c => c.Key)];
        byte[] place = new byte[all.Length];
        int[] distance = [.. Enumerable.Repeat(int.MaxValue, all.Length)];
        List<uint> palette = [];
        while (palette.Count < Math.Min(MostColors, all.Length))
        {
            uint next = palette.Count < Kept ? all[palette.Count] : all[Array.IndexOf(distance, distance.Max())];
            for (int i = 0; i < all.Length; i++)
                if (Distance(all[i], next) is int d && d < distance[i]) (distance[i], place[i]) = (d, (byte)palette.Count);
            palette.Add(next);
        }
        return distance.Max() > LargestStep ? (null, null) : ([.. palette], all.Zip(place).ToDictionary(static c => c.First, static c => c.Second));
    }

    /// <summary>By how much the channel differs that differs most.</summary>
    private static int Distance(uint one, uint other)
    {
        int largest = 0;
        for (int shift = 0; shift < 32; shift += 8) largest = Math.Max(largest, Math.Abs((int)(one >> shift & 0xFF) - (int)(other >> shift & 0xFF)));
        return largest;
    }

    /// <summary>Red, green and blue, whatever the machine's order of bytes.</summary>
    private static byte[] Channels(uint color) => MemoryMarshal.AsBytes([color])[..3].ToArray();

    private static void Chunk(Stream file, ReadOnlySpan<byte> kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. kind, .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
        file.Write(number);
    }
}
