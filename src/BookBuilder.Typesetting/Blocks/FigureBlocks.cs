using System.Collections.Immutable;
using System.Diagnostics;
using BookBuilder.Fonts.Shaping;
using BookBuilder.Graphics;
using BookBuilder.Graphics.Raster;
using BookBuilder.Model.Blocks;
using BookBuilder.Model.Diagnostics;
using BookBuilder.Model.Resolution;
using BookBuilder.Model.Units;
using BookBuilder.Typesetting.Drawings;
using BookBuilder.Typesetting.Frames;
using BookBuilder.Typesetting.Galleys;
using BookBuilder.Typesetting.Inlines;
using BookBuilder.Typesetting.Typography;

namespace BookBuilder.Typesetting.Blocks;

/// <summary>Sets figures: the picture, its caption and notes below it, all together.</summary>
internal static class FigureBlocks
{
    private const int LeastDotsPerInch = 200;

    /// <summary>Sets a figure. One with a number may move to the next page; one without stays where it stands, unless its author says otherwise.</summary>
    public static void Compose(BlockContext context, GalleyBuilder galley, Figure figure, Setting setting)
    {
        ImmutableArray<GalleyBox> boxes = Boxes(context, figure, setting);
        NumberLabel? label = context.Inline.Book.LabelOf(figure);
        // What no page can hold as a whole stays in the text, where its caption may run over pages.
        if (setting.Floats && Moves(figure.Placement, label) && Columns.Height(boxes) <= context.Styles.PageHeight)
            galley.Float(boxes, figure.Id, label?.Text ?? "", figure.Span, figure.Placement);
        else
            Fixed(galley, boxes.SetItem(0, boxes[0] with { AwaitsFloats = label is not null }), context.Styles.AroundFloat);
    }

    /// <summary>Whether a figure or table may leave its place.</summary>
    public static bool Moves(Placement placement, NumberLabel? label) => placement switch
    {
        Placement.Near => label is not null,
        Placement.Here => false,
        Placement.Top or Placement.Page => true,
        _ => throw new ArgumentOutOfRangeException(nameof(placement)),
    };

    /// <summary>Adds boxes that must not be parted to the text itself.</summary>
    public static void Fixed(GalleyBuilder galley, ImmutableArray<GalleyBox> boxes, Flex around)
    {
        galley.Space(around);
        foreach (GalleyBox box in boxes) galley.Add(box);
        galley.Space(around);
    }

    /// <summary>Sets a caption: the name in the semibold sans, then its words</summary>
    public static ImmutableArray<GalleyBox> Caption(BlockContext context, Node owner, ImmutableArray<Inline> caption, Setting setting)
    {
        BlockStyles styles = context.Styles;
        ParagraphLabel? label = context.Inline.Book.LabelOf(owner) is { } name
            ? new(name.Text + (caption.IsEmpty ? "" : "\u2002"), styles.CaptionLabel, owner.Id) : null;
        if (label is null && caption.IsEmpty) return [];
        ComposedParagraph composed = ParagraphComposer.Compose(context.Inline, caption, styles.Caption, setting.Width, label);
        return [.. LineBoxes.Of(composed, styles.Caption, setting.Left).Select(b => b with { BreakBefore = BreakCost.Forbidden, Span = owner.Span })];
    }

    /// <summary>Sets the sources and remarks under a figure or table.</summary>
    public static ImmutableArray<GalleyBox> Remarks(BlockContext context, ImmutableArray<Block> notes, Setting setting)
    {
        if (notes.IsEmpty) return [];
        var galley = new GalleyBuilder();
        BlockComposer.Compose(context, galley, notes, setting with
        {
            Text = context.Styles.Remark, ParagraphIndent = Length.Zero, ParagraphSpace = Flex.None, Floats = false,
        });
        return [.. galley.ToBoxes().Select(b => b with { BreakBefore = BreakCost.Forbidden })];
    }

    private static ImmutableArray<GalleyBox> Boxes(BlockContext context, Figure figure, Setting setting)
    {
        BlockStyles styles = context.Styles;
        ImmutableArray<GalleyBox> caption = Caption(context, figure, figure.Caption, setting);
        ImmutableArray<GalleyBox> remarks = Remarks(context, figure.Notes, setting);
        Length gap = styles.Design.Of(styles.Design.Captions.Gap), smallGap = styles.Size(0.25);
        Length below = Columns.Height(caption) + Columns.Height(remarks) + gap + smallGap;
        Length highest = Length.Max(styles.Design.TextHeight * 0.3, styles.Design.TextHeight - below - styles.Line);
        GalleyBox picture = Picture(context, figure, setting, highest);
        if (styles.Design.Captions.AboveFigures && !caption.IsEmpty)
            return [caption[0] with { BreakBefore = 0 }, .. caption[1..], .. Under([picture with { BreakBefore = BreakCost.Forbidden }], gap), .. Under(remarks, gap)];
        return [picture, .. Under(caption, gap), .. Under(remarks, caption.IsEmpty ? gap : smallGap)];
    }

    private static IEnumerable<GalleyBox> Under(ImmutableArray<GalleyBox> boxes, Length gap) =>
        boxes.Select((b, i) => i == 0 ? b with { Space = Flex.Rigid(gap) } : b with { Space = Flex.Rigid(b.Space.Natural) });

    private static GalleyBox Picture(BlockContext context, Figure figure, Setting setting, Length highest)
    {
        var source = new FrameSource(figure.Id, FramePart.Content);
        if (context.Inline.Pictures[figure.Source] is not { } picture)
            return Placeholder(context, figure, setting, source);
        Length width = figure.Width switch
        {
            { Share: { } share } => setting.Width * Math.Clamp(share, 0.02, 1),
            { Fixed: { } length } => Length.Min(length, setting.Width),
            _ => Length.Min(picture.NaturalWidth, setting.Width),
        };
        Length height = width * (picture.NaturalHeight / picture.NaturalWidth);
        if (height > highest)
            (width, height) = (width * (highest / height), highest);
        Length x = context.Styles.Design.Captions.Centered ? (setting.Width - width) / 2 : Length.Zero;
        var box = new Rectangle(setting.Left + x, Length.Zero, width, height);
        return new GalleyBox
        {
            Height = height, Items = [Frame(context, picture, box, figure, source)], Start = source, Span = figure.Span, Said = [.. Coarse(picture, box, figure)],
        };
    }

    private static FrameItem Frame(BlockContext context, Picture picture, Rectangle box, Figure figure, FrameSource source)
    {
        switch (picture)
        {
            case VectorPicture vector:
                return DrawingComposer.Compose(context.Inline, vector.Drawing, box, figure.Id);
            case RasterPicture raster:
                return new RasterItem(raster.Image, box) { Source = source };
            default:
                throw new UnreachableException($"{picture.GetType().Name} is new: say here how it is set.");
        }
    }

    /// <summary>Says that a picture of pixels has too few of them for the size at which it is printed.</summary>
    private static IEnumerable<Diagnostic> Coarse(Picture picture, Rectangle box, Figure figure)
    {
        if (picture is not RasterPicture { Image: var image }) yield break;
        double dots = (image.IsTurned ? image.PixelHeight : image.PixelWidth) / (box.Width.Points / 72);
        if (dots < LeastDotsPerInch) yield return Problems.CoarsePicture(figure.Source, (int)dots, LeastDotsPerInch, figure.Span);
    }

    /// <summary>What stands where a picture could not be read: a box that nobody overlooks, with its file and what it shows.</summary>
    private static GalleyBox Placeholder(BlockContext context, Figure figure, Setting setting, FrameSource source)
    {
        TextStyle style = context.Styles.Remark with { Alignment = LineAlignment.Left };
        Length inset = context.Styles.Size(1);
        string words = figure.AlternativeText.Length == 0 ? figure.Source : $"{figure.Source}: {figure.AlternativeText}";
        List<FrameItem> items = [];
        Length y = inset;
        foreach (string line in Wrapped(context.Inline.Shaper, words, style, setting.Width - inset * 2))
        {
            items.AddRange(Lettering.Of(context.Inline.Shaper, line, style, source).At(setting.Left + inset, y + LineBoxes.Baseline(style)));
            y += style.Leading;
        }
        Length height = Length.Max(y + inset, context.Styles.Line * 6);
        items.Insert(0, new BoxItem(new(setting.Left, Length.Zero, setting.Width, height), Color.Gray(245), Color.Gray(120), 0.5.Pt) { Source = FrameSource.Artifact });
        return new GalleyBox { Height = height, Items = [.. items], Start = source, Span = figure.Span };
    }

    private static IEnumerable<string> Wrapped(IShaper shaper, string words, TextStyle style, Length width)
    {
        string line = "";
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Lettering.WidthOf(shaper, longer, style) > width)
            {
                yield return line;
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0) yield return line;
    }
}
