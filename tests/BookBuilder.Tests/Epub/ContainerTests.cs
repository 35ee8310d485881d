using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BookBuilder.Epub.Container;
using static BookBuilder.Tests.Epub.EpubFixture;

namespace BookBuilder.Tests.Epub;

/// <summary>The container is the zip file that EPUB asks for, byte by byte.</summary>
public sealed class ContainerTests
{
    private static readonly DateTimeOffset Time = new(2023, 8, 16, 10, 20, 30, TimeSpan.Zero);

    [Fact]
    public void The_media_type_stands_stored_at_byte_38()
    {
        byte[] zip = Zip(new OcfFile("EPUB/a.xhtml", "hello"u8.ToArray()));

        Assert.Equal("PK\u0003\u0004"u8.ToArray(), zip[..4]);
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(6)));      // no flags: no data descriptor
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(8)));      // stored
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(28)));     // no extra field
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(zip, 30, 28));
    }

    [Fact]
    public void Other_programs_read_every_file_back()
    {
        byte[] large = [.. Enumerable.Repeat("The sea comes in twice a day. "u8.ToArray(), 500).SelectMany(static b => b)];
        byte[] zip = Zip(new OcfFile("EPUB/a.xhtml", large), new OcfFile("EPUB/é.xhtml", "x"u8.ToArray()), new OcfFile("EPUB/empty.css", Array.Empty<byte>()));

        Dictionary<string, byte[]> files = EpubFixture.Files(zip);
        Assert.Equal(["mimetype", "META-INF/container.xml", "EPUB/a.xhtml", "EPUB/é.xhtml", "EPUB/empty.css"], files.Keys);
        Assert.Equal(large, files["EPUB/a.xhtml"]);
        Assert.True(zip.Length < large.Length / 2);
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.All(archive.Entries, e => Assert.Equal(new DateTime(2023, 8, 16, 10, 20, 30), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void The_stream_need_not_seek()
    {
        var plain = new MemoryStream();
        using var deaf = new OneWayStream(plain);
        OcfContainer.Write("EPUB/package.opf", [new OcfFile("EPUB/a", "x"u8.ToArray())], Time, deaf, new(keeps: false));
        Assert.Equal(Zip(new OcfFile("EPUB/a", "x"u8.ToArray())), plain.ToArray());
    }

    [Fact]
    public void Times_before_1980_are_1980()
    {
        var output = new MemoryStream();
        OcfContainer.Write("p.opf", [], new DateTimeOffset(1851, 1, 1, 0, 0, 0, TimeSpan.Zero), output, new(keeps: false));
        using var archive = new ZipArchive(new MemoryStream(output.ToArray()));
        Assert.Equal(new DateTime(1980, 1, 1), archive.Entries[0].LastWriteTime.DateTime);
    }

    [Fact]
    public void The_container_names_the_package() =>
        Assert.Contains("<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\" />",
            Text(Zip(), "META-INF/container.xml"), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u0000b\u0008c\u000cd\u001fe", "abcde")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("x\uffffy\ufffe", "xy")]
    public void What_XML_cannot_hold_is_left_out(string text, string clean) => Assert.Equal(clean, XmlText.Clean(text));

    [Fact]
    public void Half_a_character_is_left_out()
    {
        string high = "a" + '\ud83d' + "b", low = "a" + '\ude00' + "b", end = "a" + '\ud83d';
        Assert.Equal(["ab", "ab", "a"], [XmlText.Clean(high), XmlText.Clean(low), XmlText.Clean(end)]);
    }

    private static byte[] Zip(params OcfFile[] files)
    {
        var output = new MemoryStream();
        OcfContainer.Write("EPUB/package.opf", files, Time, output, new(keeps: false));
        return output.ToArray();
    }

    private sealed class OneWayStream(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
