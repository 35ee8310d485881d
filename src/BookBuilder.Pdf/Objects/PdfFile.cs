using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using BookBuilder.Model.Memories;

namespace BookBuilder.Pdf.Objects;

/// <summary>Writes the objects of a PDF 1.7 file one after the other, small ones packed in object streams, and at the end the
/// cross-reference stream. The output is only ever appended to.</summary>
/// <remarks>ISO 32000-1, 7.5. Uncompressed files hold every object in the open, so that people can read them.</remarks>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsInAStream = 200;

    private readonly Stream _output;
    private readonly bool _compressed;
    private readonly Remembered<string, EncodedStream>? _encoded;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<PdfEntry> _entries = [new(0, 0, 65535)];
    private readonly Syntax _packed = new();
    private readonly Syntax _packedIndex = new();
    private ObjectRef _pack;
    private int _packedCount;
    private long _position;
    private (int First, long Position, MemoryStream? Copy)? _block;

    /// <summary>Begins a file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="compressed">Whether streams are compressed.</param>
    /// <param name="encoded">The streams of objects that were compressed before, by the hash of what is in them; null for none.</param>
    public PdfFile(Stream output, bool compressed, Remembered<string, EncodedStream>? encoded = null)
    {
        (_output, _compressed, _encoded) = (output, compressed, encoded);
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
            PdfEntry entry = _entries[i];
            if (i > 0 && entry.Kind == 0) throw new InvalidOperationException($"Object {i} was promised and never written.");
            Span<byte> row = table.AsSpan(i * 8, 8);
            row[0] = entry.Kind;
            row[1] = (byte)(entry.Place >> 32);
            BinaryPrimitives.WriteUInt32BigEndian(row[2..], (uint)entry.Place);
            BinaryPrimitives.WriteUInt16BigEndian(row[6..], (ushort)entry.Index);
        }
        long start = _position;
        Write(id, entries, EncodedStream.OfTable(table, 8, _compressed));
        Append(new Syntax().Raw("startxref\n"u8).Number(start).Raw("\n%%EOF\n"u8).Written);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>Begins a block: objects that depend on nothing but their numbers and what they refer to, and can be written again as they are.</summary>
    /// <param name="isKept">Whether it will be.</param>
    public void BeginBlock(bool isKept)
    {
        if (_packedCount > 0) Unload();
        _block = (_entries.Count, _position, isKept ? new MemoryStream() : null);
    }

    /// <summary>Ends the block. All numbers taken since it began were written in it, and no others.</summary>
    /// <returns>The block; null when it is not kept.</returns>
    public PdfBlock? EndBlock()
    {
        if (_packedCount > 0) Unload();
        (int first, long position, MemoryStream? copy) = _block ?? throw new InvalidOperationException("No block was begun.");
        _block = null;
        return copy is null ? null
            : new(first, [.. _entries.Skip(first).Select(e => e.Kind == 1 ? e with { Place = e.Place - position } : e)], copy.ToArray());
    }

    /// <summary>Writes a block again. What its objects refer to must have the same numbers as then.</summary>
    public void Repeat(PdfBlock block)
    {
        if (_packedCount > 0) Unload();
        if (block.First != _entries.Count) throw new InvalidOperationException("The block's objects would have other numbers.");
        foreach (PdfEntry entry in block.Entries) _entries.Add(entry.Kind == 1 ? entry with { Place = entry.Place + _position } : entry);
        Append(block.Data.Span);
    }

    /// <summary>The number of the first object of a block that begins now: what is packed so far is no part of it.</summary>
    public int NextOfBlock => _entries.Count;

    private void Unload()
    {
        _packedIndex.Byte((byte)'\n');
        byte[] data = [.. _packedIndex.Written, .. _packed.Written];
        Syntax entries = new Syntax().Name("Type").Name("ObjStm").Name("N").Number(_packedCount).Name("First").Number(_packedIndex.Length);
        _packedCount = 0;
        // Within a block the whole block is kept.
        PutStream(_pack, entries, _encoded is null || _block is not null ? EncodedStream.Of(data, _compressed)
            : _encoded.Recall(Convert.ToBase64String(SHA256.HashData(data)), _ => EncodedStream.Of(data, _compressed)));
        _packed.Clear();
        _packedIndex.Clear();
    }

    private void Mark(ObjectRef id, PdfEntry entry)
    {
        if (_entries[id.Number].Kind != 0) throw new InvalidOperationException($"Object {id.Number} is written twice.");
        _entries[id.Number] = entry;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
        _block?.Copy?.Write(bytes);
    }
}

/// <summary>Where an object is. Kind 1: <paramref name="Place"/> is the offset in the file (in a block: in the block). Kind 2: it is the number of the object stream, <paramref name="Index"/> the place in it.</summary>
internal readonly record struct PdfEntry(byte Kind, long Place, int Index);

/// <summary>Objects as they stand in the file, to be written again.</summary>
/// <param name="First">The number of the first of them.</param>
/// <param name="Entries">Where they are, by number.</param>
/// <param name="Data">The bytes.</param>
internal sealed record PdfBlock(int First, ImmutableArray<PdfEntry> Entries, ReadOnlyMemory<byte> Data);
