using System.Collections.Frozen;
using BookBuilder.Model.Diagnostics;

namespace BookBuilder.Fonts.OpenType;

/// <summary>What a font's maker allows to be done with its file (OS/2 fsType).</summary>
public enum EmbeddingPermission
{
    /// <summary>It may be embedded and used freely.</summary>
    Installable,
    /// <summary>It may be embedded in documents that can be edited.</summary>
    Editable,
    /// <summary>It may be embedded in documents for viewing and printing.</summary>
    PreviewAndPrint,
    /// <summary>It may not be embedded at all.</summary>
    Restricted,
}

/// <summary>A box in font units, y UP from the baseline as in every font.</summary>
public readonly record struct GlyphBox(int MinX, int MinY, int MaxX, int MaxY);

/// <summary>A face read from a TrueType or OpenType file. Immutable; it may be shared between threads.</summary>
/// <remarks>OpenType 1.9; the measures come from the tables head, hhea, OS/2, post, hmtx and cmap.</remarks>
public sealed class OpenTypeFace : FontFace
{
    private readonly FaceMeasures _measures;
    private readonly FontNames _names;
    private readonly Lazy<CharacterMap> _characters;
    private readonly FontReader _widths;
    private readonly int _widthCount;
    private readonly GlyphBoxes? _boxes;
    private readonly Lazy<FrozenSet<string>> _features;

    private OpenTypeFace(ReadOnlyMemory<byte> data, bool isKnown)
    {
        Data = data;
        SfntDirectory tables = new(data);
        _names = FontNames.Read(tables.Required("name"));
        GlyphCount = tables.Required("maxp").UInt16(4);
        if (GlyphCount == 0) throw new BrokenFontException("it has no glyphs");
        _widthCount = tables.Required("hhea").UInt16(34);
        _widths = tables.Required("hmtx");
        if (_widthCount == 0 || _widths.Length < _widthCount * 4) throw new BrokenFontException("its widths are missing");
        FontReader characters = tables.Required("cmap");
        _characters = new(() => CharacterMap.Read(characters, GlyphCount));
        if (!isKnown) _ = _characters.Value;
        IsCff = tables.Has("CFF ") || tables.Has("CFF2");
        if (!IsCff) _boxes = new GlyphBoxes(tables.Required("loca"), tables.Required("glyf"), tables.Required("head").Int16(50) != 0, GlyphCount);
        _measures = FaceMeasures.Read(tables, c => BoundsOf(GlyphOf(c)));
        // Most faces of a library are never asked.
        _features = new(() => FeatureTags.Read(tables.Optional("GSUB")));
        Math = tables.Optional("MATH") is FontReader math ? MathConstants.Read(math) : null;
    }

    /// <summary>Reads a font file. The value is null when it cannot be used; then an error says why.</summary>
    /// <param name="data">The file; it is kept, not copied, and must not change.</param>
    /// <param name="mention">Where the book names the font.</param>
    public static Reported<OpenTypeFace?> Read(ReadOnlyMemory<byte> data, SourceSpan mention)
    {
        try
        {
            OpenTypeFace face = new(data, isKnown: false);
            return new(face, face.Embedding == EmbeddingPermission.Restricted ? [Problems.FontForbidsEmbedding(mention, face.Name)] : []);
        }
        catch (BrokenFontException broken)
        {
            return new(null, [Problems.UnreadableFont(mention, broken.Message)]);
        }
    }

    /// <summary>A face of a file that is known to be whole. Its characters are looked through when one is asked for: most faces of a library are never asked.</summary>
    internal static OpenTypeFace ReadKnown(ReadOnlyMemory<byte> data) => new(data, isKnown: true);

    /// <summary>The file's bytes.</summary>
    public ReadOnlyMemory<byte> Data { get; }
    /// <inheritdoc/>
    public override string Name => _names.PostScript;
    /// <summary>The typographic family, all weights together: "Source Serif 4".</summary>
    public string Family => _names.Family;
    /// <summary>What its maker says of its licence, else the address where that stands; null when it says nothing.</summary>
    public string? Licence => _names.Licence;
    /// <summary>100 to 900; 400 is regular, 700 bold.</summary>
    public int Weight => _measures.Weight;
    /// <summary>Whether italic or oblique.</summary>
    public bool IsItalic => _measures.IsItalic;
    /// <inheritdoc/>
    public override int UnitsPerEm => _measures.UnitsPerEm;
    /// <inheritdoc/>
    public override int Ascender => _measures.Ascender;
    /// <inheritdoc/>
    public override int Descender => _measures.Descender;
    /// <inheritdoc/>
    public override int XHeight => _measures.XHeight;
    /// <inheritdoc/>
    public override int CapHeight => _measures.CapHeight;
    /// <summary>Extra white the maker wants between lines, in font units.</summary>
    public int LineGap => _measures.LineGap;
    /// <summary>The middle of an underline, in font units; negative is below the baseline.</summary>
    public int UnderlinePosition => _measures.UnderlinePosition;
    /// <summary>The thickness of an underline, in font units.</summary>
    public int UnderlineThickness => _measures.UnderlineThickness;
    /// <summary>Degrees from the vertical; a face that leans right has a negative angle.</summary>
    public double ItalicAngle => _measures.ItalicAngle;
    /// <summary>Whether every character is equally wide.</summary>
    public bool IsFixedPitch => _measures.IsFixedPitch;
    /// <summary>The box all glyphs together fill.</summary>
    public GlyphBox BoundingBox => _measures.BoundingBox;
    /// <summary>The thickness of upright stems in font units of a 1000-unit em, guessed from the weight, as PDF's StemV wants it.</summary>
    public int StemV => _measures.StemV;
    /// <summary>What its maker allows.</summary>
    public EmbeddingPermission Embedding => _measures.Embedding;
    /// <summary>Whether its maker allows embedding only the whole font (fsType bit 8).</summary>
    public bool ForbidsSubsetting => _measures.ForbidsSubsetting;
    /// <summary>How many glyphs it has, the missing one included.</summary>
    public int GlyphCount { get; }
    /// <summary>Whether its outlines are PostScript ones (CFF) and not TrueType ones (glyf).</summary>
    public bool IsCff { get; }
    /// <summary>How to set formulas; null in a face that is not for mathematics.</summary>
    public MathConstants? Math { get; }

    /// <inheritdoc/>
    public override bool HasFeature(string tag) => _features.Value.Contains(tag);

    /// <inheritdoc/>
    public override bool Has(int codePoint) => GlyphOf(codePoint) != 0;

    /// <summary>The glyph of a code point before any shaping; 0 when there is none.</summary>
    public ushort GlyphOf(int codePoint) => _characters.Value.GlyphOf(codePoint);

    /// <summary>Every code point the face has a glyph for, ascending.</summary>
    public IEnumerable<int> CodePoints() => _characters.Value.CodePoints();

    /// <summary>The width of a glyph in font units; 0 for a number the face does not have.</summary>
    public int AdvanceOf(ushort glyph) => glyph >= GlyphCount ? 0 : _widths.UInt16(4 * System.Math.Min(glyph, _widthCount - 1));

    /// <summary>The box a glyph's ink fills; null when it has no ink, and for PostScript outlines, which do not say.</summary>
    public GlyphBox? BoundsOf(ushort glyph) => _boxes?.Of(glyph);

    /// <summary>The PostScript name.</summary>
    public override string ToString() => Name;
}
