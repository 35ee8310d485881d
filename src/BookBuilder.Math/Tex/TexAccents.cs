namespace BookBuilder.Mathematics.Tex;

/// <summary>The accents of TeX and the characters they are in MathML (MathML Core, mover with accent).</summary>
internal static class TexAccents
{
    /// <summary>The character that stands above the base, or null when the command is no accent.</summary>
    public static string? Of(string command) => command switch
    {
        "bar" or "overline" => "¯",
        "hat" or "widehat" => "^",
        "vec" or "overrightarrow" => "→",
        "tilde" or "widetilde" => "~",
        "dot" => "˙",
        "ddot" => "¨",
        "acute" => "´",
        "grave" => "`",
        "check" => "ˇ",
        "breve" => "˘",
        "mathring" => "˚",
        _ => null,
    };
}
