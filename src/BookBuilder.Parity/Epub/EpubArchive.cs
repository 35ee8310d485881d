using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace BookBuilder.Parity.Epub;

/// <summary>The files in an EPUB's container. No more is unpacked than a book has, whatever the container promises.</summary>
internal sealed class EpubArchive : IDisposable
{
    /// <summary>The most bytes of one file, of all of them, and the most files.</summary>
    public const long MostOfOne = 256L << 20, MostOfAll = 2L << 30;
    public const int MostFiles = 50_000;

    private readonly ZipArchive _zip;
    private long _unpacked;

    /// <summary>Opens a container.</summary>
    /// <exception cref="InvalidDataException">It is no container, or one that no book needs.</exception>
    public EpubArchive(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK\x03\x04"u8)) throw new InvalidDataException("it is no ZIP file");
        _zip = new ZipArchive(new MemoryStream(file, writable: false));
        try { Check(); }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    /// <summary>The files: their paths and sizes.</summary>
    public IEnumerable<(string Path, long Size)> Files => _zip.Entries.Where(static e => !e.FullName.EndsWith('/')).Select(static e => (e.FullName, e.Length));

    /// <summary>Whether there is a file.</summary>
    public bool Has(string path) => _zip.GetEntry(path) is not null;

    /// <summary>A file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged, or grows beyond all measure.</exception>
    public byte[] Bytes(string path)
    {
        ZipArchiveEntry entry = _zip.GetEntry(path) ?? throw new InvalidDataException($"'{path}' is missing");
        using Stream stream = entry.Open();
        using MemoryStream data = new();
        byte[] part = new byte[1 << 16];
        // What the container says of the size is only what it says.
        for (int read; (read = stream.Read(part)) > 0; data.Write(part, 0, read))
            if (data.Length + read > MostOfOne || (_unpacked += read) > MostOfAll) throw new InvalidDataException($"'{path}' grows beyond all measure when it is unpacked");
        return data.ToArray();
    }

    /// <summary>A file as XML.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public XDocument Xml(string path)
    {
        using XmlReader reader = Reader(path);
        return XDocument.Load(reader);
    }

    /// <summary>Goes through a file as XML; entities of its own are not followed.</summary>
    public XmlReader Reader(string path) =>
        XmlReader.Create(new MemoryStream(Bytes(path)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });

    public void Dispose() => _zip.Dispose();

    private void Check()
    {
        if (_zip.Entries.Count > MostFiles) throw new InvalidDataException($"it holds more than {MostFiles} files");
        long all = 0;
        foreach (ZipArchiveEntry entry in _zip.Entries)
        {
            if (entry.FullName.StartsWith('/') || entry.FullName.Contains('\\') || entry.FullName.Split('/').Contains("..")) throw new InvalidDataException($"its file '{entry.FullName}' leads out of it");
            if (entry.Length > MostOfOne || (all += entry.Length) > MostOfAll) throw new InvalidDataException($"'{entry.FullName}' grows beyond all measure when it is unpacked");
        }
    }
}
