namespace BookBuilder.Fonts;

/// <summary>One face of a font: its name and its vertical measures. What draws it is a kind of face of its own.</summary>
public abstract class FontFace
{
    /// <summary>The PostScript name: "SourceSerif4-Regular".</summary>
    public abstract string Name { get; }
    /// <summary>Font units to the em: 1000 or 2048, usually.</summary>
    public abstract int UnitsPerEm { get; }
    /// <summary>Height of the highest letters above the baseline, in font units.</summary>
    public abstract int Ascender { get; }
    /// <summary>Depth of the lowest letters below the baseline, in font units, positive.</summary>
    public abstract int Descender { get; }
    /// <summary>Height of the letter x, in font units.</summary>
    public abstract int XHeight { get; }
    /// <summary>Height of the letter H, in font units.</summary>
    public abstract int CapHeight { get; }
    /// <summary>Whether the face has other glyphs for an OpenType feature: "smcp", "onum".</summary>
    public abstract bool HasFeature(string tag);
    /// <summary>Whether the face has a glyph for a code point.</summary>
    public abstract bool Has(int codePoint);
}
