using System.Collections.Immutable;
using BookBuilder.Fonts;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Mathematics;

/// <summary>Sets the letters and signs of a formula, and says how far their ink reaches.</summary>
internal sealed class MathGlyphs(InlineContext context, TextStyle style, NodeId owner)
{
    private readonly FontRequest _math = new(style.MathFamily, 400, false, style.Size, FontFeatures.None, style.Language);

    /// <summary>What the face of formulas says about setting them.</summary>
    public MathMeasures Measures { get; } = MathMeasures.Of(context.Shaper.FaceFor(
        new FontRequest(style.MathFamily, 400, false, style.Size, FontFeatures.None, style.Language)));

    /// <summary>The source all frames of the formula carry.</summary>
    public FrameSource Source { get; } = new(owner, FramePart.Content);

    /// <summary>The colour of rules.</summary>
    public Color Color => style.Color;

    /// <summary>Signs in the face of formulas. A formula runs to the right in every language: in a Hebrew line, too, its "less than" is none that is turned about.</summary>
    /// <param name="shown">What is shaped.</param>
    /// <param name="copied">What copying gives: the letter as it was typed.</param>
    /// <param name="size">The type size.</param>
    /// <param name="widening">Widening of the glyphs, for fences that grow in height more than in width.</param>
    public MathBox Set(string shown, string copied, Length size, double widening = 1) =>
        Set(_math with { Size = size }, context.Shaper.Shape(shown, _math with { Size = size }, level: 0), shown, copied, widening);

    /// <summary>Words in the face of the text around the formula. Within a formula they run as formulas do unless they are of a script that runs to the left.</summary>
    public MathBox SetWords(string words, Length size)
    {
        FontRequest request = new(style.Family, style.Weight, false, size, style.Features & ~FontFeatures.OldStyleFigures, style.Language);
        return Set(request, TextDirection.HasRightToLeft(words) ? context.Shaper.Shape(words, request) : context.Shaper.Shape(words, request, level: 0), words, words, 1);
    }

    private MathBox Set(FontRequest request, ImmutableArray<ShapedRun> runs, string shown, string copied, double widening)
    {
        MissingCharacters.Report(context, shown, runs, request.Family, SourceSpan.None);
        List<(int Start, FrameItem Item)> items = new(runs.Length);
        Length pen = Length.Zero, ascent = new(long.MinValue / 4), descent = new(long.MinValue / 4), lean = Length.Zero;
        foreach (ShapedRun run in runs)
        {
            string text = runs.Length == 1 ? copied : shown.Substring(run.Start, run.Length);
            items.Add((run.Start, new GlyphRun
            {
                Source = Source, Face = run.Face, Size = request.Size, Origin = new(pen, Length.Zero), Color = style.Color, Expansion = widening,
                Glyphs = [.. run.Glyphs.Select(g => g with
                {
                    Cluster = Math.Min(g.Cluster - run.Start, Math.Max(0, text.Length - 1)), Advance = g.Advance * widening,
                })],
                Text = text, RightToLeft = run.RightToLeft,
            }));
            foreach (ShapedGlyph glyph in run.Glyphs)
            {
                (Length up, Length down, Length right) = Ink(run.Face, glyph, request.Size);
                ascent = Length.Max(ascent, up - glyph.OffsetY);
                descent = Length.Max(descent, down + glyph.OffsetY);
                lean = Length.Max(Length.Zero, right - glyph.Advance) * widening;
            }
            pen += run.Width * widening;
        }
        return runs.IsEmpty ? MathBox.Empty : new MathBox
        {
            Width = pen, Ascent = ascent, Descent = descent, Lean = lean, Items = [.. items.OrderBy(static i => i.Start).Select(static i => i.Item)], IsLetter = new System.Globalization.StringInfo(shown).LengthInTextElements == 1,
        };
    }

    /// <summary>How far a glyph's ink reaches up, down and right; a face that does not say is taken to have letters like H.</summary>
    private static (Length Up, Length Down, Length Right) Ink(FontFace face, ShapedGlyph glyph, Length size)
    {
        double em = face.UnitsPerEm;
        return face is OpenTypeFace real && real.BoundsOf(glyph.Id) is { } box
            ? (size * (box.MaxY / em), -(size * (box.MinY / em)), size * (box.MaxX / em))
            : (size * (face.CapHeight / em), Length.Zero, glyph.Advance);
    }
}
