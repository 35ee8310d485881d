using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BookBuilder.Model.Units;

namespace BookBuilder.Fonts.Shaping;

/// <summary>OpenType features a stretch of text asks for; kerning and standard ligatures are always on unless taken away.</summary>
[Flags]
public enum FontFeatures
{
    /// <summary>Kerning and standard ligatures; the font's usual figures.</summary>
    None = 0,
    /// <summary>Real small capitals for lower-case letters (smcp).</summary>
    SmallCaps = 1,
    /// <summary>Old-style figures (onum).</summary>
    OldStyleFigures = 2,
    /// <summary>Figures of equal width (tnum), for tables and contents.</summary>
    TabularFigures = 4,
    /// <summary>Lining figures (lnum).</summary>
    LiningFigures = 8,
    /// <summary>No ligatures, for code.</summary>
    NoLigatures = 16,
    /// <summary>The font's own raised figures (sups), when it has them.</summary>
    Superiors = 32,
}

/// <summary>The type a stretch of text asks for.</summary>
/// <param name="Family">The family's name: "Source Serif 4".</param>
/// <param name="Weight">400 regular, 600 semibold, 700 bold; the nearest that exists is taken.</param>
/// <param name="Italic">Whether italic.</param>
/// <param name="Size">The type size (em). It also chooses the optical size where the family has several.</param>
/// <param name="Features">OpenType features.</param>
/// <param name="Language">A BCP 47 tag.</param>
public readonly record struct FontRequest(string Family, int Weight, bool Italic, Length Size, FontFeatures Features, string Language);

/// <summary>A glyph of a shaped run, in visual order.</summary>
/// <remarks>A book holds one for each of its letters, so its lengths are kept in 32 bits: up to eleven metres.</remarks>
public readonly record struct ShapedGlyph
{
    private readonly int _advance, _offsetX, _offsetY;

    /// <summary>A glyph.</summary>
    /// <param name="id">The glyph's number in its face; 0 is "missing".</param>
    /// <param name="cluster">The UTF-16 offset, in the text that was shaped, of the first character it stands for.</param>
    /// <param name="advance">How far the pen moves on.</param>
    /// <param name="offsetX">To the right of the pen.</param>
    /// <param name="offsetY">DOWN from the baseline.</param>
    public ShapedGlyph(ushort id, int cluster, Length advance, Length offsetX, Length offsetY)
    {
        (Id, Cluster) = (id, cluster);
        (_advance, _offsetX, _offsetY) = (Kept(advance), Kept(offsetX), Kept(offsetY));
    }

    /// <summary>The glyph's number in its face; 0 is "missing".</summary>
    public ushort Id { get; init; }
    /// <summary>The UTF-16 offset, in the text that was shaped, of the first character it stands for.</summary>
    public int Cluster { get; init; }
    /// <summary>How far the pen moves on.</summary>
    public Length Advance { get => new(_advance); init => _advance = Kept(value); }
    /// <summary>To the right of the pen.</summary>
    public Length OffsetX { get => new(_offsetX); init => _offsetX = Kept(value); }
    /// <summary>DOWN from the baseline.</summary>
    public Length OffsetY { get => new(_offsetY); init => _offsetY = Kept(value); }

    private static int Kept(Length length) => (int)Math.Clamp(length.ScaledPoints, int.MinValue, int.MaxValue);
}

/// <summary>Glyphs of one face in one direction.</summary>
/// <param name="Face">The face; another than asked for where that lacked a character.</param>
/// <param name="Start">UTF-16 offset of the run in the text that was shaped.</param>
/// <param name="Length">UTF-16 length of the run.</param>
/// <param name="Glyphs">The glyphs, left to right.</param>
/// <param name="RightToLeft">Whether the text runs right to left.</param>
public sealed record ShapedRun(FontFace Face, int Start, int Length, ImmutableArray<ShapedGlyph> Glyphs, bool RightToLeft)
{
    /// <summary>The sum of the advances.</summary>
    public Length Width
    {
        get
        {
            long sum = 0;
            foreach (ShapedGlyph glyph in Glyphs) sum += glyph.Advance.ScaledPoints;
            return new Length(sum);
        }
    }
}

/// <summary>Turns characters into glyphs. Two kinds: HarfBuzz for real faces, a fixed pitch for tests that people can count.</summary>
/// <remarks>Not thread-safe (it caches words): one for each composer.</remarks>
public interface IShaper
{
    /// <summary>The face that answers a request best, before any fallback.</summary>
    FontFace FaceFor(FontRequest request);

    /// <summary>Shapes a stretch of text: no line ends, no controls. Empty text gives no runs.</summary>
    /// <remarks>The text is taken for a line of its own: its runs come as they are seen, in the direction of the request's language.</remarks>
    ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request);

    /// <summary>Shapes a stretch of a paragraph whose direction is known.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="request">Its type.</param>
    /// <param name="level">The level of all its characters: odd for right to left (see <see cref="Unicode.TextDirection"/>).</param>
    ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request, byte level);

    /// <summary>Shapes a stretch of a paragraph that is one run from left to right, as nearly all text of most books is, and makes nothing new of it.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="request">Its type.</param>
    /// <param name="level">The level of all its characters.</param>
    /// <param name="face">The run's face.</param>
    /// <param name="glyphs">Its glyphs, left to right. They are the shaper's own and last until it is asked for anything else.</param>
    /// <returns>False where the text may take more than one run; then it was not shaped.</returns>
    bool TryShapeAsOne(ReadOnlySpan<char> text, FontRequest request, byte level, [NotNullWhen(true)] out FontFace? face, out ReadOnlySpan<ShapedGlyph> glyphs)
    {
        face = null;
        glyphs = [];
        return false;
    }
}
