using System.Collections.Immutable;
using System.Globalization;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Design;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets code: as written, on a ground or beside a rule, long lines carried over with a mark.</summary>
internal static class CodeBlocks
{
    private const int ShortBlock = 10;
    private const int TabWidth = 4;

    /// <summary>Sets a code block. A short one stays together; a longer one leaves at least two lines on each page.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, CodeBlock code, Setting setting) =>
        Compose(context, galley, code, setting, Around(context));

    /// <summary>Sets a code block below its caption.</summary>
    public static void ComposeCaptioned(BlockContext context, GalleyBuilder galley, CodeBlock code, Setting setting) =>
        Compose(context, galley, code, setting, Flex.Around(context.Styles.Design.Of(context.Styles.Design.Captions.Gap)));

    private static void Compose(BlockContext context, GalleyBuilder galley, CodeBlock code, Setting setting, Flex gap)
    {
        // Code runs to the right whatever the book's language does: it is in none of its own (BCP 47's "no linguistic content").
        TextStyle style = context.Styles.Code with { Language = "zxx" };
        if (setting.Text.Size < context.Styles.Body.Size)
            style = style with { Size = setting.Text.Size * 0.9, Leading = setting.Text.Leading };
        CodeDesign design = context.Styles.Design.Code;
        Length padding = context.Styles.Design.Of(design.Padding);
        Length width = setting.Width - padding * 2;
        List<GalleyBox> lines = [];
        int start = 0;
        foreach (string line in code.Code.Split('\n'))
        {
            lines.AddRange(Line(context, code, line, start, style, setting.Left + padding, width));
            start += line.Length + 1;
        }
        galley.Space(gap);
        Length above = design.Ground is null ? Length.Zero : context.Styles.Size(0.35);
        galley.EnterPanel(new Panel(setting.Left, setting.Width, design.Ground, design.Ruled ? Color.Gray(110) : null, above) { Owner = code.Id, Span = code.Span, RuleWidth = 1.Pt });
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                galley.Cost(lines.Count <= ShortBlock || i == 1 || i == lines.Count - 1 ? BreakCost.Widow / 2 : 40);
            galley.Add(lines[i] with { Span = code.Span });
        }
        galley.LeavePanel();
        galley.Space(Around(context));
    }

    private static Flex Around(BlockContext context) => new(context.Styles.Line * 0.75, context.Styles.Line * 0.4, context.Styles.Line * 0.1);

    /// <summary>One line of the source in as many lines as it needs.</summary>
    private static IEnumerable<GalleyBox> Line(BlockContext context, CodeBlock code, string line, int start, TextStyle style, Length left, Length width)
    {
        Length baseline = LineBoxes.Baseline(style);
        if (line.Length == 0)
        {
            yield return new GalleyBox { Height = style.Leading, Start = new(code.Id, FramePart.Content, start) };
            yield break;
        }
        Length column = Lettering.WidthOf(context.Inline.Shaper, "m", style);
        int room = Math.Max(8, (int)(width / column));
        int from = 0;
        for (bool first = true; from < line.Length; first = false)
        {
            int take = Take(line, from, first ? room : room - 2);
            var source = new FrameSource(code.Id, FramePart.Content, start + from);
            Lettering piece = Untabbed(context, line.Substring(from, take), style, source, column);
            Length x = first ? left : left + column * 2;
            ImmutableArray<FrameItem> mark = first ? []
                : Lettering.Of(context.Inline.Shaper, "»", style with { Color = Color.Gray(120) }, FrameSource.Artifact).At(left, baseline);
            yield return new GalleyBox { Height = style.Leading, Items = [.. mark, .. piece.At(x, baseline)], Start = source };
            from += take;
        }
    }

    /// <summary>How many characters the next piece takes: up to a space in its last third, else as many as fit.</summary>
    private static int Take(string line, int from, int room)
    {
        int columns = 0, space = 0, at = from;
        while (at < line.Length)
        {
            int next = StringInfo.GetNextTextElementLength(line, at);
            columns = line[at] == '\t' ? (columns / TabWidth + 1) * TabWidth : columns + (IsWide(line[at]) ? 2 : 1);
            if (columns > room) return space > (at - from) * 2 / 3 ? space : Math.Max(at - from, next);
            at += next;
            if (line[at - next] == ' ') space = at - from;
        }
        return line.Length - from;
    }

    /// <summary>East Asian wide letters, roughly: they take two columns.</summary>
    private static bool IsWide(char c) => c is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uff60';

    /// <summary>Letters with every tab reaching its stop.</summary>
    private static Lettering Untabbed(BlockContext context, string text, TextStyle style, FrameSource source, Length column)
    {
        if (!text.Contains('\t')) return Lettering.Of(context.Inline.Shaper, text, style, source);
        var items = ImmutableArray.CreateBuilder<FrameItem>();
        Length pen = Length.Zero;
        int at = 0;
        foreach (string part in text.Split('\t'))
        {
            if (at > 0)
            {
                int stop = ((int)Math.Round(pen / column) / TabWidth + 1) * TabWidth;
                Lettering gap = Lettering.Of(context.Inline.Shaper, " ", style, source with { Offset = source.Offset + at - 1 });
                foreach (GlyphRun run in gap.At(pen, Length.Zero).OfType<GlyphRun>())
                    items.Add(run with { Glyphs = [.. run.Glyphs.Select(g => g with { Advance = column * stop - pen })] });
                pen = column * stop;
            }
            Lettering letters = Lettering.Of(context.Inline.Shaper, part, style, source with { Offset = source.Offset + at });
            items.AddRange(letters.At(pen, Length.Zero));
            pen += letters.Width;
            at += part.Length + 1;
        }
        return new(items.ToImmutable(), pen);
    }
}
