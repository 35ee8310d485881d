using System.Globalization;
using System.Text;

namespace BookBuilder.ConformanceTests.PdfStandards;

/// <summary>An operator with its operands: double, byte[] for a string, List for an array, Dictionary, and names as text with their slash.</summary>
internal sealed record Operation(string Name, List<object> Operands);

/// <summary>Takes a content stream apart (ISO 32000-1, 7.8.2).</summary>
internal sealed class ContentReader(byte[] data)
{
    private int _at;

    /// <summary>The operations, in order.</summary>
    public static IEnumerable<Operation> Read(byte[] data)
    {
        ContentReader reader = new(data);
        List<object> operands = [];
        while (reader.Next() is { } token)
            if (token is string word && word is [not '/', ..])
            {
                yield return new(word, operands);
                operands = [];
                if (word == "ID") reader.SkipImage();
            }
            else operands.Add(token);
    }

    private object? Next()
    {
        SkipWhite();
        if (_at >= data.Length) return null;
        byte first = data[_at];
        switch (first)
        {
            case (byte)'(': return Literal();
            case (byte)'<' when _at + 1 < data.Length && data[_at + 1] == '<': _at += 2; return Pairs();
            case (byte)'<': return Hexadecimal();
            case (byte)'[': _at++; return Until("]");
            case (byte)']': _at++; return "]";
            case (byte)'>' when _at + 1 < data.Length && data[_at + 1] == '>': _at += 2; return ">>";
            case (byte)'/': _at++; return "/" + Word();
        }
        string word = Word();
        if (word.Length == 0) { _at++; return ((char)first).ToString(); }
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : word;
    }

    private List<object> Until(string end)
    {
        List<object> items = [];
        while (Next() is { } item && !(item is string word && word == end)) items.Add(item);
        return items;
    }

    private Dictionary<string, object> Pairs()
    {
        List<object> items = Until(">>");
        Dictionary<string, object> pairs = [];
        for (int i = 0; i + 1 < items.Count; i += 2) pairs[((string)items[i])[1..]] = items[i + 1];
        return pairs;
    }

    private string Word()
    {
        int start = _at;
        while (_at < data.Length && data[_at] > ' ' && !"()<>[]{}/%"u8.Contains(data[_at])) _at++;
        return Encoding.Latin1.GetString(data, start, _at - start);
    }

    private byte[] Literal()
    {
        List<byte> bytes = [];
        int depth = 0;
        do
        {
            byte b = data[_at++];
            if (b == '\\')
            {
                byte next = data[_at++];
                bytes.Add(next switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => next });
                if (next is < (byte)'0' or > (byte)'7') continue;
                int value = next - '0';
                for (int i = 0; i < 2 && data[_at] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + data[_at++] - '0';
                bytes[^1] = (byte)value;
                continue;
            }
            if (b == '(' && depth++ == 0) continue;
            if (b == ')' && --depth == 0) break;
            bytes.Add(b);
        }
        while (_at < data.Length);
        return [.. bytes];
    }

    private byte[] Hexadecimal()
    {
        int end = Array.IndexOf(data, (byte)'>', _at);
        string digits = string.Concat(Encoding.Latin1.GetString(data, _at + 1, end - _at - 1).Where(char.IsAsciiHexDigit));
        _at = end + 1;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
    }

    private void SkipWhite()
    {
        while (_at < data.Length && (data[_at] <= ' ' || data[_at] == '%'))
            if (data[_at] == '%') while (_at < data.Length && data[_at] is not (10 or 13)) _at++;
            else _at++;
    }

    private void SkipImage()
    {
        while (_at + 2 < data.Length && !(data[_at] <= ' ' && data[_at + 1] == 'E' && data[_at + 2] == 'I')) _at++;
    }
}
