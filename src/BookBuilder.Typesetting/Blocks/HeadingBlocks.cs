using System.Collections.Immutable;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets headings: the opening of a chapter, and the headings within.</summary>
internal static class HeadingBlocks
{
    /// <summary>Sets a heading; it never parts from what follows it.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting, Block? before)
    {
        if (heading.Level == 1 && galley.Count == 0)
            Opening(context, galley, heading, setting);
        else
            Within(context, galley, heading, setting, before);
    }

    /// <summary>A chapter's opening: label and title sunk from the top, then white, all in whole lines of the grid.</summary>
    private static void Opening(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting)
    {
        BlockStyles styles = context.Styles;
        bool isList = context.Chapter.Role is SectionRole.Contents or SectionRole.ListOfFigures or SectionRole.ListOfTables;
        NumberLabel? label = context.Inline.Book.LabelOf(heading);
        Length sink = isList ? Length.Zero : styles.Line * 5;
        ComposedParagraph title = BalancedParagraph.Compose(context.Inline, heading.Content, styles.ChapterTitle, setting.Width);
        ImmutableArray<GalleyBox> lines = LineBoxes.Of(title, styles.ChapterTitle, setting.Left);
        Length labelHeight = isList ? Length.Zero : styles.Line * 1.6;
        Length used = sink + labelHeight + Columns.Height(lines);
        Length total = styles.Line * (int)Math.Ceiling((used + styles.Line * 2.25) / styles.Line);

        galley.Add(new GalleyBox { Height = sink });
        galley.Mark(heading.Id, setting.Left);
        galley.Cost(BreakCost.Forbidden);
        galley.Add(new GalleyBox { Height = labelHeight, Items = label is null ? [] : OpeningLabel(context, heading, label, setting), IsHeading = true });
        foreach (GalleyBox line in lines)
            galley.Add(line with { BreakBefore = BreakCost.Forbidden, IsHeading = true, Span = heading.Span });
        galley.Cost(BreakCost.Forbidden);
        galley.Add(new GalleyBox { Height = total - used, IsHeading = true });
        galley.Cost(BreakCost.Forbidden);
    }

    private static ImmutableArray<FrameItem> OpeningLabel(BlockContext context, Heading heading, NumberLabel label, Setting setting)
    {
        TextStyle style = context.Styles.ChapterLabel;
        return Lettering.InCapitals(context.Inline.Shaper, label.Text, style, new(heading.Id, FramePart.Label))
            .At(setting.Left, LineBoxes.Baseline(style));
    }

    private static void Within(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting, Block? before)
    {
        BlockStyles styles = context.Styles;
        (TextStyle style, double above, double below) = heading.Level switch
        {
            <= 2 => (styles.Section, 1.3, 0.5),
            3 => (styles.Subsection, 0.75, 0.25),
            _ => (styles.Minor, 0.75, 0.1),
        };
        Length line = styles.Line;
        ParagraphLabel? label = null;
        if (context.Inline.Book.LabelOf(heading) is { } number)
        {
            string text = number.Text + "\u2003";
            Length width = Lettering.Of(context.Inline.Shaper, text, style, FrameSource.Artifact).Width;
            label = new(text, null, heading.Id, width);
            style = style with { HangingIndent = width };
        }
        if (before is Heading)
            galley.ReplaceSpace(Flex.Around(line * (before is Heading { Level: 1 } ? 0 : 0.35)));
        else
            galley.Space(new Flex(line * above, line * 0.55, line * 0.2));
        ComposedParagraph composed = BalancedParagraph.Compose(context.Inline, heading.Content, style, setting.Width, label);
        int i = 0;
        string title = heading.ShortTitle ?? PlainText.Of(heading.Content);
        foreach (GalleyBox box in LineBoxes.Of(composed, style, setting.Left))
            galley.Add(box with
            {
                BreakBefore = i++ == 0 ? -60 : BreakCost.Forbidden,
                IsHeading = true, Span = heading.Span,
                Section = i == 1 && heading.Level == 2
                    ? new RunningTitle(heading.Id, context.Inline.Book.LabelOf(heading)?.Text ?? "", title) : null,
            });
        galley.Space(new Flex(line * below, line * 0.15, Length.Zero));
        galley.Cost(BreakCost.Forbidden);
    }
}
