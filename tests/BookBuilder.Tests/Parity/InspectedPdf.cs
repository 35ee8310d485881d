using BookBuilder.Parity.Pdf;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Parity;

/// <summary>An opened PDF of which more is asked than what it says: all its objects, its trailer.</summary>
internal sealed class InspectedPdf(byte[] bytes) : OpenedPdf(bytes)
{
    private readonly Dictionary<IToken, byte[]> _data = new(ReferenceEqualityComparer.Instance);

    /// <summary>The file.</summary>
    public byte[] Bytes { get; } = bytes;
    /// <summary>How many objects the trailer announces.</summary>
    public long Trailer => Structure.Trailer.Size;
    /// <summary>The two identifiers of the trailer.</summary>
    public int Identifiers => Structure.Trailer.Identifier.Count;
    /// <summary>The security dictionary; null in an open file.</summary>
    public IToken? Encryption => Structure.Trailer.EncryptionToken;
    /// <summary>The information dictionary; null when there is none.</summary>
    public DictionaryToken? Information => Structure.Trailer.Info is { } info ? DictionaryOf(info) : null;

    /// <summary>Every object of the file, but those that are free.</summary>
    public IEnumerable<(long Number, IToken Token)> Objects => Structure.CrossReferenceTable.ObjectOffsets.Keys
        .OrderBy(reference => reference.ObjectNumber).Select(reference => (reference.ObjectNumber, Structure.GetObject(reference).Data));

    /// <summary>Every dictionary of the file with the number of the object it stands in, however deep.</summary>
    public IEnumerable<(long Number, DictionaryToken Dictionary)> Dictionaries => Objects.SelectMany(entry => Within(entry.Token, 0).Select(found => (entry.Number, found)));

    /// <summary>A stream's data, restored; none where they cannot be.</summary>
    public byte[] Data(StreamToken stream)
    {
        if (!_data.TryGetValue(stream, out byte[]? data)) _data.Add(stream, data = Restored(stream));
        return data;
    }

    private static IEnumerable<DictionaryToken> Within(IToken token, int depth) => depth > 100 ? [] : token switch
    {
        StreamToken stream => Within(stream.StreamDictionary, depth),
        DictionaryToken dictionary => dictionary.Data.Values.SelectMany(value => Within(value, depth + 1)).Prepend(dictionary),
        ArrayToken array => array.Data.SelectMany(value => Within(value, depth + 1)),
        _ => [],
    };
}
