using System.Text;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Parity.Pdf;

/// <summary>The words of the pages by the number of the marked content they stand in: what the structure tree puts in order.</summary>
internal sealed class MarkedTexts
{
    private readonly OpenedPdf _pdf;
    private readonly Dictionary<(long Page, int Mark), StringBuilder> _texts = [];
    private readonly HashSet<(long Page, int Mark)> _asked = [];
    private readonly Dictionary<long, CharacterMap> _maps = [];

    // Words in no mark at all, and in no artifact: they must not be.
    private const int Unmarked = -1;

    /// <summary>Reads all pages.</summary>
    public MarkedTexts(OpenedPdf pdf)
    {
        _pdf = pdf;
        foreach ((long number, DictionaryToken page) in pdf.Pages) Read(number, page);
    }

    /// <summary>The words of a piece of marked content; empty when the page does not have it.</summary>
    /// <param name="page">The page's object number.</param>
    /// <param name="mark">The marked content's number on it.</param>
    public string Of(long page, int mark)
    {
        _asked.Add((page, mark));
        return _texts.TryGetValue((page, mark), out StringBuilder? text) ? text.ToString() : "";
    }

    /// <summary>Words of a page that nobody asked for; null when there are none.</summary>
    public string? Unread => _texts.Where(t => !_asked.Contains(t.Key) && !string.IsNullOrWhiteSpace(t.Value.ToString())).Select(static t => t.Value.ToString()).FirstOrDefault();

    private void Read(long number, DictionaryToken page)
    {
        using MemoryStream all = new();
        foreach (IToken part in _pdf.Items(page.Data.GetValueOrDefault("Contents")))
            if (_pdf.Resolve(part) is StreamToken stream)
            {
                all.Write(_pdf.Restored(stream));
                all.WriteByte((byte)'\n');
            }
        Dictionary<string, CharacterMap> fonts = [];
        foreach ((string name, IToken font) in _pdf.DictionaryOf(_pdf.Find(page, "Resources", "Font"))?.Data ?? new Dictionary<string, IToken>()) fonts[name] = MapOf(font);
        Read(number, all.GetBuffer().AsSpan(0, (int)all.Length), fonts);
    }

    private void Read(long page, ReadOnlySpan<byte> data, Dictionary<string, CharacterMap> fonts)
    {
        ContentScanner scanner = new(data);
        // Of each open mark: where its words go, and whether they have been said already by the words in their place.
        Stack<(StringBuilder? Text, bool IsSaid)> open = new();
        open.Push((TextOf(page, Unmarked), false));
        Stack<CharacterMap?> kept = new();
        CharacterMap? map = null;
        while (scanner.Read())
            switch (scanner.Operator)
            {
                case [(byte)'q']: kept.Push(map); break;
                case [(byte)'Q']: kept.TryPop(out map); break;
                case [(byte)'T', (byte)'f']: map = fonts.GetValueOrDefault(Encoding.Latin1.GetString(scanner.Raw(scanner.Operands[0]))); break;
                case [(byte)'B', (byte)'M', (byte)'C']: open.Push(open.Peek()); break;
                case [(byte)'B', (byte)'D', (byte)'C']: open.Push(Opened(ref scanner, page, open.Peek())); break;
                case [(byte)'E', (byte)'M', (byte)'C'] when open.Count > 1: open.Pop(); break;
                case [(byte)'T', (byte)'j' or (byte)'J'] when map is not null && open.Peek() is ({ } text, false):
                    foreach (Operand operand in scanner.Operands)
                        if (operand.Kind is OperandKind.Text or OperandKind.HexText) map.Append(text, scanner.Bytes(operand));
                    break;
            }
    }

    private (StringBuilder? Text, bool IsSaid) Opened(ref ContentScanner scanner, long page, (StringBuilder? Text, bool IsSaid) around)
    {
        if (scanner.Raw(scanner.Operands[0]).SequenceEqual("Artifact"u8)) return (null, false);
        (StringBuilder? text, bool isSaid) = around;
        string? words = null;
        for (int i = 1; i + 1 < scanner.Operands.Count; i++)
        {
            if (scanner.Operands[i].Kind != OperandKind.Name) continue;
            if (scanner.Raw(scanner.Operands[i]).SequenceEqual("MCID"u8) && scanner.Whole(scanner.Operands[i + 1]) is int mark) text = TextOf(page, mark);
            if (scanner.Raw(scanner.Operands[i]).SequenceEqual("ActualText"u8)) words = scanner.Words(scanner.Operands[i + 1]);
        }
        if (words is not null && !isSaid) text?.Append(words);
        return (text, isSaid || words is not null);
    }

    private StringBuilder TextOf(long page, int mark)
    {
        if (!_texts.TryGetValue((page, mark), out StringBuilder? text)) _texts.Add((page, mark), text = new());
        return text;
    }

    private CharacterMap MapOf(IToken font)
    {
        long number = OpenedPdf.Target(font);
        if (!_maps.TryGetValue(number, out CharacterMap? map))
        {
            map = new(_pdf.Find(font, "ToUnicode") is StreamToken stream ? _pdf.Restored(stream) : []);
            // A font that is no object of its own has no number by which it could be known again.
            if (number >= 0) _maps.Add(number, map);
        }
        return map;
    }
}
