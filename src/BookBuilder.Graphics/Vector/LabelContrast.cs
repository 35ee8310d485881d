using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Model.Units;

namespace BookBuilder.Graphics.Vector;

/// <summary>A text in a drawing and how well it can be told from what it stands on.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Ratio">Its contrast to the ground that suits it best.</param>
public sealed record PaleLabel(string Text, double Ratio);

/// <summary>Finds texts that no ground they may stand on makes legible.</summary>
/// <remarks>What a text stands on is not known to the letter: white paper, or any filled shape drawn before it whose box holds the text's first point. Only
/// a text that is pale on all of them is reported, so that nothing is reported that can be read.</remarks>
public static class LabelContrast
{
    /// <summary>The first such text; null when there is none. In a picture no text is known to be large.</summary>
    public static PaleLabel? FirstPale(Drawing drawing)
    {
        List<(DrawingBox Box, Color Color)> grounds = [];
        return FirstPale(drawing.Items, Affine.Identity, grounds);
    }

    private static PaleLabel? FirstPale(ImmutableArray<DrawingItem> items, Affine map, List<(DrawingBox Box, Color Color)> grounds)
    {
        foreach (DrawingItem item in items)
            switch (item)
            {
                case DrawingGroup group:
                    if (FirstPale(group.Items, map.After(group.Transform), grounds) is { } inner) return inner;
                    break;
                case DrawingShape { Fill: SolidPaint fill } shape when DrawingBounds.Of(shape.Contour, map) is { } box:
                    grounds.Add((box, Over(fill.Color, shape.FillOpacity)));
                    break;
                // A gradient or a photograph may be of any colour: what stands on it is left to the eye.
                case DrawingShape { Fill: not null } shape when DrawingBounds.Of(shape.Contour, map) is { } box:
                    grounds.Add((box, Color.Black));
                    break;
                case DrawingShape:
                    break;
                case DrawingImage:
                    if (DrawingBounds.Of([item], map) is { } area) grounds.Add((area, Color.Black));
                    break;
                case DrawingText text:
                    if (Pale(text, map, grounds) is { } pale) return pale;
                    break;
                default:
                    throw new UnreachableException($"{item.GetType().Name} is new: say here what a text on it stands on.");
            }
        return null;
    }

    private static PaleLabel? Pale(DrawingText text, Affine map, List<(DrawingBox Box, Color Color)> grounds)
    {
        (double x, double y) = map.Apply(text.X, text.Y);
        Color[] below = [Color.White, .. grounds.Where(g => x >= g.Box.Left && x <= g.Box.Right && y >= g.Box.Top && y <= g.Box.Bottom + 1).Select(g => g.Color)];
        foreach (DrawingTextRun run in text.Runs)
        {
            if (run.Fill is not SolidPaint { Color: var ink } || string.IsNullOrWhiteSpace(run.Text)) continue;
            double best = below.Max(ground => Contrast.Between(Over(ink, run.FillOpacity, ground), ground));
            if (best < Contrast.OfText) return new(run.Text.Trim(), best);
        }
        return null;
    }

    private static Color Over(Color ink, double opacity) => Over(ink, opacity, Color.White);

    private static Color Over(Color ink, double opacity, Color ground) => new(Mix(ink.Red, ground.Red, opacity), Mix(ink.Green, ground.Green, opacity), Mix(ink.Blue, ground.Blue, opacity));

    private static byte Mix(byte ink, byte ground, double opacity) => (byte)Math.Round(ink * opacity + ground * (1 - opacity), MidpointRounding.AwayFromZero);
}
