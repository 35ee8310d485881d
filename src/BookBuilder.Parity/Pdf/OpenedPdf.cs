using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>A finished PDF as tokens of PdfPig, which shares no code with the writer.</summary>
internal class OpenedPdf : IDisposable
{
    private const int MostSteps = 20;

    private readonly PdfDocument _document;

    public OpenedPdf(byte[] bytes)
    {
        _document = PdfDocument.Open(bytes);
        Pages = [.. PagesBelow(Catalog.Data.GetValueOrDefault("Pages"), 0, [])];
    }

    /// <summary>The file's objects and how they are found.</summary>
    protected Structure Structure => _document.Structure;
    /// <summary>The catalog.</summary>
    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;
    /// <summary>The version it says it has: 1.7, 2.0.</summary>
    public decimal Version => (decimal)_document.Version;
    /// <summary>Whether it is encrypted, and opens without a password.</summary>
    public bool IsEncrypted => _document.IsEncrypted;
    /// <summary>Its title and author in the information dictionary; null where it has none.</summary>
    public (string? Title, string? Author) TitleAndAuthor => (_document.Information.Title, _document.Information.Author);
    /// <summary>The pages in order, with their object numbers.</summary>
    public ImmutableArray<(long Number, DictionaryToken Page)> Pages { get; }
    /// <summary>What a reference stands for.</summary>
    public IToken? Resolve(IToken? token)
    {
        // References that lead to each other in a circle lead nowhere.
        for (int steps = 0; token is IndirectReferenceToken reference; steps++) token = steps > MostSteps ? null : _document.Structure.GetObject(reference.Data)?.Data;
        return token is NullToken ? null : token;
    }

    /// <summary>Follows keys and array places; null where there is nothing.</summary>
    public IToken? Find(IToken? from, params ReadOnlySpan<object> path)
    {
        IToken? at = Resolve(from);
        foreach (object step in path)
            at = Resolve(step is string key ? DictionaryOf(at)?.Data.GetValueOrDefault(key) : at is ArrayToken array && (int)step < array.Length ? array[(int)step] : null);
        return at;
    }

    /// <summary>The dictionary of a token, a stream's as well.</summary>
    public DictionaryToken? DictionaryOf(IToken? token) => Resolve(token) switch
    {
        StreamToken stream => stream.StreamDictionary,
        DictionaryToken dictionary => dictionary,
        _ => null,
    };

    /// <summary>The items of an array, or a single item as an array of one; not resolved.</summary>
    public ImmutableArray<IToken> Items(IToken? token) => Resolve(token) switch
    {
        null => [],
        ArrayToken array => [.. array.Data],
        _ => [token!],
    };

    /// <summary>A name or text; null for anything else.</summary>
    public string? Text(IToken? token) => Resolve(token) switch
    {
        NameToken name => name.Data,
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    /// <summary>A number; null for anything else.</summary>
    public double? Number(IToken? token) => (Resolve(token) as NumericToken)?.Double;

    /// <summary>The number of the object a reference names; -1 when it is no reference.</summary>
    public static long Target(IToken? token) => token is IndirectReferenceToken reference ? reference.Data.ObjectNumber : -1;

    /// <summary>A stream's data, restored; none where they cannot be.</summary>
    public byte[] Restored(StreamToken stream)
    {
        // A damaged filter fails in many ways; whatever the data were needed for is then found missing.
        try { return stream.Decode(_document.Structure.FilterProvider, _document.Structure.TokenScanner).ToArray(); }
        catch (Exception broken) when (broken is PdfDocumentFormatException or KeyNotFoundException or NotSupportedException or InvalidOperationException or ArgumentException) { return []; }
    }

    public void Dispose() => _document.Dispose();

    // A node that is met again would be gone through again, and all below it: files can be made in which that has no end.
    private IEnumerable<(long, DictionaryToken)> PagesBelow(IToken? node, int depth, HashSet<long> met)
    {
        if (depth > 50 || DictionaryOf(node) is not { } dictionary || Target(node) is >= 0 and var number && !met.Add(number)) yield break;
        if (Text(dictionary.Data.GetValueOrDefault("Type")) == "Page") yield return (Target(node), dictionary);
        else
            foreach (IToken kid in Items(dictionary.Data.GetValueOrDefault("Kids")))
                foreach (var page in PagesBelow(kid, depth + 1, met)) yield return page;
    }
}
