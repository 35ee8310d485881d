using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Mathematics;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets formulas on lines of their own: centred, the number at the right edge.</summary>
internal static class MathBlocks
{
    /// <summary>Sets a formula.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, MathBlock math, Setting setting)
    {
        ComposedBox box = MathComposer.Compose(context.Inline, math.Math, setting.Text, true, math.Id);
        Length baseline = Length.Max(LineBoxes.Baseline(setting.Text), box.Ascent);
        Length below = Length.Max(setting.Text.Leading - LineBoxes.Baseline(setting.Text), box.Descent);
        Length x = Length.Max(Length.Zero, (setting.Width - box.Width) / 2);
        List<FrameItem> items = [.. box.Items.Select(i => i.MovedBy(setting.Left + x, baseline))];
        if (context.Inline.Book.LabelOf(math) is { } label)
        {
            Lettering number = Lettering.Of(context.Inline.Shaper, $"({label.Number})", setting.Text, new(math.Id, FramePart.Label));
            Length right = setting.Width - number.Width;
            bool fits = x + box.Width + setting.Text.Size <= right;
            items.AddRange(number.At(setting.Left + right, fits ? baseline : baseline + below + LineBoxes.Baseline(setting.Text)));
            if (!fits) below += setting.Text.Leading;                   // a wide formula: its number goes on a line of its own
        }
        galley.Space(context.Styles.SetOff);
        galley.Cost(BreakCost.Reluctant);
        galley.Add(new GalleyBox { Height = baseline + below, Items = [.. items], Start = new(math.Id, FramePart.Content), Span = math.Span });
        galley.Space(context.Styles.SetOff);
    }
}
