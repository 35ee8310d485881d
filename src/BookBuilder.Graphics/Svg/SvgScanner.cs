using System.Globalization;

namespace BookBuilder.Graphics.Svg;

/// <summary>Reads numbers, flags and names out of an attribute, one after another.</summary>
internal ref struct SvgScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool AtEnd => _at >= _text.Length;
    public readonly char Current => _at < _text.Length ? _text[_at] : '\0';
    public void Advance() => _at++;

    public void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n' or '\f') _at++;
    }

    public void SkipCommaSpace()
    {
        SkipSpace();
        if (Current != ',') return;
        _at++;
        SkipSpace();
    }

    public bool TryNumber(out double value)
    {
        int start = _at, at = _at;
        if (at < _text.Length && _text[at] is '+' or '-') at++;
        int digits = at;
        while (at < _text.Length && char.IsAsciiDigit(_text[at])) at++;
        int count = at - digits;
        if (at < _text.Length && _text[at] == '.')
        {
            int fraction = ++at;
            while (at < _text.Length && char.IsAsciiDigit(_text[at])) at++;
            count += at - fraction;
        }
        value = 0;
        if (count == 0) return false;
        // An e begins an exponent only when digits follow: "1em" is a one and a unit.
        if (at < _text.Length && _text[at] is 'e' or 'E')
        {
            int exponent = at + 1;
            if (exponent < _text.Length && _text[exponent] is '+' or '-') exponent++;
            if (exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
            {
                while (exponent < _text.Length && char.IsAsciiDigit(_text[exponent])) exponent++;
                at = exponent;
            }
        }
        if (!double.TryParse(_text[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value)) return false;
        _at = at;
        return true;
    }

    /// <summary>A single 0 or 1, which may stand without a space before what follows.</summary>
    public bool TryFlag(out bool value)
    {
        value = Current == '1';
        if (Current is not ('0' or '1')) return false;
        _at++;
        return true;
    }

    /// <summary>Letters, and % for a unit.</summary>
    public ReadOnlySpan<char> Word()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetter(_text[_at]) || _text[_at] == '%')) _at++;
        return _text[start.._at];
    }
}

/// <summary>Lengths of SVG in user units (CSS pixels).</summary>
internal static class SvgLength
{
    /// <summary>A length, or null when it is none.</summary>
    /// <param name="text">Such as "12", "3.5mm", "50%".</param>
    /// <param name="em">The type size for em and ex.</param>
    /// <param name="whole">What 100% is.</param>
    public static double? Parse(string? text, double em, double whole)
    {
        if (text is null) return null;
        SvgScanner scanner = new(text.AsSpan().Trim());
        return TryNext(ref scanner, em, whole, out double value) && scanner.AtEnd ? value : null;
    }

    /// <summary>Several lengths between spaces or commas; null when one is none.</summary>
    public static double[]? ParseList(string? text, double em, double whole)
    {
        if (text is null) return [];
        List<double> values = [];
        SvgScanner scanner = new(text.AsSpan().Trim());
        while (!scanner.AtEnd)
        {
            if (!TryNext(ref scanner, em, whole, out double value)) return null;
            values.Add(value);
            scanner.SkipCommaSpace();
        }
        return [.. values];
    }

    private static bool TryNext(ref SvgScanner scanner, double em, double whole, out double value)
    {
        if (!scanner.TryNumber(out double number)) { value = 0; return false; }
        double? unit = scanner.Word() switch
        {
            "" or "px" => 1,
            "pt" => 96 / 72.0,
            "pc" => 16,
            "mm" => 96 / 25.4,
            "cm" => 96 / 2.54,
            "in" => 96,
            "q" or "Q" => 96 / 101.6,
            "em" => em,
            "rem" => 16,
            "ex" or "ch" => em / 2,
            "%" => whole / 100,
            _ => null,
        };
        value = number * (unit ?? 0);
        return unit is not null && double.IsFinite(value);
    }
}
