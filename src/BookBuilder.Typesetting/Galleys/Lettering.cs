using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Galleys;

/// <summary>A short piece of generated text on its baseline: a number, a folio, a running head.</summary>
/// <param name="Items">Its glyphs, from x = 0 on the baseline y = 0.</param>
/// <param name="Width">How wide it is.</param>
internal sealed record Lettering(ImmutableArray<FrameItem> Items, Length Width)
{
    /// <summary>Sets a piece of text as it is.</summary>
    public static Lettering Of(IShaper shaper, string text, TextStyle style, FrameSource source) => Of(shaper, text, text, style, source);

    /// <summary>Sets a piece of text in capitals. What is copied or read aloud stays as it was written.</summary>
    public static Lettering InCapitals(IShaper shaper, string text, TextStyle style, FrameSource source)
    {
        string capitals = text.ToUpperInvariant();
        return Of(shaper, capitals, capitals.Length == text.Length ? text : capitals, style, source);
    }

    /// <summary>How wide a piece of text is when it is set as it is.</summary>
    public static Length WidthOf(IShaper shaper, ReadOnlySpan<char> text, TextStyle style)
    {
        Length width = Length.Zero;
        bool isEmpty = true;
        foreach (ShapedRun run in shaper.Shape(text, RequestOf(style)))
        {
            isEmpty = false;
            foreach (ShapedGlyph glyph in run.Glyphs) width += glyph.Advance + style.Tracking;
        }
        return isEmpty ? width : width - style.Tracking;
    }

    /// <summary>The items with their left end at a place.</summary>
    public ImmutableArray<FrameItem> At(Length x, Length baseline) => [.. Items.Select(i => i.MovedBy(x, baseline))];

    private static Lettering Of(IShaper shaper, string shown, string text, TextStyle style, FrameSource source)
    {
        List<(int Start, FrameItem Item)> items = [];
        Length pen = Length.Zero;
        foreach (ShapedRun run in shaper.Shape(shown, RequestOf(style)))
        {
            ImmutableArray<ShapedGlyph> glyphs =
                [.. run.Glyphs.Select(g => g with { Cluster = g.Cluster - run.Start, Advance = g.Advance + style.Tracking })];
            items.Add((run.Start, new GlyphRun
            {
                Source = source with { Offset = source.Part == FramePart.Content ? source.Offset + run.Start : 0 },
                Face = run.Face, Size = style.Size, Origin = new(pen, Length.Zero), Glyphs = glyphs,
                Text = text.Substring(run.Start, run.Length), Color = style.Color, RightToLeft = run.RightToLeft,
            }));
            foreach (ShapedGlyph glyph in glyphs) pen += glyph.Advance;
        }
        // Set as they are seen, kept as they are read.
        return new([.. items.OrderBy(static i => i.Start).Select(static i => i.Item)], items.Count > 0 ? pen - style.Tracking : pen);
    }

    private static FontRequest RequestOf(TextStyle style) => new(style.Family, style.Weight, style.Italic, style.Size, style.Features, style.Language);
}
