using System.Collections.Immutable;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets the contents and the lists of figures and tables: numbers in a column, titles hanging beside them, page numbers at the right edge.</summary>
internal static class ContentsBlocks
{
    /// <summary>Sets the entries. The room for page numbers is the same whatever they are, so that they move no line.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, ContentsList list, Setting setting)
    {
        BlockStyles styles = context.Styles;
        bool isTree = context.Chapter.Role == SectionRole.Contents;
        Dictionary<int, Length> numbers = NumberWidths(context, list, isTree);
        Length folioRoom = styles.Size(2.6);
        ContentsEntry? before = null;
        foreach (ContentsEntry entry in list.Entries)
        {
            TextStyle style = StyleOf(styles, entry, isTree);
            Length number = numbers.GetValueOrDefault(ColumnOf(entry));
            Length indent = Length.Zero;
            for (int level = 1; level < entry.Level; level++) indent += numbers.GetValueOrDefault(level, styles.Size(1.4));
            galley.Space(Above(styles, entry, before, isTree));
            if (before is not null && (before.IsPart || (isTree && before.Level < entry.Level))) galley.Cost(BreakCost.Forbidden);
            else if (isTree && entry.Level > 1) galley.Cost(BreakCost.Reluctant);
            Entry(context, galley, entry, style, setting, indent, number, folioRoom, leaders: styles.Design.Contents.Leaders && (!isTree || (entry.Level > 1 && !entry.IsPart)));
            before = entry;
        }
    }

    private static TextStyle StyleOf(BlockStyles styles, ContentsEntry entry, bool isTree) =>
        entry.IsPart ? styles.ContentsPart
        : isTree && entry.Level == 1 ? styles.ContentsChapter : styles.ContentsSection;

    private static Flex Above(BlockStyles styles, ContentsEntry entry, ContentsEntry? before, bool isTree)
    {
        if (before is null) return Flex.None;
        if (entry.IsPart) return Flex.Around(styles.Design.Of(styles.Design.Contents.AbovePart));
        if (!isTree) return Flex.Around(styles.Line * 0.25);
        return entry.Level == 1 ? Flex.Around(styles.Design.Of(styles.Design.Contents.AboveChapter) * (before.IsPart ? 0.5 : 1)) : Flex.None;
    }

    /// <summary>The width of each level's numbers: the widest and a gap, nothing where none has a number.</summary>
    private static Dictionary<int, Length> NumberWidths(BlockContext context, ContentsList list, bool isTree)
    {
        Dictionary<int, Length> widths = [];
        foreach (ContentsEntry entry in list.Entries)
        {
            if (entry.Number.Length == 0) continue;
            TextStyle style = StyleOf(context.Styles, entry, isTree) with { Features = FontFeatures.TabularFigures | FontFeatures.LiningFigures };
            Length width = Lettering.WidthOf(context.Inline.Shaper, entry.Number, style) + context.Styles.Size(0.9);
            widths[ColumnOf(entry)] = Length.Max(widths.GetValueOrDefault(ColumnOf(entry)), width);
        }
        return widths;
    }

    /// <summary>Parts share the column of their chapters, so that all titles begin at one edge.</summary>
    private static int ColumnOf(ContentsEntry entry) => Math.Max(1, entry.Level);

    private static void Entry(BlockContext context, GalleyBuilder galley, ContentsEntry entry, TextStyle style, Setting setting,
        Length indent, Length number, Length folioRoom, bool leaders)
    {
        style = style with { HangingIndent = number, Features = FontFeatures.LiningFigures };
        if (number > Length.Zero && entry.Number.Length == 0) style = style with { FirstIndent = number };
        ParagraphLabel? label = entry.Number.Length == 0 ? null
            : new ParagraphLabel(entry.Number, style with { Features = FontFeatures.TabularFigures | FontFeatures.LiningFigures }, entry.Id, number);
        Length width = setting.Width - indent - folioRoom;
        ComposedParagraph composed = BalancedParagraph.Compose(context.Inline, entry.Title, style, width, label);
        ImmutableArray<GalleyBox> lines = LineBoxes.Of(composed, style, setting.Left + indent);
        for (int i = 0; i < lines.Length; i++)
        {
            List<FrameItem> items = [.. lines[i].Items.Where(item => item is not LinkArea)];
            if (i == lines.Length - 1)
                AddFolio(context, items, entry, style, setting, leaders);
            items.Add(new LinkArea(new(setting.Left + indent, Length.Zero, setting.Width - indent, style.Leading), new NodeTarget(entry.Target))
            {
                Source = new(entry.Id, FramePart.Content),
            });
            galley.Add(lines[i] with { Items = [.. items], BreakBefore = i == 0 ? 0 : BreakCost.Forbidden });
        }
    }

    private static void AddFolio(BlockContext context, List<FrameItem> items, ContentsEntry entry, TextStyle style, Setting setting, bool leaders)
    {
        Length baseline = LineBoxes.Baseline(style);
        TextStyle figures = style with { Weight = 400, Color = Color.Black, Features = FontFeatures.TabularFigures | FontFeatures.LiningFigures };
        if (!leaders) figures = figures with { Weight = style.Weight };
        string text = context.Folios.GetValueOrDefault(entry.Target, "");
        Lettering folio = Lettering.Of(context.Inline.Shaper, text, figures, new(entry.Id, FramePart.Content));
        Length right = setting.Left + setting.Width;
        if (leaders)
        {
            Length end = items.OfType<GlyphRun>().Select(RightEdge).DefaultIfEmpty(setting.Left).Max();
            Length step = style.Size * 0.5;
            TextStyle dots = figures with { Color = Color.Gray(90) };
            Lettering dot = Lettering.Of(context.Inline.Shaper, ".", dots, FrameSource.Artifact);
            // Dots stand on a grid counted from the right edge, so that they are under each other.
            Length stop = right - Length.Max(folio.Width, style.Size * 1.2) - style.Size * 0.5;
            int first = (int)Math.Ceiling((right - stop) / step);
            int last = (int)Math.Floor((right - end - style.Size * 0.5) / step);
            for (int i = last; i >= first; i--)
                items.AddRange(dot.At(right - step * i, baseline));
        }
        items.AddRange(folio.At(right - folio.Width, baseline));
    }

    private static Length RightEdge(GlyphRun run)
    {
        Length x = run.Origin.X;
        foreach (ShapedGlyph glyph in run.Glyphs) x += glyph.Advance;
        return x;
    }
}
