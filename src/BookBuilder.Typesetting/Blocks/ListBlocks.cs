using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Fonts.Unicode;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets lists: bullets and numbers hang beside their items.</summary>
internal static class ListBlocks
{
    /// <summary>Sets a list of items.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, ListBlock list, Setting setting)
    {
        ListDesign design = context.Styles.Design.Lists;
        if (list.Attributes.Has("sources"))
        {
            Sources(context, galley, list, setting);
            return;
        }
        Flex around = setting.ListDepth == 0 ? Scaled(context.Styles.SetOff, setting) : list.IsTight ? Flex.None : Between(context, setting);
        galley.Space(around);
        TextStyle style = setting.Text with { FirstIndent = Length.Zero, Features = setting.Text.Features | FontFeatures.TabularFigures };
        ImmutableArray<Lettering> labels =
            [.. list.Items.Select((item, i) => Lettering.Of(context.Inline.Shaper, LabelOf(list, i, setting.ListDepth, design), style, new(item.Id, FramePart.Label)))];
        Length gap = setting.Text.Size * 0.5;
        Length hang = Length.Max(design.Hang.In(setting.Text.Size, setting.Text.Leading), labels.Max(l => l.Width) + gap);
        bool fromRight = TextDirection.OfLanguage(setting.Text.Language) == 1;
        Setting inner = setting.Inset(fromRight ? Length.Zero : hang, fromRight ? hang : Length.Zero) with
        {
            ListDepth = setting.ListDepth + 1, ParagraphIndent = Length.Zero,
            ParagraphSpace = list.IsTight ? Flex.None : Between(context, setting),
        };
        for (int i = 0; i < list.Items.Length; i++)
        {
            ListItem item = list.Items[i];
            if (i > 0 && !list.IsTight) galley.Space(Between(context, setting));
            if (context.IsTarget(item.Id)) galley.Mark(item.Id, setting.Left);
            ImmutableArray<FrameItem> label = item.IsDone is { } done
                ? TaskBox(item, done, setting.Left + hang - gap, setting.Text)
                : labels[i].At(setting.Left + (fromRight ? setting.Width - hang + gap : hang - gap - labels[i].Width), LineBoxes.Baseline(setting.Text));
            galley.Hang(new GalleyBox { Height = setting.Text.Leading, Items = label, Start = new(item.Id, FramePart.Label) });
            BlockComposer.Compose(context, galley, item.Content, inner);
            if (galley.TakeLabel() is { } alone) galley.Add(alone);       // an empty item is still an item
        }
        galley.Space(around);
    }

    /// <summary>A list of sources, as an index is set: no bullets, smaller, later lines hanging, ragged because it is full of addresses.</summary>
    private static void Sources(BlockContext context, GalleyBuilder galley, ListBlock list, Setting setting)
    {
        BlockStyles styles = context.Styles;
        Length size = Length.Min(setting.Text.Size, styles.Design.Of(styles.Design.Lists.SourcesSize));
        Length hang = size * 1.6, leading = setting.Text.Leading * (size / setting.Text.Size);
        Setting inner = setting with
        {
            Text = setting.Text with { Size = size, Leading = leading, Alignment = LineAlignment.Left, HangingIndent = hang },
            ListDepth = setting.ListDepth + 1, ParagraphIndent = Length.Zero, ParagraphSpace = Flex.None, Floats = false,
        };
        galley.Space(styles.SetOff);
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (i > 0) galley.Space(Flex.Around(leading * 0.3));
            if (context.IsTarget(list.Items[i].Id)) galley.Mark(list.Items[i].Id, setting.Left);
            BlockComposer.Compose(context, galley, list.Items[i].Content, inner);
        }
        galley.Space(styles.SetOff);
    }

    /// <summary>Sets a list of terms with their definitions.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, DefinitionList list, Setting setting)
    {
        galley.Space(Scaled(context.Styles.SetOff, setting));
        Setting inner = setting.Inset(setting.Text.Size * 1.4, Length.Zero) with { ParagraphSpace = Between(context, setting), ParagraphIndent = Length.Zero };
        TextStyle term = setting.Text with { Weight = 700, Alignment = LineAlignment.Left, FirstIndent = Length.Zero };
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (i > 0) galley.Space(Between(context, setting));
            foreach (DefinitionTerm t in list.Items[i].Terms)
            {
                if (context.IsTarget(t.Id)) galley.Mark(t.Id, setting.Left);
                BlockComposer.Lines(context, galley, t.Content, term, setting, t);
                galley.Cost(BreakCost.Forbidden);
            }
            foreach (Definition definition in list.Items[i].Definitions)
                BlockComposer.Compose(context, galley, definition.Content, inner);
        }
        galley.Space(Scaled(context.Styles.SetOff, setting));
    }

    /// <summary>What stands before an item: "•", "3.", "b.".</summary>
    private static string LabelOf(ListBlock list, int index, int depth, ListDesign design)
    {
        int number = list.Start + index;
        return list.Style switch
        {
            ListStyle.Bullet => design.Bullets[depth % design.Bullets.Length],
            ListStyle.Decimal => Numerals.Arabic(number) + ".",
            ListStyle.LowerAlpha => Numerals.Letters(number).ToLowerInvariant() + ".",
            ListStyle.UpperAlpha => Numerals.Letters(number) + ".",
            ListStyle.LowerRoman => Numerals.Roman(number) + ".",
            ListStyle.UpperRoman => Numerals.Roman(number).ToUpperInvariant() + ".",
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
    }

    private static Flex Between(BlockContext context, Setting setting) =>
        Flex.Around(context.Styles.Design.Lists.Between.In(setting.Text.Size, setting.Text.Leading));

    private static Flex Scaled(Flex space, Setting setting) =>
        setting.Floats ? space : Flex.Around(setting.Text.Leading / 4);

    /// <summary>A box to tick: drawn, because few text faces have one.</summary>
    private static ImmutableArray<FrameItem> TaskBox(ListItem item, bool done, Length right, TextStyle style)
    {
        Length side = style.Size * 0.7;
        Length stroke = style.Size * 0.06;
        var box = new Rectangle(right - side, LineBoxes.Baseline(style) - side, side, side);
        var source = new FrameSource(item.Id, FramePart.Label);
        var frame = new BoxItem(box, null, style.Color, stroke) { Source = source };
        Length inset = side * 0.25;
        return done
            ? [frame, new BoxItem(new(box.X + inset, box.Y + inset, side - inset * 2, side - inset * 2), style.Color, null, Length.Zero) { Source = source }]
            : [frame];
    }
}
