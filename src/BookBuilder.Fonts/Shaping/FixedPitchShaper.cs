using System.Collections.Immutable;
using System.Text;
using BookBuilder.Fonts.Unicode;
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
        byte baseLevel = TextDirection.OfLanguage(request.Language);
        if (baseLevel == 0 && !TextDirection.HasRightToLeft(text)) return Shape(text, request, 0);
        var runs = ImmutableArray.CreateBuilder<ShapedRun>();
        foreach (TextItem item in TextItemizer.ItemizeLine(text, baseLevel))
            runs.Add(Run(text, item.Start, item.Length, request, item.IsRightToLeft));
        return runs.ToImmutable();
    }

    /// <inheritdoc/>
    public ImmutableArray<ShapedRun> Shape(ReadOnlySpan<char> text, FontRequest request, byte level) =>
        text.IsEmpty ? [] : [Run(text, 0, text.Length, request, (level & 1) == 1)];

    private static ShapedRun Run(ReadOnlySpan<char> text, int start, int length, FontRequest request, bool rightToLeft)
    {
        var glyphs = ImmutableArray.CreateBuilder<ShapedGlyph>(length);
        int at = start;
        foreach (Rune rune in text.Slice(start, length).EnumerateRunes())
        {
            Length advance = rune.Value == 0xAD ? Length.Zero : request.Size / 2;
            int shown = rightToLeft ? Mirroring.Of(rune.Value) : rune.Value;
            glyphs.Add(new((ushort)Math.Min(shown, ushort.MaxValue), at, advance, Length.Zero, Length.Zero));
            at += rune.Utf16SequenceLength;
        }
        if (rightToLeft) glyphs.Reverse();
        return new ShapedRun(Face, start, length, glyphs.ToImmutable(), rightToLeft);
    }

    private sealed class FixedPitchFace : FontFace
    {
        public override string Name => "FixedPitch";
        public override int UnitsPerEm => 1000;
        public override int Ascender => 800;
        public override int Descender => 200;
        public override int XHeight => 500;
        public override int CapHeight => 700;
        public override bool HasFeature(string tag) => true;
        public override bool Has(int codePoint) => true;
    }
}
