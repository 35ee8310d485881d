using System.Collections.Immutable;
using System.Text;
using BookBuilder.Model.Units;

namespace BookBuilder.Fonts.Shaping;

/// <summary>Every character is half an em wide (5 pt at 10 pt), so that a layout can be counted by eye.</summary>
public sealed class FixedPitchShaper : IShaper
{
    private static readonly FixedPitchFace Face = new();

    /// <inheritdoc/>
    public FontFace FaceFor(FontRequest request) => Face;

    /// <inheritdoc/>
    public ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request)
    {
        if (text.IsEmpty) return [];
        var glyphs = ImmutableArray.CreateBuilder<ShapedGlyph>(text.Length);
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Length advance = rune.Value == 0xAD ? Length.Zero : request.Size / 2;
            glyphs.Add(new((ushort)Math.Min(rune.Value, ushort.MaxValue), at, advance, Length.Zero, Length.Zero));
            at += rune.Utf16SequenceLength;
        }
        return [new ShapedRun(Face, 0, text.Length, glyphs.ToImmutable(), RightToLeft: false)];
    }

    private sealed class FixedPitchFace : FontFace
    {
        public override string Name => "FixedPitch";
        public override int UnitsPerEm => 1000;
        public override int Ascender => 800;
        public override int Descender => 200;
        public override int XHeight => 500;
        public override int CapHeight => 700;
        public override bool Has(int codePoint) => true;
    }
}
