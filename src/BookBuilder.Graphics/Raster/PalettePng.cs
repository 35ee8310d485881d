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
    /// <summary>By how much a channel may differ from what was drawn: the edges of letters have more shades than anybody can tell apart.</summary>
    private const int LargestStep = 6;

    /// <summary>The file; null when a palette would change the picture so that it could be seen.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[]? Write(PixelRuns picture, int width)
    {
        if (!picture.ArePlain || Palette(picture.Shades) is not ({ } palette, { } places)) return null;
        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), picture.Pixels / width);
        (head[8], head[9]) = (8, 3);
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(static color => Channels(color))]);
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Rows(picture, places, width));
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Rows(PixelRuns picture, byte[] places, int width)
    {
        // The filter of each row: none. Places in a palette are no amounts, and their differences say nothing.
        byte[] rows = new byte[picture.Pixels / width * (1 + width)];
        int at = 0, column = 0;
        foreach ((int shade, int length) in picture.Runs)
        {
            for (int left = length; left > 0;)
            {
                if (column == 0) at++;
                Span<byte> part = rows.AsSpan(at, Math.Min(left, width - column));
                part.Fill(places[shade]);
                (at, left, column) = (at + part.Length, left - part.Length, (column + part.Length) % width);
            }
        }
        return rows;
    }

    /// <summary>The palette, and the place in it of every shade: its own, else that of the one nearest to it. First come the most frequent, then always
    /// the one that is farthest from all before it (Gonzalez 1985), so that none is far from one that is there.</summary>
    private static (uint[]? Palette, byte[]? Places) Palette(IReadOnlyList<(uint Color, int Count)> shades)
    {
        int[] order = [.. Enumerable.Range(0, shades.Count).OrderByDescending(s => shades[s].Count).ThenBy(s => shades[s].Color)];
        uint[] all = [.. order.Select(s => shades[s].Color)];
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
        if (distance.Max() > LargestStep) return (null, null);
        byte[] places = new byte[all.Length];
        for (int i = 0; i < all.Length; i++) places[order[i]] = place[i];
        return ([.. palette], places);
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
