using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BookBuilder.Parity.Pdf;
using UglyToad.PdfPig.Tokens;

namespace BookBuilder.Tests.Parity;

/// <summary>Changes a finished PDF as an editor's program does: new objects stand behind the old file (incremental update, ISO 32000-1, 7.5.6).</summary>
internal sealed partial class PdfEdit : IDisposable
{
    private readonly byte[] _file;
    private readonly InspectedPdf _pdf;
    private readonly Dictionary<long, byte[]> _replaced = [];

    public PdfEdit(byte[] file) => (_file, _pdf) = (file, new InspectedPdf(file));

    /// <summary>Puts another object in the place of the first that fits.</summary>
    /// <param name="fits">Says of a dictionary, by its raw look, whether it is meant.</param>
    /// <param name="body">The new object.</param>
    public PdfEdit Replace(Func<DictionaryToken, bool> fits, string body)
    {
        (long number, _) = _pdf.Objects.First(o => o.Token is DictionaryToken dictionary && fits(dictionary));
        _replaced[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    /// <summary>Changes words on a page: the codes of their glyphs are found by what the font says they stand for.</summary>
    /// <param name="words">The words, which stand once in the book in one piece; spaces do not count.</param>
    /// <param name="change">Gets the codes in order and gives those that stand there instead.</param>
    public PdfEdit Rewrite(string words, Func<int[], int[]> change)
    {
        string letters = words.Replace(" ", "", StringComparison.Ordinal);
        foreach ((_, DictionaryToken page) in _pdf.Pages)
        foreach (IToken part in _pdf.Items(page.Data.GetValueOrDefault("Contents")))
        {
            byte[] data = _pdf.Data((StreamToken)_pdf.Resolve(part)!);
            List<Glyph> glyphs = GlyphsOf(data, page);
            int at = string.Concat(glyphs.Select(g => g.Text)).IndexOf(letters, StringComparison.Ordinal);
            if (at < 0) continue;
            Glyph[] found = [.. glyphs.Skip(at).Take(letters.Length)];
            _replaced[OpenedPdf.Target(part)] = Rewritten(data, found, change([.. found.Select(g => g.Code)]));
            return this;
        }
        throw new InvalidOperationException($"No page says '{words}'.");
    }

    /// <summary>Changes operators: a text in the first content that has it.</summary>
    public PdfEdit Restate(string from, string to)
    {
        foreach ((_, DictionaryToken page) in _pdf.Pages)
        foreach (IToken part in _pdf.Items(page.Data.GetValueOrDefault("Contents")))
        {
            string content = Encoding.Latin1.GetString(_pdf.Data((StreamToken)_pdf.Resolve(part)!));
            if (!content.Contains(from, StringComparison.Ordinal)) continue;
            _replaced[OpenedPdf.Target(part)] = StreamOf(Encoding.Latin1.GetBytes(content.Replace(from, to, StringComparison.Ordinal)));
            return this;
        }
        throw new InvalidOperationException($"No page has '{from}'.");
    }

    /// <summary>The changed file.</summary>
    public byte[] ToBytes()
    {
        string plain = Encoding.Latin1.GetString(_file);
        MemoryStream output = new();
        output.Write(_file);
        StringBuilder table = new("xref\n");
        foreach ((long number, byte[] body) in _replaced.OrderBy(r => r.Key))
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{output.Position:0000000000} 00000 n \n");
            output.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            output.Write(body);
            output.Write("\nendobj\n"u8);
        }
        long start = output.Position;
        output.Write(Encoding.Latin1.GetBytes($"{table}trailer\n<< /Size {_pdf.Trailer} /Root {Root().Match(plain).Groups[1].Value} /Prev {Start().Matches(plain)[^1].Groups[1].Value} >>\nstartxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    public void Dispose() => _pdf.Dispose();

    private List<Glyph> GlyphsOf(byte[] data, DictionaryToken page)
    {
        List<Glyph> glyphs = [];
        CharacterMap map = new([]);
        ContentScanner scanner = new(data);
        while (scanner.Read())
            if (scanner.Operator.SequenceEqual("Tf"u8))
                map = new(_pdf.Data((StreamToken)_pdf.Find(page, "Resources", "Font", Encoding.Latin1.GetString(scanner.Raw(scanner.Operands[0])), "ToUnicode")!));
            else if (scanner.Operator is [(byte)'T', (byte)'j' or (byte)'J'])
                foreach (Operand operand in scanner.Operands.Where(o => o.Kind == OperandKind.Text))
                {
                    byte[] codes = scanner.Bytes(operand);
                    for (int i = 0; i + 1 < codes.Length; i += 2)
                    {
                        StringBuilder text = new();
                        map.Append(text, codes.AsSpan(i, 2));
                        // One letter a glyph, so that places in the text are places among the glyphs.
                        if (text.ToString() is [not ' '] letter) glyphs.Add(new(operand, i, codes[i] << 8 | codes[i + 1], letter));
                    }
                }
        return glyphs;
    }

    private static byte[] Rewritten(byte[] data, Glyph[] old, int[] now)
    {
        List<(Operand Where, string Codes)> edits = [];
        foreach (IGrouping<Operand, (Glyph Glyph, int Place)> group in old.Select((g, i) => (Glyph: g, Place: i)).GroupBy(g => g.Glyph.Where))
        {
            ContentScanner scanner = new(data);
            byte[] codes = scanner.Bytes(group.Key);
            string hex = "";
            for (int i = 0; i + 1 < codes.Length; i += 2)
            {
                int place = group.Where(g => g.Glyph.At == i).Select(g => g.Place).DefaultIfEmpty(-1).First();
                if (place < 0) hex += $"{codes[i]:X2}{codes[i + 1]:X2}";
                else if (place < now.Length) hex += $"{now[place]:X4}";
            }
            edits.Add((group.Key, hex));
        }
        List<byte> changed = [.. data];
        foreach ((Operand where, string codes) in edits.OrderByDescending(e => e.Where.Start))
        {
            changed.RemoveRange(where.Start - 1, where.Length + 2);
            changed.InsertRange(where.Start - 1, Encoding.Latin1.GetBytes($"<{codes}>"));
        }
        return StreamOf([.. changed]);
    }

    private static byte[] StreamOf(byte[] data) => [.. Encoding.Latin1.GetBytes($"<< /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];

    private sealed record Glyph(Operand Where, int At, int Code, string Text);

    [GeneratedRegex(@"/Root (\d+ 0 R)")]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Start();
}
