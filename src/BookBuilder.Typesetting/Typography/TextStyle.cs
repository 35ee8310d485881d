using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;

namespace BookBuilder.Typesetting.Typography;

/// <summary>How the lines of a paragraph fill their measure.</summary>
internal enum LineAlignment
{
    /// <summary>Both edges even; the last line as it falls.</summary>
    Justified,
    /// <summary>Left edge even. Broken for evenness, hyphenated only if the style says so.</summary>
    Left,
    /// <summary>Centred.</summary>
    Center,
    /// <summary>Right edge even.</summary>
    Right,
}

/// <summary>How a paragraph is set.</summary>
internal sealed record TextStyle
{
    /// <summary>The family.</summary>
    public required string Family { get; init; }
    /// <summary>The family for code in the text.</summary>
    public required string MonoFamily { get; init; }
    /// <summary>The family for formulas.</summary>
    public required string MathFamily { get; init; }
    /// <summary>400 regular, 600 semibold, 700 bold.</summary>
    public int Weight { get; init; } = 400;
    /// <summary>Whether italic.</summary>
    public bool Italic { get; init; }
    /// <summary>Type size.</summary>
    public required Length Size { get; init; }
    /// <summary>Distance of baselines; the vertical room of a line when nothing in it is taller.</summary>
    public required Length Leading { get; init; }
    /// <summary>The colour.</summary>
    public Color Color { get; init; }
    /// <summary>The colour of links out of the book and inside it.</summary>
    public Color LinkColor { get; init; }
    /// <summary>OpenType features.</summary>
    public FontFeatures Features { get; init; }
    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }
    /// <summary>How lines fill the measure.</summary>
    public LineAlignment Alignment { get; init; } = LineAlignment.Justified;
    /// <summary>Whether words may be hyphenated.</summary>
    public bool Hyphenated { get; init; } = true;
    /// <summary>Whether any word may break where an address may: after a point, a stroke, a hyphen. For columns with no other way out.</summary>
    public bool BreaksAsAddress { get; init; }
    /// <summary>The first line begins this much further right.</summary>
    public Length FirstIndent { get; init; }
    /// <summary>All lines but the first begin this much further right (hanging number of a heading, a note).</summary>
    public Length HangingIndent { get; init; }
    /// <summary>The share of themselves by which the letters of justified lines may grow or shrink; 0 keeps them as they were drawn.</summary>
    public double Expansion { get; init; }
    /// <summary>Whether marks and slanting letters hang out of the measure a little, so that justified edges look even.</summary>
    public bool Protruding { get; init; } = true;
    /// <summary>Added to every glyph's advance; for small capitals and labels.</summary>
    public Length Tracking { get; init; }
}
