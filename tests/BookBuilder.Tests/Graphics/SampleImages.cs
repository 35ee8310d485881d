using System.Buffers.Binary;
using System.IO.Compression;

namespace BookBuilder.Tests.Graphics;

/// <summary>Small images, made by hand so that every byte is known.</summary>
internal static class SampleImages
{
    /// <summary>8 x 4 pixels, one grey, JFIF with 300 dots to the inch.</summary>
    public static byte[] GrayJpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEBLAEsAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAAEAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AO//Z");

    /// <summary>8 x 4 pixels of four inks with Adobe's marker.</summary>
    public static byte[] CmykJpeg => Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAoHB4jHhkoIyEjLSsoMDxkQTw3Nzx7WF1JZJGAmZaPgIyKoLTmw6Cq2q2KjMj/y9ru9f///5vB////+v/m/f/4/8AAFAgABAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAUE/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCAmXMP/9k=");

    /// <summary>2 x 2 pixels, two frames.</summary>
    public static byte[] AnimatedGif => Convert.FromBase64String(
        "R0lGODdhAgACAIEAAP8AAAAAAAAAAAAAACwAAAAAAgACAAAIBgABCAQQEAAsAAAAAAEAAQCB/wAAAP8AAAAAAAAACAQAAwQEADs=");

    /// <summary>4 x 4 pixels of (0, 128, 255).</summary>
    public static byte[] WebP => Convert.FromBase64String("UklGRhwAAABXRUJQVlA4TBAAAAAvA8AAAAdQwOh//wMR0f8A");

    /// <summary>A PNG of 8-bit samples.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="kind">0 grey, 2 RGB, 6 RGB and alpha.</param>
    /// <param name="samples">Row by row.</param>
    /// <param name="pixelsPerMetre">For pHYs; none when 0.</param>
    public static byte[] Png(int width, int kind, byte[] samples, uint pixelsPerMetre = 0)
    {
        int channels = kind switch { 0 => 1, 2 => 3, _ => 4 }, row = width * channels, height = samples.Length / row;
        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [.. Big((uint)width), .. Big((uint)height), 8, (byte)kind, 0, 0, 0]);
        if (pixelsPerMetre > 0) Chunk(file, "pHYs", [.. Big(pixelsPerMetre), .. Big(pixelsPerMetre), 1]);
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (int y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                zip.Write(samples, y * row, row);
            }
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG with an Exif segment that says how it is turned, put after its first two bytes.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, .. Big(8), 0, 1, 0x01, 0x12, 0, 3, .. Big(1), 0, (byte)orientation, 0, 0, .. Big(0)];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg.AsSpan(2)];
    }

    internal static void Chunk(Stream file, string name, byte[] body)
    {
        byte[] named = [.. name.Select(c => (byte)c), .. body];
        file.Write(Big((uint)body.Length));
        file.Write(named);
        file.Write(Big(Crc(named)));
    }

    private static byte[] Big(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int k = 0; k < 8; k++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
