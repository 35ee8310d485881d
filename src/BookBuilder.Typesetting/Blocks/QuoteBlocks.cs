using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets what stands apart from the argument without a frame: quotations, epigraphs, verse, centred lines, a pause.</summary>
internal static class QuoteBlocks
{
    /// <summary>A quotation: indented on both sides, who said it at the right.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, BlockQuote quote, Setting setting)
    {
        QuoteDesign design = context.Styles.Design.Quotes;
        Length left = design.Left.In(setting.Text.Size, setting.Text.Leading), right = design.Right.In(setting.Text.Size, setting.Text.Leading);
        Set(context, galley, quote, setting, setting.Inset(left, right) with
        {
            Text = Smaller(context, setting.Text) with { Italic = setting.Text.Italic || design.Italic },
            ParagraphIndent = setting.ParagraphIndent == Length.Zero ? Length.Zero : setting.Text.Size,
        });
    }

    /// <summary>A stretch with a class that print knows: epigraph, center, verse, statement, listing. Any other is set as if it were not there.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Division division, Setting setting, Block? before)
    {
        if (division.Attributes.Has("epigraph"))
        {
            QuoteDesign design = context.Styles.Design.Quotes;
            Length inset = setting.Width * design.EpigraphIndent;
            Setting inner = setting.Inset(inset, Length.Zero) with
            {
                Text = Smaller(context, setting.Text) with { Alignment = LineAlignment.Left, Hyphenated = false, Italic = design.EpigraphItalic },
                ParagraphIndent = Length.Zero, ParagraphSpace = Flex.Around(setting.Text.Leading / 4),
            };
            galley.Space(context.Styles.SetOff);
            bool isAttributed = division.Content is [_, .., Paragraph last] && PlainText.Of(last.Content).StartsWith('—');
            BlockComposer.Compose(context, galley, isAttributed ? division.Content[..^1] : division.Content, inner);
            if (isAttributed)
            {
                galley.Cost(BreakCost.Forbidden);
                BlockComposer.Compose(context, galley, division.Content[^1..], inner with { Text = inner.Text with { Italic = false } }, division.Content[^2]);
            }
            galley.Space(Flex.Around(context.Styles.Line * 1.5));
        }
        else if (division.Attributes.Has("center"))
        {
            galley.Space(context.Styles.SetOff);
            BlockComposer.Compose(context, galley, division.Content, setting with
            {
                Text = setting.Text with { Alignment = LineAlignment.Center, Hyphenated = false },
                ParagraphIndent = Length.Zero, Floats = false,
            });
            galley.Space(context.Styles.SetOff);
        }
        else if (division.Attributes.Has("verse"))
        {
            Length inset = setting.Text.Size * 2;
            galley.Space(context.Styles.SetOff);
            BlockComposer.Compose(context, galley, division.Content, setting.Inset(inset, Length.Zero) with
            {
                Text = setting.Text with { Alignment = LineAlignment.Left, Hyphenated = false },
                ParagraphIndent = Length.Zero, ParagraphSpace = Flex.Around(setting.Text.Leading),
            });
            galley.Space(context.Styles.SetOff);
        }
        else if (division.Attributes.Has("statement"))
        {
            galley.Space(context.Styles.SetOff);
            BlockComposer.Compose(context, galley, division.Content, setting with
            {
                Text = setting.Text with { Italic = setting.Text.Italic || division.Attributes.Has("asserted") },
                Floats = false,
            });
            galley.Space(context.Styles.SetOff);
        }
        else if (division.Attributes.Has("listing") && division.Content is [Paragraph caption, CodeBlock code])
        {
            galley.Space(context.Styles.SetOff);
            BlockComposer.Lines(context, galley, caption.Content, context.Styles.Caption, setting, caption);
            galley.Cost(BreakCost.Forbidden);
            CodeBlocks.ComposeCaptioned(context, galley, code, setting);
        }
        else
            BlockComposer.Compose(context, galley, division.Content, setting, before);
    }

    /// <summary>A pause: three asterisks in the middle of a line's room.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, ThematicBreak rest, Setting setting)
    {
        Lettering stars = Lettering.Of(context.Inline.Shaper, "*\u2003*\u2003*", setting.Text, FrameSource.Artifact);
        Flex around = Flex.Around(setting.Text.Leading * 0.75);
        galley.Space(around);
        galley.Cost(BreakCost.Reluctant);
        galley.Add(new GalleyBox
        {
            Height = setting.Text.Leading, Span = rest.Span,
            Items = stars.At(setting.Left + (setting.Width - stars.Width) / 2, LineBoxes.Baseline(setting.Text)),
        });
        galley.Space(around);
        galley.Cost(BreakCost.Reluctant);
    }

    private static void Set(BlockContext context, GalleyBuilder galley, BlockQuote quote, Setting setting, Setting inner)
    {
        bool isRuled = context.Styles.Design.Quotes.Ruled;
        galley.Space(context.Styles.SetOff);
        if (isRuled)
            galley.EnterPanel(new Panel(setting.Left, setting.Width, null, Color.Gray(150), Length.Zero) { Owner = quote.Id, Span = quote.Span, RuleWidth = 1.Pt });
        BlockComposer.Compose(context, galley, quote.Content, inner);
        if (quote.Attribution.Length > 0)
        {
            galley.Cost(BreakCost.Forbidden);
            TextStyle style = inner.Text with { Alignment = LineAlignment.Right, Hyphenated = false, FirstIndent = Length.Zero };
            BlockComposer.Lines(context, galley, quote.Attribution, style, inner, quote, new ParagraphLabel("— ", null, quote.Id));
        }
        if (isRuled) galley.LeavePanel();
        galley.Space(context.Styles.SetOff);
    }

    /// <summary>A little smaller on the same leading, so that the text after it is on the grid again.</summary>
    private static TextStyle Smaller(BlockContext context, TextStyle text) =>
        text.Size == context.Styles.Body.Size ? text with { Size = context.Styles.Quote.Size, FirstIndent = Length.Zero } : text;
}
