using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BookBuilder.Pdf.Objects;

/// <summary>Writes the objects of a PDF 1.7 file one after the other, small ones packed in object streams, and at the end the
/// cross-reference stream. The output is only ever appended to.</summary>
/// <remarks>ISO 32000-1, 7.5. Uncompressed files hold every object in the open, so that people can read them.</remarks>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsInAStream = 200;

    private readonly Stream _output;
    private readonly bool _compressed;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Entry> _entries = [new(0, 0, 65535)];
    private readonly Syntax _packed = new();
    private readonly Syntax _packedIndex = new();
    private ObjectRef _pack;
    private int _packedCount;
    private long _position;

    /// <summary>Begins a file.</summary>
    public PdfFile(Stream output, bool compressed)
    {
        (_output, _compressed) = (output, compressed);
        // The second line tells programs that guess that the file is not text (7.5.2).
        Append("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".Select(c => (byte)c).ToArray());
    }

    /// <summary>Takes the next object number.</summary>
    public ObjectRef Reserve()
    {
        _entries.Add(default);
        return new(_entries.Count - 1);
    }

    /// <summary>Writes an object under a number of its own.</summary>
    public ObjectRef Add(Syntax body)
    {
        ObjectRef id = Reserve();
        Put(id, body);
        return id;
    }

    /// <summary>Writes an object that is no stream.</summary>
    public void Put(ObjectRef id, Syntax body)
    {
        if (!_compressed)
        {
            Mark(id, new(1, _position, 0));
            Append(new Syntax().Number(id.Number).Raw(" 0 obj\n"u8).Raw(body.Written).Raw("\nendobj\n"u8).Written);
            return;
        }
        if (_packedCount == 0) _pack = Reserve();
        Mark(id, new(2, _pack.Number, _packedCount++));
        _packedIndex.Number(id.Number).Number(_packed.Length);
        _packed.Raw(body.Written).Byte((byte)'\n');
        if (_packedCount == ObjectsInAStream) Unload();
    }

    /// <summary>Writes a stream under a number of its own.</summary>
    public ObjectRef AddStream(Syntax entries, EncodedStream data)
    {
        ObjectRef id = Reserve();
        PutStream(id, entries, data);
        return id;
    }

    /// <summary>Writes a stream.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="entries">The entries of its dictionary, without the brackets; length and filter are added.</param>
    /// <param name="data">Its data.</param>
    public void PutStream(ObjectRef id, Syntax entries, EncodedStream data)
    {
        Mark(id, new(1, _position, 0));
        Write(id, entries, data);
    }

    private void Write(ObjectRef id, Syntax entries, EncodedStream data)
    {
        Syntax head = new Syntax().Number(id.Number).Raw(" 0 obj\n<<"u8).Raw(entries.Written);
        head.Name("Length").Number(data.Data.Length);
        if (data.Filter is not null) head.Name("Filter").Name(data.Filter);
        if (data.PredictorColumns > 0)
            head.Name("DecodeParms").OpenDictionary().Name("Predictor").Number(15).Name("Columns").Number(data.PredictorColumns)
                .Name("Colors").Number(data.PredictorColors).CloseDictionary();
        Append(head.Raw(">>\nstream\n"u8).Written);
        Append(data.Data.Span);
        Append("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes the cross-reference stream, which is the trailer as well, and ends the file.</summary>
    /// <param name="catalog">The document's catalog.</param>
    /// <param name="information">The document's information dictionary.</param>
    /// <param name="permanentName">What the book is called through all its editions; the other half of the ID is the content's hash (14.4).</param>
    public void Finish(ObjectRef catalog, ObjectRef information, ReadOnlySpan<byte> permanentName)
    {
        if (_packedCount > 0) Unload();
        ObjectRef id = Reserve();
        Mark(id, new(1, _position, 0));
        byte[] content = _hash.GetCurrentHash()[..16];
        Syntax entries = new Syntax().Name("Type").Name("XRef").Name("Size").Number(_entries.Count)
            .Name("W").OpenArray().Number(1).Number(5).Number(2).CloseArray()
            .Name("Root").Reference(catalog).Name("Info").Reference(information)
            .Name("ID").OpenArray().HexString(SHA256.HashData(permanentName)[..16]).HexString(content).CloseArray();
        byte[] table = new byte[_entries.Count * 8];
        for (int i = 0; i < _entries.Count; i++)
        {
            Entry entry = _entries[i];
            if (i > 0 && entry.Kind == 0) throw new InvalidOperationException($"Object {i} was promised and never written.");
            Span<byte> row = table.AsSpan(i * 8, 8);
            row[0] = entry.Kind;
            row[1] = (byte)(entry.Place >> 32);
            BinaryPrimitives.WriteUInt32BigEndian(row[2..], (uint)entry.Place);
            BinaryPrimitives.WriteUInt16BigEndian(row[6..], (ushort)entry.Index);
        }
        long start = _position;
        Write(id, entries, EncodedStream.OfSamples(table, 8, 1, _compressed));
        Append(new Syntax().Raw("startxref\n"u8).Number(start).Raw("\n%%EOF\n"u8).Written);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Unload()
    {
        _packedIndex.Byte((byte)'\n');
        byte[] data = [.. _packedIndex.Written, .. _packed.Written];
        Syntax entries = new Syntax().Name("Type").Name("ObjStm").Name("N").Number(_packedCount).Name("First").Number(_packedIndex.Length);
        _packedCount = 0;
        PutStream(_pack, entries, EncodedStream.Of(data, _compressed));
        _packed.Clear();
        _packedIndex.Clear();
    }

    private void Mark(ObjectRef id, Entry entry)
    {
        if (_entries[id.Number].Kind != 0) throw new InvalidOperationException($"Object {id.Number} is written twice.");
        _entries[id.Number] = entry;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }

    // Kind 1: Place is the offset in the file. Kind 2: Place is the object stream's number, Index the place in it.
    private readonly record struct Entry(byte Kind, long Place, int Index);
}
