using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the lines of half-title, title, copyright and part pages: few words, much white. Where the design has a title block, they stand above the text.</summary>
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
        bool isBlock = IsBlock(context);
        if (before is null && (!isBlock || line.Role is DisplayRole.Imprint))
            galley.Add(new GalleyBox { Height = Sink(styles, line.Role) });
        (TextStyle style, Flex above) = StyleOf(styles, line.Role, before?.Role);
        // Where authors belong to different places, each place stands close to its author.
        if (line.Role is DisplayRole.Affiliation && context.Chapter.Content.Count(b => b is DisplayLine { Role: DisplayRole.Affiliation }) > 1) above = Flex.None;
        if (isBlock && before is null && line.Role is DisplayRole.PartLabel or DisplayRole.PartTitle)
            above = Flex.Around(styles.Design.Of(styles.Design.Front.AbovePart));
        if (isBlock && above.IsFill) above = line.Role is DisplayRole.Imprint ? Flex.Around(styles.Line * 2) : Flex.None;
        galley.Space(above);
        galley.Cost(before is null ? isBlock ? 0 : BreakCost.Forbidden : BreakCost.Widow);
        style = BlockStyles.Aligned(style, styles.Design.Front.Centered && line.Role is not DisplayRole.Imprint);
        foreach (GalleyBox box in Lines(context, line, style, setting))
            galley.Add(box with { Span = line.Span });
        if (isBlock && ReferenceEquals(line, context.Chapter.Content.LastOrDefault(b => b is DisplayLine)))
            End(styles, galley, line, setting);
    }

    /// <summary>Whether the lines stand above running text instead of on a page of their own.</summary>
    private static bool IsBlock(BlockContext context) => context.Chapter.Role switch
    {
        SectionRole.TitlePage => context.Styles.Design.Front.TitleBlock,
        SectionRole.Copyright => context.Styles.Design.Front.Imprint == ImprintPlace.End && context.Styles.Design.Opening == ChapterOpening.RunOn,
        SectionRole.Part => context.Styles.Design.Opening == ChapterOpening.RunOn,
        _ => false,
    };

    private static ImmutableArray<GalleyBox> Lines(BlockContext context, DisplayLine line, TextStyle style, Setting setting)
    {
        if (line is { Role: DisplayRole.PartLabel, Content: [Text label] } && context.Styles.Design.Front.PartLabel.Capitals)
        {
            var source = new FrameSource(label.Id, FramePart.Content);
            Lettering letters = Lettering.InCapitals(context.Inline.Shaper, label.Value, style, source);
            Length x = style.Alignment == LineAlignment.Center ? (setting.Width - letters.Width) / 2 : Length.Zero;
            return [new GalleyBox { Height = style.Leading, Start = source, Items = letters.At(setting.Left + x, LineBoxes.Baseline(style)) }];
        }
        ComposedParagraph composed = line.Role is DisplayRole.Imprint
            ? ParagraphComposer.Compose(context.Inline, line.Content, style, setting.Width)
            : BalancedParagraph.Compose(context.Inline, line.Content, style, setting.Width);
        return LineBoxes.Of(composed, style, setting.Left);
    }

    /// <summary>What parts a block from the text below it: a rule under the title's, white under a part's.</summary>
    private static void End(BlockStyles styles, GalleyBuilder galley, DisplayLine line, Setting setting)
    {
        galley.Cost(BreakCost.Forbidden);
        if (line.Role is DisplayRole.Imprint) return;
        Length white = styles.Design.Of(styles.Design.Front.BelowBlock) / 2;
        if (line.Role is DisplayRole.PartLabel or DisplayRole.PartTitle)
        {
            galley.Space(Flex.Around(white));
            return;
        }
        galley.Space(Flex.Rigid(white * 0.6));
        galley.Add(new GalleyBox
        {
            Height = 0.75.Pt,
            Items = [new BoxItem(new(setting.Left, Length.Zero, setting.Width, 0.75.Pt), styles.Design.Accent, null, Length.Zero) { Source = FrameSource.Artifact }],
        });
        galley.Space(Flex.Rigid(white));
        galley.Cost(BreakCost.Forbidden);
    }

    private static Length Sink(BlockStyles styles, DisplayRole role) => role switch
    {
        DisplayRole.HalfTitle or DisplayRole.PartLabel or DisplayRole.PartTitle => styles.Design.TextHeight * styles.Design.Front.PartSink,
        DisplayRole.Imprint => Length.Zero,
        _ => styles.Design.TextHeight * styles.Design.Front.Sink,
    };

    private static (TextStyle Style, Flex Above) StyleOf(BlockStyles styles, DisplayRole role, DisplayRole? before)
    {
        FrontDesign front = styles.Design.Front;
        TextStyle title = styles.Of(front.Title), subtitle = styles.Of(front.Subtitle), detail = styles.Of(front.Detail);
        Length line = styles.Line;
        return role switch
        {
            DisplayRole.HalfTitle => (title with { Size = subtitle.Size, Leading = subtitle.Leading }, Flex.None),
            DisplayRole.Title => (title, Flex.None),
            DisplayRole.Subtitle => (subtitle, Flex.Rigid(styles.Design.Of(front.AboveSubtitle))),
            DisplayRole.Author => (styles.Of(front.Author),
                Flex.Rigid(before is DisplayRole.Author ? Length.Zero : before is DisplayRole.Affiliation ? line * 0.75 : styles.Design.Of(front.AboveAuthors))),
            DisplayRole.Affiliation => (detail, Flex.Rigid(styles.Design.Of(front.AboveDetail))),
            DisplayRole.Publisher => (detail, Flex.Fill),
            DisplayRole.Date => (detail, before is DisplayRole.Publisher ? Flex.None : Flex.Fill),
            DisplayRole.Imprint => (styles.Note with { Alignment = LineAlignment.Left, Hyphenated = false },
                before is DisplayRole.Imprint or DisplayRole.Publisher or DisplayRole.Date ? Flex.Rigid(styles.Note.Leading / 2) : Flex.Fill),
            DisplayRole.PartLabel => (styles.Of(front.PartLabel), Flex.None),
            DisplayRole.PartTitle => (styles.Of(front.PartTitle), Flex.Rigid(line / 2)),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }
}
