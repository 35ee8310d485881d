using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the headings within chapters; what opens one is <see cref="OpeningBlocks"/>'.</summary>
internal static class HeadingBlocks
{
    /// <summary>Sets a heading; it never parts from what follows it.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting, Block? before)
    {
        if (heading.Level == 1 && before is null && setting.Floats)
            OpeningBlocks.Compose(context, galley, heading, setting);
        else
            Within(context, galley, heading, setting, before);
    }

    /// <summary>The number of a heading: hung in the margin beside the next box where the design has it there, else the label before its words.</summary>
    public static ParagraphLabel? Number(BlockContext context, GalleyBuilder galley, Heading heading, string? number, TextStyle style, TextStyle title, Setting setting)
    {
        if (number is null) return null;
        BlockStyles styles = context.Styles;
        if (styles.NumbersInMargin && setting.Left == Length.Zero)
        {
            var source = new FrameSource(heading.Id, FramePart.Label);
            galley.Hang(new GalleyBox
            {
                Height = title.Leading, Start = source,
                Items = Lettering.Of(context.Inline.Shaper, number, style, source).At(-styles.NumberRoom, LineBoxes.Baseline(title)),
            });
            return null;
        }
        string text = number + "\u2003";
        return new(text, style, heading.Id, Lettering.WidthOf(context.Inline.Shaper, text, style));
    }

    private static void Within(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting, Block? before)
    {
        (TextStyle style, Length above, Length below) = context.Styles.HeadingOf(heading.Level);
        Length line = context.Styles.Line;
        if (before is Heading { Level: > 1 })
            galley.ReplaceSpace(Flex.Around(line * 0.35));
        else if (before is not Heading)                       // the white below a chapter's title is in its opening
            galley.Space(new Flex(above, line * 0.55, line * 0.2));
        NumberLabel? number = context.Inline.Book.LabelOf(heading);
        ParagraphLabel? label = Number(context, galley, heading, number?.Text, style, style, setting);
        if (label is { Width: { } width }) style = style with { HangingIndent = width };
        ComposedParagraph composed = BalancedParagraph.Compose(context.Inline, heading.Content, style, setting.Width, label);
        int i = 0;
        string title = heading.ShortTitle ?? PlainText.Of(heading.Content);
        foreach (GalleyBox box in LineBoxes.Of(composed, style, setting.Left))
            galley.Add(box with
            {
                BreakBefore = i++ == 0 ? -60 : BreakCost.Forbidden,
                IsHeading = true, Span = heading.Span,
                Section = i == 1 && heading.Level == 2 ? new RunningTitle(heading.Id, number?.Text ?? "", title) : null,
            });
        galley.Space(new Flex(below, line * 0.15, Length.Zero));
        galley.Cost(BreakCost.Forbidden);
    }
}
