using System.Buffers.Text;
using System.Text;

namespace BookBuilder.Pdf.Objects;

/// <summary>Writes PDF tokens into a growing buffer and puts a space between two only where one is needed (ISO 32000-1, 7.2 and 7.3).</summary>
internal sealed class Syntax
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>How many bytes were written so far.</summary>
    public int Length => _length;

    /// <summary>Whether anything was written.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => _length = 0;

    /// <summary>Begins a dictionary.</summary>
    public Syntax OpenDictionary() => Raw("<<"u8);

    /// <summary>Ends a dictionary.</summary>
    public Syntax CloseDictionary() => Raw(">>"u8);

    /// <summary>Begins an array.</summary>
    public Syntax OpenArray() => Raw("["u8);

    /// <summary>Ends an array.</summary>
    public Syntax CloseArray() => Raw("]"u8);

    /// <summary>A name; what may not stand in one is written as #xx.</summary>
    public Syntax Name(string name)
    {
        Byte((byte)'/');
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in name.EnumerateRunes())
            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
                if (b is > (byte)' ' and < 0x7F && !"#()<>[]{}/%"u8.Contains(b)) Byte(b);
                else Byte((byte)'#').Hex(b);
        return this;
    }

    /// <summary>A whole number.</summary>
    public Syntax Number(long value)
    {
        Separate();
        Reserve(20);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out int written);
        _length += written;
        return this;
    }

    /// <summary>A number given in thousandths, with as few decimals as it needs.</summary>
    public Syntax Thousandths(long value) => Decimal(value, 3);

    /// <summary>A number rounded to so many decimals (at most 9), with as few of them as it needs.</summary>
    public Syntax Number(double value, int decimals)
    {
        double scale = 1;
        for (int i = 0; i < decimals; i++) scale *= 10;
        return Decimal((long)Math.Round(value * scale, MidpointRounding.AwayFromZero), decimals);
    }

    /// <summary>A reference to an indirect object.</summary>
    public Syntax Reference(ObjectRef target) => Number(target.Number).Raw(" 0 R"u8);

    /// <summary>true or false.</summary>
    public Syntax Boolean(bool value) => Word(value ? "true"u8 : "false"u8);

    /// <summary>null.</summary>
    public Syntax Null() => Word("null"u8);

    /// <summary>A content stream's operator, and a line end.</summary>
    public Syntax Operator(ReadOnlySpan<byte> name) => Word(name).Byte((byte)'\n');

    /// <summary>Text for people: PDFDocEncoding where its common part suffices, else UTF-16BE (7.9.2.2).</summary>
    public Syntax Text(string text)
    {
        bool plain = true;
        foreach (char c in text)
            plain &= c is >= ' ' and <= '~' or (>= '\u00A1' and <= '\u00FF' and not '\u00AD') or '\n';
        byte[] bytes = plain ? Encoding.Latin1.GetBytes(text) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
        return String(bytes);
    }

    /// <summary>Text for people, in UTF-16BE with its mark, as hexadecimal digits.</summary>
    public Syntax Utf16(ReadOnlySpan<char> text)
    {
        Raw("<FEFF"u8);
        foreach (char c in text) Hex((byte)(c >> 8)).Hex((byte)c);
        return Byte((byte)'>');
    }

    /// <summary>A string of bytes, in parentheses.</summary>
    public Syntax String(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'(');
        StringPart(bytes);
        return Byte((byte)')');
    }

    /// <summary>The inside of a string in parentheses: what would end or change it is escaped.</summary>
    public Syntax StringPart(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            switch (b)
            {
                case (byte)'(' or (byte)')' or (byte)'\\': Byte((byte)'\\').Byte(b); break;
                case (byte)'\r': Raw("\\r"u8); break;
                default: Byte(b); break;
            }
        return this;
    }

    /// <summary>A string of bytes, in hexadecimal digits.</summary>
    public Syntax HexString(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'<');
        foreach (byte b in bytes) Hex(b);
        return Byte((byte)'>');
    }

    /// <summary>Bytes as they are.</summary>
    public Syntax Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
        return this;
    }

    /// <summary>One byte as it is.</summary>
    public Syntax Byte(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
        return this;
    }

    private Syntax Word(ReadOnlySpan<byte> word)
    {
        Separate();
        return Raw(word);
    }

    private Syntax Decimal(long value, int decimals)
    {
        Separate();
        if (value < 0) Byte((byte)'-');
        Span<byte> digits = stackalloc byte[24];
        Utf8Formatter.TryFormat(Math.Abs(value), digits, out int count);
        int whole = Math.Max(0, count - decimals), last = count;
        while (last > whole && digits[last - 1] == (byte)'0') last--;
        if (whole == 0 && last == 0)
        {
            if (value < 0) _length--;
            return Byte((byte)'0');
        }
        Raw(digits[..whole]);
        if (last == whole) return this;
        Byte((byte)'.');
        for (int zeros = decimals - count; zeros > 0; zeros--) Byte((byte)'0');
        return Raw(digits[whole..last]);
    }

    private Syntax Hex(byte value) => Byte("0123456789ABCDEF"u8[value >> 4]).Byte("0123456789ABCDEF"u8[value & 15]);

    // Two words, numbers or a name and a word would run together.
    private void Separate()
    {
        if (_length > 0 && _bytes[_length - 1] is > (byte)' ' and byte last && !"()<>[]{}"u8.Contains(last))
            Byte((byte)' ');
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
