using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BookBuilder.Graphics.Raster;

namespace BookBuilder.Epub.Container;

/// <summary>A file of the container.</summary>
/// <param name="Path">From the container's root, with forward slashes.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record OcfFile(string Path, ReadOnlyMemory<byte> Data);

/// <summary>Writes the zip file that an EPUB is.</summary>
/// <remarks>
/// EPUB 3.3 section 4.3 (OCF): "mimetype" first, stored, without extra field; deflate or stored for the others. Written here and not by
/// <see cref="ZipArchive"/>, because that writes the machine's kind and file modes into every entry, and the same book is to give the
/// same bytes everywhere. Every entry's size is known before it is written, so there are no data descriptors and the stream need not seek.
/// </remarks>
internal static class OcfContainer
{
    /// <summary>So many are compressed side by side and then written: of a book of pictures not all are held at once.</summary>
    private const int FilesInABatch = 32;

    private const string PackageMediaType = "application/oebps-package+xml";

    /// <summary>Writes the container.</summary>
    /// <param name="packagePath">The package document, from the container's root.</param>
    /// <param name="files">All other files, in order.</param>
    /// <param name="modified">The time of every entry; before 1980 it is 1980-01-01.</param>
    /// <param name="output">Where.</param>
    /// <param name="known">The files that were compressed before.</param>
    /// <exception cref="InvalidOperationException">The book is larger than a plain zip file can be: 4 GB, or 65,535 files.</exception>
    public static void Write(string packagePath, IEnumerable<OcfFile> files, DateTimeOffset modified, Stream output, PackedFiles known)
    {
        var directory = new MemoryStream();
        uint time = DosTime(modified.UtcDateTime);
        long offset = 0;
        int count = 0;

        OcfFile mediaType = new("mimetype", "application/epub+zip"u8.ToArray());
        IEnumerable<(OcfFile, PackedFile)> all = ((IEnumerable<OcfFile>)[new("META-INF/container.xml", ContainerXml(packagePath)), .. files]).Chunk(FilesInABatch).SelectMany(batch => Packed(batch, known));
        foreach ((OcfFile file, PackedFile packed) in all.Prepend((mediaType, PackedFile.Stored(mediaType.Data))))
        {
            ReadOnlyMemory<byte> stored = packed.Deflated ?? file.Data;
            byte[] name = Encoding.UTF8.GetBytes(file.Path);
            byte[] facts = Facts(name, packed, time, file.Data.Length, stored.Length);

            output.Write("PK\u0003\u0004"u8);
            output.Write(facts);
            output.Write(name);
            output.Write(stored.Span);

            directory.Write("PK\u0001\u0002"u8);
            directory.Write([20, 0]);
            directory.Write(facts);
            directory.Write(new byte[10]);
            directory.Write(UInt32(Checked(offset)));
            directory.Write(name);

            offset += 4 + facts.Length + name.Length + stored.Length;
            count++;
        }
        if (count > ushort.MaxValue)
            throw new InvalidOperationException("An EPUB holds at most 65,535 files.");

        output.Write(directory.ToArray());
        output.Write("PK\u0005\u0006"u8);
        output.Write(new byte[4]);
        output.Write(UInt16((ushort)count));
        output.Write(UInt16((ushort)count));
        output.Write(UInt32(Checked(directory.Length)));
        output.Write(UInt32(Checked(offset)));
        output.Write(UInt16(0));
    }

    private static IEnumerable<(OcfFile File, PackedFile Packed)> Packed(OcfFile[] batch, PackedFiles known)
    {
        var packed = new PackedFile[batch.Length];
        Parallel.For(0, batch.Length, i => packed[i] = known.Of(batch[i].Data));
        return batch.Zip(packed);
    }

    /// <summary>What local header and directory say alike: from "version needed" to "extra field length" (APPNOTE 4.3.7).</summary>
    private static byte[] Facts(byte[] name, PackedFile packed, uint time, int length, int storedLength)
    {
        bool ascii = name.All(static b => b < 0x80);
        return
        [
            .. UInt16(20), .. UInt16((ushort)(ascii ? 0 : 1 << 11)), .. UInt16((ushort)(packed.Deflated is null ? 0 : 8)), .. UInt32(time),
            .. UInt32(packed.Checksum), .. UInt32((uint)storedLength), .. UInt32((uint)length), .. UInt16((ushort)name.Length), .. UInt16(0),
        ];
    }

    private static byte[] ContainerXml(string packagePath)
    {
        var xml = new Markup("urn:oasis:names:tc:opendocument:xmlns:container");
        xml.Open("container", ("version", "1.0"));
        xml.Open("rootfiles");
        xml.Void("rootfile", ("full-path", packagePath), ("media-type", PackageMediaType));
        xml.Close();
        xml.Close();
        return xml.ToBytes();
    }

    /// <summary>Date and time as MS-DOS counts them: two-second steps since 1980.</summary>
    private static uint DosTime(DateTime time)
    {
        if (time.Year < 1980) time = new DateTime(1980, 1, 1);
        if (time.Year > 2107) time = new DateTime(2107, 12, 31);
        int date = (time.Year - 1980) << 9 | time.Month << 5 | time.Day;
        int clock = time.Hour << 11 | time.Minute << 5 | time.Second / 2;
        return (uint)date << 16 | (uint)clock;
    }

    private static uint Checked(long value) =>
        value <= uint.MaxValue ? (uint)value : throw new InvalidOperationException("An EPUB is at most 4 GB long.");

    private static byte[] UInt16(ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] UInt32(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}

/// <summary>A file as it stands in the container.</summary>
/// <param name="Deflated">Its bytes compressed; null when they are not fewer then (pictures are compressed already).</param>
/// <param name="Checksum">The checksum of the file itself.</param>
internal sealed record PackedFile(byte[]? Deflated, uint Checksum)
{
    /// <summary>A file, compressed if that makes it smaller.</summary>
    public static PackedFile Of(ReadOnlyMemory<byte> data)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data.Span);
        return Stored(data) with { Deflated = packed.Length < data.Length ? packed.ToArray() : null };
    }

    /// <summary>A file as it is.</summary>
    public static PackedFile Stored(ReadOnlyMemory<byte> data) => new(null, Crc32.Of(data.Span));
}
