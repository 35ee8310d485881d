using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Pdf;

/// <summary>A finished PDF as another library reads it: objects, tags, text.</summary>
internal sealed class PdfReading(byte[] bytes) : IDisposable
{
    private readonly PdfDocument _document = PdfDocument.Open(bytes);

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The document as the library has it.</summary>
    public PdfDocument Document => _document;

    /// <summary>The catalog.</summary>
    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    /// <summary>The text of a page, from 1, in the order of the file.</summary>
    public string Text(int page) => _document.GetPage(page).Text;

    /// <summary>Follows keys and array places from a token to another; null where there is none.</summary>
    public IToken? Find(IToken? from, params ReadOnlySpan<object> path)
    {
        IToken? at = Resolve(from);
        foreach (object step in path)
            at = Resolve(step switch
            {
                string key => (at is StreamToken stream ? stream.StreamDictionary : at as DictionaryToken)?.Data.GetValueOrDefault(key),
                int place => at is ArrayToken array && place < array.Length ? array[place] : null,
                _ => throw new ArgumentException("A step is a key or a place.", nameof(path)),
            });
        return at;
    }

    /// <summary>A token as a short text: names without slash, strings, numbers; arrays with blanks between.</summary>
    public string Show(IToken? token) => Resolve(token) switch
    {
        null => "",
        NameToken name => name.Data,
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        NumericToken number => number.Double.ToString("0.######", CultureInfo.InvariantCulture),
        BooleanToken truth => truth.Data ? "true" : "false",
        ArrayToken array => string.Join(' ', array.Data.Select(Show)),
        DictionaryToken dictionary => "<<" + string.Join(' ', dictionary.Data.Select(entry => $"{entry.Key}={Show(entry.Value)}")) + ">>",
        NullToken => "null",
        IToken other => other.GetType().Name,
    };

    /// <summary>The pages' dictionaries, in order.</summary>
    public ImmutableArray<DictionaryToken> Pages => [.. _document.GetPages().Select(page => page.Dictionary)];

    /// <summary>The operators of a page, its streams one after the other.</summary>
    public string Operators(int page)
    {
        StringBuilder all = new();
        ArrayToken contents = (ArrayToken)Find(Pages[page - 1], "Contents")!;
        foreach (IToken part in contents.Data) all.Append(Encoding.Latin1.GetString(Data((StreamToken)Resolve(part)!)));
        return all.ToString();
    }

    /// <summary>The data of a stream, restored.</summary>
    public byte[] Data(StreamToken stream) => stream.Decode(_document.Structure.FilterProvider, _document.Structure.TokenScanner).ToArray();

    /// <summary>The structure tree, one line an element: tag, language, alternative text, attributes, then its own text in quotes.</summary>
    public string Structure()
    {
        StringBuilder lines = new();
        Write(lines, Find(Catalog, "StructTreeRoot", "K")!, 0, new MarkedTexts(_document));
        return lines.ToString().TrimEnd();
    }

    public void Dispose() => _document.Dispose();

    public IToken? Resolve(IToken? token)
    {
        while (token is IndirectReferenceToken reference) token = _document.Structure.GetObject(reference.Data).Data;
        return token;
    }

    private void Write(StringBuilder lines, IToken token, int depth, MarkedTexts texts)
    {
        DictionaryToken element = (DictionaryToken)Resolve(token)!;
        lines.Append(' ', depth * 2).Append(Show(Find(element, "S")));
        foreach (string key in (ReadOnlySpan<string>)["Lang", "Alt", "ID", "A"])
            if (Find(element, key) is { } value) lines.Append(CultureInfo.InvariantCulture, $" {key}={Show(value)}");
        int page = PageOf(Find(element, "Pg"));
        List<IToken> below = [];
        foreach (IToken kid in ((ArrayToken)Find(element, "K")!).Data)
            if (Resolve(kid) is NumericToken number) lines.Append(CultureInfo.InvariantCulture, $" \"{texts.Of(page, number.Int)}\"");
            else if (Show(Find(kid, "Type")) == "MCR")
                lines.Append(CultureInfo.InvariantCulture, $" p{PageOf(Find(kid, "Pg"))}:\"{texts.Of(PageOf(Find(kid, "Pg")), ((NumericToken)Find(kid, "MCID")!).Int)}\"");
            else if (Show(Find(kid, "Type")) == "OBJR") lines.Append(" OBJR");
            else below.Add(kid);
        lines.Append('\n');
        foreach (IToken kid in below) Write(lines, kid, depth + 1, texts);
    }

    private int PageOf(IToken? page) => page is null ? 0 : Pages.FindIndexOf(page) + 1;

    /// <summary>The text of marked content, by page and number.</summary>
    private sealed class MarkedTexts(PdfDocument document)
    {
        private readonly Dictionary<int, Dictionary<int, string>> _byPage = [];

        public string Of(int page, int number)
        {
            if (!_byPage.TryGetValue(page, out Dictionary<int, string>? texts))
                _byPage.Add(page, texts = document.GetPage(page).GetMarkedContents()
                    .Where(part => part.MarkedContentIdentifier >= 0).ToDictionary(part => part.MarkedContentIdentifier, TextOf));
            return texts[number];
        }

        private static string TextOf(MarkedContentElement part) => part.ActualText
            ?? string.Concat(part.Letters.Select(letter => letter.Value)) + string.Concat(part.Children.Select(TextOf));
    }
}

internal static class TokenSearch
{
    /// <summary>The place of a dictionary among others, by its content.</summary>
    public static int FindIndexOf(this ImmutableArray<DictionaryToken> pages, IToken page)
    {
        for (int i = 0; i < pages.Length; i++)
            if (ReferenceEquals(pages[i], page) || pages[i].Equals(page)) return i;
        return -1;
    }
}
