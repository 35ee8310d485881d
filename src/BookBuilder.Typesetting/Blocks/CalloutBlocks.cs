using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets callouts: on a tint, beside a rule or in a frame, as the design has it. They may run over a page's end.</summary>
internal static class CalloutBlocks
{
    /// <summary>Sets a callout.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Callout callout, Setting setting)
    {
        BlockStyles styles = context.Styles;
        TextStyle title = styles.CalloutTitle;
        Setting inner = setting.Inset(styles.Size(1.2), styles.Size(1)) with
        {
            Text = setting.Text with { Size = Length.Min(setting.Text.Size, styles.Design.Of(styles.Design.Callouts.Size)), FirstIndent = Length.Zero },
            ParagraphIndent = Length.Zero, ParagraphSpace = Flex.Around(setting.Text.Leading / 4),
        };
        Flex around = new(styles.Line, styles.Line * 0.5, styles.Line * 0.4);
        galley.Space(around);
        galley.EnterPanel(PanelOf(styles, callout, setting));
        if (callout.Title.Length > 0)
            BlockComposer.Lines(context, galley, callout.Title, title, inner, callout);
        else
            galley.Add(new GalleyBox
            {
                Height = title.Leading, Span = callout.Span,
                Items = Lettering.Of(context.Inline.Shaper, WordFor(callout.Kind, context.Inline.Book.Terms), title, new(callout.Id, FramePart.Label))
                    .At(inner.Left, LineBoxes.Baseline(title)),
            });
        galley.Cost(BreakCost.Forbidden);
        BlockComposer.Compose(context, galley, callout.Content, inner);
        galley.LeavePanel();
        galley.ReplaceSpace(around);
    }

    private static Panel PanelOf(BlockStyles styles, Callout callout, Setting setting)
    {
        Color accent = styles.Design.Accent;
        return styles.Design.Callouts.Form switch
        {
            CalloutForm.Tint => new Panel(setting.Left, setting.Width, Tint(accent), accent, styles.Size(0.5)) { Owner = callout.Id, Span = callout.Span },
            CalloutForm.Rule => new Panel(setting.Left, setting.Width, null, accent, Length.Zero) { Owner = callout.Id, Span = callout.Span },
            CalloutForm.Frame => new Panel(setting.Left, setting.Width, null, null, styles.Size(0.5)) { Owner = callout.Id, Span = callout.Span, Frame = accent },
            _ => throw new ArgumentOutOfRangeException(nameof(callout)),
        };
    }

    /// <summary>The word that names a kind of callout.</summary>
    internal static string WordFor(CalloutKind kind, BookTerms terms) => kind switch
    {
        CalloutKind.Note => terms.Note,
        CalloutKind.Tip => terms.Tip,
        CalloutKind.Important => terms.Important,
        CalloutKind.Warning => terms.Warning,
        CalloutKind.Caution => terms.Caution,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A twentieth of a colour on white.</summary>
    private static Color Tint(Color color) => new(Share(color.Red), Share(color.Green), Share(color.Blue));

    private static byte Share(byte ink) => (byte)(255 - (255 - ink) / 18);
}
