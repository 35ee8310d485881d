using System.Collections.Immutable;
using BookBuilder.Fonts.OpenType;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics.Vector;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Drawings;

/// <summary>Shapes the texts of a drawing with the book's faces.</summary>
internal static class DrawingComposer
{
    /// <summary>Places a drawing in a box. Families it asks for are taken when the book has them, else the sans of the design.</summary>
    /// <param name="context">The book around it.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="box">Where it is to stand.</param>
    /// <param name="owner">The figure or inline picture it shows.</param>
    public static DrawingFrame Compose(InlineContext context, Drawing drawing, Rectangle box, NodeId owner)
    {
        FrameSource source = new(owner, FramePart.Content);
        ImmutableArray<ImmutableArray<GlyphRun>>.Builder texts = ImmutableArray.CreateBuilder<ImmutableArray<GlyphRun>>();
        Gather(drawing.Items);
        return new DrawingFrame(drawing, box, texts.ToImmutable()) { Source = source };

        void Gather(ImmutableArray<DrawingItem> items)
        {
            foreach (DrawingItem item in items)
                if (item is DrawingGroup group) Gather(group.Items);
                else if (item is DrawingText text) texts.Add(Shape(context, text, source));
        }
    }

    /// <summary>The runs of a text side by side, held where it is anchored. A shift counts as part of its width, as in SVG.</summary>
    private static ImmutableArray<GlyphRun> Shape(InlineContext context, DrawingText text, FrameSource source)
    {
        ImmutableArray<GlyphRun>.Builder placed = ImmutableArray.CreateBuilder<GlyphRun>(text.Runs.Length);
        Length penX = Length.FromPoints(text.X), penY = Length.FromPoints(text.Y), start = penX;
        foreach (DrawingTextRun part in text.Runs)
        {
            penX += Length.FromPoints(part.ShiftX);
            penY += Length.FromPoints(part.ShiftY);
            FontRequest request = Request(context, part, FamilyOf(context, part));
            ImmutableArray<ShapedRun> runs = context.Shaper.Shape(part.Text, request);
            MissingCharacters.Report(context, part.Text, runs, request.Family, SourceSpan.None);
            foreach (ShapedRun run in runs)
            {
                placed.Add(new GlyphRun
                {
                    Source = source, Face = run.Face, Size = request.Size, Origin = new(penX, penY),
                    Glyphs = [.. run.Glyphs.Select(g => g with { Cluster = g.Cluster - run.Start })], Text = part.Text.Substring(run.Start, run.Length),
                    Color = ColorOf(part.Fill), RightToLeft = run.RightToLeft,
                });
                penX += run.Width;
            }
        }
        Length back = text.Anchor switch
        {
            TextAnchor.Middle => (penX - start) / 2,
            TextAnchor.End => penX - start,
            _ => Length.Zero,
        };
        return back == Length.Zero ? placed.ToImmutable() : [.. placed.Select(r => r with { Origin = r.Origin with { X = r.Origin.X - back } })];
    }

    private static FontRequest Request(InlineContext context, DrawingTextRun part, string family) =>
        new(family, part.Weight, part.Italic, Length.FromPoints(part.Size), FontFeatures.None, context.Book.Metadata.Language);

    private static string FamilyOf(InlineContext context, DrawingTextRun part)
    {
        BookDesign design = context.Book.Design;
        foreach (string family in part.Families)
        {
            switch (family.ToLowerInvariant())
            {
                case "sans-serif" or "system-ui" or "ui-sans-serif": return design.SansFont;
                case "serif" or "ui-serif": return design.BodyFont;
                case "monospace" or "ui-monospace": return design.MonoFont;
            }
            if (context.Shaper.FaceFor(Request(context, part, family)) is OpenTypeFace face && IsOf(face, family)) return family;
        }
        return design.SansFont;
    }

    /// <summary>The cuts of a family for small and large sizes have its name with more behind it.</summary>
    private static bool IsOf(OpenTypeFace face, string family) => face.Family.StartsWith(family, StringComparison.OrdinalIgnoreCase);

    /// <summary>Text is filled with one colour: of a gradient its first.</summary>
    private static Color ColorOf(Paint paint) => paint switch
    {
        SolidPaint solid => solid.Color,
        LinearGradient { Stops: [var first, ..] } => first.Color,
        RadialGradient { Stops: [var first, ..] } => first.Color,
        _ => Color.Black,
    };
}
