using System.Buffers.Text;
using System.Text;

namespace BookBuilder.Parity.Pdf;

/// <summary>What an operand of a content stream is.</summary>
internal enum OperandKind
{
    Number,
    Name,
    Text,
    HexText,
    DictionaryStart,
    DictionaryEnd,
}

/// <summary>Where an operand stands in the stream, without its delimiters.</summary>
internal readonly record struct Operand(OperandKind Kind, int Start, int Length);

/// <summary>Goes through a content stream or character map operator by operator (ISO 32000-1, 7.8.2). Nothing is copied before it is asked for:
/// of a page's numbers hardly any are.</summary>
internal ref struct ContentScanner(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private readonly List<Operand> _operands = [];
    private int _at;

    /// <summary>The operator that was read last.</summary>
    public ReadOnlySpan<byte> Operator { get; private set; }

    /// <summary>Its operands; the items of an array stand one after another.</summary>
    public readonly IReadOnlyList<Operand> Operands => _operands;

    /// <summary>Goes on to the next operator; false at the end.</summary>
    public bool Read()
    {
        _operands.Clear();
        while (SkipWhite())
        {
            byte first = _data[_at];
            if (first == '/') Take(OperandKind.Name, ++_at, _at += WordLength());
            else if (first == '(') TakeLiteral();
            else if (first == '<' && Next() == '<') TakeDelimiter(OperandKind.DictionaryStart, 2);
            else if (first == '>' && Next() == '>') TakeDelimiter(OperandKind.DictionaryEnd, 2);
            else if (first == '<') TakeHex();
            else if (WordLength() is not (> 0 and int length)) _at++;
            else if (char.IsAsciiDigit((char)first) || first is (byte)'-' or (byte)'+' or (byte)'.') Take(OperandKind.Number, _at, _at += length);
            else
            {
                Operator = _data.Slice(_at, length);
                _at += length;
                return true;
            }
        }
        return false;
    }

    /// <summary>A name or number as it stands there.</summary>
    public readonly ReadOnlySpan<byte> Raw(Operand operand) => _data.Slice(operand.Start, operand.Length);

    /// <summary>A whole number; null when it is none.</summary>
    public readonly int? Whole(Operand operand) => operand.Kind == OperandKind.Number && Utf8Parser.TryParse(Raw(operand), out int number, out _) ? number : null;

    /// <summary>The bytes of a string.</summary>
    public readonly byte[] Bytes(Operand operand) => operand.Kind == OperandKind.HexText ? Hexadecimal(Raw(operand)) : Literal(Raw(operand));

    /// <summary>A text string: UTF-16 with a byte order mark, else taken as Latin-1 (of PDFDocEncoding only the common part is used).</summary>
    public readonly string Words(Operand operand)
    {
        byte[] bytes = Bytes(operand);
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
    }

    private void Take(OperandKind kind, int start, int end) => _operands.Add(new(kind, start, end - start));

    private void TakeDelimiter(OperandKind kind, int length)
    {
        Take(kind, _at, _at + length);
        _at += length;
    }

    private void TakeLiteral()
    {
        int start = ++_at;
        for (int depth = 1; _at < _data.Length; _at++)
            if (_data[_at] == '\\') _at++;
            else if (_data[_at] == '(') depth++;
            else if (_data[_at] == ')' && --depth == 0) break;
        _at = Math.Min(_at, _data.Length);
        Take(OperandKind.Text, start, _at++);
    }

    private void TakeHex()
    {
        int start = ++_at, length = _data[start..].IndexOf((byte)'>');
        if (length < 0) length = _data.Length - start;
        Take(OperandKind.HexText, start, start + length);
        _at = start + length + 1;
    }

    private readonly int Next() => _at + 1 < _data.Length ? _data[_at + 1] : -1;

    private readonly int WordLength()
    {
        int end = _at;
        while (end < _data.Length && _data[end] > ' ' && !"()<>[]{}/%"u8.Contains(_data[end])) end++;
        return end - _at;
    }

    private bool SkipWhite()
    {
        while (_at < _data.Length && (_data[_at] <= ' ' || _data[_at] == '%'))
            if (_data[_at] == '%') while (_at < _data.Length && _data[_at] is not (10 or 13)) _at++;
            else _at++;
        return _at < _data.Length;
    }

    private static byte[] Hexadecimal(ReadOnlySpan<byte> digits)
    {
        List<byte> bytes = new(digits.Length / 2);
        int held = -1;
        foreach (byte digit in digits)
            if (char.IsAsciiHexDigit((char)digit))
            {
                int value = Convert.ToInt32(((char)digit).ToString(), 16);
                if (held < 0) held = value;
                else
                {
                    bytes.Add((byte)(held << 4 | value));
                    held = -1;
                }
            }
        if (held >= 0) bytes.Add((byte)(held << 4));
        return [.. bytes];
    }

    private static byte[] Literal(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\')) return raw.ToArray();
        List<byte> bytes = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || ++i >= raw.Length)
            {
                if (i < raw.Length) bytes.Add(raw[i]);
                continue;
            }
            byte next = raw[i];
            if (next is >= (byte)'0' and <= (byte)'7')
            {
                int value = 0, end = Math.Min(i + 3, raw.Length);
                for (; i < end && raw[i] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + raw[i] - '0';
                i--;
                bytes.Add((byte)value);
            }
            else if (next is not (10 or 13)) bytes.Add(next switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => next });
        }
        return [.. bytes];
    }
}
