namespace BookBuilder.Typesetting.Mathematics;

/// <summary>The letters of formulas: Unicode has slanted ones of their own for mathematics.</summary>
internal static class MathAlphabet
{
    /// <summary>The slanted form of a single letter; the text itself when it is none that slants.</summary>
    public static string Italic(string text)
    {
        if (text.Length != 1) return text;
        int slanted = text[0] switch
        {
            'h' => 0x210E,
            >= 'A' and <= 'Z' and var c => 0x1D434 + (c - 'A'),
            >= 'a' and <= 'z' and var c => 0x1D44E + (c - 'a'),
            >= 'Α' and <= 'Ω' and var c => 0x1D6E2 + (c - 'Α'),
            >= 'α' and <= 'ω' and var c => 0x1D6FC + (c - 'α'),
            '∂' => 0x1D715,
            'ϵ' => 0x1D716,
            'ϑ' => 0x1D717,
            'ϰ' => 0x1D718,
            'ϕ' => 0x1D719,
            'ϱ' => 0x1D71A,
            'ϖ' => 0x1D71B,
            'ı' => 0x1D6A4,
            'ȷ' => 0x1D6A5,
            _ => 0,
        };
        return slanted == 0 ? text : char.ConvertFromUtf32(slanted);
    }

    /// <summary>An operator as it is printed: the hyphen of the keyboard is a minus, its star an operator.</summary>
    public static string Operator(string text) => text switch
    {
        "-" => "−",
        "*" => "∗",
        "'" => "′",
        "''" => "″",
        "'''" => "‴",
        _ => text,
    };
}
