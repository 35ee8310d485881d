using BookBuilder.Model.Blocks;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the lines of half-title, title, copyright and part pages: few words, much white.</summary>
internal static class DisplayBlocks
{
    /// <summary>Sets a line.</summary>
    /// <param name="context">The section around it.</param>
    /// <param name="galley">Where it goes.</param>
    /// <param name="line">The line.</param>
    /// <param name="setting">Where and how.</param>
    /// <param name="before">The display line before it; null for the first on its page.</param>
    public static void Compose(BlockContext context, GalleyBuilder galley, DisplayLine line, Setting setting, DisplayLine? before)
    {
        BlockStyles styles = context.Styles;
        if (before is null)
            galley.Add(new GalleyBox { Height = Sink(styles, line.Role) });
        (TextStyle style, Flex above) = StyleOf(styles, line.Role, before?.Role);
        galley.Space(above);
        galley.Cost(before is null ? BreakCost.Forbidden : BreakCost.Widow);
        if (line is { Role: DisplayRole.PartLabel, Content: [Text label] })
        {
            // As above a chapter's title.
            galley.Add(new GalleyBox
            {
                Height = style.Leading, Start = new(label.Id, FramePart.Content), Span = line.Span,
                Items = Lettering.InCapitals(context.Inline.Shaper, label.Value, style, new(label.Id, FramePart.Content)).At(setting.Left, LineBoxes.Baseline(style)),
            });
            return;
        }
        ComposedParagraph composed = line.Role is DisplayRole.Imprint
            ? ParagraphComposer.Compose(context.Inline, line.Content, style, setting.Width)
            : BalancedParagraph.Compose(context.Inline, line.Content, style, setting.Width);
        foreach (GalleyBox box in LineBoxes.Of(composed, style, setting.Left))
            galley.Add(box with { Span = line.Span });
    }

    private static Length Sink(BlockStyles styles, DisplayRole role) => role switch
    {
        DisplayRole.HalfTitle or DisplayRole.PartLabel or DisplayRole.PartTitle => styles.Design.TextHeight * 0.28,
        DisplayRole.Imprint => Length.Zero,
        _ => styles.Design.TextHeight * 0.19,
    };

    private static (TextStyle Style, Flex Above) StyleOf(BlockStyles styles, DisplayRole role, DisplayRole? before)
    {
        TextStyle ragged = styles.ChapterTitle;
        TextStyle sans = styles.Caption with { Size = styles.Size(1), Leading = styles.Line };
        Length line = styles.Line;
        return role switch
        {
            DisplayRole.HalfTitle => (ragged with { Size = styles.Size(1.5), Leading = styles.Size(1.95) }, Flex.None),
            DisplayRole.Title => (ragged with { Size = styles.Size(3), Leading = styles.Size(3.4) }, Flex.None),
            DisplayRole.Subtitle => (ragged with { Size = styles.Size(1.5), Leading = styles.Size(1.95), Italic = true }, Flex.Rigid(line)),
            DisplayRole.Author => (sans with { Size = styles.Size(1.1), Leading = styles.Size(1.6), Weight = 600 },
                Flex.Rigid(before is DisplayRole.Author ? Length.Zero : before is DisplayRole.Affiliation ? line / 2 : line * 3)),
            DisplayRole.Affiliation => (sans, Flex.Rigid(line * 0.4)),
            DisplayRole.Publisher => (sans, Flex.Fill),
            DisplayRole.Date => (sans, before is DisplayRole.Publisher ? Flex.None : Flex.Fill),
            DisplayRole.Imprint => (styles.Note with { Alignment = LineAlignment.Left, Hyphenated = false },
                before is DisplayRole.Imprint ? Flex.Rigid(styles.Note.Leading / 2) : Flex.Fill),
            DisplayRole.PartLabel => (styles.ChapterLabel, Flex.None),
            DisplayRole.PartTitle => (ragged with { Size = styles.Size(2.8), Leading = styles.Size(3.3) }, Flex.Rigid(line / 2)),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }
}
