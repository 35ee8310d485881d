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

/// <summary>Opens chapters: label and title, sunk from the top of a page or below the chapter before.</summary>
internal static class OpeningBlocks
{
    /// <summary>Opens a chapter.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Heading heading, Setting setting)
    {
        BlockStyles styles = context.Styles;
        OpeningDesign design = styles.Design.Chapter;
        bool runsOn = styles.Design.Opening == ChapterOpening.RunOn || galley.Count > 0;
        bool isList = context.Chapter.Role is SectionRole.Contents or SectionRole.ListOfFigures or SectionRole.ListOfTables;
        ImmutableArray<GalleyBox> title = Title(context, heading, setting, isList);
        Length used = Length.Zero;
        if (runsOn)
            galley.Space(new Flex(isList ? styles.Line * 2.5 : styles.Design.Of(design.Sink), styles.Line * 0.75, styles.Line * 0.2));
        else if (!isList)
            used += Add(galley, new GalleyBox { Height = styles.Design.Of(design.Sink) });
        if (!runsOn) galley.Cost(BreakCost.Forbidden);
        galley.Mark(heading.Id, setting.Left);
        for (int i = 0; i < title.Length; i++)
        {
            GalleyBox box = title[i] with { IsHeading = true, Span = heading.Span };
            if (i > 0 || !runsOn) box = box with { BreakBefore = BreakCost.Forbidden };
            else box = box with { BreakBefore = -100, AwaitsFloats = true };
            used += Add(galley, box);
        }
        galley.Cost(BreakCost.Forbidden);
        Length below = styles.Design.Of(design.Below);
        if (runsOn)
            galley.Space(new Flex(below, styles.Line * 0.15, Length.Zero));
        else        // the text below begins on a line of the grid
            galley.Add(new GalleyBox { Height = styles.Line * (int)Math.Ceiling((used + below) / styles.Line) - used, IsHeading = true, Span = heading.Span });
        galley.Cost(BreakCost.Forbidden);
    }

    private static Length Add(GalleyBuilder galley, GalleyBox box)
    {
        galley.Add(box);
        return box.Height;
    }

    /// <summary>The label, the lines of the title and the rule, one under the other.</summary>
    private static ImmutableArray<GalleyBox> Title(BlockContext context, Heading heading, Setting setting, bool isList)
    {
        BlockStyles styles = context.Styles;
        OpeningDesign design = styles.Design.Chapter;
        NumberLabel? number = context.Inline.Book.LabelOf(heading);
        var part = new GalleyBuilder();
        if (design.Rule == RulePlace.Above) part.Add(Rule(styles, setting, below: styles.Line * 0.5));
        TextStyle style = styles.ChapterTitle;
        ParagraphLabel? label = null;
        if (design.LabelPlace == ChapterLabelPlace.Beside)
        {
            label = HeadingBlocks.Number(context, part, heading, number?.Number, styles.ChapterLabel, style, setting);
            if (label is { Width: { } width }) style = style with { HangingIndent = width };
        }
        else if (!isList)
            part.Add(new GalleyBox
            {
                Height = styles.Design.Of(design.LabelRoom), Items = number is null ? [] : Label(context, heading, number, setting),
            });
        ComposedParagraph title = BalancedParagraph.Compose(context.Inline, heading.Content, style, setting.Width, label);
        foreach (GalleyBox line in LineBoxes.Of(title, style, setting.Left)) part.Add(line);
        if (design.Rule == RulePlace.Below) part.Add(Rule(styles, setting, below: Length.Zero));
        return part.ToBoxes();
    }

    private static ImmutableArray<FrameItem> Label(BlockContext context, Heading heading, NumberLabel label, Setting setting)
    {
        TextStyle style = context.Styles.ChapterLabel;
        var source = new FrameSource(heading.Id, FramePart.Label);
        Lettering letters = context.Styles.Design.Chapter.Label.Capitals
            ? Lettering.InCapitals(context.Inline.Shaper, label.Text, style, source)
            : Lettering.Of(context.Inline.Shaper, label.Text, style, source);
        Length x = context.Styles.Design.Chapter.Centered ? (setting.Width - letters.Width) / 2 : Length.Zero;
        return letters.At(setting.Left + x, LineBoxes.Baseline(style));
    }

    /// <summary>A rule over the measure, and over the numbers in the margin.</summary>
    private static GalleyBox Rule(BlockStyles styles, Setting setting, Length below)
    {
        Length outdent = styles.NumbersInMargin ? styles.NumberRoom : Length.Zero;
        Length thickness = 0.75.Pt, above = styles.Line * 0.5;
        return new GalleyBox
        {
            Height = above + thickness + below,
            Items = [new BoxItem(new(setting.Left - outdent, above, setting.Width + outdent, thickness), styles.Design.Accent, null, Length.Zero) { Source = FrameSource.Artifact }],
        };
    }
}
